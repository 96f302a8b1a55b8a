# One's own account, proving again who one is, and enrolling.

## The account
account-title = Eich cyfrif
account-done-added = Mae’r cod pas wedi’i ychwanegu. Gallwch fewngofnodi ag ef o hyn ymlaen.
account-done-removed = Mae’r cod pas wedi’i dynnu.
account-done-password = Mae’r cyfrinair wedi’i newid. Rydych wedi’ch allgofnodi ym mhobman arall.
account-done-ended = Rydych wedi’ch allgofnodi ym mhobman arall.
account-done-one-ended = Rydych wedi’ch allgofnodi yno.
account-through-heading = Mewngofnodi drwy eich sefydliad
account-an-organisation = sefydliad
account-through = Rydych yn dod i mewn drwy { $name }, ers { $day }.
account-last-used = Defnyddiwyd ddiwethaf ar { $day }.
account-through-alone = Nid oes dim arall yn agor y cyfrif hwn, felly byddwch yn ei golli pan fyddwch yn gadael { $name }. Gall dau weinyddwr newid hynny.
account-passkeys = Codau pas (passkeys)
account-passkeys-are = Mae cod pas yn cael ei gadw yn eich ffôn, yn eich cyfrifiadur neu mewn allwedd yr ydych yn ei chario. Ni ellir ei ddyfalu, ei ddarllen dros eich ysgwydd, na’i ddefnyddio ar dudalen sydd ond yn edrych fel yr un hon.
account-no-passkey = Nid oes gennych god pas eto.
account-added = Ychwanegwyd ar { $day }.
account-not-used = Heb ei ddefnyddio eto.
account-remove = Tynnu
account-add-passkey = Ychwanegu cod pas
account-no-name = Ni ellir ychwanegu un o dan y cyfeiriad hwn: dim ond ar gyfer enw, fel https://candour.example, y mae porwyr yn adnabod codau pas, ac nid ar gyfer rhif.
account-password = Cyfrinair
account-change-password = Newid eich cyfrinair
account-recovery-codes = Codau adfer
account-recovery-are = Mae pob un yn cymryd lle cod eich ap dilysu, unwaith. Mae rhai newydd yn dod â’r rhai sydd gennych i ben.
account-new-recovery = Cael codau adfer newydd
account-sessions-heading = Ble rydych wedi mewngofnodi
account-sessions = Eich sesiynau
account-since = Ers
account-until = Tan
account-how = Sut
account-this-one = (yr un hon)
account-what-you-can-do = Beth y gallwch ei wneud
# Y botwm “Allgofnodi yno” ac, i’r rhai sy’n ei glywed, o ba sesiwn.
account-end-one = Allgofnodi yno<span class="nhsuk-u-visually-hidden">, wedi mewngofnodi ers { $since }</span>
account-end-others = Allgofnodi ym mhobman arall
account-nowhere-else = Nid ydych wedi mewngofnodi yn unman arall.

## Sending what was typed before
account-send-title = Anfon yr hyn a deipioch
account-still-here = Mae’r hyn a deipioch yma o hyd, ac nid yw wedi’i anfon eto.
account-send-now = Ei anfon nawr
account-do-not-send = Peidio â’i anfon

## A new passkey
account-where-passkey = Mae eich porwr yn gofyn ble i gadw’r cod pas: yn y ddyfais hon, yn eich ffôn, neu mewn allwedd yr ydych yn ei phlygio i mewn. Yna mae’n gofyn am eich bys, eich wyneb neu PIN. Nid yw’r un ohonynt byth yn ein cyrraedd ni.
account-browser-without-passkeys = Nid yw’r porwr hwn yn adnabod codau pas. Defnyddiwch un arall, fel fersiwn ddiweddar o Edge, Chrome, Safari neu Firefox.
account-passkeys-need-scripts = Mae angen sgriptiau ar godau pas, ac mae sgriptiau wedi’u diffodd yn y porwr hwn.
account-do-nothing = Gwneud dim a mynd yn ôl
account-label = Beth ydych chi’n ei alw?
account-label-hint = Er enghraifft “Cyfrifiadur y ward” neu “Allwedd las”
account-fault-label = Rhowch enw iddo y byddwch yn ei adnabod wrtho
account-fault-passkey = Nid oedd modd defnyddio’r cod pas yma: rhowch gynnig arall arni

## Removing a passkey
account-remove-title = Tynnu cod pas?
account-remove-means = Ni all neb fewngofnodi â “{ $label }” mwyach unwaith y bydd wedi’i dynnu. Mae’r sesiynau a agorodd yn parhau nes iddynt ddod i ben.
account-remove-only = Dyma’ch unig un.
account-remove-device = Tynnwch ef oddi ar y ddyfais hefyd, neu bydd yn dal i gael ei gynnig yno.
account-remove-it = Ei dynnu
account-keep-it = Ei gadw a mynd yn ôl

## The password
account-stays-signed-in = Byddwch yn parhau wedi mewngofnodi yma, ac yn cael eich allgofnodi ym mhobman arall.
account-present-password = Y cyfrinair sydd gennych nawr
account-new-password = Cyfrinair newydd
account-new-password-hint = O leiaf 12 nod. Mae’n hawdd cofio tri neu bedwar gair nad ydynt yn perthyn i’w gilydd
account-change-it = Ei newid

