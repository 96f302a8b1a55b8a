# Pages of officers and their supervisors, and of health workers: their own referrals, reports and receipts.

## Lists and what they share
officer-your-referrals = Eich atgyfeiriadau
officer-ask-clinic = Gofyn i’r clinig
officer-back = Yn ôl
officer-information = Gwybodaeth:
officer-drafts = Drafftiau
officer-drafts-go = Caiff drafft ei ddileu saith diwrnod ar ôl ei gadw ddiwethaf. Mae ei gadw eto yn symud y diwrnod hwnnw.
officer-draft = Drafft
officer-draft-saved = Cadwyd ddiwethaf
officer-draft-ends = Caiff ei ddileu ar
officer-draft-go-on = Parhau ag ef<span class="nhsuk-u-visually-hidden">, cadwyd ar { $when }</span>
officer-draft-in = Ymhen { $left }
officer-sent = Anfonwyd
officer-nothing-more = Nid oes dim mwy.
officer-nothing-sent = Nid ydych wedi anfon dim eto.
officer-list-caption = Yr hyn a anfonwyd gennych, y diweddaraf yn gyntaf
officer-reference = Cyfeirnod
officer-unit = Uned
officer-state = Statws
officer-from-clinic = Gan y clinig
officer-handed-over-on = Rhoddwyd i chi ar { $day }
officer-older = Atgyfeiriadau hŷn
officer-newest = Yr atgyfeiriadau diweddaraf

## States, within a label
officer-state-sent = anfonwyd
officer-state-returned-to-you = dychwelwyd atoch
officer-state-information-ready = gwybodaeth yn barod
officer-state-recalled = galwyd yn ôl
officer-state-no-information-is-given = ni roddir gwybodaeth
officer-disclosure-state-ready = yn barod
officer-disclosure-state-recalled = galwyd yn ôl
officer-disclosure-state-settled = wedi’i setlo
officer-proposal-state-open = ar agor
officer-proposal-state-declined = gwrthodwyd
officer-proposal-state-decided = penderfynwyd
officer-proposal-state-released = rhyddhawyd
officer-proposal-state-recalled = galwyd yn ôl
officer-proposal-state-settled = wedi’i setlo

## Where a question begins
officer-new-intro = Gellir ateb y rhan fwyaf o gwestiynau heb wybod am bwy y maent. Nid yw ateb o’r fath yn dod o unrhyw gofnod, a hwn sy’n dod gyflymaf.
officer-enquiry-title = Gofyn cwestiwn nad yw’n enwi neb
officer-new-enquiry-what = Sut i fynd at rywun, beth y gall ymddygiad ei olygu, ble i droi. Bydd clinigydd yn ateb gyda chyngor.
officer-new-one-heading = Pan mai gwybodaeth am un person yn unig a wnaiff y tro
officer-new-one = Rydych yn dweud pwy sy’n gofyn, at ba ddiben, beth rydych yn ei ofni ac ar sail pa dystiolaeth, a’r lleiaf a fyddai’n ddigon. Clinigydd neu Warcheidwad Caldicott a enwir sy’n penderfynu. Caiff y person wybod cyn gynted ag y bydd y gyfraith a’i ddiogelwch yn caniatáu.
officer-new-one-do = Atgyfeirio un person
officer-telephone = Rhif ffôn yr uned yw <a href="tel:{ $dialled }">{ $number }</a>.
officer-telephone-of = { $unit }: <a href="tel:{ $dialled }">{ $number }</a>
officer-new-danger = Os yw rhywun mewn perygl nawr, ffoniwch 999 neu rif argyfwng yr uned. Peidiwch ag aros am y ffurflen hon.

## A question that names nobody
officer-enquiry-intro = Cyngor cyffredinol yw’r ateb. Nid yw’r clinigydd yn chwilio am neb.
officer-enquiry-question = Eich cwestiwn
officer-enquiry-question-hint = Disgrifiwch y sefyllfa fel na ellid adnabod neb ohoni: dim enw, dim cyfeiriad, dim dyddiad geni.
officer-enquiry-question-fault = Ysgrifennwch eich cwestiwn
officer-enquiry-unit = I ba uned rydych chi’n gofyn?
officer-enquiry-send = Anfon y cwestiwn

