# Pam na wneir rhywbeth, a’r hyn y mae ffurflen yn ei ddisgwyl. Mae pob neges yn frawddeg heb atalnod llawn.

## Gwrthodiadau

refusal-no-such-case = Nid oes achos o’r fath
refusal-not-your-role = Nid gwaith eich rôl chi yw hyn
refusal-no-such-proposal = Nid oes cynnig o’r fath
refusal-closed = Mae’r achos wedi’i gau; ni ellir cofnodi dim byd arall ynddo
refusal-withdrawn = Tynnwyd yr atgyfeiriad yn ôl
refusal-returned = Dychwelwyd yr atgyfeiriad ac mae’n aros am y swyddog
refusal-not-returned = Nid yw’r atgyfeiriad yn aros amdanoch chi
refusal-repetition-waits = Mae trydydd atgyfeiriad gan yr un heddlu o fewn 90 diwrnod yn aros am yr adolygydd annibynnol; ni chaiff unrhyw gofnod ei agor nes i’r adolygydd edrych arno
refusal-enquiry-only = Nid yw ymholiad yn enwi neb, felly nid oes cofnod i’w agor na dim byd i’w ddatgelu
refusal-outcome-closed = Mae’r porth wedi cau’r canlyniad hwn
refusal-item-closed = Nid yw un o’r eitemau ymhlith y rhai y mae’r dyfarniad yn eu hagor
refusal-no-items = Dewiswch o leiaf un eitem
refusal-no-content = Ysgrifennwch beth sydd i’w ddatgelu ar gyfer pob eitem
refusal-item-reasons = Dywedwch am bob eitem pam mae ei hangen, ac am ddim eitem arall
refusal-notice-rule = Nid y rheol hysbysu hon y mae’r dyfarniad yn ei rhoi
refusal-deferral-days = Rhaid i ddiwrnod olaf y gohiriad fod rhwng heddiw a { $days } diwrnod o nawr
refusal-deferral-reasons = Rhowch resymau dros ohirio hysbysu
refusal-verdict-changed = Mae’r ffeithiau neu’r rheolau wedi newid ers i hyn gael ei gynnig, ac nid yw’r canlyniad ar agor mwyach fel y’i cynigiwyd; cynigiwch eto
refusal-rules-changed = Newidiodd y rheolau tra oeddech yn penderfynu; ni chofnodwyd dim; edrychwch ar yr achos eto
refusal-proposal-not-open = Nid yw’r cynnig hwn ar agor mwyach
refusal-approval-not-needed = Ni ofynnir am y gymeradwyaeth hon
refusal-approval-given = Mae’r gymeradwyaeth hon eisoes wedi’i rhoi
refusal-others-first = Mae cymeradwyaethau eraill yn dod gyntaf: { $approvals }
refusal-same-person = Mae gennych ran arall yn yr achos hwn eisoes, a rhaid i’r ddwy ran fod gan bobl wahanol
refusal-not-an-emergency = Dim ond mewn argyfwng y gellir rhoi cymeradwyaeth dros y ffôn
refusal-caller-not-verified = Dim ond argyfwng a gymerir dros y ffôn, a dim ond pan ffoniwyd y sawl a ffoniodd yn ôl drwy ystafell reoli ei heddlu
refusal-not-by-telephone = Dim ond lle cafodd eitemau eu rhyddhau mewn argyfwng, neu lle nad oes cyfrif gan y sawl a ofynnodd, y cânt eu darllen dros y ffôn
refusal-read-out-times = Darllenir yr hyn a ryddhawyd ar ôl iddo gael ei ryddhau, ac nid yn y dyfodol
refusal-nothing-to-confirm = Nid oes cymeradwyaeth gennych chi yn aros i’w chadarnhau
refusal-not-ready = Nid yw’r datgeliad yn barod i’w ryddhau
refusal-not-released = Nid oes dim byd i’w ddarllen
refusal-not-recalled = Ni alwyd dim byd yn ôl
refusal-nothing-to-review = Nid oes adolygiad yn ddyledus
refusal-no-route = Nid oes llwybr diogel wedi’i gofnodi
refusal-no-notice = Nid yw’r hysbysiad yn aros am hyn
refusal-still-owed = Mae rhywbeth yn dal yn ddyledus i’r person neu i’r adolygydd, felly mae’r achos yn aros ar agor
refusal-no-such-breach = Nid oes toriad o’r fath
refusal-breach-times = Yn gyntaf mae’n digwydd, yna daw’r ymddiriedolaeth yn ymwybodol ohono, yna caiff ei adrodd, ac ni all dim o hyn fod yn y dyfodol
refusal-delay-reasons = Cafodd ei adrodd ar ôl y 72 awr: dywedwch pam mae’n hwyr
refusal-notice-owed = Aeth gwybodaeth am rywun allan, felly mae hysbysiad yn ddyledus i’r person hwnnw; os oedd am y person cywir wedi’r cyfan, penderfynwch nad oedd toriad
refusal-searched-too-often = Rydych wedi chwilio { $most } gwaith o fewn yr awr ddiwethaf, sef mor aml ag y caiff neb; chwiliwch eto yn nes ymlaen, neu agorwch yr achos o’ch ciw
refusal-conflict-declared = Rydych wedi datgan gwrthdaro buddiannau yn yr achos hwn, felly mae ar gau i chi; mae rhywun arall yn gofalu amdano, a dim ond y Gwarcheidwad Caldicott a all dynnu’r datganiad yn ôl
refusal-colleague-stands-back = Mae’r sawl a enwir wedi datgan gwrthdaro buddiannau yn yr achos hwn
refusal-own-case = Chi eich hun a ddechreuodd yr achos hwn, felly ni allwch gamu’n ôl ohono; siaradwch â’r Gwarcheidwad Caldicott
refusal-no-conflict = Nid oes datganiad o’r fath
refusal-no-officer = Dewiswch swyddog o’ch heddlu sydd â chyfrif
refusal-no-recipient = Yn yr achos hwn nid yw’r clinig wedi enwi unrhyw swyddog i dderbyn dim
refusal-not-of-their-force = Dewiswch swyddog arall o’r un heddlu â’r sawl a enwir nawr
refusal-no-colleague = Dewiswch gydweithiwr sy’n glinigydd yn yr uned hon
refusal-minutes = Dewiswch 5, 15, 30 neu 60 munud
refusal-no-time = Nid ydych wedi cofnodi amser o’r fath yn yr achos hwn
refusal-conversation-time = Caiff galwad neu gyfarfod ei nodi ar ôl iddo ddigwydd, ac o fewn { $most } diwrnod
refusal-not-delegated = Mae dirprwy yn penderfynu o dan ddirprwyaeth ysgrifenedig gan y Gwarcheidwad Caldicott, ac nid oes un i chi
refusal-delegation-not-yet = Mae’r ddirprwyaeth i chi yn dechrau ar { $first }; tan hynny, ffoniwch y Gwarcheidwad Caldicott
refusal-delegation-ended = Daeth y ddirprwyaeth i chi i ben ar { $last }; rhaid rhoi un newydd yn ysgrifenedig
refusal-delegation-revoked = Diddymwyd y ddirprwyaeth i chi gan y Gwarcheidwad Caldicott
refusal-beyond-delegation = Mae’r ddirprwyaeth i chi ar gyfer argyfyngau tra byddwch ar alwad, ac nid yw’n ymestyn ymhellach
refusal-not-on-call = Nid ydych ar alwad ar y rota ar yr awr hon, felly i’r sawl sydd ar alwad y mae argyfwng
refusal-who-is-guardian = Mae gan eich ymddiriedolaeth sawl gwarcheidwad; rhaid i weinyddwr restru pa rai ohonynt sy’n ddirprwyon cyn i neb ohonynt benderfynu
refusal-deputy-delegates = Dirprwy ydych chi eich hun; dim ond y Gwarcheidwad Caldicott sy’n dirprwyo ac yn diddymu
refusal-no-deputy = Dewiswch rywun o’ch ymddiriedolaeth y mae gweinyddwr wedi’i restru’n ddirprwy
refusal-delegation-days = Daw dirprwyaeth i ben heddiw neu’n ddiweddarach, nid cyn iddi ddechrau, a dim mwy na { $most } diwrnod wedyn
refusal-not-for-rota = Mae clinigwyr ar ddyletswydd mewn uned; mae gwarcheidwaid a dirprwyon ymddiriedolaeth ar alwad
refusal-rota-days = Rhaid i’r diwrnod olaf fod heddiw neu’n ddiweddarach, nid cyn y cyntaf, ac o fewn blwyddyn iddo
refusal-no-such-entry = Nid oes cofnod o’r fath
refusal-already-done = Gwnaed hyn eisoes
refusal-facts = Nid yw’r ffeithiau’n cyd-fynd
refusal-busy = Newidiodd eraill yr achos ar yr un pryd; llwythwch ef eto

