## Cyfrifon a sefydliadau

admin-administration = Gweinyddu
admin-accounts-title = Cyfrifon a sefydliadau
admin-accounts-lead = Pwy sy’n cael mewngofnodi, ym mha ran, ac i ble maen nhw’n perthyn. Nid ydych yn gweld unrhyw achos, unrhyw giw na dim a ysgrifennodd neb.
admin-accounts-recorded = Mae’r hyn a wnewch yma ei hun yn cael ei gofnodi, ei selio yn y cyfriflyfr a’i weld gan yr adolygydd annibynnol. Mae angen dau ohonoch i adael rhywun i mewn; mae un yn ddigon i gau cyfrif.
admin-invite = Gadael rhywun i mewn
admin-organisation-add = Ychwanegu sefydliad
admin-rules-wait = Mae pecyn polisi arall wedi’i gynnig ac yn aros i chi ei gadarnhau. <a href="/rules/change">Edrych ar y newid i’r rheolau</a>
admin-waiting = Yn aros
admin-waiting-none = Nid oes dim yn aros am ail weinyddwr, na neb yn aros am god.
admin-asked-by = Gofynnwyd gan
admin-how-known = Sut maen nhw’n gwybod
admin-confirmed-by = Cadarnhawyd gan
admin-code = Cod
admin-code-expired = Daeth i ben { $until }. Tynnwch ef yn ôl a gofynnwch eto
admin-code-unused = Heb ei ddefnyddio eto; yn cyfrif tan { $until }
admin-check-and-confirm = Gwirio a chadarnhau
admin-waits-for-another = Yn aros am weinyddwr arall.
admin-take-back = Tynnu’n ôl
admin-accounts = Cyfrifon
admin-accounts-none = Nid oes unrhyw gyfrifon eto.
admin-name = Enw
admin-sign-in-name = Enw mewngofnodi
admin-part = Rhan
admin-belongs-to = Yn perthyn i
admin-may-sign-in = Yn cael mewngofnodi
admin-what-you-can-do = Beth y gallwch ei wneud
admin-yes = Ydy
admin-no = Nac ydy
admin-you = Chi
admin-enrol-again = Ymrestru eto
admin-close = Cau
admin-end-sessions = Gorffen sesiynau
admin-organisations = Sefydliadau
admin-units-none = Dim uned eto
admin-bodies = Heddluoedd a chyrff eraill sy’n cael gofyn
admin-bodies-none = Dim un eto
admin-contacts = Cysylltiadau hawliau gwybodaeth heddluoedd
admin-contacts-lead = Caiff pwy bynnag a enwir yma wybod drwy e-bost pan gaiff rhywbeth a ddatgelwyd i’r heddlu ei alw yn ôl. Nid yw’r e-bost yn enwi unrhyw berson nac unrhyw swyddog, ac nid yw’n rhoi rhesymau.
admin-contacts-set = Gosod cyswllt
admin-contact-none = Dim cyswllt: ni chaiff neb wybod drwy e-bost

## Yr hyn sydd newydd ei wneud

admin-done-asked = Gofynnwyd amdano. Rhaid i weinyddwr arall ei wirio a’i gadarnhau.
admin-done-organisation = Mae’r sefydliad yno.
admin-done-contact = Mae’r cyswllt hawliau gwybodaeth wedi’i osod fel y gofynnwyd.
admin-done-closed = Mae’r cyfrif ar gau, ac mae ei sesiynau wedi dod i ben.
admin-done-sessions = Mae sesiynau’r person wedi dod i ben. Gellir mewngofnodi eto.
admin-done-taken-back = Tynnwyd ef yn ôl. Nid yw cod a oedd yn perthyn iddo yn cyfrif mwyach.

## Gadael rhywun i mewn

