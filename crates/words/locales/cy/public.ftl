# Y tudalennau i bawb.

## Oes rhywbeth amdanaf i?

public-about-me-title = Oes rhywbeth amdanaf i?
public-about-me-code-title = Mae gennych lythyr neu god
public-about-me-code = Mae arnoch angen y cod a’r ymadrodd y cytunoch arno gyda chlinigydd. <a href="/person">Agorwch eich tudalen</a>.
public-about-me-neither-title = Nid oes gennych yr un o’r ddau
public-about-me-neither = Ni allwn gadarnhau na gwadu yma fod dim yn cael ei gadw am neb. Yr un ateb hwn a gaiff pawb.
public-about-me-right = Mae gennych hawl i ofyn, beth bynnag a ddywed y dudalen hon:
public-about-me-trust = Ysgrifennwch at yr ymddiriedolaeth sy’n eich trin. Gofynnwch am gopi o’r hyn y mae’n ei gadw amdanoch, ac i bwy y mae wedi’i ddweud (GDPR y DU, Erthygl 15). Mae ganddi fis i ateb.
public-about-me-police = Gofynnwch i’r heddlu yn yr un modd.
public-about-me-clinician = Gofynnwch i glinigydd yr ydych yn ymddiried ynddo. Gall gytuno â chi ar ffordd ddiogel o gysylltu â chi, ac ar ymadrodd.
public-about-me-for-you = Gall rhywun ofyn ar eich rhan: eiriolwr â’ch awdurdod, rhiant, atwrnai.
public-about-me-complain = Os nad yw ateb yn ddigon, cwynwch i’r <a href="https://ico.org.uk/make-a-complaint/" rel="noreferrer">Comisiynydd Gwybodaeth</a>.
public-about-me-seen-title = Os gallai rhywun weld eich bod wedi edrych
public-about-me-seen = Mae porwyr yn cadw hanes. Defnyddiwch ffenestr breifat, neu gyfrifiadur nad ydynt yn ei weld. Mae botwm ar eich tudalen eich hun i adael ar unwaith.

## Hygyrchedd

public-access-title = Hygyrchedd
public-access-made = Mae’r tudalennau hyn yn defnyddio system ddylunio’r GIG ac wedi’u gwneud i gyrraedd WCAG 2.2 ar lefel AA. Maent yn gweithio gyda bysellfwrdd, gyda darllenydd sgrin, ar chwyddiad o 400%, mewn lliwiau gorfodol, ar bapur a heb JavaScript.
public-access-lacks-title = Yr hyn y gwyddom nad yw’n ddigon da
public-access-untested = Nid oes neb sy’n defnyddio technoleg gynorthwyol bob dydd wedi’u profi eto.
public-access-languages = Yn Saesneg ac yn Gymraeg yn unig y maent, a pheiriant a ddrafftiodd y Gymraeg nes bydd cyfieithydd wedi’i llofnodi. Nid yw Hawdd ei Ddeall nac ieithoedd eraill ar gael eto.
public-access-help = Os na allwch ddefnyddio tudalen, dywedwch wrth yr uned neu’r ymddiriedolaeth sy’n delio â chi. Bydd yn rhoi’r un peth i chi mewn ffordd arall: ar bapur, mewn print bras, wedi’i ddarllen yn uchel, neu gyda chyfieithydd.

## Ffigurau

public-figures-title = Ffigurau
public-figures-none = Nid oes ffigurau eto. Cyhoeddir y rhai cyntaf ar ôl yr hanner blwyddyn gyfan gyntaf.
public-figures-count = Byddant yn cyfrif, ar gyfer pob uned a heddlu:
public-figures-referrals = atgyfeiriadau, ymholiadau a sut y daethant i ben
public-figures-disclosures = datgeliadau yn ôl sail, gwrthodiadau, galwadau yn ôl
public-figures-watching = ceisiadau i wylio rhywun, ac atgyfeiriadau dro ar ôl tro am yr un person
public-figures-emergencies = argyfyngau, a cheisiadau a anfonwyd fel argyfwng ac nad oeddent yn un
public-figures-notices = hysbysiadau a anfonwyd, a ohiriwyd ac sy’n hwyr
public-figures-cost = y gost, a pha mor hir y bu pobl yn aros
public-figures-small = Mae rhifau bach yn cael eu diogelu, fel na ellir adnabod neb, ac mewn ffordd sy’n golygu na ellir cyfrifo o’r gweddill yr hyn a gadwyd yn ôl. Gall unrhyw un ailgyfrif y cyfansymiau o’r cyfriflyfr.
public-figures-ethnicity = Mae ffigurau ar ethnigrwydd, crefydd a’r cyffelyb yn dibynnu’n unig ar yr hyn y mae pobl yn ei ddweud wrthym eu hunain, ar wahân i unrhyw achos. Nid yw pobl na ddywedwyd wrthynt erioed i’w gweld ynddynt.

