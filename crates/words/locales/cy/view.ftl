# Geiriau’r hyn y mae tudalennau’n ei ddangos am achosion, cyfrifon a’r cyfriflyfr.

## Rolau

view-role-officer = Swyddog
view-role-supervisor = Goruchwyliwr
view-role-health-worker = Gweithiwr iechyd
view-role-clinician = Clinigydd
view-role-second-clinician = Ail glinigydd
view-role-guardian = Gwarcheidwad Caldicott
view-role-safeguarding = Gweithiwr proffesiynol diogelu a enwir
view-role-legal = Gwasanaeth cyfreithiol
view-role-data-protection-officer = Swyddog diogelu data
view-role-reviewer = Adolygydd annibynnol
view-role-administrator = Gweinyddwr
view-role-key-custodian = Ceidwad allweddi
view-role-retention-manager = Rheolwr cadw cofnodion

## Lleoedd a chyfrifon

view-place-independent = Annibynnol
view-place-service = Y gwasanaeth
view-account-unknown = Cyfrif

## Sut y mewngofnododd rhywun

view-method-password = gyda’ch cyfrinair
view-method-passkey = gyda chod pas (passkey)
view-method-password-and-code = gyda chyfrinair a chod
view-method-recovery-code = gyda chod adfer
view-method-organisation = drwy eich sefydliad
view-method-organisation-second-factor = drwy eich sefydliad, gydag ail ffactor

## Yr hyn y mae gweinyddwyr yn gofyn amdano, mewn un llinell

view-dual-invite = { $title } ({ $name }) fel { $role }, { $place }
view-dual-again = Mae { $title } ({ $name }) yn ymrestru eto
view-dual-again-somebody = mae rhywun yn ymrestru eto
view-dual-trust = { $title } fel ymddiriedolaeth ({ $id })
view-dual-unit = { $title } fel uned ({ $id })
view-dual-force = { $title } fel heddlu ({ $id })
view-dual-contact = { $address } fel cyswllt hawliau gwybodaeth { $title }
view-dual-contact-none = Dim cyswllt hawliau gwybodaeth i { $title } mwyach
view-dual-somebody = rhywun

## Canlyniadau

view-outcome-refuse = Gwrthod
view-outcome-return = Dychwelyd am yr hyn sydd ar goll
view-outcome-advise = Cynghori, heb gofnod
view-outcome-offer-care = Cynnig gofal i’r person
view-outcome-disclose = Datgelu

## Penderfyniadau, fel y mae’r person yn eu darllen

view-person-item-full-record = Y cofnod iechyd cyfan
view-person-item-information-about-third-party-plan = Yr hyn sy’n hysbys am gynllun person arall
view-person-item-reason-for-notification = Pam y gwnaed yr adroddiad
view-person-decision-refuse = Ni roddwyd dim byd amdanoch chi.
view-person-decision-return = Anfonwyd y cais yn ôl am fod rhywbeth ar goll. Ni roddwyd dim byd amdanoch chi.
view-person-decision-advise = Rhoddwyd cyngor cyffredinol. Ni ddaeth o unrhyw gofnod ac ni ddywedodd a ydym yn eich adnabod.
view-person-decision-offer-care = Penderfynwyd cynnig gofal i chi. Ni ddywedir wrth neb arall a ydych yn ei dderbyn.
view-person-decision-disclose = Rhoddwyd rhywfaint o wybodaeth amdanoch chi.

## Amodau i’r sawl sy’n darllen datgeliad

view-use-purpose = Defnyddiwch hyn at y diben a nodwyd gennych yn unig.
view-use-onward = Peidiwch â’i drosglwyddo i neb oni bai bod y gyfraith yn eich gorfodi. Os bydd, dywedwch wrth yr uned.
view-use-destroy = Dinistriwch ef pan fydd wedi cyflawni’r diben hwnnw, neu cyn gynted ag y caiff ei alw yn ôl.

## Yr hyn sydd ar goll

view-missing-requester = Gallech ddarparu hyn o hyd: { $what }.
view-missing-issuer = Gallai’r sawl a gyhoeddodd y papur ddarparu hyn o hyd: { $what }.
view-missing-health-service = Gallai’r clinig gofnodi hyn o hyd: { $what }.

## Meysydd y ffeithiau