admin-group-units = Unedau
admin-group-trusts = Ymddiriedolaethau
admin-group-others = Eraill
admin-place-independent = Annibynnol ar y gwasanaeth
admin-place-service = Y gwasanaeth ei hun
admin-belongs-force = yn perthyn i heddlu
admin-belongs-unit = yn perthyn i uned
admin-belongs-trust = yn perthyn i ymddiriedolaeth
admin-belongs-independent = yn annibynnol ar y gwasanaeth
admin-belongs-service = yn perthyn i’r gwasanaeth
admin-field-same-as-new = Nac oes, mae’n newydd yma
admin-field-title = Enw’r person
admin-field-title-hint = Fel y mae cydweithwyr yn ei weld, megis “Dr A Person”
admin-field-name-hint = Heb fylchau, megis a.person
admin-field-role = Beth yw rhan y person?
admin-field-place = I ble mae’r person yn perthyn?
admin-field-same-as = A oes gan y person hwn gyfrif arall yma?
admin-field-same-as-hint = Dim ond os yw’r gwasanaeth yn gwybod hyn y gall gadw ar wahân yr hyn y mae’n rhaid i ddau berson gwahanol ei wneud
admin-field-said = Sut rydych chi’n gwybod bod hyn yn gywir?
admin-field-said-hint = Pwy a ofynnodd i chi, a phwy yn y sefydliad sy’n ateb drosto. Bydd ail weinyddwr yn darllen hyn ac yn ffonio’n ôl
admin-invite-lead = Mae gweinyddwr arall yn gwirio’r hyn a ysgrifennwch yma drwy ffonio’n ôl, gan ddefnyddio rhif y mae’n dod o hyd iddo ei hun. Dim ond wedyn y bydd cod ar gael i ymrestru ag ef.
admin-ask-for-it = Gofyn amdano

## Ychwanegu sefydliad

admin-sort-force = Heddlu neu gorff arall sy’n cael gofyn
admin-sort-unit = Uned o’r clinig
admin-sort-keys-hint = Mae angen ei allweddi ei hun arno yn gyntaf: gofynnwch i geidwad yr allweddi eu gwneud
admin-sort-trust = Ymddiriedolaeth
admin-field-trust = O ba ymddiriedolaeth?
admin-nation-england = Lloegr
admin-nation-wales = Cymru
admin-field-sort = Beth ydyw?
admin-field-its-name = Enw’r sefydliad
admin-field-id = Enw byr y sefydliad
admin-field-id-hint = Llythrennau bach, digidau a chysylltnodau, fel yr enwir ei allweddi
admin-field-nation = Cyfraith pa genedl sy’n gymwys?
admin-field-organisation-said = Sut rydych chi’n gwybod mai’r sefydliad hwn ydyw?
admin-field-organisation-said-hint = Â phwy y siaradoch, a thrwy ba rif cyhoeddedig. Bydd ail weinyddwr yn ei wirio eto
admin-organisation-lead = Mae gweinyddwr arall yn gwirio mai’r hyn y mae’n honni ei fod ydyw. Dim ond ar gyfer sefydliadau sydd yno y gadewir pobl i mewn.

## Cyswllt hawliau gwybodaeth heddlu

admin-contact-title = Gosod cyswllt hawliau gwybodaeth heddlu
admin-contact-lead = Mae’r heddlu’n dweud pa swyddfa sy’n ateb dros ei gofnodion, megis ei uned hawliau gwybodaeth. Caiff y swyddfa honno wybod drwy e-bost bob tro y caiff rhywbeth ei alw yn ôl, gyda chyfeirnod yr achos a’r dyddiau a dim am berson.
admin-contact-checked = Mae gweinyddwr arall yn ei wirio drwy ffonio’n ôl cyn iddo gyfrif.
admin-field-contact-force = Pa heddlu?
admin-field-contact-address = Cyfeiriad e-bost y swyddfa
admin-field-contact-address-hint = Cyfeiriad swyddfa, nid un person, megis records@force.example. Gadewch ef yn wag os nad oes gan yr heddlu gyswllt mwyach
admin-field-contact-said = Sut rydych chi’n gwybod mai eu cyfeiriad nhw ydyw?
admin-field-contact-said-hint = Pwy yn yr heddlu a’i henwodd, a thrwy ba rif cyhoeddedig y siaradoch â nhw. Bydd ail weinyddwr yn ei wirio eto