## One referral
# What is said for a state depends on the state alone: every ending without information reads the same.
officer-your-referral = Eich atgyfeiriad
officer-back-to-referral = Yn ôl i’r atgyfeiriad
officer-sent-by-clinic = Gan y clinig, atoch chi
officer-ends-latest = Daw i ben erbyn
officer-is-sent = Mae’r atgyfeiriad gyda’r clinig. Os rhoddir gwybodaeth, gallwch ei darllen yma. Os na roddir dim, bydd y dudalen hon yn dweud hynny ar yr amser uchod, beth bynnag a benderfynwyd a phryd bynnag.
officer-is-returned = Mae rhywbeth ar goll y gallech chi, neu bwy bynnag a gyhoeddodd bapur, ei roi o hyd.
officer-is-ready = Mae rhywbeth i chi ei ddarllen.
officer-is-recalled = Mae mynediad at yr hyn a roddwyd i chi wedi dod i ben. Mae’ch heddlu yn dinistrio’r hyn sydd ganddo, neu’n enwi’r gyfraith sy’n gwneud iddo ei gadw.
officer-is-answered = Mae mynediad at yr hyn a roddwyd i chi wedi dod i ben, ac mae ateb eich heddlu i’r galw yn ôl wedi’i gofnodi. Nid oes dim mwy i chi ei wneud.
officer-handed-over = Rhoddodd goruchwyliwr o’ch heddlu yr atgyfeiriad hwn i chi. Swyddog arall a ofynnodd; chi sy’n ateb drosto nawr.
officer-is-nothing = Ni roddir gwybodaeth. Nid yw hyn yn dweud dim am neb: mae yr un fath lle nad oedd neb yn hysbys, lle na ellid rhoi dim, a lle na ofynnwyd dim y gellid ei ateb.
officer-advice = Cyngor
officer-advice-at = { $when }. Nid o unrhyw gofnod; nid yw’n dweud a oes unrhyw un yn hysbys.
officer-disclosures = Datgeliadau
officer-disclosure-read = Darllen datgeliad { $n }
officer-disclosure-answer = Ymateb i alw datgeliad { $n } yn ôl
officer-disclosure-n = Datgeliad { $n }
officer-released = Rhyddhawyd ar { $when }
officer-complete-it = Ei gwblhau
officer-left-open-then = Yr hyn a adawodd eich ffurflen yn agored pan anfonoch hi
officer-left-open-how = Fe’i cyfrifwyd unwaith, o’ch atebion chi yn unig.
officer-what-you-wrote = Yr hyn a ysgrifennoch
officer-proof = Prawf o’r hyn a wnaethoch
officer-take-back = Tynnu’r atgyfeiriad hwn yn ôl

## It was sent
officer-your-reference = Eich cyfeirnod yw<br><strong>{ $reference }</strong>
officer-what-now = Beth sy’n digwydd nawr
officer-sent-where = { $unit } sydd â’ch atgyfeiriad bellach. Os oes rhywbeth i’w ddarllen, mae <a href="/officer/{ $id }">tudalen yr atgyfeiriad hwn</a> yn dweud hynny.
officer-sent-told = Os na roddir dim, cewch wybod ar { $when }, beth bynnag a benderfynwyd a phryd bynnag.
officer-sent-danger = Os yw rhywun mewn perygl nawr, ffoniwch 999 neu rif argyfwng yr uned. Peidiwch ag aros am ateb yma.
officer-left-open = Yr hyn a adawodd eich ffurflen yn agored

## Taking it back
officer-withdraw-title = Tynnu’r atgyfeiriad hwn yn ôl?
officer-withdraw-what = Mae’r clinig yn rhoi’r gorau i weithio arno. Mae’r hyn sydd wedi digwydd hyd yma yn aros ar gofnod, ac mae’n bosibl o hyd y caiff y person wybod eich bod wedi gofyn.
officer-withdraw-do = Ei dynnu’n ôl
officer-withdraw-leave = Ei adael fel y mae
officer-withdrawn-title = Rydych wedi’i dynnu’n ôl
officer-withdrawn-what = Mae’r clinig wedi cael gwybod, ac nid oes dim mwy i chi ei wneud. Mae’ch rhestr yn dal i ddangos yr atgyfeiriad fel o’r blaen tan ei amser arferol, fel nad yw ei ddiwedd yn dweud dim am neb.