## Y dudalen gyntaf

public-home-title = Yr heddlu a’r gwasanaethau iechyd, yn atebol i’r person
public-home-heading = Pan fydd yr heddlu’n gofyn am glaf, gellir gwirio’r hyn a wnaed
public-home-lede = Mae swyddogion yn holi clinigwyr am iechyd meddwl rhywun. Nid oes dim am glaf yn gadael drwy Candour heb sail mewn cyfraith, penderfyniad person a enwir, a chofnod y gall y person, adolygydd annibynnol a’r cyhoedd bob un ei wirio.
public-home-letter-title = Mae gennyf lythyr
public-home-letter = Gwelwch pwy a ofynnodd amdanoch, pwy a edrychodd, beth a benderfynwyd a beth a roddwyd.
public-home-check-title = Rwyf am wirio
public-home-check = Y rheolau, y cyfriflyfr a’r ffigurau, a sut i’w gwirio heb ymddiried ynom ni.
public-home-work-title = Rwy’n gweithio gydag ef
public-home-work = Mae swyddogion, gweithwyr iechyd, clinigwyr, Gwarcheidwaid, gwasanaethau cyfreithiol ac adolygwyr yn mewngofnodi.
public-home-holds-title = Yr hyn y mae’n glynu wrtho
public-home-advice-title = Cyngor yn gyntaf
public-home-advice = Atebir cwestiwn heb agor unrhyw gofnod lle bynnag y bydd hynny’n ddigon.
public-home-consent-title = Cydsyniad yn gyntaf
public-home-consent = Hebddo, dim ond sail restredig mewn cyfraith, wedi’i phenderfynu gan berson a enwir, ar gyfer eitemau a enwir.
public-home-software-title = Gall y feddalwedd wrthod; dim ond person all ryddhau
public-home-software = Mae rheolau’n cau’r hyn nad yw’r gyfraith yn ei agor. Nid ydynt byth yn penderfynu datgelu.
public-home-told-title = Dywedir wrthych
public-home-told = Mae angen sail mewn cyfraith i ohirio hynny, a daw’r gohiriad i ben ohono’i hun.
public-home-watched-title = Ni wylir neb
public-home-watched = Caiff cais i wylio claf neu adrodd arno ei wrthod bob amser, a’i gyfrif yn gyhoeddus.
public-home-how = Sut mae’n gweithio
public-home-name = Mae’r enw’n cyfeirio at y ddyletswydd statudol o onestrwydd (duty of candour), ond nid y ddyletswydd honno ydyw.

## Sut mae’n gweithio

public-how-title = Sut mae’n gweithio
public-how-asks-title = Mae swyddog yn gofyn
public-how-asks = Yn gyntaf, cwestiwn nad yw’n enwi neb. Dim ond lle na fydd hynny’n ddigon: pwy sy’n gofyn, at ba ddiben, beth a ofnir ac ar ba dystiolaeth, a’r wybodaeth leiaf a fyddai’n helpu.
public-how-rules-title = Mae rheolau’n dweud beth y mae’r gyfraith yn ei adael yn agored
public-how-rules = Yr un <a href="/rules">rheolau cyhoeddedig</a> i bob uned. Ar gyfer pob sail maent yn rhestru beth sydd ar goll neu pam y mae ar gau. Nid ydynt yn argymell dim.
public-how-answers-title = Mae clinigydd yn ateb
public-how-answers = Gyda chyngor heb agor unrhyw gofnod; neu, â rheswm y gall y person ei weld yn ddiweddarach, drwy agor y cofnod. Gall gynnig gwrthod, cynnig gofal, neu ddatgelu eitemau a enwir.
public-how-decides-title = Mae person a enwir yn penderfynu
public-how-decides = Gwarcheidwad Caldicott yr ymddiriedolaeth fel arfer, ar ôl barn y clinigydd; ar gyfer plentyn, ail glinigydd a’r gweithiwr proffesiynol diogelu a enwyd hefyd. Caiff gorchymyn llys ei ddilyn i’r llythyren.
public-how-witnesses-title = Mae tystion annibynnol yn llofnodi cyn i ddim adael
public-how-witnesses = Daw pob penderfyniad yn gofnod mewn <a href="/ledger">cyfriflyfr</a> na all neb ei newid heb i hynny gael ei weld. Mewn argyfwng mae’r wybodaeth yn mynd yn gyntaf a’r cofnod yn dilyn ar unwaith.
public-how-reads-title = Mae’r swyddog yn darllen
public-how-reads = Yr hyn a ddatgelwyd, o dan amodau, a chofnodir pob darlleniad. Mae pob diwedd heb wybodaeth yn edrych yr un fath i’r swyddog ac yn ymddangos ar un adeg benodol.
public-how-told-title = Dywedir wrth y person
public-how-told = Ar hyd llwybr y mae clinigydd wedi cadarnhau ei fod yn ddiogel. Lle gohirir dweud, daw hynny i ben ohono’i hun, a dim ond yr adolygydd annibynnol all ei adnewyddu.
public-how-looks-title = Mae rhywun annibynnol yn edrych
public-how-looks = Ar bob gohiriad, pob plentyn, pob argyfwng, a sampl na all neb ei rhagweld na’i dewis. Caiff yr hyn a oedd yn anghywir ei alw yn ôl.
public-how-never-title = Yr hyn nad yw byth yn ei wneud
public-how-never-decide = penderfynu datgelu
public-how-never-score = sgorio, graddio neu broffilio neb, na chwilio ar draws cleifion i’r heddlu
public-how-never-watch = peri i neb wylio claf, na rhoi mynediad parhaus
public-how-never-tell = dweud wrth yr heddlu a yw rhywun yn hysbys, a ddywedwyd wrtho, a wrthwynebodd neu a gynigiwyd gofal iddo
public-how-never-keep = cadw ethnigrwydd neu grefydd mewn achos

