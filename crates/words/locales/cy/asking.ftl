## Journeys and their headings
asking-journey-referral = Atgyfeirio un person
asking-journey-wound = Rhoi gwybod am anaf gwn neu gyllell
asking-journey-harm = Datgelu bygythiad neu risg o niwed difrifol
asking-journey-duty = Adrodd o dan ddyletswydd bersonol
asking-heading-know = Beth ydych chi am ei wybod?
asking-heading-report = Beth ydych chi’n rhoi gwybod amdano?
asking-heading-given = Pa wybodaeth fyddai’n cael ei rhoi?

## Steps
asking-step-unit = I ba uned ydych chi’n gofyn?
asking-step-question = Beth ydych chi am ei wybod neu ei ddweud?
asking-step-who-asks = Pwy sy’n gofyn?
asking-step-body = Pa gorff sy’n gofyn?
asking-step-who-signs = Pwy sy’n llofnodi’r cais?
asking-step-about-whom = Am bwy mae hyn?
asking-step-person = Pwy yw’r person?
asking-step-harm-to-others = Pa niwed i eraill ydych chi’n ei ofni?
asking-step-harm-to-self = Pa niwed i’r person ydych chi’n ei ofni?
asking-step-offence = A oes trosedd neu anaf?
asking-step-purpose = Beth yw’r diben?
asking-step-information = Pa wybodaeth ydych chi’n gofyn amdani?
asking-step-reasons = Pam mae ei hangen?
asking-step-consent = A oes rheswm dros beidio â gofyn am gydsyniad?
asking-step-law = Ar ba gyfraith ydych chi’n dibynnu?
asking-step-urgency = Faint o frys sydd?
asking-step-more = A oes unrhyw beth o hyn yn berthnasol?
asking-step-missing-person = Yr adroddiad am y person ar goll
asking-step-mappa = Y cyfarfod MAPPA
asking-step-onward = Pwy fyddai’n ei derbyn nesaf?
asking-step-victim = A yw’r dioddefwr neu’r tyst wedi cael gwybod?
asking-step-deferral = Pam y dylai’r person gael gwybod yn ddiweddarach?
asking-step-duty = O dan ba ddyletswydd ydych chi’n adrodd?
asking-step-recipient = Pwy fyddai’n ei derbyn?

## Of which kind, once the kind was chosen
asking-which-purpose = { $kind }: pa ddiben?
asking-which-items = { $kind }: pa wybodaeth?
asking-which-law = { $kind }: pa gyfraith?

## A step
asking-place = Cam { $place } o { $all }
asking-important = Pwysig
asking-save = Cadw a pharhau
asking-save-later = Cadw a gorffen yn nes ymlaen
asking-all-steps = Pob cam
asking-carried = Dyma a ddywedoch yn eich atgyfeiriad diwethaf. Newidiwch hyn os yw’n wahanol y tro hwn.
asking-back = Yn ôl
asking-back-list = Yn ôl i’ch rhestr
asking-back-answers = Yn ôl i’ch atebion
asking-back-steps = Yn ôl i’r holl gamau
asking-back-draft = Yn ôl i’r drafft

## When a draft goes
asking-ends-important = Pwysig:
asking-ends-soon = Caiff y drafft hwn ei ddileu ymhen { $left }
asking-ends-soon-text = Hynny ar { $at }. Os cadwch ef eto, bydd yn aros am saith diwrnod arall. Neu gallwch ei anfon.
asking-ends = Caiff y drafft hwn ei ddileu ar { $at }, saith diwrnod ar ôl iddo gael ei gadw ddiwethaf. Os cadwch ef eto, bydd y diwrnod hwnnw’n symud.

## The list of steps
asking-overview-lead = Ni chaiff dim ei anfon cyn i chi ei wirio. Cedwir drafft dan sêl, ac ni all neb arall ei ddarllen.
asking-to-do = I’w wneud
asking-left-out = Wedi’i adael allan
asking-optional = Dewisol
asking-done = Wedi’i wneud
asking-overview-delete = Dileu’r drafft hwn