view-field-purpose = Prif ddiben
view-field-urgency = Brys a honnir
view-field-requester-body = Math o gorff sy’n gofyn
view-field-requester-rank = Rheng neu rôl
view-field-requester-signed = Mae’r ffurflen wedi’i llofnodi
view-field-requester-countersigned = Mae arolygydd neu uwch wedi llofnodi hefyd
view-field-requester-acts-for = Yn gofyn ar ran
view-field-requester-identity = I ba raddau y cadarnhawyd hunaniaeth
view-field-initiated-by = Pwy a ddechreuodd hyn
view-field-claimed-bases = Y seiliau y dibynnir arnynt
view-field-items = Y wybodaeth y gofynnir amdani
view-field-ongoing = Gofynnir am rywbeth ar ôl yr ateb: diweddariadau, adroddiadau, rhybuddion
view-field-concern-harm-to-others = Niwed a ofnir i eraill
view-field-concern-harm-to-others-past-only = Mae’r niwed hwnnw wedi digwydd ac ni ofnir ef eto
view-field-concern-identified-victim = Mae person penodol mewn perygl
view-field-concern-harm-to-self = Niwed a ofnir i’r person
view-field-concern-suicide-concern = Hunanladdiad yw’r niwed a ofnir
view-field-concern-offence = Difrifoldeb y drosedd
view-field-concern-wound = Y clwyf a ddaeth â’r person i gael gofal
view-field-concern-evidence = Y dystiolaeth orau
view-field-justification-items-needed-why = Rhoddir rheswm dros bob eitem
view-field-justification-line-of-enquiry = Rhoddir trywydd ymholi rhesymol
view-field-justification-less-intrusive-tried = Rhoddwyd cynnig ar ddulliau llai ymwthiol, neu dywedir pam na wnaed hynny
view-field-justification-why-not-consent = Pam na cheisir cydsyniad
view-field-justification-balance-written = Mae’r cydbwysedd rhwng y niweidiau wedi’i ysgrifennu
view-field-person-identified = Mae’r cais yn enwi un person
view-field-person-age = Oedran
view-field-person-alive = Mae’r person yn fyw
view-field-person-is-victim-or-witness = Mae’r person yn ddioddefwr neu’n dyst, neu gallai fod
view-field-person-child-competence = Cymhwysedd plentyn dan 16 oed ar gyfer y penderfyniad hwn
view-field-person-capacity = Galluedd ar gyfer y penderfyniad hwn
view-field-person-capacity-assessed = Mae asesiad ar gyfer y penderfyniad hwn wedi’i gofnodi
view-field-consent-status = Cydsyniad
view-field-consent-by = Pwy a’i rhoddodd neu a’i gwrthododd
view-field-consent-asked-by-health-service = Y gwasanaeth iechyd a ofynnodd, nid y swyddog
view-field-consent-specific = Mae’n dweud beth, i bwy a pham
view-field-consent-informed-and-free = Fe’i rhoddwyd yn wybodus ac o wirfodd
view-field-consent-written = Fe’i cofnodwyd yn ysgrifenedig
view-field-consent-single-use = Mae ar gyfer un defnydd
view-field-consent-age-days = Dyddiau ers ei roi
view-field-consent-covers = Yr hyn y mae’n ei gwmpasu
view-field-representative-authority-checked = Gwiriwyd a oes atwrnai neu ddirprwy
view-field-representative-consulted = Ymgynghorwyd â’r rhai sy’n agos at y person
view-field-representative-overall-benefit-written = Mae’r budd cyffredinol wedi’i ysgrifennu
view-field-representative-can-wait = Gall y penderfyniad aros nes i’r person wella
view-field-victim-request-notice-given = Rhoddwyd hysbysiad ysgrifenedig i’r dioddefwr
view-field-victim-request-exception = Yr eithriad y dibynnir arno yn lle hysbysiad
view-field-victim-request-counselling-records = Gwybodaeth cwnsela yw’r cofnodion
view-field-victim-request-senior-approval = Cymeradwyodd uwch swyddog
view-field-victim-request-substantial-probative-value = Dangosir gwerth profiannol sylweddol
view-field-safeguarding-child-harm = Niwed i’r plentyn
view-field-safeguarding-harm-reasoning = Mae’r rhesymu am niwed wedi’i ysgrifennu
view-field-safeguarding-section-47-letter = Darparwyd llythyr adran 47 yr awdurdod lleol
view-field-safeguarding-strategy-meeting = Cofnodwyd cyfarfod strategaeth
view-field-safeguarding-named-professional-consulted = Ymgynghorwyd â’r gweithiwr proffesiynol diogelu a enwir
view-field-safeguarding-adult-care-needs = Mae gan yr oedolyn anghenion gofal a chymorth
view-field-safeguarding-adult-abuse-or-neglect = Amheuir camdriniaeth neu esgeulustod
view-field-safeguarding-adult-unable-to-protect = Ni all yr oedolyn ei amddiffyn ei hun oherwydd yr anghenion hynny
view-field-safeguarding-coercion = Amheuir gorfodaeth
view-field-safeguarding-others-at-risk = Mae pobl eraill mewn perygl
view-field-safeguarding-local-authority-enquiry = Gwnaeth neu cadarnhaodd yr awdurdod lleol ymholiad adran 42
view-field-safeguarding-holder-considers-relevant = Mae’r corff iechyd ei hun o’r farn ei bod yn berthnasol i les y plentyn
view-field-safeguarding-detriment-assessed = Barnodd y corff iechyd na fyddai rhannu’n fwy niweidiol na pheidio
view-field-safeguarding-recipient-function-stated = Nodir swyddogaeth ddiogelu’r derbynnydd
view-field-instrument-kind = Y papur a gyflwynwyd
view-field-instrument-issuer = Pwy a’i cyhoeddodd
view-field-instrument-written = Mae’n ysgrifenedig
view-field-instrument-sealed = Gwelwyd copi wedi’i selio
view-field-instrument-in-date = Mae mewn grym
view-field-instrument-ends-on = Daw i ben ar
view-field-instrument-names-holder = Mae wedi’i gyfeirio at yr ymddiriedolaeth hon, sy’n dal y deunydd
view-field-instrument-names-requester = Mae’n enwi’r corff sy’n gofyn
view-field-instrument-describes-items = Yr hyn y mae’n ei ddisgrifio
view-field-instrument-particulars-stated = Mae’r manylion y mae’r gyfraith yn eu mynnu yno
view-field-instrument-access-conditions = Yr amodau mynediad a nodir
view-field-instrument-future-material = Mae’n cyrraedd deunydd nad yw’n bodoli eto
view-field-instrument-future-days = Sawl diwrnod ymlaen y mae’n cyrraedd
view-field-instrument-ordinary-care-only = Dim ond papurau a wnaed mewn gofal arferol y mae’n eu cyrraedd
view-field-instrument-sab-conditions = Amodau adran 45 y Care Act a ddangosir
view-field-instrument-person-heard = Cafodd y person rybudd a gallai gael gwrandawiad
view-field-instrument-forbids-notice = Mae ei delerau’n gwahardd dweud wrth y person
view-field-instrument-ban-ends-on = Daw’r gwaharddiad ar ddweud i ben ar
view-field-mappa-category = Categori MAPPA
view-field-mappa-level = Lefel MAPPA
view-field-mappa-convicted = Mae’r person wedi’i euogfarnu
view-field-mappa-questions-listed = Rhestrir cwestiynau penodol
view-field-mappa-meeting-date-set = Mae dyddiad cyfarfod wedi’i bennu
view-field-missing-incident-number = Rhoddir rhif digwyddiad
view-field-missing-risk-grade = Gradd risg yr heddlu
view-field-missing-end-time-set = Nodir pryd y daw’r rhannu i ben
view-field-missing-avoiding-police-bail = Mae’r person yn osgoi mechnïaeth yr heddlu
view-field-missing-found = Mae’r person wedi’i ganfod
view-field-duty-regulated-professional = Gweithiwr proffesiynol rheoleiddiedig yw’r deiliad
view-field-duty-learnt-at-work = Daeth yn hysbys yn ystod gwaith
view-field-duty-fgm-told-or-seen = Y ferch a ddywedodd, neu gwelwyd arwyddion corfforol
view-field-duty-terrorist-property-suspected = Amheuir trosedd eiddo terfysgol
view-field-duty-terrorism-of-another = Gallai helpu i atal terfysgaeth gan berson arall
view-field-duty-child-abuse-offence-suspected = Amheuir trosedd rywiol yn erbyn plentyn
view-field-duty-adult-or-child-at-risk = Credir bod oedolyn neu blentyn mewn perygl
view-field-onward-to = Pwy fyddai’n ei dderbyn nesaf
view-field-onward-says-source = Mae’n dweud o ble y daeth y wybodaeth
view-field-onward-asks-for-reports = Mae’n gofyn i’r derbynnydd wylio neu adrodd
view-field-repetition-same-force-referrals-90-days = Atgyfeiriadau cynharach gan yr un heddlu mewn 90 diwrnod
view-field-repetition-new-facts-since-last = Mae’n seiliedig ar ffeithiau a gododd ar ôl yr un diwethaf
view-field-deferral-asked = Gofynnir am ohirio hysbysu
view-field-deferral-ground = Y sail a honnir
view-field-deferral-reasons-given = Rhoddir rhesymau ysgrifenedig newydd
view-field-deferral-legal-service-agrees = Mae’r gwasanaeth cyfreithiol yn cytuno y byddai dweud yn debygol o niweidio
view-field-deferral-days = Y dyddiau y gofynnir amdanynt
view-field-nation = Cyfraith pa genedl sy’n gymwys
view-field-date = Dyddiad y cais