## Recovery codes
account-keep-codes-title = Cadwch y codau hyn
account-keep-codes = Gallwch fewngofnodi o hyn ymlaen. Os byddwch yn colli eich ap dilysu, bydd un o’r rhain yn cymryd lle ei god, unwaith yr un. Dim ond nawr y cânt eu dangos: argraffwch nhw neu ysgrifennwch nhw i lawr, a’u cadw ar wahân i’ch cyfrinair.
account-have-kept = Rwyf wedi’u cadw
account-print = Argraffu’r dudalen hon

## Proving again who one is
account-prove-title = Dangoswch mai chi sydd yma
account-prove-kept = Mae’r hyn yr ydych ar fin ei wneud yn bwysig, felly dangoswch yn gyntaf mai chi sydd yno o hyd. Nid anfonwyd dim, ac nid oes dim a deipioch wedi’i golli: gallwch ei anfon cyn gynted ag y byddwch wedi dangos mai chi sydd yma.
account-prove-too-long = Mae’r hyn yr ydych ar fin ei wneud yn bwysig, felly dangoswch yn gyntaf mai chi sydd yno o hyd. Nid anfonwyd dim. Mae’r hyn a deipioch yn rhy hir i’w gario ymlaen: dangoswch mai chi sydd yma, yna ewch yn ôl gyda’ch porwr a’i anfon eto.
account-prove-next = Mae’r hyn sy’n dod nesaf yn bwysig, felly dangoswch yn gyntaf mai chi sy’n dal i eistedd yma.
account-prove-organisation = Dangos hynny drwy { $organisation }
account-use-passkey = Defnyddio eich cod pas
account-no-passkeys-known = Nid yw’r porwr hwn yn adnabod codau pas.
account-or-password = Neu gyda’ch cyfrinair
account-continue = Parhau
account-code = Cod
account-code-hint = Chwe digid o’ch ap dilysu, neu god adfer. Gadewch ef yn wag os nad oes gennych y naill na’r llall
account-fault-prove = Nid yw hynny’n dangos mai chi sydd yma: rhowch gynnig arall arni. Ar ôl sawl cod anghywir rhaid i chi aros, hyd yn oed gyda’r un cywir

## Enrolling
account-enrol-title = Ymrestru
account-sign-in = Mewngofnodi
account-enrol-lede = Mae dau weinyddwr wedi rhoi mynediad i chi, a rhoddodd un ohonynt god i chi: dros y ffôn, drwy rif eich sefydliad, neu wyneb yn wyneb. Mae’n cyfrif unwaith, am dri diwrnod.
account-enrol-never-sent = Nid ydym byth yn anfon cod drwy e-bost na neges destun. Nid yw unrhyw un sy’n gofyn i chi am eich cod yn dod o’r gwasanaeth hwn.
account-enrol-name = Enw mewngofnodi
account-enrol-code-hint = Un ar bymtheg o lythrennau a digidau, fel 7K3M-9QZT-2HVB-XW48
account-fault-enrol = Nid yw’r enw a’r cod yn mynd gyda’i gilydd, neu mae tri diwrnod y cod ar ben
account-choose-title = Dewiswch sut rydych yn mewngofnodi
account-choose-welcome = Croeso, { $title }. Ni fydd beth bynnag a oedd yn agor y cyfrif hwn o’r blaen yn ei agor mwyach unwaith y byddwch wedi dewis.
account-a-passkey = Cod pas (passkey)
account-enrol-passkey-is = Mae cod pas yn cael ei gadw yn eich ffôn, yn eich cyfrifiadur neu mewn allwedd yr ydych yn ei chario. Mae eich porwr yn gofyn am eich bys, eich wyneb neu PIN; nid yw’r un ohonynt byth yn ein cyrraedd ni.
account-make-passkey = Creu cod pas a mewngofnodi
account-police-need-passkey = Mae’r heddlu’n mewngofnodi â chod pas, ac ni ellir creu un o dan y cyfeiriad hwn: dim ond ar gyfer enw, fel https://candour.example, y mae porwyr yn adnabod codau pas, ac nid ar gyfer rhif. Gofynnwch i’r gweinyddwyr am gyfeiriad y gwasanaeth.
account-or-organisation = Neu fewngofnodi drwy eich sefydliad
account-the-organisation = Mewngofnodi drwy eich sefydliad
account-organisation-opens = Rydych yn mewngofnodi gyda { $name } fel y gwnewch yno fel arfer, ac mae hynny’n agor y cyfrif hwn o hyn ymlaen. Rhaid defnyddio dull y mae eich sefydliad yn ei warantu.
account-sign-in-with = Mewngofnodi gyda { $name }
account-or-authenticator = Neu gyfrinair ac ap dilysu
account-an-authenticator = Cyfrinair ac ap dilysu
account-authenticator-open = Agorwch ap dilysu, fel yr un yng ngosodiadau cyfrineiriau eich ffôn. Sganiwch hwn, neu teipiwch yr allwedd oddi tano.
account-authenticator-qr = Cod QR yr allwedd isod
account-authenticator-code = Y cod y mae eich ap dilysu yn ei ddangos
account-set-password = Gosod y cyfrinair a mewngofnodi
account-passkey-label = Beth ydych chi’n galw’r cod pas hwn?

## Refusals, which a page begins with a capital and ends with a full stop
account-code-over = mae’r cod wedi’i ddefnyddio neu wedi’i dynnu’n ôl, neu mae ei dri diwrnod ar ben: gofynnwch i weinyddwr
account-page-too-old = mae’r dudalen hon yn rhy hen: rhowch eich cod eto