## The answers before they are sent
asking-check-title = Gwiriwch eich atebion
asking-check-change = Newid<span class="nhsuk-u-visually-hidden"> yr atebion i: { $step }</span>
asking-not-answered = Heb ei ateb eto
asking-left-out-pages = { $n ->
    [one] Gadawyd un dudalen allan
    [two] Gadawyd dwy dudalen allan
   *[other] Gadawyd { $n } tudalen allan
}
asking-left-out-why = Mae eich atebion yn dangos nad yw’r rhain yn berthnasol. Os yw un ohonynt, newidiwch yr ateb wrth ei hymyl.
asking-lessons-title = Beth fyddai’n helpu cyn i chi ei anfon
asking-lessons-lead = Gallwch ei anfon fel y mae. Dyma’r hyn y byddai’r rheolau’n dal i ofyn amdano mewn cais fel eich un chi, ar sail eich atebion chi yn unig.
asking-lesson-now = Gwnewch hyn nawr
asking-watch-title = Rydych yn gofyn am gael gwybod yn barhaus
asking-watch-text = Caiff cais i wylio claf, neu i gael gwybod am newidiadau, ei wrthod yma bob amser. Caiff ei gyfrif yn gyhoeddus.
asking-emergency-title = Rydych yn ei anfon fel argyfwng
asking-emergency-text = Bydd yn mynd i’r adolygydd annibynnol beth bynnag fo’r penderfyniad. Os yw’n argyfwng, ffoniwch yr uned hefyd: rhaid i rywun eich ffonio’n ôl drwy eich ystafell reoli.
asking-send = Anfon
asking-send-after = Ar ôl ei anfon, ni ellir ei newid. Gall y person weld yn ddiweddarach pwy ofynnodd, pryd, ac am beth.
asking-not-ready = Nid yw rhai camau wedi’u hateb eto. <a href="{ $draft }">Gweld pob cam</a>.
asking-nobody-named = Nid ydych yn enwi neb, felly gall cwestiwn fod yn ddigon. Un dudalen ydyw, fe’i hatebir gyntaf, ac ni ddaw’r ateb o unrhyw gofnod.
asking-nobody-named-go = Gofyn cwestiwn nad yw’n enwi neb
asking-no-law = Ni wnaethoch enwi cyfraith, felly ni all y dudalen hon ddweud beth sydd ar goll o hyd. Enwch yr un sydd gennych mewn golwg, ac fe wna. Gallwch hefyd ei anfon fel y mae: mae’r clinig yn edrych ar bob cyfraith.
asking-no-law-go = Enwi cyfraith

## Deleting a draft
asking-delete-title = Dileu’r drafft hwn?
asking-delete-text = Ni chafodd dim ohono ei anfon. Ni ellir ei adfer.
asking-delete-now = Ei ddileu
asking-delete-keep = Ei gadw