## Gwerthoedd y ffeithiau

view-fact-not-stated = heb ei nodi
view-fact-yes = ie
view-fact-no = na
view-fact-none = dim

## Dibenion, fel o fewn brawddeg

view-purpose-detect-minor-crime = i ddatrys mân drosedd
view-purpose-investigate-serious-crime = i ymchwilio i drosedd ddifrifol
view-purpose-investigate-assault = i ymchwilio i ymosodiad
view-purpose-investigate-domestic-abuse = i ymchwilio i gam-drin domestig
view-purpose-prevent-serious-harm = i atal niwed difrifol i rywun
view-purpose-save-life = i achub bywyd
view-purpose-prevent-act-of-terrorism = i atal gweithred derfysgol
view-purpose-terrorist-investigation = ymchwiliad terfysgol
view-purpose-counter-terrorism-unspecified = gwrthderfysgaeth, heb fod yn fwy manwl
view-purpose-prevent-triage = i frysbennu atgyfeiriad Prevent
view-purpose-channel-support = cymorth drwy Channel
view-purpose-assess-vulnerability = i asesu pa mor agored i niwed yw rhywun
view-purpose-assist-intelligence-service = i gynorthwyo gwasanaeth cudd-wybodaeth
view-purpose-identify-driver = i ganfod pwy oedd yn gyrru
view-purpose-find-missing-person = i ddod o hyd i berson coll
view-purpose-safe-detention = i gadw rhywun yn ddiogel yn y ddalfa
view-purpose-protect-child = i amddiffyn plentyn
view-purpose-section-47-enquiry = ymholiad adran 47 ynghylch plentyn
view-purpose-adult-safeguarding = i ddiogelu oedolyn
view-purpose-safeguarding-adults-review = adolygiad diogelu oedolion
view-purpose-fgm-enquiry = ymholiad ynghylch anffurfio organau cenhedlu benywod
view-purpose-manage-convicted-offender = i reoli troseddwr a gafwyd yn euog
view-purpose-criminal-trial = treial troseddol
view-purpose-charging-decision = penderfyniad a ddylid cyhuddo
view-purpose-victim-statement = datganiad dioddefwr
view-purpose-inquest = cwest
view-purpose-strategic-needs-assessment = asesiad o anghenion mewn ardal
view-purpose-automated-feed = ffrwd reolaidd neu awtomatig
view-purpose-treatment-compliance = i gael gwybod a yw rhywun yn cymryd ei driniaeth
view-purpose-covert-alert = i gael rhybudd heb yn wybod i’r person
view-purpose-resume-surveillance = i benderfynu a ddylid gwylio rhywun eto
view-purpose-intelligence-gathering = i gasglu cudd-wybodaeth
view-purpose-communication-advice = cyngor ar sut i siarad â rhywun
view-purpose-obtain-care = i gael gofal i rywun
view-purpose-antisocial-behaviour = ymddygiad gwrthgymdeithasol
view-purpose-other = rhywbeth arall