## Preifatrwydd

public-privacy-title = Preifatrwydd
public-privacy-read-title = Pan fyddwch yn darllen y tudalennau hyn yn unig
public-privacy-read = Dim cwci ond yr iaith a ddewiswch, am flwyddyn; dim cyfrif ymwelwyr, dim byd o safleoedd eraill.
public-privacy-own-title = Pan fyddwch yn agor eich tudalen eich hun
public-privacy-own = Dim byd yn y cyfeiriad, a dim cwci ond yr iaith a ddewiswch, am flwyddyn; mae’r cyfeiriad mewn llythyr Cymraeg yn dewis Cymraeg. Defnyddir eich cod a’ch ymadrodd i agor y dudalen ac nid ydynt yn cael eu cadw; nid yw eich porwr yn storio’r dudalen. Cofnodir yn eich achos fod tudalen wedi’i hagor.
public-privacy-sign-in-title = Pan fyddwch yn mewngofnodi
public-privacy-sign-in = Un cwci am wyth awr. Lle byddwch yn defnyddio cyfrinair, un arall am 90 diwrnod, y mae eich porwr yn cael ei adnabod drwyddo ac nad yw’n agor dim. Lle byddwch yn mewngofnodi drwy eich sefydliad, un arall am hanner awr ar y mwyaf; dysgwn ohono pwy ydych chi yno a sut y dangosoch hynny, ac nid ydym yn cadw’r naill na’r llall. Cofnodir yr hyn a wnewch, a gall y bobl y mae’n ymwneud â nhw ei weld.
public-privacy-case-title = Mewn achos
public-privacy-case = Yr ymddiriedolaeth sy’n penderfynu beth sy’n digwydd i’r data (hi yw’r rheolydd). Caiff popeth ei selio dan allwedd ar wahân i bob achos; enw a chyfeiriad dan allwedd arall. Pan gaiff achos ei ddileu, dinistrir ei allwedd. Rhestrir ar eich tudalen beth bynnag y bu’n rhaid iddo adael.
public-privacy-ledger = Nid yw’r <a href="/ledger">cyfriflyfr</a> yn dal unrhyw ddata personol: dim ond crynodebau nad ydynt yn datgelu dim ar eu pen eu hunain.

## Y cyfriflyfr