## What was disclosed
officer-conditions-title = Cyn i chi ei ddarllen
officer-released-caption = { $reference }. Rhyddhawyd ar { $when }
officer-conditions-what = Mae’r dudalen nesaf yn dangos gwybodaeth am iechyd person y mae clinigydd neu Warcheidwad a enwir wedi penderfynu ei rhoi i chi, ac i neb arall.
officer-conditions-purpose = Defnyddiwch hi at y diben a nodwyd gennych yn unig.
officer-conditions-onward = Peidiwch â’i throsglwyddo i neb oni bai bod y gyfraith yn eich gorfodi. Os bydd, rhowch wybod i’r uned.
officer-conditions-destroy = Dinistriwch hi pan fydd wedi cyflawni’r diben hwnnw, neu cyn gynted ag y caiff ei galw yn ôl.
officer-conditions-seen = Gall y person weld eich bod wedi’i darllen, a phryd. Mae’r dudalen yn dangos eich enw a’r amser.
officer-conditions-accept = Rwy’n derbyn hyn ac yn ei ddarllen
officer-disclosure-title = Yr hyn a ddatgelir i chi
officer-disclosure-read-by = Darllenwyd gan { $reader } ar { $when }.
officer-disclosure-why = Pam y gellir ei roi
officer-disclosure-conditions = Amodau
officer-disclosure-copy = Cewch gadw un copi.
officer-disclosure-print = Ei argraffu
officer-disclosure-no-copy = Ni cheir cadw copi. Gallwch ei ddarllen yma eto tra bydd yn barod; cofnodir pob darlleniad.
officer-disclosure-wrong = Nid dyma’r person y gofynnais amdano

## It is somebody else
officer-wrong-title = Nid dyma’r person y gofynnoch amdano
officer-disclosure-caption = { $reference }. Datgeliad { $n }
officer-wrong-what = Os yw’r hyn a ddarllenoch am rywun arall, dywedwch hynny yma. Caiff ei alw yn ôl ar unwaith: ni allwch ei ddarllen mwyach, ac mae’ch heddlu yn dinistrio’r hyn sydd ganddo neu’n enwi’r gyfraith sy’n gwneud iddo ei gadw.
officer-wrong-do-not = Peidiwch â throsglwyddo’r hyn a ddarllenoch, a pheidiwch â chwilio am y person.
officer-wrong-do = Dweud hynny a dod â’m mynediad i ben
officer-wrong-cancel = Gwneud dim a mynd yn ôl
officer-wrong-how = Sut ydych chi’n gwybod?
officer-wrong-how-hint = Dywedwch beth nad yw’n cyd-fynd. Gadewch allan bopeth arall a ddarllenoch.
officer-wrong-how-fault = Dywedwch sut rydych yn gwybod

## It was recalled
officer-recalled-title = Cafodd hwn ei alw yn ôl
officer-recalled-what = Ni allwch ei ddarllen yma mwyach. Mae’ch heddlu yn ateb mewn un o ddwy ffordd.
officer-recalled-destroyed = Mae wedi’i ddinistrio
officer-recalled-destroyed-what = Pob copi, print, nodyn a chofnod a wnaed ohono, gennych chi a chan bwy bynnag a’i cafodd gennych.
officer-recalled-destroyed-do = Cadarnhau ei fod wedi’i ddinistrio
officer-recalled-kept = Mae’r gyfraith yn gwneud i’ch heddlu ei gadw
officer-recalled-kept-do = Enwi’r gyfraith a’i gadw
officer-recalled-law = Y gyfraith sy’n gwneud i’ch heddlu ei gadw
officer-recalled-law-hint = Y ddarpariaeth a pham y mae’n gymwys. Dywedwch pwy arall sydd ag ef; rydych yn ei gyfyngu iddynt hwy.
officer-recalled-law-fault = Enwch y gyfraith sy’n gwneud i’ch heddlu ei gadw