## Ymrestru eto, a chau cyfrif

admin-again-title = Gadael i { $name } ymrestru eto
admin-again-lead = Ar gyfer rhywun sydd wedi colli’r hyn a ddefnyddiai i fewngofnodi, neu y caewyd ei gyfrif. Bydd yr hyn sy’n agor y cyfrif nawr yn dal i’w agor nes bod y person wedi ymrestru. Os gallai fod yn y dwylo anghywir, caewch y cyfrif yn gyntaf.
admin-field-again-said = Sut rydych chi’n gwybod mai’r person hwn ei hun sy’n gofyn?
admin-field-again-said-hint = Beth a gollwyd, a sut y clywsoch am hynny. Bydd ail weinyddwr yn darllen hyn ac yn ffonio’r person yn ôl
admin-close-title = Cau cyfrif { $name }?
admin-close-lead = Ni ellir mewngofnodi iddo mwyach, a daw ei sesiynau i ben ar unwaith. Bydd yr hyn a wnaeth y person yn aros yn y cofnod.
admin-close-reopen = Mae angen dau weinyddwr i’w agor eto.
admin-field-why = Pam?
admin-field-why-hint = Er enghraifft bod y person wedi gadael, neu fod ei ffôn wedi’i ddwyn
admin-close-now = Cau’r cyfrif nawr

## Gorffen sesiynau

admin-sessions-title = Gorffen sesiynau { $name }?
admin-sessions-lead = Caiff y person ei allgofnodi ym mhobman ar unwaith. Collir yr hyn nad yw wedi’i anfon erbyn hynny.
admin-sessions-stays = Mae’r cyfrif yn aros ar agor, a bydd y person yn mewngofnodi eto fel o’r blaen. Os gallai’r hyn sy’n ei agor fod yn y dwylo anghywir, caewch y cyfrif yn lle hynny.
admin-sessions-why-hint = Er enghraifft bod cyfrifiadur wedi’i adael heb allgofnodi
admin-sessions-now = Eu gorffen nawr
admin-sessions-all = Gorffen pob sesiwn pawb
admin-sessions-all-title = Gorffen pob sesiwn pawb?
admin-sessions-all-lead = Caiff pawb eu hallgofnodi ar unwaith, a chithau hefyd. Collir yr hyn nad yw pobl wedi’i anfon erbyn hynny.
admin-sessions-all-stays = Mae cyfrifon yn aros ar agor, a bydd pobl yn mewngofnodi eto fel o’r blaen. Mae hyn ar gyfer pan allai sesiynau fod yn y dwylo anghywir ac na wyddoch sesiynau pwy.
admin-sessions-all-now = Allgofnodi pawb nawr

## Cadarnhau, a thynnu’n ôl