## What is asked
asking-ask-purpose = Prif ddiben
asking-ask-purpose-kind = Beth yw’r diben
asking-ask-why-not-consent = Rheswm
asking-ask-claimed-bases = Yr hyn yr ydych yn dibynnu arno
asking-ask-law-kinds = Yr hyn yr ydych yn dibynnu arno
asking-ask-item-kinds = Mathau o wybodaeth
asking-ask-urgency = Brys
asking-ask-more = Beth sy’n berthnasol
asking-ask-unit = Uned
asking-ask-body = Y corff sy’n gofyn, ac a fyddai’n cael yr ateb
asking-ask-acts-for = Rwy’n gofyn ar ran gwasanaeth cudd-wybodaeth
asking-ask-rank = Eich rheng neu’ch rôl
asking-ask-signed = Rwy’n llofnodi’r cais hwn: mae’n wir hyd y gwn i, a fi sy’n gofyn
asking-ask-victim = Mae’r person yn ddioddefwr neu’n dyst, neu gallai fod
asking-ask-died = Mae’r person wedi marw
asking-ask-name = Enw llawn
asking-ask-born = Dyddiad geni
asking-ask-age = Oedran, os nad yw’r dyddiad geni’n hysbys
asking-ask-nhs-number = Rhif GIG, os yw gennych
asking-ask-address = Cyfeiriad, os oes ei angen i wahaniaethu rhwng y person a rhywun arall
asking-ask-harm-to-others = Niwed i eraill
asking-ask-past-only = Mae wedi digwydd ac nid oes ofn y bydd yn digwydd eto
asking-ask-identified-victim = Mae person penodol mewn perygl
asking-ask-harm-to-self = Niwed i’r person ei hun
asking-ask-suicide = Hunanladdiad yw’r hyn a ofnir
asking-ask-offence = Y drosedd dan sylw
asking-ask-wound = Yr anaf a ddaeth â’r person i gael gofal
asking-ask-items-why = Pam mae angen pob un o’r eitemau
asking-ask-less-intrusive = Pa ddulliau llai ymwthiol y rhoesoch gynnig arnynt, neu pam na fyddai’r un yn ddigon
asking-ask-line-of-enquiry = Y trywydd ymholi y mae hyn yn ei ddilyn, os oes un
asking-ask-balance = Pam mae’r niwed o beidio â gwybod yn drech na’r niwed o ddatgelu
asking-ask-risk-grade = Gradd risg
asking-ask-incident-number = Rhoddir rhif digwyddiad yn y cwestiwn
asking-ask-end-time = Mae’r cwestiwn yn dweud pryd y daw’r rhannu i ben
asking-ask-bail = Mae’r person yn osgoi mechnïaeth yr heddlu
asking-ask-found = Daethpwyd o hyd i’r person
asking-ask-mappa-category = Categori
asking-ask-mappa-level = Lefel
asking-ask-convicted = Mae’r person wedi’i gael yn euog, neu o fewn adran 327
asking-ask-questions-listed = Mae’r cwestiwn yn rhestru cwestiynau penodol
asking-ask-meeting-set = Mae diwrnod wedi’i bennu ar gyfer y cyfarfod
asking-ask-onward-to = Pwy
asking-ask-says-source = Bydd yn dweud o ble y daeth yr wybodaeth
asking-ask-notice-given = Rhoddwyd hysbysiad ysgrifenedig cyn y cais hwn neu gyda’r cais
asking-ask-victim-exception = Yr eithriad y dibynnir arno yn lle hysbysiad
asking-ask-senior-approval = Mae uwch swyddog wedi cymeradwyo gofyn am gofnodion cwnsela
asking-ask-probative = Dangosir bod iddynt werth profiannol sylweddol
asking-ask-ground = Sail
asking-ask-deferral-why = Rhesymau, am y person hwn a heddiw
asking-ask-deferral-days = Am sawl diwrnod
asking-ask-duty = Dyletswydd
asking-ask-at-work = Cefais wybod amdano yn ystod fy ngwaith
asking-ask-regulated = Rwy’n weithiwr proffesiynol rheoleiddiedig
asking-ask-recipient-body = Pwy
asking-ask-recipient = Enw mewngofnodi’r swyddog, os ydych wedi cytuno ar un
asking-yes = Ie
asking-no = Na
asking-ask-ongoing = Rwyf hefyd yn gofyn am rywbeth ar ôl yr ateb: diweddariadau, adroddiadau neu rybuddion
asking-more-missing = Adroddwyd bod y person ar goll
asking-more-mappa = Mae ar gyfer cyfarfod MAPPA
asking-more-onward = Rwy’n bwriadu trosglwyddo rhywbeth i rywun arall
asking-more-deferral = Rwy’n gofyn i’r person gael gwybod yn ddiweddarach
asking-ask-asks-for-reports = Mae’n gofyn i bwy bynnag sy’n ei dderbyn wylio neu adrodd
asking-duty-fgm2003-s5b = Anffurfio organau cenhedlu merch dan 18 oed
asking-duty-ta2000-s38b = Gweithred derfysgol gan rywun arall
asking-duty-ta2000-s19 = Eiddo terfysgol
asking-duty-cpa2026-csa-report = Trosedd rywiol yn erbyn plentyn
asking-duty-sswba2014-s130 = Plentyn sy’n wynebu risg, yng Nghymru
asking-duty-sswba2014-s128 = Oedolyn sy’n wynebu risg, yng Nghymru
asking-lead-consent = Mae’r clinig yn rhoi cynnig ar gydsyniad yn gyntaf. Lle mae hynny’n ddiogel mae’n gofyn i’r person ei hun, felly nid oes angen i chi wneud.
asking-lead-law = Nid yw enwi cyfraith yn agor dim nad yw ei hamodau’n ei agor, ac mae’r clinig yn edrych ar bob cyfraith, wedi’i henwi neu beidio. Mae’r hyn yr ydych yn ei enwi’n dweud wrthym beth i’w ddweud wrthych am yr hyn sydd ar goll.
asking-lead-law-conditions = Nid yw’n agor dim oni bai bod ei hamodau’n cael eu bodloni. Mae’r crynodeb yn dweud wrthych pa rai ohonynt sydd ar goll o hyd.
asking-lead-law-opens-nothing = Nid yw’r un o’r rhain yn agor dim ar ei phen ei hun. Mae’r clinig yn ateb o dan gyfraith arall, neu ddim o gwbl.
asking-lead-purpose = Dewiswch yr un agosaf. Mae’r dudalen nesaf yn gofyn yn fanylach.
asking-lead-body = Mae eich cyfrif yn perthyn i heddlu. Enwch y corff yr ydych yn gofyn drosto.
asking-warning-urgency = Mae angen tystiolaeth ar gyfer argyfwng, a rhaid cadarnhau pwy ydych chi drwy alwad yn ôl drwy eich ystafell reoli. Nid yw ticio’r blwch yn agor dim ar ei ben ei hun. Mae pob argyfwng yn mynd i’r adolygydd annibynnol.
asking-lead-more = Ticiwch bob un sy’n berthnasol. Os nad oes dim yn berthnasol, parhewch.
asking-lead-unit = Nid yw unrhyw uned yn gweld achosion uned arall.
asking-question-referral = Eich cwestiwn
asking-hint-question-referral = Beth mae angen i chi ei benderfynu, a beth fyddai’n eich helpu i’w benderfynu? Gadewch allan ethnigrwydd, crefydd a phopeth arall nad oes ei angen.
asking-question-wound = Beth ddigwyddodd
asking-hint-question-wound = Pryd a ble, hyd y gwyddoch. Nid oes angen i chi ddweud pwy yw’r person.
asking-question-harm = Beth wyddoch chi, a sut
asking-hint-question-harm = Pwy allai gael niwed, gan bwy, sut, a phryd.
asking-question-duty = Beth rydych yn rhoi gwybod amdano
asking-hint-question-duty = Beth a ddywedwyd wrthych neu beth a welsoch, pryd, ac wrth wneud pa waith.
asking-lead-signer = Nid yw rheng ar ei phen ei hun yn agor dim.
asking-ask-identified-referral = A allwch enwi un person?
asking-hint-identified-no = Yna gall cwestiwn nad yw’n enwi neb fod yn ddigon: dewiswch “Gofyn i’r clinig”.
asking-ask-identified-report = A yw am un person y gallwch ei enwi?
asking-lead-person = Caiff y rhan hon ei selio dan ei hallwedd ei hun.
asking-hint-born = Er enghraifft, 31 3 1980. Gadewch hwn allan os nad ydych yn ei wybod.
asking-hint-age = Mewn blynyddoedd, hyd y gwyddoch. Mae oedran anhysbys yn cyfrif fel oedran plentyn.
asking-lead-harm = Yr hyn a wyddoch, nid yr hyn yr ydych yn amau y gallai fod.
asking-ask-items-referral = Y lleiaf a fyddai’n ddigon
asking-ask-items-report = Beth fyddai’n cael ei roi
asking-hint-ongoing = Caiff ceisiadau i wylio claf eu gwrthod yma bob amser. Caiff pob un ei gyfrif yn gyhoeddus.
asking-lead-items = Dewiswch gyn lleied o fathau ag sy’n ddigon. Mae’r rhestr yn mynd o’r hyn sy’n dweud leiaf am berson i’r hyn sy’n dweud fwyaf; mae’r tudalennau nesaf yn gofyn pa rai.
asking-lead-why = Mae’r hyn a adewch yn wag yn cyfrif fel heb ei ddweud. Mae’r clinig yn darllen y geiriau hyn gyda’ch cwestiwn.
asking-hint-more-deferral = Bydd y person yn cael gwybod cyn gynted ag y bydd y gyfraith a’i ddiogelwch yn caniatáu. Rhaid cael sail yn y gyfraith dros wneud hynny’n ddiweddarach.
asking-hint-asks-for-reports = Caiff hynny ei wrthod bob amser, a’i gyfrif yn gyhoeddus.
asking-lead-victim = Rhaid rhoi hysbysiad ysgrifenedig i’r dioddefwr cyn gwneud cais am ei wybodaeth (PCSC Act 2022, pennod 3A).
asking-lead-deferral = Mae gohiriad yn dod i ben ar ei ben ei hun. Dim ond yr adolygydd annibynnol all ei adnewyddu. Mae’r rhesymau hyn yn mynd gyda’ch cwestiwn.
asking-hint-duty-fgm2003-s5b = Y ferch wedi dweud, neu arwyddion corfforol wedi’u gweld. Gweithwyr proffesiynol rheoleiddiedig. FGM Act 2003 s.5B.
asking-hint-duty-ta2000-s38b = Terrorism Act 2000 s.38B. Gall dweud wrth y person fod yn drosedd; rhoddir gwybod i’r gwasanaeth cyfreithiol.
asking-hint-duty-cpa2026-csa-report = Crime and Policing Act 2026: nid oes diwrnod y daw i rym wedi’i gadarnhau.
asking-hint-duty-sswba2014-s130 = Social Services and Well-being (Wales) Act 2014 (Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014) s.130.
asking-hint-duty-sswba2014-s128 = Social Services and Well-being (Wales) Act 2014 (Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014) s.128.
asking-lead-duty = Chi yn unig biau’r ddyletswydd. Ni chaiff neb rwystro’ch adroddiad, ac ni chaiff neb ei wneud ar eich rhan.
asking-hint-recipient = Fel arall, gadewch hwn allan. Ni chaiff dim ei anfon cyn i benderfyniad gael ei wneud.