## What came back is completed
officer-complete-referral = Cwblhau eich atgyfeiriad
officer-complete-report = Cwblhau eich adroddiad
officer-complete-not-yours = Nid oes dim i chi ei lenwi yma.
officer-complete-true = Dywedwch yr hyn sy’n wir nawr yn unig. Bydd yr hyn a adewch yn wag yn aros fel yr oedd.
officer-complete-otherwise = Anfonwch yr hyn a restrir yma at yr uned yn y ffordd yr ydych fel arfer yn anfon papurau ati. Yna anfonwch yr atgyfeiriad eto.
officer-complete-send = Ei anfon eto
officer-field-rank = Eich rheng neu’ch rôl
officer-field-purpose = Y prif ddiben, yn fwy manwl
officer-field-items = Y lleiaf a fyddai’n ddigon
officer-field-consent = A oes rheswm dros beidio â gofyn am gydsyniad?
officer-field-ground = Sail dros hysbysu’r person yn ddiweddarach
officer-field-age = Oedran mewn blynyddoedd
officer-tick-signed = Rwy’n llofnodi’r cais hwn
officer-tick-source = Bydd yr hyn a drosglwyddaf yn dweud o ble y daeth
officer-tick-victim-notice = Rhoddwyd hysbysiad ysgrifenedig i’r dioddefwr neu’r tyst
officer-tick-victim-value = Dangosir gwerth profiannol sylweddol
officer-tick-enquiry = Mae trywydd ymholi, ac rwyf wedi’i roi i’r clinig yn ysgrifenedig
officer-tick-less-intrusive = Rhoddwyd cynnig ar ddulliau llai ymwthiol, neu ni fyddent yn ddigon, ac rwyf wedi rhoi’r rheswm i’r clinig yn ysgrifenedig
officer-tick-items-why = Rwyf wedi rhoi rheswm dros bob eitem i’r clinig yn ysgrifenedig
officer-tick-questions = Rhestrir cwestiynau penodol
officer-tick-meeting = Mae diwrnod ar gyfer y cyfarfod wedi’i bennu
officer-tick-incident = Rwyf wedi rhoi rhif y digwyddiad
officer-tick-end = Rwyf wedi dweud pryd y daw’r rhannu i ben
officer-tick-deferral = Rwyf wedi rhoi rhesymau ysgrifenedig newydd dros hysbysu’r person yn ddiweddarach

## Receipts of one’s own acts
officer-receipts-what = Mae derbynneb yn profi bod rhywbeth yn y cyfriflyfr cyhoeddus ers hynny, ac nid beth ydoedd. Gall pwy bynnag sydd â hi <a href="/receipts/check">ei gwirio</a> hebom ni. Cadwch eich rhai chi: drwyddynt hwy y gallwch ddangos yn ddiweddarach beth a ofynnoch a phryd.
officer-receipts-none = Nid ydych wedi gwneud dim yma eich hun.
officer-receipts-one = Derbynneb<span class="nhsuk-u-visually-hidden">: { $what }</span>
officer-receipts-soon = Yn barod ymhen tua deng munud

## The supervisor
officer-to-countersign = I’w cydlofnodi
officer-queue-what = Atgyfeiriadau eich heddlu o’r tair wythnos diwethaf sy’n dal i aros am lofnod arolygydd neu uwch. Nid yw eich llofnod yn agor dim; mae’r clinig yn gweld eich bod wedi llofnodi.
officer-queue-nothing = Nid oes dim yn aros.
officer-queue-caption = Argyfyngau yn gyntaf, yna’r hyn sydd wedi aros hiraf
officer-queue-since = Ers
officer-queue-waiting = Yn aros
officer-queue-emergency = Argyfwng
officer-queue-more = Rhagor
officer-countersign-title = Atgyfeiriad gan eich heddlu
officer-countersign-sent = Anfonwyd at { $unit } gan { $officer } ar { $when }. Rhwng y swyddog a’r clinig y mae’r hyn a ddaw ohono.
officer-countersign-question = Y cwestiwn
officer-countersign-answers = Yr hyn a lenwodd y swyddog
officer-countersign-done = Mae wedi’i gydlofnodi.
officer-countersign-what = Nid yw eich llofnod yn agor dim. Mae’r clinig yn gweld eich bod chi hefyd wedi llofnodi.
officer-countersign-do = Cydlofnodi
officer-countersign-signed = Rydych wedi’i gydlofnodi. Mae’r clinig yn ei weld.

