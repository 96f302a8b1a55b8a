## Yr hyn sydd o gwmpas pob tudalen

frame-title-faulty = Gwall: { $title } – Candour
frame-skip = Neidio i’r prif gynnwys
frame-exit-label = Gadael y dudalen hon
frame-exit-words = Gallwch adael y dudalen hon ar unwaith.
frame-exit-keys = Neu pwyswch Escape deirgwaith.
frame-exit-now = Gadael nawr
frame-account = Cyfrif
frame-sign-in = Mewngofnodi
frame-sign-out = Allgofnodi
frame-navigation = Dewislen
frame-browse-more = <span class="nhsuk-u-visually-hidden">Pori: </span>Rhagor
frame-demonstration-label = Arddangosiad
frame-demonstration = Arddangosiad: dychmygol yw pob person, heddlu ac ymddiriedolaeth yma.
frame-back = Yn ôl
frame-faults = Mae problem wedi codi
frame-error = Gwall:
frame-done = Wedi’i wneud
frame-information = Gwybodaeth:

## Y ddewislen

frame-menu-how = Sut mae’n gweithio
frame-menu-rules = Y rheolau
frame-menu-figures = Ffigurau
frame-menu-ledger = Y cyfriflyfr
frame-menu-about-me = Oes rhywbeth amdanaf i?
frame-menu-your-referrals = Eich atgyfeiriadau
frame-menu-ask-the-clinic = Gofyn i’r clinig
frame-menu-reassign = Ailbennu
frame-menu-to-countersign = I’w cydlofnodi
frame-menu-your-reports = Eich adroddiadau
frame-menu-make-a-report = Gwneud adroddiad
frame-menu-your-queue = Eich ciw
frame-menu-all-cases = Pob achos
frame-menu-find-a-case = Dod o hyd i achos
frame-menu-delegations = Dirprwyaethau
frame-menu-cases-for-advice = Achosion i roi cyngor arnynt
frame-menu-searches = Chwiliadau
frame-menu-your-sample = Eich sampl
frame-menu-packs = Cymharu dau becyn
frame-menu-administration = Gweinyddu
frame-menu-rota = Rota
frame-menu-health = Iechyd y gwasanaeth
frame-menu-own-acts = Beth wnaethoch chi
frame-menu-change-of-rules = Newid rheolau

## Y troed

frame-foot-how = Sut mae’n gweithio
frame-foot-privacy = Preifatrwydd
frame-foot-accessibility = Hygyrchedd
frame-foot-receipts = Gwirio derbynneb
frame-foot-disclaimer = Heb gysylltiad â’r GIG nac ag unrhyw heddlu. Nid cyngor cyfreithiol.

## Diwedd sesiwn

frame-session-title = Cewch eich allgofnodi ymhen <span data-session-left>{ $left }</span>
frame-session-two-minutes = dwy funud
frame-session-one-minute = un funud
frame-session-less = llai na munud
frame-session-moment = eiliad
frame-session-idle = Ni wnaed dim yma ers tro. Mae’r hyn a deipioch yn aros ar y dudalen hon.
frame-session-whole = Mae sesiwn yn para diwrnod gwaith. Gorffennwch neu anfonwch yr hyn rydych yn ei ysgrifennu; os daw i ben cyn hynny, gallwch ei anfon o hyd ar ôl mewngofnodi eto.
frame-session-stay = Aros wedi mewngofnodi
frame-session-go-on = Parhau
frame-session-fault = Nid oedd modd cyrraedd y gwasanaeth. Rhowch gynnig arall arni.
frame-ended-page = Cawsoch eich allgofnodi – Candour
frame-ended-title = Cawsoch eich allgofnodi
frame-ended-hidden = Nid yw’r hyn a oedd ar y dudalen hon yn cael ei ddangos mwyach, rhag i neb arall ei ddarllen yma.
frame-ended-typed = Nid yw’r hyn a deipioch wedi’i golli, ac ni chafodd ei anfon. Mewngofnodwch, a gallwch ei anfon o hyd.
frame-ended-carry = Mewngofnodi a pharhau
frame-ended-sign-in = Mewngofnodi

## Yr hyn y mae’r sgript codau pas yn ei ysgrifennu

frame-passkey-cancelled = Ni lofnodwyd dim: cafodd ei ganslo, neu cymerodd ormod o amser. Rhowch gynnig arall arni.
frame-passkey-already = Mae gan y ddyfais hon god pas (passkey) ar gyfer y cyfrif hwn eisoes.
frame-passkey-unable = Ni all y ddyfais hon wneud cod pas (passkey) o’r math sydd ei angen.
frame-passkey-elsewhere = Dim ond dan gyfeiriad y gwasanaeth hwn y mae codau pas (passkeys) yn gweithio.
frame-passkey-failed = Nid oedd modd defnyddio’r cod pas (passkey). Rhowch gynnig arall arni, neu mewngofnodwch mewn ffordd arall.

## Diwrnod mewn tri blwch

frame-field-day = Diwrnod
frame-field-month = Mis
frame-field-year = Blwyddyn

## Rolau: fel teitl