admin-form-what = Beth
admin-form-back = Gwneud dim a mynd yn ôl
admin-field-checked = Sut y gwnaethoch chi ei wirio?
admin-field-checked-hint = Drwy ba rif y gwnaethoch ffonio’n ôl, ble y daethoch o hyd iddo, a phwy a atebodd
admin-confirm-lead-enrols = Ffoniwch yn ôl cyn cadarnhau: drwy switsfwrdd neu ystafell reoli’r sefydliad, neu rif y dewch o hyd iddo eich hun, byth un a roddwyd gyda’r cais. Wedyn bydd cod, a ddangosir i chi unwaith, i’w ddweud wrth y person yn yr alwad honno.
admin-confirm-lead-organisation = Cyn cadarnhau, gwiriwch mai’r sefydliad y mae’n honni ei fod ydyw, drwy rif y dewch o hyd iddo eich hun.
admin-confirm-lead-contact = Cyn cadarnhau, ffoniwch yr heddlu drwy rif y dewch o hyd iddo eich hun, a gofynnwch iddynt sillafu’r cyfeiriad i chi.
admin-confirm-and-show = Cadarnhau a dangos y cod
admin-confirm = Cadarnhau
# Dangosir hwn â phriflythyren ar ôl yr hyn a ddigwyddodd.
admin-not-two = rhaid i weinyddwr arall gadarnhau hyn: nid yr un a ofynnodd, na’r un y mae’n ymwneud ag ef
admin-take-back-title = Ei dynnu’n ôl?
admin-take-back-lead = Ni ofynnir amdano mwyach, ac nid yw cod sy’n perthyn iddo yn cyfrif rhagor.
admin-take-it-back = Tynnu’n ôl
admin-code-title = Dywedwch y cod hwn wrth y person
admin-code-how = Dywedwch ef wrth y person yn yr alwad lle gwnaethoch wirio pwy ydyw, neu wyneb yn wyneb. Peidiwch byth â’i anfon drwy e-bost neu neges destun. Mae gan y person dri diwrnod i’w nodi, ynghyd â’r enw mewngofnodi, ar y dudalen “Ymrestru”. Mae’r dudalen fewngofnodi’n arwain ati.
admin-code-once = Dim ond nawr y caiff ei ddangos. Os caiff ei golli, tynnwch ef yn ôl a gofynnwch eto.
admin-code-told = Rwyf wedi dweud wrth y person

## Allweddi a chadw cofnodion

admin-part-how = Sut mae’n gweithio
admin-part-now = Beth sydd yno nawr
admin-keys-title = Allweddi
admin-keys-lead = Chi sy’n gofalu am yr allweddi sy’n selio popeth personol. Nid ydych yn gweld unrhyw achos nac unrhyw gyfrif.
admin-keys-rule-units = Caiff achosion pob uned eu selio dan allweddi’r uned honno’n unig. Nid yw’r hyn y mae allweddi un uned yn ei agor yn dweud dim am uned arall.
admin-keys-rule-keeper = Dim ond i’w defnyddio y mae allwedd yn gadael ei cheidwad, byth i’w darllen. Mae angen sawl ceidwad i adfer un.
admin-keys-rule-destroying = Dinistrio allwedd achos sy’n dileu’r achos. Y rheolwr cadw cofnodion sydd i ofyn am hynny, byth chi.
admin-keys-rule-command = Caiff beth bynnag a wnewch ag allwedd ei wneud â’r gorchymyn “candour keys” ar y peiriant, ac mae’n sefyll yn y cyfriflyfr fel newid allweddi.
admin-retention-title = Cadw cofnodion
admin-retention-lead = Chi sy’n gofalu na chedwir dim yn hirach nag y dywed y gyfraith, ac na ddinistrir dim y mae’n rhaid ei gadw. Nid ydych yn gweld unrhyw achos.
admin-retention-rule-erased = Caiff achos ei ddileu drwy ddinistrio ei allwedd. Wedyn ni all neb ddarllen yr hyn sydd ar ôl mewn ffeiliau a chopïau.
admin-retention-rule-before = Cyn hynny, mae rhywun yn gwirio nad oes gorchymyn nac ymchwiliad yn gwahardd hynny, a chaiff y person a’r adolygydd annibynnol rybudd 30 diwrnod ymlaen llaw.
admin-retention-rule-second = Mae ail berson o’r tu allan i’r gwasanaeth yn cytuno bob tro.
admin-retention-rule-figures = Mae ffigurau’n aros, am nad ydynt yn dal dim byd personol; mae’r cofnodion yn y cyfriflyfr yn aros, am nad ydynt yn dweud dim heb yr allwedd.
admin-retention-now-erasure = Ni all y fersiwn hon ddileu achos eto, nac o dudalen na thrwy orchymyn.