public-ledger-title = Y cyfriflyfr
public-ledger-lede = Mae pob gweithred a phob darlleniad yn gofnod mewn log cyhoeddus. Nid yw cofnod yn dweud dim am neb; mae’n pennu’r hyn a ddigwyddodd, fel na ellir ei newid, ei ollwng na’i lithro i mewn yn ddiweddarach heb i hynny gael ei weld.
public-ledger-entries = Cofnodion
public-ledger-cosigned = Wedi’u cydlofnodi gan dystion
public-ledger-last = Pwynt gwirio diwethaf
public-ledger-none-yet = Dim eto
public-ledger-witnesses = Tystion
public-ledger-none = Dim
public-ledger-restored-title = Wedi’i adfer o gopi wrth gefn
public-ledger-restored = Ni thynnir yn ôl fyth yr hyn a gyhoeddwyd. Lle nad oedd copi wrth gefn yn dal yr hyn y mae cofnod yn sefyll drosto, mae’r cofnod yn aros ac nid yw’n dweud dim mwyach. Mae addewidion a wnaed yn yr amser hwnnw’n sefyll fel rhai a dorrwyd. Nid yw’r hyn a ddigwyddodd ers y copi wrth gefn ac nad oedd wedi cyrraedd y cyfriflyfr eto yn gadael ôl yma: deng munud yw hynny ar y mwyaf, ac nid yw byth yn benderfyniad a ryddhawyd.
public-ledger-promises-title = Addewidion fesul wythnos
public-ledger-promises = Pryd bynnag y mae rhywbeth yn ddyledus i rywun erbyn rhyw ddiwrnod, rhoddir addewid yn y cyfriflyfr ar ddiwedd yr wythnos honno, ymhlith eraill na all neb o’r tu allan eu gwahaniaethu oddi wrtho. Mae’r hyn na chadwyd mewn pryd yn aros yno i bawb ei gyfrif.
public-ledger-chart-title = Addewidion ar ddiwedd pob wythnos: agored, wedi’u cadw’n hwyr, wedi’u torri. Mae’r ffigurau yn y tabl isod.
public-ledger-legend = Golau: agored. Streipiog: wedi’u cadw’n hwyr yn yr wythnos honno. Tywyll: wedi’u torri, hynny yw, yn ddyledus o hyd ar ôl eu hwythnos.
public-ledger-week = Wythnos
public-ledger-opened = Agorwyd
public-ledger-kept = Cadwyd
public-ledger-kept-late = Cadwyd yn hwyr
public-ledger-open = Ar agor
public-ledger-broken = Torrwyd
public-ledger-decoys = Addewidion ffug yw rhai o’r rhai a agorwyd ac a gadwyd, fel na ellir darllen yma pa mor brysur oedd wythnos. Cyfrifwch drosoch eich hun:
public-ledger-checkpoint-title = Y pwynt gwirio
public-ledger-checkpoint = Datganiad llofnodedig y log o’i faint a’i wraidd, gyda llofnodion y tystion. Mae’r un testun yn <a href="/ledger/checkpoint">/ledger/checkpoint</a>.
public-ledger-checkpoint-label = Y pwynt gwirio diwethaf
public-ledger-policy = Y polisi cworwm
public-ledger-policy-words = Pa dystion y mae’n rhaid iddynt lofnodi cyn i bwynt gwirio gyfrif. Mynnwch ef gan rywun yr ydych yn ymddiried ynddo, nid o’r dudalen hon yn unig.
public-ledger-unread = Ni ellir darllen y cyfriflyfr ar hyn o bryd. Gellir gwirio ei ffeiliau o hyd fel y dangosir isod.
public-ledger-check-title = Gwiriwch ef eich hun
public-ledger-check = Nid oes angen cyfrif arnoch, ac nid oes angen i chi ymddiried ynom. Lawrlwythwch y rhaglen, a rhowch iddi’r cyfeiriad a pholisi cworwm:
public-ledger-verify = Mae’n darllen pob cofnod, yn ailadeiladu’r goeden, yn cymharu’r gwraidd â’r pwynt gwirio ac yn gwirio llofnod pob tyst. Cadwch y pwynt gwirio a welsoch: o’i roi gyda <code>--since</code>, mae’r rhediad nesaf yn dangos nad oes dim o’i flaen wedi newid.
public-ledger-receipt = Gwirio derbynneb
public-ledger-tallest = Y bar talaf: { $most }
public-ledger-restored-whole = { $when }: mae gan bob cofnod yr hyn y mae’n sefyll drosto o hyd
public-ledger-restored-lost = { $when }: o gofnod { $from } ymlaen, collodd { $lost } o { $all } cofnod yr hyn yr oeddent yn sefyll drosto

## Gwirio derbynneb