frame-role-officer = Swyddog
frame-role-supervisor = Goruchwyliwr
frame-role-health-worker = Gweithiwr iechyd
frame-role-clinician = Clinigydd
frame-role-second-clinician = Ail glinigydd
frame-role-guardian = Gwarcheidwad Caldicott
frame-role-safeguarding = Gweithiwr proffesiynol diogelu a enwyd
frame-role-legal = Gwasanaeth cyfreithiol
frame-role-data-protection-officer = Swyddog diogelu data
frame-role-reviewer = Adolygydd annibynnol
frame-role-administrator = Gweinyddwr
frame-role-key-custodian = Ceidwad allweddi
frame-role-retention-manager = Rheolwr cadw cofnodion

## Rolau: ar ôl enw rhywun, neu o fewn brawddeg

frame-role-words-officer = swyddog
frame-role-words-supervisor = goruchwyliwr
frame-role-words-health-worker = gweithiwr iechyd
frame-role-words-clinician = clinigydd
frame-role-words-second-clinician = ail glinigydd
frame-role-words-guardian = Gwarcheidwad Caldicott
frame-role-words-safeguarding = gweithiwr proffesiynol diogelu a enwyd
frame-role-words-legal = gwasanaeth cyfreithiol
frame-role-words-data-protection-officer = swyddog diogelu data
frame-role-words-reviewer = adolygydd annibynnol
frame-role-words-administrator = gweinyddwr
frame-role-words-key-custodian = ceidwad allweddi
frame-role-words-retention-manager = rheolwr cadw cofnodion

## Tudalennau na ellir eu dangos

frame-problem-first-page = Ewch i’r dudalen gyntaf
frame-problem-at-work = A ydych yn defnyddio Candour ar gyfer eich gwaith?
frame-problem-own-pages = Ewch i’ch tudalennau eich hun
frame-problem-no-page-title = Nid oes tudalen o’r fath
frame-problem-no-page = Nid oes tudalen o’r fath, neu nid oes gennych hawl i’w gweld.
frame-problem-no-method-title = Nid yw’r cyfeiriad hwn yn gweithio fel hynny
frame-problem-no-method = Ewch yn ôl a defnyddiwch fotymau a dolenni’r dudalen ei hun.
frame-problem-sign-in-title = Mewngofnodwch yn gyntaf
frame-problem-sign-in = Mewngofnodwch a rhowch gynnig arall arni.
frame-problem-role-title = Nid yw hyn ar gyfer eich rôl
frame-problem-role = Mae gan eich cyfrif rôl arall yn y gwasanaeth hwn. Ni ddangoswyd dim ac ni newidiwyd dim.
frame-problem-form-title = Mae’r ffurflen hon wedi dyddio
frame-problem-form = Ni chafodd ei gwneud yn y sesiwn hon. Nid anfonwyd dim. Ewch yn ôl, llwythwch y dudalen eto ac anfonwch y ffurflen unwaith yn rhagor.
frame-problem-no-form-title = Nid ffurflen yw hon
frame-problem-no-form = Nid anfonwyd dim.
frame-problem-long-title = Mae hyn yn rhy hir
frame-problem-long = Gall ffurflen ddal tuag ugain mil o nodau. Nid anfonwyd dim. Ewch yn ôl a byrhewch y testun.
frame-problem-ahead-title = Nid yw’r dudalen hon yn cael ei nôl ymlaen llaw
frame-problem-ahead = Cofnodir pob tro yr agorir hi, felly dim ond pan fydd rhywun yn gofyn am ei gweld y caiff ei hanfon.
frame-problem-tries-title = Gormod o gynigion
frame-problem-tries = Arhoswch bum munud a rhowch gynnig arall arni. Ni ddywedir wrth neb.
frame-problem-refused-title = Ni ellir gwneud hyn nawr
frame-problem-refused = Ni newidiwyd dim.
frame-problem-invalid-empty = Gadawyd rhywbeth yn wag y mae’n rhaid ei lenwi. Ewch yn ôl ac edrychwch.
frame-problem-invalid-title = Mae rhywbeth ar goll neu’n anghywir
frame-problem-unwitnessed-title = Mae gwybodaeth yn barod, ond heb ei dangos eto
frame-problem-unwitnessed = Rhaid i dystion annibynnol gydlofnodi’r penderfyniad yn gyntaf. Eiliadau y mae hyn yn eu cymryd fel arfer. Rhowch gynnig arall arni ymhen munud.
frame-problem-unrecorded-title = Ni ellir ysgrifennu’r cofnod nawr
frame-problem-unrecorded = Ni ddangosir unrhyw dudalen â data personol, ac ni newidir dim, oni bai y gellir cofnodi hynny’n gyntaf. Rhowch gynnig arall arni ymhen ychydig funudau.
frame-problem-unrecorded-number = Os yw’n parhau, dyfynnwch { $number }.
frame-problem-broken-title = Mae rhywbeth o’i le ar y gwasanaeth
frame-problem-broken = Nid arnoch chi y mae’r bai. Rhaid i rywun sy’n rhedeg y gwasanaeth edrych arno.
frame-problem-broken-number = Dyfynnwch { $number } wrth roi gwybod amdano.
frame-problem-unmade = Nid oedd modd gwneud y dudalen.