## Seiliau dros ddweud yn ddiweddarach

view-ground-n-ta39 = byddai dweud yn debygol o niweidio ymchwiliad terfysgol
view-ground-n-ta21d = rhoi rhybudd ymlaen llaw i rywun (“tipping off”)
view-ground-n-sch2p2 = byddai dweud yn niweidio’r ymchwiliad i drosedd
view-ground-n-sch3p5 = niwed difrifol o weld cofnod iechyd
view-ground-n-sch3p4 = yr hyn na fyddai’r person yn ei ddisgwyl
view-ground-n-court = mae gorchymyn yn gwahardd dweud
view-ground-n-safety = byddai dweud yn rhoi rhywun mewn perygl
view-ground-n-vir = mae eithriad ar gyfer dioddefwyr a thystion yn gymwys
view-ground-none = dim sail

## Codau eraill y ffeithiau, fel o fewn brawddeg

view-code-england = Lloegr
view-code-wales = Cymru
view-code-local-police = heddlu lleol
view-code-counter-terrorism-police = heddlu gwrthderfysgaeth
view-code-intelligence-service = gwasanaeth cudd-wybodaeth
view-code-court = llys
view-code-coroner = crwner
view-code-local-authority = awdurdod lleol
view-code-safeguarding-adults-board = bwrdd diogelu oedolion
view-code-mappa-responsible-authority = awdurdod cyfrifol MAPPA
view-code-channel-panel = panel Channel
view-code-violence-reduction-unit = uned lleihau trais
view-code-defence-solicitor = cyfreithiwr yr amddiffyniad
view-code-health-professional = gweithiwr iechyd proffesiynol
view-code-other = arall
view-code-not-stated = heb ei nodi
view-code-police-staff = staff yr heddlu
view-code-constable = cwnstabl
view-code-sergeant = rhingyll
view-code-inspector = arolygydd
view-code-chief-inspector = prif arolygydd
view-code-superintendent = uwcharolygydd
view-code-above-superintendent = uwch na uwcharolygydd
view-code-judge-or-coroner = barnwr neu grwner
view-code-other-professional = gweithiwr proffesiynol arall
view-code-unverified = heb ei gwirio
view-code-verified = wedi’i gwirio
view-code-verified-by-call-back = wedi’i gwirio drwy alw yn ôl
view-code-requester = y sawl sy’n gofyn
view-code-duty-holder = gweithiwr iechyd o dan ei ddyletswydd ei hun
view-code-health-service = y gwasanaeth iechyd
view-code-service-confirmation = cadarnhad gan wasanaeth cudd-wybodaeth
view-code-application-or-draft = cais neu ddrafft
view-code-judge = barnwr
view-code-chief-officer-of-police = prif swyddog yr heddlu
view-code-safeguarding-board = bwrdd diogelu
view-code-applicant-or-solicitor = ymgeisydd neu gyfreithiwr
view-code-none = dim
view-code-low-or-unclear = isel, neu’n aneglur
view-code-asserted = mae rhywun yn dweud hynny, ac nid oes dim eto’n ei gadarnhau
view-code-serious = difrifol
view-code-imminent-serious = difrifol, ac ar fin digwydd
view-code-imminent-death = gall y person farw’n fuan
view-code-assertion = honiad
view-code-second-hand = ail-law
view-code-verbal-statement = datganiad llafar
view-code-documented = wedi’i dogfennu
view-code-first-hand = o lygad y ffynnon
view-code-minor = mân
view-code-terrorism = terfysgaeth
view-code-gunshot = clwyf saethu
view-code-knife-attack = clwyf o ymosodiad â chyllell neu lafn
view-code-accidental-or-self-inflicted = damweiniol neu hunanachosedig
view-code-routine = arferol
view-code-order-deadline = mae gorchymyn llys yn pennu diwrnod
view-code-custody-clock = mae rhywun yn y ddalfa
view-code-same-day = heddiw
view-code-immediate = argyfwng
view-code-unsafe = anniogel
view-code-inappropriate = amhriodol
view-code-impracticable = anymarferol
view-code-not-applicable = ddim yn gymwys
view-code-competent = cymwys
view-code-not-competent = ddim yn gymwys i benderfynu
view-code-not-assessed = heb ei asesu
view-code-has-capacity = mae’r galluedd gan y person
view-code-doubted = yn cael ei amau
view-code-lacks-temporary = nid yw’r galluedd gan y person am y tro
view-code-lacks-long-term = nid yw’r galluedd gan y person yn y tymor hir
view-code-not-sought = heb ei geisio
view-code-given = wedi’i roi
view-code-refused = wedi’i wrthod
view-code-withdrawn = wedi’i dynnu’n ôl
view-code-cannot-be-sought = ni ellir ei geisio
view-code-person = y person
view-code-parent = rhiant
view-code-attorney-or-deputy = atwrnai neu ddirprwy
view-code-family = teulu
view-code-not-practicable = ddim yn ymarferol
view-code-prejudice = niwed i’r ymchwiliad
view-code-in-need = plentyn mewn angen
view-code-significant = sylweddol
view-code-low = isel
view-code-medium = canolig
view-code-high = uchel
view-code-gp = meddyg teulu
view-code-mental-health-team = tîm iechyd meddwl
view-code-social-care = gofal cymdeithasol
view-code-police = yr heddlu