## Cymeradwyaethau sy’n dod gyntaf

refusal-approver-individual-professional-personal-duty = y gweithiwr iechyd sydd â’r ddyletswydd bersonol
refusal-approver-treating-clinician-opinion = y clinigydd sy’n trin y person
refusal-approver-second-senior-clinician-two-person = ail uwch glinigydd
refusal-approver-named-safeguarding-professional = y gweithiwr proffesiynol diogelu a enwir
refusal-approver-legal-services-validation = y gwasanaeth cyfreithiol
refusal-approver-caldicott-guardian = y Gwarcheidwad Caldicott
refusal-approver-on-call-guardian-deputy-then-review-within-24h = dirprwy’r Gwarcheidwad sydd ar alwad
refusal-approver-independent-deferral-reviewer = adolygydd annibynnol gohirio hysbysu
refusal-approver-independent-reviewer-before-opening = adolygydd annibynnol cyn agor yr achos

## Yr hyn y mae ffurflenni’n ei ddisgwyl

refusal-expected-one-of-these = Dewiswch un o’r rhain
refusal-expected-something = Ysgrifennwch rywbeth yma
refusal-expected-characters = Ysgrifennwch ddim mwy na { $most } nod
refusal-expected-plain-text = Ysgrifennwch destun heb nodau rheoli
refusal-expected-text = Rhowch destun
refusal-expected-no-such-field = Tynnwch hwn: nid oes maes o’r fath
refusal-expected-cursor = Rhowch gyrchwr tudalen o’r rhestr hon
refusal-expected-shorter-form = Byrhewch y ffurflen
refusal-expected-brackets = Rhowch ddau fachyn sgwâr cyn pob darn sydd i’w adael allan a dau ar ei ôl: [[fel hyn]]
refusal-expected-something-beside = Ysgrifennwch rywbeth heblaw’r hyn sydd i’w adael allan; neu peidiwch â thicio’r eitem hon
refusal-expected-day = Rhowch ddiwrnod calendr
refusal-expected-day-in-figures = Rhowch ddiwrnod calendr, blwyddyn-mis-diwrnod
refusal-expected-past-moment = Rhowch ddiwrnod ac amser sydd wedi mynd heibio
refusal-expected-past-time = Rhowch amser sydd wedi mynd heibio
refusal-expected-whole-number = Rhowch rif cyfan, 1 neu fwy