## Kinds of body
asking-body-local-police = Heddlu lleol
asking-body-counter-terrorism-police = Heddlu gwrthderfysgaeth
asking-body-intelligence-service = Gwasanaeth cudd-wybodaeth
asking-body-court = Llys
asking-body-coroner = Crwner
asking-body-local-authority = Awdurdod lleol
asking-body-safeguarding-adults-board = Bwrdd diogelu oedolion
asking-body-mappa-responsible-authority = Awdurdod cyfrifol MAPPA
asking-body-channel-panel = Panel Channel
asking-body-violence-reduction-unit = Uned lleihau trais
asking-body-defence-solicitor = Cyfreithiwr amddiffyn
asking-body-health-professional = Gweithiwr iechyd proffesiynol
asking-body-other = Rhywun arall
asking-body-another = Corff arall

## Ranks and roles
asking-rank-police-staff = Staff yr heddlu
asking-rank-constable = Cwnstabl
asking-rank-sergeant = Rhingyll
asking-rank-inspector = Arolygydd
asking-rank-chief-inspector = Prif arolygydd
asking-rank-superintendent = Uwch-arolygydd
asking-rank-above-superintendent = Yn uwch nag uwch-arolygydd
asking-rank-judge-or-coroner = Barnwr neu grwner
asking-rank-other-professional = Gweithiwr proffesiynol arall
asking-rank-not-stated = Byddai’n well gennyf beidio â dweud