## Tasgau ciw

view-task-answer-enquiry = Ateb ymholiad
view-task-consider-referral = Ystyried atgyfeiriad
view-task-consider-report = Ystyried adroddiad gweithiwr iechyd
view-task-countersign = Cydlofnodi atgyfeiriad
view-task-complete = Darparu’r hyn sydd ar goll
view-who-reported = Pwy bynnag a’i hadroddodd
view-task-approve = Rhoi neu wrthod cymeradwyaeth
view-task-confirm-telephone = Cadarnhau’r hyn a gymeradwywyd gennych dros y ffôn
view-task-confirm-telephone-theirs = Cadarnhau’r hyn a gymeradwywyd ganddynt dros y ffôn
view-task-safe-route = Cofnodi neu gadarnhau llwybr diogel
view-task-review-repetition = Edrych ar drydydd atgyfeiriad mewn 90 diwrnod
view-task-after-review = Edrych ar argyfwng wedi’r digwyddiad
view-task-direct-notice = Penderfynu ynghylch hysbysiad
view-task-telephone-unconfirmed = Ni chadarnhawyd cymeradwyaeth dros y ffôn
view-task-confirm-destruction = Cadarnhau dinistrio’r hyn a alwyd yn ôl
view-task-breach-report = Toriad data personol: ei adrodd i’r Comisiynydd, neu benderfynu pam na wneir hynny
view-task-breach-telling = Toriad data personol: penderfynu a ddywedir wrth y person
view-task-affected-route = Cofnodi neu gadarnhau llwybr diogel i’r sawl y mae toriad yn ymwneud ag ef ar gam
view-task-close = Cau’r achos
view-task-any = Edrych ar yr achos
view-breach-task-advise = Toriad data personol: rhoi cyngor arno
view-breach-task-undecided = Toriad data personol nad oes neb wedi penderfynu yn ei gylch

## Cyfnodau o amser

view-waiting-now = newydd ddod
view-span-less-than-an-hour = llai nag awr
view-span-minutes = { $n ->
    [two] { $n } funud
   *[other] { $n } munud
}
view-span-hours = { $n } awr
view-span-days = { $n ->
    [two] { $n } ddiwrnod
   *[other] { $n } diwrnod
}
view-clock-less-than-an-hour-left = llai nag awr ar ôl
view-clock-less-than-an-hour-over = yn hwyr o lai nag awr
view-clock-left = { $hours } awr ar ôl
view-clock-over = yn hwyr o { $hours } awr

## Cymeradwyaethau dros y ffôn

view-telephone-to-confirm = i’w gadarnhau o fewn 24 awr
view-telephone-confirmed = cadarnhawyd
view-telephone-denied = gwadwyd
view-waits-for-telling = Dywedir wrth y person yn gyntaf. Bydd y rhyddhau’n dilyn ar ôl i’r llythyr fynd allan, neu ar ôl i glinigydd gofnodi y byddai dweud ymlaen llaw yn anniogel.
view-waits-for-witnesses = Mae’r rhyddhau’n aros i dystion annibynnol weld y penderfyniad yn y cyfriflyfr.

## Dweud wrth y person

view-notice-due = Yn ddyledus erbyn { $day }
view-notice-waits = Nid yw’n ddyledus nes dod o hyd i’r person neu nes iddo wella, neu nes i waharddiad ar ddweud wrtho ddod i ben
view-notice-deferred = Gohiriwyd tan { $day }: { $ground }
view-notice-lapsed = Mae’r gohiriad wedi dod i ben; mae’r llythyr yn mynd allan
view-notice-no-safe-route = Gyda’r adolygydd: nid oes llwybr diogel wedi’i gadarnhau
view-notice-escalated = Gyda’r gwasanaeth cyfreithiol a’r panel
view-notice-sent = Anfonwyd { $at }
view-notice-never = Dim: nid oes neb wedi’i adnabod
view-knows-nothing-due = Ni ddywedwyd wrth y person, ac nid oes dim yn ddyledus eto.
view-knows-owed = Ni ddywedwyd wrth y person. Mae hysbysiad yn ddyledus.
view-knows-all = Dywedwyd wrth y person am bob penderfyniad.
view-knows-some = Dywedwyd wrth y person am rai penderfyniadau; mae hysbysiad yn ddyledus o hyd.
view-route-post = Drwy’r post plaen i gyfeiriad y cytunwyd arno; cadarnhawyd { $at }
view-route-in-person = Ei roi wyneb yn wyneb; cadarnhawyd { $at }
view-route-representative = I gynrychiolydd; cadarnhawyd { $at }
# `way` yw un o’r tri blaenorol.
view-route-in-welsh = { $way }; mae’r llythyr yn Gymraeg
view-route-in-both = { $way }; mae’r llythyr yn Gymraeg ac yn Saesneg