## Diffygion mewn ffeithiau

refusal-facts-member-once = Rhowch bob aelod unwaith yn unig
refusal-facts-whole-json = Rhowch JSON cyfan: mae’r testun yn dod i ben yn rhy gynnar
refusal-facts-json = Rhowch JSON: nid JSON sydd yn llinell { $line }, colofn { $column }
refusal-facts-utf8 = Rhowch JSON mewn UTF-8
refusal-facts-shorter-object = Rhowch wrthrych o ddim mwy na { $most } beit
refusal-facts-whole = Rhowch ffeithiau
refusal-facts-object = Rhowch wrthrych
refusal-facts-object-or-null = Rhowch wrthrych, neu null
refusal-facts-required = Llenwch y maes hwn: mae’n ofynnol
refusal-facts-entry-once = Rhowch bob cofnod unwaith yn unig
refusal-facts-nothing-here = Gadewch hwn yn wag: { $who } sy’n ei roi

# `what` yw un o’r pump nesaf.
refusal-facts-one = Rhowch yma: { $what }
refusal-facts-or-null = Rhowch null, neu: { $what }
refusal-facts-list = Rhowch restr, a phob un ynddi fel hyn: { $what }
refusal-facts-one-of = un o’r rhain: { $codes }
refusal-facts-whole-number = rhif cyfan o { $min } i { $max }
refusal-facts-calendar-day = diwrnod calendr ar ffurf BBBB-MM-DD
refusal-facts-true-or-false = true neu false
refusal-facts-version-one = y rhif 1

