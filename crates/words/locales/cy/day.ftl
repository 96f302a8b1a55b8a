## Ciwiau

day-your-queue = Eich ciw
day-done = Wedi’i wneud
day-done-conflict = Rydych yn camu’n ôl o’r achos hwn. Mae ar gau i chi, a bydd rhywun arall yn gofalu amdano.
day-heading-clinic = Yn aros amdanoch chi
day-heading-data-protection-officer = Achosion eich ymddiriedolaeth
day-heading-guardian = Penderfyniadau sy’n aros amdanoch chi
day-heading-legal = Papurau a chwestiynau sy’n aros amdanoch chi
day-heading-safeguarding = Barnau sy’n aros amdanoch chi
day-heading-review = Yn aros am yr adolygydd annibynnol
day-intro-clinic = Popeth y gofynnir i’ch uned ei wneud. Tasgau brys sy’n dod gyntaf, yna’r rhai sydd wedi aros hiraf.
day-intro-second-clinician = Chi sy’n rhoi ail farn. Hyd nes y byddwch wedi’i rhoi ni fyddwch yn gweld y farn gyntaf, fel bod y ddwy’n sefyll ar eu pennau eu hunain.
day-intro-data-protection-officer = Rydych yn darllen ac yn cynghori. Nid ydych yn cymeradwyo dim. Mae toriadau data personol yn aros yma am eich cyngor hyd nes y bydd y gwarcheidwad wedi penderfynu. Bydd pwy bynnag sydd am gael eich cyngor ar rywbeth arall yn anfon cyfeirnod yr achos atoch, a byddwch yn dod o hyd i’r achos drwy hwnnw. Cofnodir pob tudalen yr ydych yn ei hagor.
day-intro-guardian = Chi sy’n penderfynu olaf, ar ôl gweld pob barn arall. Nid oes dim yn gadael heb benderfyniad person a enwir.
day-intro-legal = Rydych yn dweud beth yw papur a beth mae’n ei orchymyn, ac a ellir anfon hysbysiad y caiff y gyfraith ei ddal yn ôl.
day-intro-safeguarding = Rydych yn dweud beth y mae lle i’w gredu am blentyn neu oedolyn sy’n wynebu risg, ac yn rhoi eich barn ar yr hyn a gynigir.
day-intro-review = Trydydd atgyfeiriadau mewn 90 diwrnod, argyfyngau i edrych arnynt wedyn, gohiriadau, hysbysiadau na allent fynd, cymeradwyaethau dros y ffôn na chadarnhaodd neb, a thoriadau nad oes neb wedi penderfynu arnynt.
day-empty-clinic = Nid oes dim yn aros. Bydd yr hyn a ofynnir i chi’n ymddangos yma wrth iddo gyrraedd.
day-empty-guardian = Nid oes dim yn aros. Bydd cynnig yn ymddangos yma unwaith y bydd pob barn arall arno wedi’i rhoi.
day-empty-legal = Nid oes dim yn aros. Bydd cynigion sy’n dibynnu ar bapur yn ymddangos yma, a hysbysiadau na ellir eu hanfon heboch chi.
day-empty-safeguarding = Nid oes dim yn aros. Bydd cynigion am blentyn, neu am oedolyn sy’n wynebu risg, yn ymddangos yma.
day-empty-review = Nid oes dim yn aros.
day-on-duty = Ar ddyletswydd heddiw: { $names }.
day-on-call = Ar alwad heddiw: { $names }.
day-rules-wait = Mae pecyn polisi arall wedi’i gynnig ac yn aros am eich cadarnhad. <a href="/rules/change">Edrychwch ar y newid i’r rheolau</a>
day-whose = Tasgau pwy
day-held-all = Rhai pawb
day-held-own = Eich rhai chi
day-held-nobody = Heb eu cymryd
day-held-colleague = Gyda chydweithiwr
day-no-such-task = Nid oes tasg o’r fath.
day-count-in-all = { $count } tasg i gyd.
day-count-of-these = { $count } tasg o’r rhain.
day-references-only = Dim ond cyfeirnodau y mae’r rhestr yn eu dangos; cofnodir agor achos.
day-urgent = Brys
day-everything-else = Popeth arall
day-overdue = Yn hwyr
day-row-case = achos { $reference }
day-row-due = Adroddwch erbyn { $day }
day-row-somebody-else = Angen rhywun arall
day-row-conflict = Gwnaethoch ddatgan gwrthdaro buddiannau.
day-came-now = newydd gyrraedd
day-waiting = yn aros ers { $time }
day-since = ers { $day }
day-next-page = Tudalen nesaf y rhestr hon
day-recipients-gone = Yn yr achosion hyn datgelodd y clinig rywbeth o’i wirfodd i swyddog y mae ei gyfrif wedi’i gau. Ni fyddai galw’n ôl yn cyrraedd unrhyw swyddog nes i chi enwi swyddog arall:
day-declare-conflict = Ydych chi’n adnabod rhywun mewn achos, neu’r swyddog? <a href="{ $base }/conflict">Datganwch wrthdaro buddiannau</a> cyn i chi ei agor.
day-record-call = A wnaeth rhywun ffonio neu siarad â chi am rywbeth nad yw’n perthyn i unrhyw achos? <a href="/clinic/call">Cofnodwch alwad neu gyfarfod</a>; mae’n cymryd munud.