## A health worker’s reports
officer-reports = Eich adroddiadau
officer-reports-make = Gwneud adroddiad
officer-reports-draft = Drafft a gadwyd ar { $when }
officer-reports-draft-in = Caiff ei ddileu ymhen { $left }
officer-reports-draft-on = caiff ei ddileu ar { $when }
officer-reports-caption = Eich adroddiadau, y diweddaraf yn gyntaf
officer-reports-older = Adroddiadau hŷn
officer-reports-new-what = Dim ond chi, a’r uned sy’n gweithio arno, sy’n gweld eich adroddiad. Nid oes dim yn mynd allan cyn i berson a enwir benderfynu, ac eithrio lle mai chi yn unig sydd â’r ddyletswydd.
officer-reports-wound = Clwyf saethu neu glwyf cyllell
officer-reports-wound-what = Caiff yr heddlu wybod yn gyntaf ei fod wedi digwydd, ac nid i bwy.
officer-reports-wound-do = Adrodd am glwyf
officer-reports-harm = Bygythiad, neu risg o niwed difrifol
officer-reports-harm-what = Gallai rhywun gael ei niweidio’n ddifrifol, ac rydych yn meddwl bod rhaid i’r heddlu neu eraill gael gwybod.
officer-reports-harm-do = Datgelu risg
officer-reports-duty = Dyletswydd y mae’r gyfraith yn ei rhoi arnoch
officer-reports-duty-what = Anffurfio organau cenhedlu benywod, terfysgaeth gan berson arall, eiddo terfysgol, ac eraill. Chi sydd â’r ddyletswydd: ni chaiff neb roi feto ar yr adroddiad.
officer-reports-duty-do = Adrodd o dan ddyletswydd
officer-reports-danger = Os yw rhywun mewn perygl nawr, ffoniwch 999 yn gyntaf. Gallwch ei gofnodi yma yr un diwrnod.
officer-report = Eich adroddiad
officer-report-back = Yn ôl i’ch adroddiad
officer-report-arrived = Cyrhaeddodd { $unit } ar { $when }. Yno y penderfynir beth a ddaw ohono. Gofynnir i chi os oes angen mwy.
officer-report-returned = Daeth yn ôl atoch
officer-report-returned-what = Ni all yr uned barhau ag ef: mae rhywbeth ar goll y gallech chi, neu bwy bynnag a gyhoeddodd bapur, ei roi o hyd.
officer-report-duty-yours = Y ddyletswydd sydd arnoch chi
officer-report-unconfirmed = Nid oes neb wedi cadarnhau’r ddarpariaeth hon eto.
officer-report-you-decide = Chi sy’n penderfynu. Ni chaiff neb roi feto arno; caiff y Gwarcheidwad wybod.
officer-report-make = Gwneud yr adroddiad
officer-report-made = Yr hyn a adroddoch
officer-report-duty = Dyletswydd
officer-report-when = Gwnaed
officer-report-due = I’w wneud o hyd
officer-duty-what = Chi yn unig sydd â’r ddyletswydd. Ni chaiff neb roi feto ar yr adroddiad hwn, a chaiff y Gwarcheidwad wybod eich bod wedi’i wneud. Caiff ei anfon pan fyddwch yn pwyso’r botwm.
officer-duty-tell = Yr hyn rydych yn ei ddweud
officer-duty-leave = Gadewch yn wag yr hyn nad yw’r ddyletswydd yn galw amdano.
officer-duty-do = Gwneud yr adroddiad hwn
officer-duty-why = Pam rydych yn adrodd hyn
officer-duty-why-hint = Yr hyn a ddywedwyd wrthych neu a welsoch, a pham y mae’n dod o dan y ddyletswydd.
officer-duty-why-fault = Ysgrifennwch pam rydych yn adrodd hyn
officer-duty-items-fault = Ysgrifennwch yr hyn a ddywedir o dan o leiaf un pennawd