## Harm to others
asking-others-none = Dim
asking-others-low-or-unclear = Isel, neu ddim yn glir
asking-others-asserted = Mae rhywun yn dweud hynny, ac nid oes dim yn ei ategu eto
asking-others-serious = Difrifol
asking-hint-others-serious = Marwolaeth, anaf difrifol, neu gam-drin rhywun.
asking-others-imminent-serious = Difrifol, ac ar fin digwydd
asking-hint-others-imminent-serious = O fewn oriau neu ddyddiau.

## Harm to the person
asking-self-none = Dim
asking-self-low-or-unclear = Isel, neu ddim yn glir
asking-self-serious = Difrifol
asking-self-imminent-death = Gallai’r person farw’n fuan
asking-hint-self-imminent-death = O fewn oriau neu ddyddiau.

## Gravity of the offence
asking-offence-none = Dim trosedd
asking-offence-minor = Mân drosedd
asking-offence-serious = Trosedd ddifrifol
asking-hint-offence-serious = Fel llofruddiaeth, treisio, niwed corfforol difrifol, cam-drin plentyn.
asking-offence-terrorism = Trosedd derfysgol

## Wounds
asking-wound-none = Dim anaf o’r mathau hyn
asking-wound-gunshot = Anaf gwn
asking-wound-knife-attack = Anaf o ymosodiad â chyllell neu lafn
asking-wound-accidental-or-self-inflicted = Anaf damweiniol, neu anaf a achosodd y person iddo’i hun

## Urgency
asking-urgency-routine = Arferol
asking-hint-urgency-routine = Cewch ateb o fewn 21 diwrnod.
asking-urgency-order-deadline = Mae gorchymyn llys yn pennu diwrnod
asking-hint-urgency-order-deadline = Dywedwch pa ddiwrnod yn eich cwestiwn.
asking-urgency-custody-clock = Mae rhywun yn y ddalfa
asking-urgency-same-day = Heddiw
asking-urgency-immediate = Argyfwng: gallai rhywun farw neu gael niwed difrifol
asking-hint-urgency-immediate = Cewch ateb o fewn 2 ddiwrnod. Mae rhywun annibynnol yn adolygu pob argyfwng wedyn. Caiff un nad oedd yn argyfwng ei gyfrif yn gyhoeddus yn erbyn eich heddlu.

## Why consent is not being sought
asking-no-consent-unsafe = Byddai gofyn yn anniogel
asking-hint-no-consent-unsafe = Byddai’n rhoi rhywun mewn perygl.
asking-no-consent-inappropriate = Byddai gofyn yn tanseilio’r diben
asking-hint-no-consent-inappropriate = Dywedwch sut yn eich rhesymau.
asking-no-consent-impracticable = Nid oes modd gofyn mewn pryd
asking-no-consent-not-stated = Nid oes rheswm: caiff y clinig ofyn i’r person
asking-hint-no-consent-not-stated = Y ffordd symlaf. Rhoddir cynnig ar gydsyniad yn gyntaf.

## Exceptions to telling a victim
asking-exception-none = Dim eithriad
asking-exception-not-practicable = Nid yw’n ymarferol rhoi gwybod i’r dioddefwr
asking-exception-unsafe = Byddai rhoi gwybod i’r dioddefwr yn anniogel
asking-exception-prejudice = Byddai rhoi gwybod i’r dioddefwr yn niweidio ymchwiliad

## Risk grades of a missing person
asking-grade-none = Dim
asking-grade-low = Isel
asking-grade-medium = Canolig
asking-grade-high = Uchel

## Who would receive it next
asking-next-gp = Meddyg teulu’r person
asking-next-mental-health-team = Tîm iechyd meddwl
asking-next-social-care = Gofal cymdeithasol
asking-next-police = Tîm heddlu arall
asking-next-intelligence-service = Gwasanaeth cudd-wybodaeth
asking-next-other = Rhywun arall

## Grounds for putting off notice
asking-ground-n-ta39 = Byddai rhoi gwybod yn debygol o niweidio ymchwiliad i derfysgaeth
asking-ground-n-court = Mae gorchymyn yn gwahardd rhoi gwybod
asking-hint-ground-n-court = Mae’r gorchymyn yn dweud hynny
asking-ground-n-sch2p2 = Byddai rhoi gwybod yn niweidio’r ymchwiliad i drosedd
asking-ground-n-safety = Byddai rhoi gwybod yn rhoi rhywun mewn perygl
asking-hint-ground-n-safety = Niwed difrifol i’r person neu i eraill
asking-ground-n-vir = Mae eithriad i ddioddefwyr a thystion yn gymwys
asking-ground-n-ta21d = Rhybuddio’r person (“tipping off”)
asking-hint-ground-n-ta21d = Terrorism Act 2000 s.21D: nid ar gyfer y GIG
asking-ground-n-sch3p5 = Niwed difrifol o weld cofnod iechyd
asking-hint-ground-n-sch3p5 = DPA 2018 Sch 3 para 5: ynghylch mynediad yn unig
asking-ground-n-sch3p4 = Yr hyn na fyddai’r person yn ei ddisgwyl
asking-hint-ground-n-sch3p4 = DPA 2018 Sch 3 para 4: ynghylch mynediad yn unig
asking-ground-none = Dim sail