public-receipts-title = Gwirio derbynneb
public-receipts-lede = Ffeil fach yw derbynneb sy’n profi i bwy bynnag sy’n ei dal fod yr hyn a ddywed yn y cyfriflyfr. Gellir ei gwirio heb y rhyngrwyd, a flynyddoedd yn ddiweddarach.
public-receipts-own-title = Ar eich cyfrifiadur eich hun
public-receipts-own = Gall y rhaglen “candour” ei gwirio heb y dudalen hon. Mae’n dweud beth y mae’r dderbynneb yn ei brofi, pryd y’i tystiwyd a chan bwy; neu ba un o’r rhain nad yw’n dal. Nid anfonir dim i unman.
public-receipts-browser-title = Yn y porwr
public-receipts-browser = Gall y dudalen hon ei gwirio. Mae’r dderbynneb yn aros ar eich cyfrifiadur: nid anfonir dim i unman. Lle mae’r polisi’n enwi allweddi o’r math ML-DSA-44, mae’r dudalen yn gyntaf yn nôl y rhan ohoni ei hun sy’n eu deall; yr un yw honno ar gyfer pob derbynneb.
public-receipts-no-scripts = Nid yw eich porwr yn rhedeg sgriptiau yma, felly defnyddiwch y rhaglen, neu gofynnwch i rywun yr ydych yn ymddiried ynddo wneud hynny.
public-receipts-file = Y dderbynneb, ffeil sy’n gorffen â .tlog-proof
public-receipts-policy = Y polisi cworwm
public-receipts-policy-hint = Pa dystion y mae’n rhaid iddynt fod wedi llofnodi. Gwell na’r un sydd yma yw un sydd gennych gan rywun yr ydych yn ymddiried ynddo.
public-receipts-check = Gwirio’r dderbynneb
public-receipts-keep = Gall derbynneb ddangos bod rhywbeth wedi digwydd mewn achos i chi. Cadwch hi lle na all neb a allai ei defnyddio i’ch niweidio ddod o hyd iddi.

## Y rheolau

public-rules-title = Y rheolau
public-rules-lede = Dyma’r holl seiliau y gellir rhoi unrhyw beth am glaf arnynt. Nid yw’r hyn nad yw yma yn agor dim.
public-rules-tests = Mae gan bob sail brofion. Lle nad yw un prawf wedi’i fodloni, mae’r sail ar gau, a dywedir pam wrth bwy bynnag a ofynnodd. Gall y feddalwedd gau sail; dim ond person a enwir all ddefnyddio un sydd ar agor. Nid cyngor cyfreithiol yw hyn.
public-rules-contents = Ar y dudalen hon
public-rules-items-title = Yr hyn y gellir gofyn amdano, a’r hyn na roddir byth
public-rules-approvals-title = Pwy y gall fod yn rhaid iddynt gytuno
public-rules-notice-title = Sut y dywedir wrth y person
public-rules-reasons-title = Pob rheswm dros ddweud na
public-rules-sources-title = O ble y daw’r rheolau hyn
public-rules-shared = Yr hyn sy’n cau unrhyw un ohonynt
public-rules-closed = Mae ar gau os
public-rules-at-most = Gellir ei roi, ar y mwyaf
public-rules-paper = Yr hyn y mae’r papur yn ei ddisgrifio, a dim byd arall.
public-rules-agree = Rhaid i’r rhain gytuno
public-rules-telling = Dweud wrth y person
public-rules-items = O’r hyn sy’n dweud leiaf am berson i’r hyn sy’n dweud fwyaf. Dim ond hyn a hyn i lawr y rhestr hon y mae sail yn cyrraedd.
public-rules-never-title = Na roddir byth
public-rules-never = Caiff gofyn am un o’r rhain ei wrthod a’i gyfrif yn gyhoeddus.
public-rules-approvals = Mae pob un yn berson ag enw. Nid oes neb yn cytuno ddwywaith, ac nid oes neb yn cytuno i’r hyn y gofynnodd amdano.
public-rules-notice = Dywedir wrth bobl beth y gofynnwyd amdano a beth a roddwyd. Mae angen rheswm mewn cyfraith i ddweud wrthynt yn ddiweddarach; mae i hynny ddiwrnod olaf, ac mae rhywun annibynnol yn edrych arno. Terfynau Candour ei hun yw’r terfynau mewn dyddiau.
public-rules-reasons = Gyda’r gyfraith neu’r rheol y mae’n gorffwys arni, a phwy allai ei unioni.
public-rules-sources = Cyfreithiau a chanllawiau a ddarllenwyd
public-rules-more = Ei phrofion, a’r hyn y gellir ei roi<span class="nhsuk-u-visually-hidden">: { $basis }</span>
public-rules-all-items = Pob un o’r { $count } eitem
public-rules-all-reasons = Pob un o’r { $count } rheswm
public-rules-compels-title = Yr hyn y mae’r gyfraith yn ei orfodi
public-rules-compels = Caiff gorchymyn neu hysbysiad sy’n ddilys ar ei olwg ei ddilyn i’r llythyren: yr hyn y mae’n ei ddisgrifio, a dim byd arall.
public-rules-duties-title = Dyletswyddau un gweithiwr proffesiynol
public-rules-duties = I bwy bynnag sy’n dal yr wybodaeth y perthyn y ddyletswydd. Ni chaiff neb roi feto ar yr adroddiad, ac ni chaiff neb ei fynnu.
public-rules-permits-title = Yr hyn y mae’r gyfraith yn ei ganiatáu
public-rules-permits = Lle mae’r amodau wedi’u bodloni, caiff person a enwir ddatgelu. Nid oes rhaid iddo wneud hynny byth.
public-rules-no-basis-title = Yr hyn a enwir yn aml, ac nad yw’n sail
public-rules-no-basis = Gall pob un o’r rhain fod yn bwysig at rywbeth arall. Nid oes yr un yn agor gwybodaeth claf, a dyma pam.
public-rules-law-of-each = cyfraith pob un
public-rules-cure-requester = Gall pwy bynnag sy’n gofyn ei unioni.
public-rules-cure-health-service = Gall y gwasanaeth iechyd ei unioni.
public-rules-cure-issuer = Gall pwy bynnag a gyhoeddodd y papur ei unioni.
public-rules-cure-nobody = Ni ellir ei unioni.
public-rules-not-in-force = Nid yw’n hysbys a yw mewn grym. Nid yw’n agor dim nes i fersiwn newydd o’r rheolau hyn roi’r diwrnod.
public-rules-in-force = Mewn grym o { $from }.
public-rules-in-force-to = Mewn grym o { $from } hyd { $to }.
public-rules-checked-on = Wedi’i gwirio yn erbyn y gyfraith ar { $day }.
public-rules-checked = Wedi’i gwirio yn erbyn y gyfraith.
public-rules-unverified-on = <strong>Heb ei chadarnhau.</strong> Pan edrychwyd arni ddiwethaf, ar { $day }, ni chadarnhawyd ei geiriad.
public-rules-unverified = <strong>Heb ei chadarnhau.</strong> Nid oes neb wedi gwirio ei geiriad.
public-rules-from = Maent yn datgan y gyfraith o { $from } ymlaen.
public-rules-from-to = Maent yn datgan y gyfraith o { $from } hyd { $to }.
public-rules-pack = Gwnaed y dudalen hon o’r pecyn polisi { $pack } a dim byd arall. SHA-256 <code class="candour-code">{ $digest }</code>. Yr un peth fel data: <a href="/api/v1/rules">/api/v1/rules</a>.