## Gwrthdaro buddiannau

view-conflict-knows-person = mae’n adnabod y person, neu rywun sy’n agos at y person
view-conflict-treats-person = mae’n trin y person, neu wedi trin y person
view-conflict-officer-related = mae’n agos at y swyddog sy’n gofyn
view-conflict-other = am reswm arall

## Pa mor bell y mae dirprwyaeth yn ymestyn

view-scope-on-call = argyfyngau tra ar alwad
view-scope-every = pob cymeradwyaeth gan y Gwarcheidwad Caldicott

## Toriadau

view-breach-kind-wrong-person = Mae’n ymwneud â rhywun arall ac nid â’r person y gofynnwyd amdano
view-breach-kind-wrong-recipient = Cyrhaeddodd rywun na ddylai fod wedi’i gael
view-breach-kind-too-much = Aeth mwy allan nag a benderfynwyd
view-breach-kind-seen-without-reason = Edrychodd rhywun nad oedd ganddo reswm dros wneud hynny
view-breach-kind-lost-or-altered = Fe’i collwyd, fe’i newidiwyd, neu ni ellir ei gyrraedd
view-breach-kind-other = Toriad arall i’w ddiogelwch
view-breach-person-wrong-person = Rhoddwyd gwybodaeth amdanoch chi drwy gamgymeriad: am rywun arall y gofynnwyd amdani
view-breach-person-wrong-recipient = Cyrhaeddodd gwybodaeth amdanoch chi rywun na ddylai fod wedi’i chael
view-breach-person-too-much = Aeth mwy o wybodaeth amdanoch chi allan nag a benderfynwyd
view-breach-person-seen-without-reason = Edrychodd rhywun ar wybodaeth amdanoch chi heb fod ganddo reswm dros wneud hynny
view-breach-person-lost-or-altered = Cafodd gwybodaeth amdanoch chi ei cholli neu ei newid, neu nid oedd modd ei chyrraedd
view-breach-person-other = Ni chadwyd gwybodaeth amdanoch chi’n ddiogel
view-breach-undecided = Nid oes dim wedi’i benderfynu eto
view-breach-reported = Adroddwyd ar { $at }, cyfeirnod { $reference }
view-breach-not-reportable = Penderfynwyd ar { $at } nad oes angen ei adrodd: mae’n annhebygol o arwain at risg i neb
view-breach-told = Dywedwyd wrthynt ar { $at }
view-breach-owed = Mae hysbysiad yn ddyledus iddynt
view-breach-not-told = Penderfynwyd ar { $at } na ddywedir wrthynt
view-breach-officer = Swyddog heddlu
view-breach-read = darllenodd yr hyn a roddwyd
view-breach-read-out = cafodd glywed dros y ffôn yr hyn a roddwyd
view-breach-outside = Swyddog y tu allan i’r ymddiriedolaeth
view-asked-by-telephone = swyddog heb gyfrif, dros y ffôn; cofnodwyd gan { $who }

## Pwy a edrychodd, a beth a wnaeth

view-looked-officer = Y swyddog heddlu a ofynnodd
view-looked-record = agorodd eich cofnod iechyd ar gyfer y cais hwn
view-looked-case = darllenodd yr achos hwn
view-looked-disclosure = darllenodd yr hyn a ddatgelwyd
view-looked-read-out = darllenodd dros y ffôn i swyddog o { $force } yr hyn a ddatgelwyd
view-looked-by-reference = daeth o hyd i’r achos hwn drwy ei gyfeirnod
view-looked-by-number = daeth o hyd i’r achos hwn drwy chwilio am eich rhif GIG
view-looked-by-name = daeth o hyd i’r achos hwn drwy chwilio am eich enw a’ch dyddiad geni
view-work-stood-back = datganodd wrthdaro buddiannau, ac nid yw’n ymwneud mwyach â’ch achos
view-work-let-back = gadawodd i rywun a oedd wedi camu’n ôl weithio ar eich achos eto
view-work-took = cymerodd eich achos
view-work-handed-over = trosglwyddodd eich achos
view-work-worked = cofnododd { $minutes } munud o waith ar eich achos
view-work-named-recipient = enwodd swyddog heddlu arall, sydd â’r hyn a ddatgelwyd o hynny ymlaen
view-work-took-back = tynnodd yn ôl gofnod o { $minutes } munud o waith
view-work-call = nododd alwad ffôn am eich achos
view-work-meeting = nododd gyfarfod am eich achos

## Profion i’r person

view-opening-warning = Mae’r ffeil hon yn profi beth ddigwyddodd i unrhyw un sy’n ei dal. Rhowch hi dim ond i rywun y byddech yn dweud wrtho. Ni chaiff neb eich gorfodi i’w dangos.
view-proof-record-opened = Agorwyd eich cofnod iechyd ar gyfer y cais hwn
view-proof-decided = Penderfynwyd rhoi rhywbeth
view-proof-refused = Penderfynwyd peidio â rhoi dim
view-proof-released = Rhoddwyd yr hyn a benderfynwyd
view-proof-emergency = Fe’i rhoddwyd mewn argyfwng
view-proof-recalled = Fe’i galwyd yn ôl
view-proof-breach = Cofnodwyd na chadwyd eich gwybodaeth yn ddiogel
view-proof-mistake = Cofnodwyd bod eich gwybodaeth wedi’i rhoi drwy gamgymeriad
view-proof-commissioner = Fe’i hadroddwyd i’r Comisiynydd Gwybodaeth
view-proof-given-recalled = Galwyd yn ôl yr hyn a roddwyd
view-proof-letter = Ysgrifennwyd llythyr i ddweud wrthych