## Purposes
asking-purposes-safe = Cadw rhywun yn ddiogel
asking-hint-purposes-safe = Bywyd, niwed difrifol, rhywun ar goll, plentyn, oedolyn sy’n wynebu risg, cael gofal.
asking-purpose-save-life = Achub bywyd
asking-purpose-prevent-serious-harm = Atal niwed difrifol i rywun
asking-purpose-find-missing-person = Dod o hyd i berson ar goll
asking-purpose-safe-detention = Cadw rhywun yn ddiogel yn y ddalfa
asking-purpose-protect-child = Amddiffyn plentyn
asking-purpose-section-47-enquiry = Ymholiad adran 47 ynghylch plentyn
asking-purpose-adult-safeguarding = Diogelu oedolyn
asking-purpose-safeguarding-adults-review = Adolygiad diogelu oedolion
asking-purpose-obtain-care = Cael gofal i rywun
asking-purposes-investigate = Ymchwilio
asking-hint-purposes-investigate = Trosedd, ymosodiad, cam-drin domestig, gyrrwr, datganiad dioddefwr.
asking-purpose-investigate-serious-crime = Ymchwilio i drosedd ddifrifol
asking-purpose-investigate-assault = Ymchwilio i ymosodiad
asking-purpose-investigate-domestic-abuse = Ymchwilio i gam-drin domestig
asking-purpose-fgm-enquiry = Ymholiad ynghylch anffurfio organau cenhedlu benywod
asking-purpose-identify-driver = Darganfod pwy oedd yn gyrru
asking-purpose-detect-minor-crime = Canfod mân drosedd
asking-purpose-antisocial-behaviour = Ymddygiad gwrthgymdeithasol
asking-purpose-victim-statement = Datganiad dioddefwr
asking-purposes-courts = Llysoedd a chwestau
asking-hint-purposes-courts = Cyhuddo, achos llys, troseddwr a gafwyd yn euog, cwest.
asking-purpose-charging-decision = Penderfynu a ddylid cyhuddo
asking-purpose-criminal-trial = Treial troseddol
asking-purpose-manage-convicted-offender = Rheoli troseddwr a gafwyd yn euog
asking-purpose-inquest = Cwest
asking-purposes-terrorism = Terfysgaeth a diogelwch
asking-hint-purposes-terrorism = Atal terfysgaeth neu ymchwilio iddi, Prevent, Channel.
asking-purpose-prevent-act-of-terrorism = Atal gweithred derfysgol
asking-purpose-terrorist-investigation = Ymchwiliad i derfysgaeth
asking-purpose-counter-terrorism-unspecified = Gwrthderfysgaeth, heb fod yn fwy manwl
asking-purpose-prevent-triage = Brysbennu atgyfeiriad Prevent
asking-purpose-channel-support = Cymorth drwy Channel
asking-purpose-assist-intelligence-service = Cynorthwyo gwasanaeth cudd-wybodaeth
asking-purposes-understand = Deall
asking-hint-purposes-understand = Pa mor agored i niwed yw rhywun, sut i siarad â’r person.
asking-purpose-assess-vulnerability = Asesu pa mor agored i niwed yw rhywun
asking-purpose-communication-advice = Cyngor ar sut i siarad â rhywun
asking-purpose-intelligence-gathering = Casglu cudd-wybodaeth
asking-purpose-strategic-needs-assessment = Asesiad o anghenion mewn ardal
asking-purposes-watch = Cael gwybod yn barhaus am rywun (gwrthodir bob amser, ac fe’i cyfrifir yn gyhoeddus)
asking-purpose-treatment-compliance = Cael gwybod a yw rhywun yn dilyn ei driniaeth
asking-purpose-covert-alert = Cael rhybudd heb i’r person wybod
asking-purpose-resume-surveillance = Penderfynu a ddylid gwylio rhywun eto
asking-purpose-automated-feed = Llif rheolaidd neu awtomatig o wybodaeth
asking-purposes-none = Dim un o’r rhain
asking-purpose-other = Rhywbeth arall

## Groups of items and of bases
asking-items-report = Ar gyfer adroddiad statudol yn unig
asking-items-nobody = Heb fod am neb yn benodol
asking-hint-items-nobody = Cyngor cyffredinol, ble i droi, cyfrifon.
asking-items-little = Am y person, heb fawr ohono’n breifat
asking-hint-items-little = Bod y person yn ddiogel, sut i’w gadw’n ddiogel, ble mae, pryd y daeth.
asking-items-today = Am iechyd y person, heddiw
asking-hint-items-today = Risg i’r person neu i eraill, anafiadau, meddyginiaethau, diagnosis mewn un llinell.
asking-items-depth = Am iechyd a bywyd y person, yn fanwl
asking-hint-items-depth = Rhannau o’r cofnod, defnydd o sylweddau, nodiadau therapi, y cofnod llawn.
asking-bases-compel = Gorchymyn neu hysbysiad sydd gennych mewn llaw
asking-bases-permit = Cyfraith sy’n caniatáu, lle bodlonir ei hamodau
asking-bases-no-gateway = Yn cael eu henwi’n aml, ond heb fod yn sail i ddatgelu dim
asking-bases-or = Neu