## Achosion uned

day-cases = Achosion eich uned
day-cases-intro = Cyfeirnodau’n unig, y rhai a newidiwyd yn fwyaf diweddar yn gyntaf. Cofnodir agor achos.
day-cases-none = Nid oes achosion eto. Byddant yn ymddangos yma wrth i ymholiadau ac atgyfeiriadau gyrraedd.
day-cases-caption = Achosion
day-cases-case = Achos
day-cases-origin = Sut y dechreuodd
day-cases-stage = Sefyllfa’r achos
day-cases-began = Dechreuodd
day-cases-changed = Newidiwyd ddiwethaf

## Dod o hyd i achos

day-search = Dod o hyd i achos
day-search-intro = Rydych yn dod o hyd i achosion eich uned eich hun, a hynny drwy fanylion union yn unig: ni chaiff dim ei baru’n rhannol, ac ni chwilir achosion unrhyw uned arall.
day-search-recorded = Mae chwilio am berson yn weithred ynddi’i hun. Cofnodir eich bod wedi chwilio; lle ceir hyd i achos, gall y person weld pwy chwiliodd a phryd. Mae’r adolygydd annibynnol yn cyfrif chwiliadau, yn enwedig y rhai nad ydynt yn dod o hyd i ddim. Gallwch chwilio { $most } gwaith yr awr.
day-search-intro-reference = Ceir hyd i achos drwy ei gyfeirnod cyfan. Nid oes neb yn eich rôl chi’n chwilio am berson.
day-search-by = Beth sydd gennych?
day-search-by-reference = Cyfeirnod achos
day-search-by-nhs-number = Rhif GIG y person
day-search-by-name-and-birth = Eu henw a’u dyddiad geni
day-search-button = Chwilio
day-search-again = Chwilio eto
day-reference = Cyfeirnod yr achos
day-reference-hint = Er enghraifft LON-4F7K-Q2XD.
day-nhs-number = Rhif GIG
day-nhs-number-hint = Deg digid.
day-name = Enw llawn
day-name-hint = Fel y’i hysgrifennwyd yn yr atgyfeiriad. Nid yw priflythrennau, ffurf acenion ac atalnodi o bwys; mae pob gair o bwys.
day-birth = Dyddiad geni
day-birth-hint = Er enghraifft, 27 3 1992.
# `with` yw un o’r tair neges nesaf.
day-found = { $count } achos yn eich uned { $with }
day-found-none = Ni chafwyd hyd i unrhyw achos
day-found-none-person = Nid oes unrhyw achos yn eich uned am berson { $with }. Ni chwilir achosion unedau eraill byth, ac nid oes dim yma’n dweud a yw gwasanaeth yn adnabod neb.
day-found-none-reference = Nid oes achos i chi { $with }. Gwiriwch fod pob llythyren a digid yn gywir; nid oes I, L, O nac U ar ôl y tair llythyren gyntaf.
day-with-reference = gyda’r cyfeirnod hwn
day-with-nhs-number = gyda’r rhif GIG y gwnaethoch ei deipio
day-with-name-and-birth = gyda’r enw a’r dyddiad geni y gwnaethoch eu teipio
day-found-row = { $origin }, dechreuodd { $day }
day-found-recorded = { $count ->
    [one] Cofnodir eich bod wedi dod o hyd iddo fel hyn, lle gall y person weld hynny. Cofnodir agor achos hefyd.
   *[other] Cofnodir eich bod wedi dod o hyd iddynt fel hyn, lle gall y person weld hynny. Cofnodir agor achos hefyd.
}