## Lle mae sail yn gymwys

public-nations-england-wales = Cymru a Lloegr
public-nations-england = Lloegr
public-nations-wales = Cymru

## Yr hyn sydd ar sawl tudalen

public-command = Gorchymyn

## Yr hyn y mae gwirio derbynneb yn ei ddweud

public-receipt-holds = Mae’r dderbynneb hon yn dal
public-receipt-proves = Mae’n profi:
public-receipt-proves-not = Nid yw’n profi:
public-receipt-unchecked = Ni wiriwyd y dderbynneb hon
public-receipt-fails = Nid yw’r dderbynneb hon yn dal
public-receipt-why = { $why } Nid yw’n profi dim fel y mae.
public-receipt-no-file = Ni ddewiswyd ffeil. Dewiswch ffeil sy’n gorffen â .tlog-proof.
public-receipt-unable = Ni allai’r porwr hwn ei gwirio. Rhowch gynnig arall arni, neu defnyddiwch y rhaglen yn lle hynny.
public-receipt-in-ledger = Y cofnod hwn yw rhif { $index } o’r { $size } cofnod y mae’r cyfriflyfr { $origin } wedi llofnodi drostynt.
public-receipt-witnessed = Mae tystion wedi llofnodi iddynt weld y cyfriflyfr yn y cyflwr hwn: { $witnesses }.
public-receipt-event-proved = Y digwyddiad yn y dderbynneb hon yw’r union un y mae’r cofnod yn sefyll drosto.
public-receipt-counted = Cyfrifwyd y cofnod yn ffigurau { $period } fel “{ $class }”.
public-receipt-ledger-alone = Nid oes neb ond y cyfriflyfr ei hun wedi llofnodi.
public-receipt-event-unseen = Ni ddangosir beth a ddigwyddodd: mae’r dderbynneb hon yn profi bod rhywbeth wedi’i gofnodi, nid beth.
public-receipt-event-true = Bod yr hyn a ddywed y digwyddiad yn wir: gall cofnod fod yn gyflawn ac eto’n anghywir.
public-receipt-uncounted = Bod y cofnod wedi’i gyfrif mewn ffigurau cyhoeddedig.
public-receipt-everything = Bod popeth a ddigwyddodd wedi’i gofnodi: am un cofnod yn unig y mae derbynneb yn sôn.
public-receipt-file = Nid derbynneb yw’r ffeil.
public-receipt-file-long = Mae’r ffeil yn rhy hir i fod yn dderbynneb.
public-receipt-long = Mae’r dderbynneb yn rhy hir.
public-receipt-index = Mae mynegai’r dderbynneb wedi’i gamffurfio.
public-receipt-proof = Mae prawf y dderbynneb wedi’i gamffurfio.
public-receipt-extra = Mae data ychwanegol y dderbynneb wedi’u camffurfio.
public-receipt-extra-missing = Mae data ychwanegol y dderbynneb ar goll neu wedi’u camffurfio.
public-receipt-entry = Nid yw’r cofnod yn y dderbynneb yn un sy’n sefyll dros rywbeth a ddigwyddodd.
public-receipt-place = Nid yw’r cofnod yn y cyfriflyfr yn rhif { $number }.
public-receipt-event = Nid y digwyddiad yn y dderbynneb yw’r un a gofnodwyd.
public-receipt-tally = Nid yw’r cyfrif yn y dderbynneb yn perthyn iddi.
public-receipt-checkpoint = Mae’r pwynt gwirio wedi’i gamffurfio.
public-receipt-checkpoint-long = Mae’r pwynt gwirio yn rhy hir.
public-receipt-checkpoint-text = Nid testun plaen yw’r pwynt gwirio.
public-receipt-checkpoint-unsigned = Nid oes llofnodion ar y pwynt gwirio.
public-receipt-checkpoint-signatures = Mae llofnodion y pwynt gwirio wedi’u camffurfio.
public-receipt-ledger-unsigned = Nid yw’r cyfriflyfr wedi llofnodi’r pwynt gwirio.
public-receipt-ledger-unknown = Nid yw’r polisi cworwm yn adnabod unrhyw gyfriflyfr o’r enw { $name }.
public-receipt-signature = Nid yw llofnod { $name } ar y pwynt gwirio yn dal.
public-receipt-quorum = Mae rhy ychydig o’r tystion y mae’r polisi’n gofyn amdanynt wedi llofnodi.
public-receipt-policy-long = Mae’r polisi cworwm yn rhy hir.
public-receipt-policy-end = Nid oes diwedd i linell olaf y polisi cworwm.
public-receipt-policy-key = Mae allwedd yn y polisi cworwm wedi’i chamffurfio.
public-receipt-policy-quorum = Nid oes llinell cworwm yn y polisi cworwm.
public-receipt-line-text = Nid yw llinell { $number } o’r polisi cworwm yn destun plaen.
public-receipt-line-name = Mae llinell { $number } o’r polisi cworwm yn cymryd enw sydd wedi’i gymryd eisoes.
public-receipt-line-key = Mae’r allwedd anghywir ar linell { $number } o’r polisi cworwm.
public-receipt-line-many = Mae llinell { $number } o’r polisi cworwm yn un yn ormod.
public-receipt-line-threshold = Mae gan linell { $number } o’r polisi cworwm drothwy na ellir ei gyrraedd.
public-receipt-line-member = Mae llinell { $number } o’r polisi cworwm yn enwi aelod nad yw yno, neu’n ei enwi ddwywaith.
public-receipt-line-second = Ail gworwm yw llinell { $number } o’r polisi cworwm.
public-receipt-line-absent = Mae llinell { $number } o’r polisi cworwm yn enwi’r hyn nad yw yno.
public-receipt-line-unread = Ni ellir darllen llinell { $number } o’r polisi cworwm.