## Kinds of law
asking-law-order = Gorchymyn llys, hysbysiad swyddogol, neu ddyletswydd i rannu
asking-hint-law-order = Papur gan farnwr neu grwner, PACE, gyrrwr cerbyd, cais gan fwrdd diogelu.
asking-law-terrorism = Papur o dan y Ddeddf Terfysgaeth
asking-hint-law-terrorism = Gorchymyn cyflwyno neu esbonio, gwarant chwilio, gorchymyn uwch-arolygydd.
asking-law-harm = Perygl marwolaeth neu niwed difrifol
asking-hint-law-harm = Budd y cyhoedd, bywyd yn y fantol, hunanladdiad, rhywun ar goll, anaf gwn neu gyllell.
asking-law-consent = Mae’r person yn cytuno, neu’n methu penderfynu
asking-hint-law-consent = Cydsyniad pendant, neu fudd cyffredinol rhywun heb alluedd.
asking-law-safeguarding = Diogelu neu MAPPA
asking-hint-law-safeguarding = Plentyn, oedolyn sy’n wynebu risg, rheoli troseddwr.
asking-law-service = Ar gyfer crwner neu wasanaeth cudd-wybodaeth, heb orchymyn
asking-hint-law-service = Helpu’n wirfoddol.
asking-law-exemption = Eithriad neu amod mewn cyfraith diogelu data
asking-hint-law-exemption = Fel Atodlen 2 i’r Ddeddf Diogelu Data.
asking-law-duty = Dyletswydd neu bŵer cyffredinol i gydweithio
asking-hint-law-duty = Fel trosedd ac anhrefn, Prevent, Channel, trais difrifol.
asking-law-named = Rhywbeth arall
asking-hint-law-named = Cytundeb rhannu, cydsyniad ymhlyg, rheng, rhyddid gwybodaeth.
asking-law-none = Ni wn am ddim, neu nid wyf yn dibynnu ar ddim
asking-hint-law-none = Mae’r clinig yn edrych ar bob cyfraith.

## What would help, by the fact that is missing
asking-lesson-requester-signed = Llofnodwch y cais.
asking-lesson-requester-rank = Nodwch eich rheng neu’ch rôl.
asking-lesson-person-identified = Enwch yr un person y mae’n ymwneud ag ef.
asking-lesson-person-age = Rhowch oedran y person: mae rhywfaint o’r gyfraith ar gyfer plant yn unig, a rhywfaint ar gyfer oedolion yn unig.
asking-lesson-onward-says-source = Dywedwch y bydd yr hyn a drosglwyddwch yn enwi o ble y daeth.
asking-lesson-victim-request-notice-given = Rhowch hysbysiad ysgrifenedig i’r dioddefwr neu’r tyst, neu enwch yr eithriad yr ydych yn dibynnu arno.
asking-lesson-victim-request-substantial-probative-value = Dangoswch fod gan y cofnodion cwnsela werth profiannol sylweddol.
asking-lesson-justification-line-of-enquiry = Enwch y trywydd ymholi y mae hyn yn ei ddilyn.
asking-lesson-justification-less-intrusive-tried = Dywedwch pa ddulliau llai ymwthiol y rhoesoch gynnig arnynt, neu pam na fyddai’r un yn ddigon.
asking-lesson-justification-items-needed-why = Rhowch reswm dros bob eitem yr ydych yn gofyn amdani.
asking-lesson-justification-why-not-consent = Dywedwch pam na cheisir cydsyniad y person, neu gadewch i’r clinig ofyn i’r person.
asking-lesson-purpose = Nodwch y diben yn fwy manwl: mae hwn yn rhy gyffredinol i agor dim.
asking-lesson-items = Gofynnwch am lai. Nid yw’r gyfraith hon yn cyrraedd yr hyn yr ydych yn gofyn amdano.
asking-lesson-concern-evidence = Anfonwch y dystiolaeth ei hun i’r clinig: dogfen, neu air rhywun a’i gwelodd.
asking-lesson-instrument = Anfonwch y gorchymyn neu’r hysbysiad ei hun i’r clinig, mewn grym ac wedi’i gyfeirio at yr ymddiriedolaeth.
asking-lesson-instrument-kind = Nid yw cais neu ddrafft yn orchymyn. Anfonwch y gorchymyn ar ôl iddo gael ei wneud.
asking-lesson-instrument-issuer = Rhaid i’r papur ddod gan rywun sydd â’r hawl i’w gyhoeddi.
asking-lesson-instrument-written = Rhaid i’r papur fod yn ysgrifenedig.
asking-lesson-instrument-sealed = Anfonwch gopi o’r gorchymyn dan sêl.
asking-lesson-instrument-in-date = Rhaid i’r papur fod mewn grym.
asking-lesson-instrument-names-holder = Rhaid i’r papur fod wedi’i gyfeirio at yr ymddiriedolaeth sy’n dal y deunydd.
asking-lesson-instrument-names-requester = Rhaid i’r papur enwi’r corff sy’n gofyn.
asking-lesson-instrument-describes-items = Rhaid i’r papur ddisgrifio’r deunydd.
asking-lesson-instrument-particulars-stated = Rhaid i’r papur nodi’r manylion y mae’r gyfraith yn gofyn amdanynt.
asking-lesson-instrument-person-heard = Rhowch wybod i’r llys na chafodd y person ei glywed.
asking-lesson-instrument-sab-conditions = Rhaid i’r cais ddangos amodau adran 45.
asking-lesson-safeguarding-recipient-function-stated = Nodwch swyddogaeth ddiogelu pwy bynnag sy’n derbyn yr wybodaeth.
asking-lesson-safeguarding-harm-reasoning = Anfonwch eich rhesymu ynghylch y niwed i’r plentyn, yn ysgrifenedig.
asking-lesson-safeguarding-strategy-meeting = Anfonwch gofnod y cyfarfod strategaeth, neu’r llythyr adran 47.
asking-lesson-safeguarding-section-47-letter = Anfonwch lythyr adran 47 yr awdurdod lleol.
asking-lesson-safeguarding-local-authority-enquiry = Gofynnwch i’r awdurdod lleol gadarnhau ei ymholiad: mater i’r awdurdod yw ei wneud.
asking-lesson-mappa-questions-listed = Rhestrwch y cwestiynau penodol ar gyfer y cyfarfod.
asking-lesson-mappa-meeting-date-set = Pennwch ddiwrnod ar gyfer y cyfarfod.
asking-lesson-missing-incident-number = Rhowch rif y digwyddiad.
asking-lesson-missing-end-time-set = Dywedwch pryd y daw’r rhannu i ben.
asking-lesson-deferral-reasons-given = Rhowch resymau newydd dros roi gwybod i’r person yn ddiweddarach.
asking-lesson-deferral-ground = Enwch y sail dros roi gwybod i’r person yn ddiweddarach.