## Datgan gwrthdaro buddiannau

day-conflict = Datgan gwrthdaro buddiannau
day-conflict-intro = Camwch yn ôl o achos lle rydych yn adnabod y person, yn ei drin, neu’n agos at y swyddog sy’n gofyn. Nid oes rhaid i chi fod wedi ei agor.
day-conflict-follows = <span class="nhsuk-u-visually-hidden">Pwysig: </span>Beth sy’n dilyn
day-conflict-warning = O hynny ymlaen mae’r achos ar gau i chi: ni allwch ei agor na gweithredu ynddo, o unrhyw gyfrif sydd gennych. Bydd cydweithwyr yn gweld eich bod wedi camu’n ôl, ond nid pam. Dim ond y Gwarcheidwad Caldicott all dynnu’r datganiad yn ôl, gyda rhesymau.
day-conflict-reference-hint = Er enghraifft LON-4F7K-Q2XD. Mae eich ciw yn ei ddangos; nid oes rhaid i chi agor yr achos.
day-conflict-reference-expected = rhowch gyfeirnod un o’ch achosion chi
day-conflict-why = Pam ydych chi’n camu’n ôl?
day-conflict-knows-person = Rwy’n adnabod y person, neu rywun sy’n agos ato
day-conflict-treats-person = Rwy’n trin y person, neu wedi’i drin
day-conflict-officer-related = Rwy’n agos at y swyddog sy’n gofyn
day-conflict-other = Rheswm arall
day-conflict-text = Oes mwy i’w ddweud? (dewisol)
day-conflict-text-hint = Gall y Gwarcheidwad Caldicott a’r adolygydd annibynnol ei ddarllen, a neb arall. Peidiwch â dweud mwy nag sydd ei angen arnynt.
day-conflict-button = Camu’n ôl o’r achos hwn
day-nothing-and-back = Peidio â gwneud dim a mynd yn ôl
day-choose-one = dewiswch un o’r rhain

## Cymryd achos, ei drosglwyddo, amser, tynnu datganiad yn ôl

day-take = Cymryd yr achos hwn
day-take-with = Mae o dan ofal { $who } ar hyn o bryd.
day-take-nobody = Nid oes neb wedi’i gymryd.
day-take-lead = Mae cymryd achos yn dweud pwy sy’n gofalu amdano. Nid yw’n cloi neb allan: gall pawb yn yr uned weithredu ynddo o hyd, ac mae ei glociau’n dal i redeg.
day-hand-over = Trosglwyddo’r achos
day-hand-over-lead = Bydd pwy bynnag sy’n parhau yn darllen eich nodyn ar dudalen yr achos. Mae ei glociau’n dal i redeg fel y maent.
day-hand-over-to = Pwy fydd yn parhau ag ef?
day-hand-over-back = Yn ôl i’r ciw
day-hand-over-back-hint = Nid oes neb yn gofalu amdano hyd nes y bydd rhywun yn ei gymryd.
day-hand-over-note = Beth ddylent ei wybod?
day-hand-over-note-hint = Beth a wnaed, beth yr arhosir amdano, ac erbyn pryd. Fe’i darllenir yn yr achos, a gall y person ofyn am gopi.
day-hand-over-button = Ei drosglwyddo
day-minutes = { $minutes } munud
day-time = Cofnodi’r amser a dreuliwyd
day-time-lead = Cyfrifir amser fesul uned, fel y gellir cyhoeddi cost ymgynghori. Ni fydd amser neb yn unigol byth yn gyhoeddus.
day-time-how-long = Am faint y buoch yn gweithio ar yr achos hwn?
day-time-button = Cofnodi’r amser
day-time-back = Tynnu cofnod o amser yn ôl
day-time-back-lead = Caiff eich cofnod diwethaf o’r hyd hwn yn yr achos hwn ei dynnu’n ôl. Mae’r rhestr o’r hyn a ddigwyddodd yn dal i ddangos iddo gael ei wneud.
day-time-back-which = Pa un o’ch cofnodion oedd yn gamgymeriad?
day-time-back-button = Ei dynnu’n ôl
day-withdraw-conflict = Tynnu datganiad o wrthdaro yn ôl
day-withdraw-conflict-standing = Camodd { $who } yn ôl ar { $at }: { $why }.
day-withdraw-conflict-warning = Byddant yn gallu agor yr achos a gweithredu ynddo eto. Bydd yr adolygydd annibynnol yn gweld eich bod wedi’i dynnu’n ôl, a pham.
day-withdraw-conflict-reasons = Pam nad yw’n sefyll mwyach?
day-withdraw-conflict-reasons-hint = Er enghraifft: fe’i datganwyd yn yr achos anghywir, neu am berson arall o’r un enw.
day-withdraw-conflict-button = Tynnu’r datganiad yn ôl