# Pwy sy’n rhoi maes.
refusal-facts-by-requester = y sawl sy’n gofyn
refusal-facts-by-supervisor = y goruchwyliwr
refusal-facts-by-clinic = y clinig
refusal-facts-by-safeguarding = y gwasanaeth diogelu
refusal-facts-by-legal = y gwasanaeth cyfreithiol
refusal-facts-by-duty-holder = deiliad y ddyletswydd
refusal-facts-by-candour = Candour

## Am bwy y mae achos

refusal-expected-person = Rhowch wrthrych sy’n cynnwys enw a dyddiad geni’r person
refusal-expected-person-name = Rhowch enw’r person
refusal-expected-full-name = Rhowch yr enw llawn
refusal-expected-nhs-number = Rhowch rif GIG deg digid â’r digid gwirio cywir
refusal-expected-birth-with-name = Rhowch y dyddiad geni sy’n mynd gyda’r enw
refusal-expected-birth-not-to-come = Rhowch ddyddiad geni nad yw yn y dyfodol
refusal-expected-birth-within-130-years = Rhowch ddyddiad geni o fewn y 130 mlynedd diwethaf
refusal-expected-age = Rhowch yr oedran sy’n mynd gyda’r dyddiad geni
refusal-expected-who = Rhowch pwy yw’r person, gan fod y ffeithiau’n dweud bod y person wedi’i adnabod

## Atgyfeiriadau, cynigion, cymeradwyaethau

refusal-expected-unit = Rhowch un o unedau’r gwasanaeth hwn
refusal-expected-officer-name = Rhowch enw mewngofnodi swyddog
refusal-expected-outcome-code = Rhowch refuse, return, advise, offer-care neu disclose
refusal-expected-basis-code = Rhowch god sail
refusal-expected-basis = Rhowch y sail dros ddatgelu
refusal-expected-item-code = Rhowch god eitem
refusal-expected-item-reason = Rhowch reswm pam mae angen yr eitem hon
refusal-expected-proposed-item = Rhowch eitem sydd wedi’i chynnig
refusal-expected-notice-rule-code = Rhowch god rheol hysbysu
refusal-expected-approval-code = Rhowch god cymeradwyaeth
refusal-expected-approver-name = Rhowch enw mewngofnodi’r sawl a roddodd y gymeradwyaeth
refusal-expected-colleague = Dewiswch gydweithiwr sy’n glinigydd yn yr uned hon

## Dweud wrth y person, toriadau

refusal-expected-route = Rhowch post, in-person neu representative
refusal-expected-letter-language = Rhowch en, cy neu both
refusal-expected-phrase = Rhowch ymadrodd o { $letters } llythyren o leiaf, wedi’i gytuno â’r person
refusal-expected-unknown-phrase = Rhowch ymadrodd nad yw’n enw, yn ddyddiad geni, yn gyfeiriad nac yn rhif GIG
refusal-expected-clock-start = Rhowch found neu recovered
refusal-expected-breach-kind = Rhowch god math o doriad
refusal-expected-note-kind = Rhowch advice neu measure