## Fel beth y cyfrifwyd cofnod, mewn dyfynodau

public-class-enquiry-received = ymholiad wedi’i dderbyn
public-class-referral-received = atgyfeiriad wedi’i dderbyn
public-class-referral-returned = atgyfeiriad wedi’i ddychwelyd
public-class-referral-withdrawn = atgyfeiriad wedi’i dynnu’n ôl
public-class-case-closed = achos wedi’i gau
public-class-monitoring-refused = monitro wedi’i wrthod
public-class-record-opened = cofnod iechyd wedi’i agor
public-class-case-read = achos wedi’i ddarllen
public-class-search-made = chwiliad wedi’i wneud
public-class-advice-given = cyngor wedi’i roi
public-class-care-offered = gofal wedi’i gynnig
public-class-care-accepted = gofal wedi’i dderbyn
public-class-disclosure-decided = datgeliad wedi’i benderfynu
public-class-disclosure-refused = datgeliad wedi’i wrthod
public-class-disclosure-released = datgeliad wedi’i ryddhau
public-class-disclosure-read = datgeliad wedi’i ddarllen
public-class-emergency-released = rhyddhau mewn argyfwng
public-class-disclosure-recalled = datgeliad wedi’i alw yn ôl
public-class-destruction-confirmed = dinistrio wedi’i gadarnhau
public-class-destruction-refused = dinistrio wedi’i wrthod
public-class-onward-decided = anfon ymlaen wedi’i benderfynu
public-class-onward-refused = anfon ymlaen wedi’i wrthod
public-class-onward-sent = wedi’i anfon ymlaen
public-class-notice-deferred = hysbysiad wedi’i ohirio
public-class-notice-sent = hysbysiad wedi’i anfon
public-class-notice-returned = hysbysiad wedi’i ddychwelyd
public-class-notice-escalated = hysbysiad wedi’i uwchgyfeirio
public-class-consent-asked = cydsyniad wedi’i geisio
public-class-consent-given = cydsyniad wedi’i roi
public-class-consent-refused = cydsyniad wedi’i wrthod
public-class-consent-withdrawn = cydsyniad wedi’i dynnu’n ôl
public-class-challenge-received = her wedi’i derbyn
public-class-challenge-answered = her wedi’i hateb
public-class-copy-requested = cais am gopi
public-class-copy-given = copi wedi’i roi
public-class-review-done = adolygiad wedi’i wneud
public-class-erasure-done = dileu wedi’i wneud
public-class-account-changed = cyfrif wedi’i newid
public-class-settings-changed = gosodiadau wedi’u newid
public-class-export-made = allforio wedi’i wneud
public-class-import-made = mewnforio wedi’i wneud
public-class-other = arall