## Nodi galwad neu gyfarfod, mewn achos neu heb achos

day-call = Cofnodi galwad neu gyfarfod
day-call-lead = Mae’r hyn a ddywedwyd dros y ffôn neu mewn cyfarfod yn perthyn yn yr achos. Mae’n aros gyda’r clinig: ni fydd y swyddog byth yn ei ddarllen, a gall y person ofyn am gopi.
day-call-alone-lead = Ar gyfer cwestiwn nad yw’n perthyn i unrhyw achos ac a ateboch ar unwaith. Mae’n dechrau achos nad yw’n enwi neb; nid oes unrhyw swyddog heddlu yn ei weld.
day-call-alone-warning = Peidiwch ag enwi neb, nac ysgrifennu dim sy’n dweud am bwy y mae. Os yw’r ateb yn dibynnu ar un person, mae angen atgyfeiriad: dywedwch hynny, a chynghorwch yn gyffredinol.
day-call-means = Sut y buoch yn siarad?
day-call-telephone = Dros y ffôn neu fideo
day-call-meeting = Mewn cyfarfod
day-call-with = Gyda phwy?
day-call-with-officer = Swyddog heddlu
day-call-with-health = Rhywun o wasanaeth iechyd
day-call-with-person-or-relative = Y person, neu berthynas
day-call-with-other = Rhywun arall
day-call-when = Pryd?
day-call-now = Yn awr
day-call-earlier = Yn gynharach
day-call-day = Ar ba ddiwrnod?
day-call-time = Faint o’r gloch?
day-call-time-hint = Amser Llundain, er enghraifft 14:05.
day-call-at-expected = diwrnod ac amser ar y diwrnod hwnnw, megis 14:05
day-call-text = Beth a ddywedwyd, a beth oedd eich cyngor?
day-call-text-hint = Mae ychydig eiriau’n ddigon.
day-call-question = Beth a ofynnwyd?
day-call-question-hint = Yn gyffredinol: beth oedd yr arwyddion, nid arwyddion pwy.
day-call-advice = Beth oedd eich cyngor, heb gofnod?
day-call-minutes = Faint o amser a gymerodd?
day-call-minutes-none = Peidio â chofnodi’r amser
day-call-button = Ei gofnodi
day-call-look-over = <span class="nhsuk-u-visually-hidden">Pwysig: </span>Darllenwch hyn eto cyn iddo gael ei gadw
day-call-look-over-intro = Gallai hyn ddweud am bwy y mae. Nid oes neb yn cael ei enwi mewn achos o’r math hwn: newidiwch y testun, neu gadewch iddo sefyll os nad yw’n enwi neb. Gall yr hyn nad yw wedi’i farcio wneud hynny hefyd.
day-call-as-it-stands = Ei gofnodi fel y mae