## Y rota

admin-rota-title = Rota
admin-rota-done-title = Wedi’i wneud
admin-rota-undo = Dadwneud
admin-rota-lead = Pwy sydd ar ddyletswydd ym mhob uned, a pha warcheidwad neu ddirprwy ym mhob ymddiriedolaeth sydd ar alwad. Mae’r hyn sydd drosodd yn aros yma am fis.
admin-rota-recorded = Nid yw’r rota’n gadael i neb wneud mwy. Dim ond o dan ddirprwyaeth ysgrifenedig y mae dirprwy’n penderfynu, a’r Gwarcheidwad Caldicott sy’n rhoi honno, nid chi. Mae’r hyn a newidiwch yma’n cael ei gofnodi, ac mae’r adolygydd annibynnol yn ei weld.
admin-rota-new = Rhoi rhywun ar y rota
admin-rota-guardian-on-call = Gwarcheidwad neu ddirprwy ar alwad
admin-rota-on-call = Ar alwad
admin-rota-on-call-none = Nid oes neb ar alwad.
admin-rota-deputies = Dirprwyon
admin-rota-deputies-none = Nid oes neb wedi’i restru’n ddirprwy.
admin-rota-on-duty = Ar ddyletswydd
admin-rota-on-duty-none = Nid oes neb ar ddyletswydd.
admin-rota-who = Pwy
admin-rota-from = O
admin-rota-until = Tan
admin-rota-today = Heddiw
admin-rota-no-last-day = Dim diwrnod olaf
# Y botwm “Tynnu oddi ar y rota” ac, i’r rhai sy’n ei glywed, pa gofnod.
admin-rota-take-off = Tynnu oddi ar y rota<span class="nhsuk-u-visually-hidden">: { $who }, o { $first }, { $list }</span>
admin-rota-added = Mae ar y rota.
admin-rota-removed = Mae wedi’i dynnu oddi ar y rota.
admin-rota-put-back = Mae ar y rota eto.
admin-rota-kind-duty = Ar ddyletswydd mewn uned
admin-rota-kind-duty-hint = Clinigydd neu ail glinigydd
admin-rota-kind-on-call = Ar alwad fel gwarcheidwad neu ddirprwy
admin-rota-kind-on-call-hint = Daw’r noson olaf i ben am naw y bore wedyn
admin-rota-kind-deputy = Yn ddirprwy i’r Gwarcheidwad Caldicott
admin-rota-kind-deputy-hint = O hynny ymlaen dim ond o dan ddirprwyaeth ysgrifenedig gan y gwarcheidwad y gall y person benderfynu. Nid oes angen diwrnodau
admin-rota-field-kind = Beth ydyw?
admin-rota-field-account = Pwy?
admin-rota-field-last-hint = Yr un diwrnod, ar gyfer un diwrnod.
admin-rota-form-lead = Mae’r rota’n dweud pwy sydd yno. Nid yw’n gadael i neb wneud mwy: mae angen dirprwyaeth y gwarcheidwad ar ddirprwy hefyd, ac nid chi sydd i roi honno.
admin-rota-put-on = Rhoi ar y rota
admin-first-day = Diwrnod cyntaf
admin-first-day-hint = Er enghraifft, 30 11 2026.
admin-last-day = Diwrnod olaf
# Mae’r hyn a wrthodwyd yn dilyn, fel y mae o fewn brawddeg.
admin-choose-days = Dewiswch ddiwrnodau eraill: { $why }
admin-choose-somebody = Dewiswch rywun arall: { $why }

## Dirprwyaethau