## Yr hyn a wnaeth rhywun ei hun

view-act-enquiry = Gofynnwyd cwestiwn gennych nad yw’n enwi neb
view-act-sent = Fe’i hanfonwyd gennych
view-act-completed = Fe’i cwblhawyd gennych
view-act-withdrawn = Fe’i tynnwyd yn ôl gennych
view-act-countersigned = Fe’i cydlofnodwyd gennych
view-act-reported = Adroddwyd gennych yr hyn y mae’n rhaid i chi ei adrodd
view-act-approved = Fe’i cymeradwywyd gennych
view-act-destroyed = Cadarnhawyd gennych ei fod wedi’i ddinistrio
view-act-kept = Enwyd gennych y gyfraith y cedwir ef odani

## Cofnodion y cyfriflyfr

view-entry-event = rhywbeth a ddigwyddodd
view-entry-tally = cyfrif o rywbeth a ddigwyddodd
view-entry-act = gweithred gan y gwasanaeth neu yn sgil addewid

## Yr hyn y mae rheolau eraill yn ei newid

view-change-opens = Ar agor bellach: { $what }
view-change-closes = Ar gau bellach: { $what }
view-change-differs = Ar agor ar delerau eraill: { $what }
view-change-differ = { $part }: yn wahanol
view-change-new = { $part }, newydd: { $new }
view-change-gone = { $part }, dim mwyach: { $gone }
view-change-instead = { $part }: { $new } yn lle { $gone }
view-part-items = eitemau
view-part-approvals = cymeradwyaethau
view-part-notice = dweud wrth y person
view-part-conditions = amodau
view-part-after = gweithredoedd wedyn

## Llinell amser achos