## Yr achosion dychmygol y cymherir dau becyn drostynt

public-case-cv-02 = Un dan amheuaeth yn y ddalfa, ymosodiad difrifol, heb geisio cydsyniad erioed
public-case-cv-05 = Clwyf cyllell, tystiolaeth gan yr heddlu fod yr ymosodwr yn dal i hela eraill
public-case-cv-07 = Enwau pawb yn y clinig ddydd Llun
public-case-cv-12 = Claf yn dweud wrth nyrs ble mae ffrwydron ei frawd
public-case-cv-13 = Dyletswydd Prevent yn cael ei henwi fel y sail gyfreithlon
public-case-cv-14 = Panel Channel yn gofyn am fewnbwn iechyd, heb ofyn i’r person eto
public-case-cv-16 = Troseddwr MAPPA lefel 2: gwybodaeth risg berthnasol
public-case-cv-17 = Swyddog am i’r person gael help, dyna’r cyfan
public-case-cv-18 = Menyw mewn oed ag FGM o’r gorffennol: yr heddlu’n enwi adran 5B
public-case-cv-20 = Swyddog yn dweud bod y datgeliad i’r Gwasanaeth Diogelwch dan CTA 2008 a.19
public-case-cv-22 = Gorchymyn Atodlen 5 yn enwi’r ymddiriedolaeth anghywir a heb ei selio
public-case-cv-25 = Gwŷs tyst Llys y Goron ar ôl gwrando ar y claf
public-case-cv-26 = Hysbysiad Atodlen 5 y crwner ar ôl marwolaeth
public-case-cv-28 = Rhowch wybod i ni os yw’n methu ei bigiad depo
public-case-cv-30 = Diweddariadau wythnosol am bresenoldeb gyda ffurflen gydsynio gyffredinol
public-case-cv-31 = Rhowch y dyddiad rhyddhau i ni er mwyn ailddechrau gwyliadwriaeth
public-case-cv-34 = Tanysgrifiad API i ddigwyddiadau’r cofnod
public-case-cv-36 = Tynnu cydsyniad yn ôl ar ôl i hanner yr eitemau fynd
public-case-cv-38 = Un manig yn y ddalfa: beth sy’n ei gadw’n ddiogel yno heno
public-case-cv-39 = Dyn hŷn galluog yn gwrthod help ynghylch twyll gan ei fab
public-case-cv-41 = Claf dan gadwad yn absennol heb ganiatâd, am ei ladd ei hun heno
public-case-cv-44 = Ticio’r blwch argyfwng, ond dair wythnos yn ôl y digwyddodd
public-case-cv-46 = Atgyfeiriad Prevent gan ysgol am blentyn 14 oed: am gael y cofnod CAMHS
public-case-cv-48 = Plentyn 15 oed cymwys yn cydsynio, y rhieni’n gwrthwynebu
public-case-cv-50 = Un ar bymtheg oed wedi’i drywanu, yn gwrthod siarad
public-case-cv-52 = Gweld FGM mewn merch 15 oed
public-case-cv-54 = Rhowch wybod i ni o hyd am hynt claf mewnol 17 oed
public-case-cv-56 = Cyfarfod strategaeth: amau salwch wedi’i ffugio
public-case-cv-58 = Yr amddiffyniad am gael nodiadau seiciatrig achwynydd 15 oed
public-case-cv-59 = Plentyn pymtheg oed yn cynllunio i ymosod ar ysgol yfory