admin-delegations-title = Dirprwyaethau
admin-delegations-title-review = Dirprwyaethau a rotâu
admin-delegations-lead = Dim ond o dan ddirprwyaeth ysgrifenedig y mae dirprwy’n penderfynu yn lle’r Gwarcheidwad Caldicott, ar ei diwrnodau hi a chyn belled ag y mae’n cyrraedd. Ar unrhyw ddiwrnod arall gwrthodir yr hyn y mae’r dirprwy’n ei benderfynu.
admin-delegate = Dirprwyo i ddirprwy
admin-delegations-no-deputy = Nid oes neb wedi’i restru’n ddirprwy yn eich ymddiriedolaeth. Gweinyddwr sy’n eu rhestru ac yn cadw’r rota o bwy sydd ar alwad; chi sy’n dirprwyo.
admin-delegations-none = Nid oes dim wedi’i ddirprwyo.
admin-delegations-caption = Dirprwyaethau, y diweddaraf yn gyntaf
admin-delegation-to = I bwy
admin-delegation-by = Gan bwy
admin-delegation-days = Diwrnodau
admin-delegation-for = Ar gyfer
admin-delegation-document = Dogfen
admin-delegation-state = Cyflwr
admin-delegation-from-to = { $first } i { $last }
# Y ddolen “Dirymu” ac, i’r rhai sy’n ei chlywed, pa ddirprwyaeth.
admin-delegation-revoke = Dirymu<span class="nhsuk-u-visually-hidden"> y ddirprwyaeth i { $to } o { $first }</span>
admin-state-to-come = I ddod
admin-state-in-force = Mewn grym
admin-state-revoked = Wedi’i dirymu
admin-state-over = Drosodd
admin-nobody = Neb
admin-since = { $who }, ers { $first }
admin-from-to = { $who }, { $first } i { $last }
admin-delegation-done-given = Mae’r ddirprwyaeth wedi’i chofnodi.
admin-delegation-done-revoked = Mae’r ddirprwyaeth wedi’i dirymu, o hyn ymlaen.
admin-scope-on-call = Argyfyngau tra bydd y dirprwy ar alwad
admin-scope-on-call-hint = Y gymeradwyaeth a adolygir o fewn 24 awr, a dim un arall
admin-scope-every = Pob cymeradwyaeth gennyf fi
admin-scope-every-hint = Mewn argyfwng rhaid i’r dirprwy fod ar y rota hefyd
admin-delegation-field-deputy = I bwy?
admin-delegation-field-last-hint = Blwyddyn ar ôl y cyntaf fan bellaf; wedyn caiff ei hysgrifennu eto.
admin-delegation-field-scope = Beth y caiff y dirprwy ei gymeradwyo yn eich lle?
admin-delegation-field-document = Ble mae’r ddogfen wedi’i llofnodi?
admin-delegation-field-document-hint = Megis “Papurau’r bwrdd 2026/14, swyddfa llywodraethu gwybodaeth”. Dim byd am unrhyw glaf.
# Dangosir hwn â phriflythyren ar ôl yr hyn a ddigwyddodd.
admin-delegation-ask-for-deputy = rhaid i weinyddwr restru dirprwy yn eich ymddiriedolaeth yn gyntaf; gofynnwch i weinyddwr wneud hynny
admin-delegation-lead-writing = Dim ond o dan ddirprwyaeth ysgrifenedig y mae rhywun yn penderfynu yn eich lle. Cofnodwch yma i bwy rydych yn dirprwyo, ar gyfer pa ddiwrnodau, pa mor bell, a ble mae’r ddogfen.
admin-delegation-lead-reviewer = Mae’r adolygydd annibynnol yn ei gweld. Gallwch ei dirymu unrhyw bryd.
admin-delegation-record = Cofnodi’r ddirprwyaeth
admin-revoke-title = Dirymu’r ddirprwyaeth hon?
admin-revoke-which = I { $to }, o { $first } i { $last }: { $scope }.
admin-revoke-lead = O hyn ymlaen ni chaiff y dirprwy gymeradwyo dim yn eich lle. Mae’r hyn a gymeradwywyd cynt yn sefyll.
admin-revoke-now = Dirymu nawr