## Cyfrifon, mewngofnodi, sefydliadau

refusal-expected-present-password = Rhowch y cyfrinair sydd gennych nawr
refusal-expected-password-length = Rhowch o leiaf 12 nod
refusal-expected-long-password = Rhowch o leiaf 12 nod; mae tri neu bedwar gair yn hawdd eu cofio
refusal-expected-short-password = Rhowch ddim mwy na 512 beit
refusal-expected-unguessed-password = Rhowch gyfrinair sy’n anoddach ei ddyfalu: mae hwn ymhlith y rhai a ollyngwyd mewn mannau eraill, neu’n agos at un ohonynt neu at eich enw
refusal-expected-free-name = Rhowch enw nad yw wedi’i gymryd
refusal-expected-sign-in-name = Rhowch enw mewngofnodi heb fylchau, fel t.person
refusal-expected-free-sign-in-name = Rhowch enw mewngofnodi nad yw wedi’i gymryd
refusal-expected-two-names = Rhowch ddau enw mewngofnodi gwahanol
refusal-expected-six-digits = Rhowch y chwe digid y mae eich dilysydd yn eu dangos nawr
refusal-expected-unused-passkey = Dewiswch god pas (passkey) nad yw’n cael ei ddefnyddio eisoes
refusal-expected-fewer-passkeys = Tynnwch god pas (passkey) yn gyntaf: deg yw’r mwyaf
refusal-expected-fewer-requests = Tynnwch gais yn ôl yn gyntaf, neu gofynnwch am gadarnhau un: { $most } ar agor ar yr un pryd yw’r mwyaf
refusal-expected-fewer-drafts = Dilëwch ddrafft yn gyntaf, neu anfonwch un: { $most } ar yr un pryd yw’r mwyaf
refusal-expected-one-way-in = Dewiswch un ffordd i mewn: mewngofnodi eich sefydliad sy’n agor y cyfrif hwn, a gall dau weinyddwr newid hynny
refusal-expected-unused-sign-in = Dewiswch ffordd o fewngofnodi gan eich sefydliad nad yw’n agor cyfrif arall yma
refusal-expected-part = Dewiswch ei ran
refusal-expected-another-part = Dewiswch ran arall: tri o bobl sydd i allweddi, cyfrifon a chadw cofnodion
refusal-expected-place = Dewiswch ble mae’n perthyn
refusal-expected-place-of-part = Dewiswch sefydliad y mae’r rhan hon yn perthyn iddo
refusal-expected-account = Dewiswch gyfrif sy’n bodoli
refusal-expected-sort = Dewiswch beth ydyw
refusal-expected-short-name = Rhowch enw byr o lythrennau bach, digidau a chysylltnodau
refusal-expected-force = Dewiswch heddlu
refusal-expected-email = Rhowch gyfeiriad e-bost megis records@force.example
refusal-expected-nation = Dewiswch y genedl y mae ei chyfraith yn gymwys
refusal-expected-trust-of-unit = Dewiswch ymddiriedolaeth yr uned
refusal-expected-organisation-with-keys = Rhowch sefydliad sydd ag allweddi: y ceidwad allweddi sy’n eu gwneud yn gyntaf, gyda “candour keys renew”, ac wedyn caiff y gwasanaeth ei gychwyn eto

## Y rheolau

refusal-expected-pack-to-serve = Rhowch becyn y gellir ei weini: { $why }
refusal-expected-pack-of-today = Rhowch becyn sy’n nodi cyfraith heddiw; mae hwn yn ei nodi o { $first }
refusal-expected-pack-of-today-until = Rhowch becyn sy’n nodi cyfraith heddiw; mae hwn yn ei nodi o { $first } tan { $last }