view-line-enquiry-received = Derbyniwyd ymholiad
view-line-referral-received = Derbyniwyd yr atgyfeiriad
view-line-rung = Cofnododd clinigydd argyfwng ar ran swyddog heb gyfrif, ar ôl ei ffonio’n ôl: enw, rhif, a rhif yr ystafell reoli
view-line-returned = Penderfynwyd ar gynnig { $n }: dychwelwyd yr atgyfeiriad am yr hyn sydd ar goll
view-line-completed = Darparwyd yr hyn a oedd ar goll
view-line-withdrawn = Tynnodd y swyddog yr atgyfeiriad yn ôl
view-line-reassigned = Rhoddodd goruchwyliwr yr atgyfeiriad i swyddog arall
view-line-recipient-named = Enwyd swyddog arall o’r un heddlu i dderbyn yr hyn y mae’r clinig yn ei ddatgelu
view-line-countersigned = Cydlofnododd goruchwyliwr
view-line-facts-requester = Darparwyd ffeithiau, gan y sawl sy’n gofyn
view-line-facts-supervisor = Darparwyd ffeithiau, gan y goruchwyliwr
view-line-facts-clinic = Darparwyd ffeithiau, gan y clinig
view-line-facts-safeguarding = Darparwyd ffeithiau, gan y tîm diogelu
view-line-facts-legal = Darparwyd ffeithiau, gan y gwasanaeth cyfreithiol
view-line-facts-duty-holder = Darparwyd ffeithiau, gan ddeiliad y ddyletswydd
view-line-facts-candour = Darparwyd ffeithiau, gan Candour
view-line-record-opened = Agorwyd y cofnod
view-line-repetition-agreed = Cytunodd yr adolygydd i’r cofnod gael ei agor
view-line-repetition-not-agreed = Ni chytunodd yr adolygydd i’r cofnod gael ei agor
view-line-proposal-made = Gwnaed cynnig { $n }: { $outcome }
view-line-left-out = Cynnig { $n }: gadawyd darnau allan o’r canlynol: { $items }; mae’r testun cyfan yn aros gyda’r clinig
view-line-approval-given = Cynnig { $n }: rhoddwyd cymeradwyaeth, fel { $approval }
view-line-approval-given-by-telephone = Cynnig { $n }: rhoddwyd cymeradwyaeth dros y ffôn, fel { $approval }
view-line-approval-declined = Cynnig { $n }: gwrthodwyd cymeradwyaeth, fel { $approval }
view-line-approval-declined-by-telephone = Cynnig { $n }: gwrthodwyd cymeradwyaeth dros y ffôn, fel { $approval }
view-line-telephone-confirmed = Cynnig { $n }: cadarnhawyd cymeradwyaeth dros y ffôn
view-line-telephone-denied = Cynnig { $n }: gwadwyd cymeradwyaeth dros y ffôn
view-line-telephone-escalated = Cynnig { $n }: ni chadarnhawyd cymeradwyaeth dros y ffôn; dywedwyd wrth yr adolygydd
view-line-disclosure-decided = Cynnig { $n }: penderfynwyd datgelu
view-line-refusal-decided = Cynnig { $n }: penderfynwyd gwrthod
view-line-monitoring-refused = Gwrthodwyd cais i wylio rhywun, ac fe’i cyfrifwyd
view-line-released = Rhyddhawyd datgeliad { $n }, a’r penderfyniad wedi’i dystio
view-line-emergency-released = Rhyddhawyd datgeliad { $n } mewn argyfwng; mae adolygiad wedyn yn ddyledus
view-line-read-out = Darllenwyd datgeliad { $n } dros y ffôn ar { $at }; i bwy, a’r rhif a ffoniwyd
view-line-advice-given = Rhoddwyd cyngor, heb gofnod
view-line-care-offered = Cynigir gofal i’r person
view-line-recalled = Galwyd datgeliad { $n } yn ôl
view-line-destruction-confirmed = Datgeliad { $n }: cadarnhaodd yr heddlu ei fod wedi’i ddinistrio
view-line-destruction-refused = Datgeliad { $n }: mae’r heddlu’n ei gadw ac wedi enwi’r gyfraith
view-line-upheld = Datgeliad { $n }: cadarnhaodd yr adolygydd ef
view-line-not-upheld = Datgeliad { $n }: ni chadarnhaodd yr adolygydd ef
view-line-route-recorded = Cofnodwyd llwybr diogel
view-line-route-confirmed = Cadarnhawyd y llwybr diogel
view-line-about-breach = Toriad { $n }
view-line-about-decision = Penderfyniad { $n }
view-line-notice-due = { $about }: rhaid dweud wrth y person erbyn { $day }
view-line-notice-waits = { $about }: dywedir wrth y person ar ôl dod o hyd iddo neu ar ôl iddo wella, neu ar ôl i waharddiad ar ddweud wrtho ddod i ben
view-line-notice-deferred = { $about }: gohirir dweud tan { $day }: { $ground }
view-line-notice-unsafe = Penderfyniad { $n }: cofnodwyd bod dweud ymlaen llaw yn anniogel
view-line-found = Daethpwyd o hyd i’r person
view-line-recovered = Gwellodd y person
view-line-notice-lapsed = { $about }: daeth y gohiriad i ben ohono’i hun
view-line-notice-escalated = { $about }: ni allai’r hysbysiad fynd ohono’i hun, ac fe’i rhoddwyd gerbron rhywun
view-line-notice-directed = { $about }: mae’r hysbysiad i’w anfon nawr
view-line-notice-sent = { $about }: aeth y llythyr i’r blwch anfon
view-line-breach-advice = Toriad { $n }: rhoddwyd cyngor
view-line-breach-measure = Toriad { $n }: cofnodwyd yr hyn a wnaed
view-line-breach-commissioner = Toriad { $n }: fe’i hadroddwyd i’r Comisiynydd Gwybodaeth ar { $at }
view-line-breach-commissioner-late = Toriad { $n }: fe’i hadroddwyd i’r Comisiynydd Gwybodaeth ar { $at }, ar ôl y 72 awr
view-line-breach-not-reportable = Toriad { $n }: penderfynwyd nad oes angen ei adrodd
view-line-breach-told = Toriad { $n }: penderfynwyd dweud wrthynt
view-line-breach-not-told = Toriad { $n }: penderfynwyd peidio â dweud wrthynt
view-line-breach-unfounded = Toriad { $n }: canfuwyd nad oedd toriad
view-line-affected-route = Toriad { $n }: cofnodwyd llwybr diogel i’r sawl y mae’n ymwneud ag ef
view-line-affected-route-confirmed = Toriad { $n }: cadarnhawyd y llwybr diogel hwnnw
view-line-conflict = Datganwyd gwrthdaro buddiannau; mae rhywun arall yn gofalu am yr achos
view-line-conflict-why = Datganwyd gwrthdaro buddiannau: { $why }; mae rhywun arall yn gofalu am yr achos
view-line-conflict-withdrawn = Tynnwyd yn ôl y gwrthdaro buddiannau a ddatganwyd ({ $who })
view-line-conflict-withdrawn-colleague = Tynnwyd yn ôl y gwrthdaro buddiannau a ddatganwyd gan gydweithiwr
view-line-taken = Cymerwyd yr achos
view-line-handed-over = Trosglwyddwyd yr achos i gydweithiwr
view-line-handed-back = Aeth yr achos yn ôl i’r ciw
view-line-time = Cofnodwyd { $minutes } munud o waith
view-line-time-back = Tynnwyd yn ôl gofnod o { $minutes } munud o waith
view-line-call = Nodwyd galwad ffôn ({ $who }), { $at }
view-line-meeting = Nodwyd cyfarfod ({ $who }), { $at }
view-spoken-with-officer = gyda swyddog heddlu
view-spoken-with-health = gyda gwasanaeth iechyd
view-spoken-with-person-or-relative = gyda’r person neu berthynas
view-spoken-with-other = gyda rhywun arall
view-line-closed = Caewyd yr achos
view-line-breach-reported = { $people ->
    [one] Cofnodwyd toriad { $n }: { $kind }; mae’n ymwneud â { $people } person; roedd yr ymddiriedolaeth yn ymwybodol ar { $aware }, felly daw’r 72 awr i ben ar { $end }
   *[other] Cofnodwyd toriad { $n }: { $kind }; mae’n ymwneud â { $people } o bobl; roedd yr ymddiriedolaeth yn ymwybodol ar { $aware }, felly daw’r 72 awr i ben ar { $end }
}