## What is wrong with an answer
asking-need-unit = Dewiswch yr uned yr ydych yn gofyn iddi
asking-need-question = Ysgrifennwch eich cwestiwn neu’ch adroddiad
asking-need-body = Dewiswch y corff sy’n gofyn
asking-need-rank = Dewiswch eich rheng neu’ch rôl
asking-need-identified = Dywedwch a allwch enwi un person
asking-need-harm-to-others = Dewiswch pa niwed i eraill yr ydych yn ei ofni, neu ddim
asking-need-harm-to-self = Dewiswch pa niwed i’r person yr ydych yn ei ofni, neu ddim
asking-need-offence = Dewiswch pa mor ddifrifol yw’r drosedd, neu ddim trosedd
asking-need-wound = Dewiswch yr anaf, neu ddim anaf
asking-need-purpose = Dewiswch y prif ddiben
asking-need-purpose-kind = Dewiswch beth yw’r diben, neu ddim un o’r rhain
asking-need-items = Dewiswch o leiaf un darn o wybodaeth, neu ewch yn ôl a dewis mathau eraill
asking-need-item-kinds = Dewiswch o leiaf un math o wybodaeth
asking-need-law-kinds = Dewiswch yr hyn yr ydych yn dibynnu arno, neu na wyddoch am ddim
asking-need-law = Dewiswch o leiaf un, neu ewch yn ôl a dewis rhywbeth arall
asking-need-why-not-consent = Dewiswch reswm, neu nad oes un
asking-need-urgency = Dewiswch faint o frys sydd
asking-need-risk-grade = Dewiswch y radd risg
asking-need-mappa-category = Dewiswch y categori
asking-need-mappa-level = Dewiswch y lefel
asking-need-onward-to = Dewiswch pwy fyddai’n ei derbyn
asking-need-victim-exception = Dewiswch yr eithriad, neu ddim eithriad
asking-need-ground = Dewiswch y sail
asking-need-duty = Dewiswch y ddyletswydd
asking-need-recipient = Dewiswch pwy fyddai’n ei derbyn
asking-fault-deferral-days = Rhowch y dyddiau fel rhif cyfan
asking-fault-question = Byrhewch y testun i { $most } o nodau
asking-fault-law-kinds = Dewiswch yr hyn yr ydych yn dibynnu arno, neu na wyddoch am ddim, ond nid y ddau
asking-fault-name = Rhowch enw llawn y person
asking-fault-born = Rhowch ddyddiad geni sy’n ddiwrnod go iawn, neu gadewch ef allan
asking-fault-born-later = Rhowch ddyddiad geni sydd yn y gorffennol
asking-fault-age-differs = Rhowch yr oedran sy’n cyd-fynd â’r dyddiad geni, neu gadewch ef allan
asking-fault-age = Rhowch yr oedran mewn blynyddoedd cyfan, neu gadewch ef allan
asking-fault-nhs-number = Rhowch rif GIG o ddeg digid â’r digid gwirio cywir, neu gadewch ef allan
