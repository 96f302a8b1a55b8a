## Tudalen yr achos

case-title = Achos { $reference }
case-title-proposal = Achos { $reference }, cynnig { $n }
case-back = Yn ôl i’r achos
case-your-queue = Eich ciw
case-nothing-and-back = Peidio â gwneud dim a mynd yn ôl
case-change-nothing-and-back = Peidio â newid dim a mynd yn ôl
case-before-you-do = <span class="nhsuk-u-visually-hidden">Pwysig: </span>Cyn i chi wneud hyn
case-done = Wedi’i wneud
case-done-time = Cofnodwyd { $minutes } munud.
case-undo = Dadwneud
case-overdue = Yn hwyr
case-urgent = Brys
case-choose-one = dewiswch un o’r rhain
case-write-something = ysgrifennwch rywbeth yma
case-not-offered = ni ellir gwneud hyn yn yr achos fel y mae ar hyn o bryd, neu ni chewch chi ei wneud

## Beth ddylai darllenydd ei wybod yn gyntaf

case-note-duty = Mae hwn yn adroddiad y mae’r gyfraith yn gorfodi gweithiwr proffesiynol i’w wneud. Eu hadroddiad nhw’n unig yw hwn: ni chaiff neb ei wahardd na’i ddal yn ôl, a dim ond cael gwybod amdano y mae’r Gwarcheidwad Caldicott.
case-note-repetition = Dyma’r trydydd atgyfeiriad o leiaf am y person hwn gan yr un heddlu o fewn 90 diwrnod. Hyd nes y bydd yr adolygydd annibynnol wedi edrych, ni fydd neb yn agor y cofnod.
case-note-blind = Gofynnir am eich barn. Hyd nes y byddwch wedi’i rhoi, mae rhesymau a barn pobl eraill wedi’u cuddio rhagoch.
case-note-advises = Gallwch ddarllen yr achos hwn a chynghori. Nid oes dim yma i chi ei gymeradwyo.
case-note-phase-returned = Mae’r atgyfeiriad gyda’r swyddog, a gafodd wybod beth sydd ar goll. Ni phenderfynir dim yn y cyfamser.
case-note-phase-withdrawn = Tynnodd y swyddog yr atgyfeiriad yn ôl. Ni phenderfynir dim arall; mae’r hyn sy’n ddyledus i’r person yn dal yn ddyledus.
case-note-phase-closed = Mae’r achos wedi’i gau. Ni ellir cofnodi dim arall ynddo.
case-note-recipient = Mae beth bynnag y mae’r clinig yn ei ddatgelu yn yr achos hwn yn mynd at { $who }, { $force }.
case-note-recipient-gone = { $who }, { $force }, yw’r swyddog a enwir i dderbyn yr hyn y mae’r clinig yn ei ddatgelu yn yr achos hwn, ac mae’r cyfrif wedi’i gau. Ni fyddai galw’n ôl yn cyrraedd unrhyw swyddog nes i’r Gwarcheidwad Caldicott enwi swyddog arall o’r heddlu.
case-note-conflict = Mae { $who } wedi datgan gwrthdaro buddiannau. Mae rhywun arall yn gofalu am yr hyn a ofynnwyd iddynt ei wneud.

## Beth all y darllenydd ei wneud

case-do = Beth allwch chi ei wneud
case-task-asked-now = Newydd ei ofyn i chi
case-task-asked = Gofynnwyd i chi, yn aros ers { $time }
case-task-due = Adroddwch erbyn { $day }
case-turn = Tro pwy
case-turn-you = Chi:
case-turn-other = { $who }: { $task }
case-turn-nobody = Tro neb. Ni ofynnir dim i neb ar hyn o bryd.
case-clock = Erbyn pryd
case-clock-answer = Bydd pwy bynnag sy’n gofyn yn cael ateb erbyn { $time } fan hwyraf.
case-clock-breach = Toriad { $n }: rhaid adrodd i’r Comisiynydd erbyn { $by }, neu benderfynu pam na wneir hynny ({ $clock }).
case-held-own = Chi sy’n gofalu am yr achos hwn.
case-held-with = Mae’r achos hwn o dan ofal { $who }.
case-held-colleague = Mae’r achos hwn o dan ofal cydweithiwr.
case-held-nobody = Nid oes neb wedi cymryd yr achos hwn.
case-more = Rhagor y gallwch ei wneud ({ $count })
case-time = Cofnodi’r amser a dreuliwyd, mewn munudau
case-time-button = { $minutes }<span class="nhsuk-u-visually-hidden"> munud</span>
case-time-none = Amser a dreuliwyd: dim eto
case-time-recorded = Amser a dreuliwyd: { $minutes } munud
case-time-counted = Caiff amser pawb ei gyfrif gyda’i gilydd, fesul uned. Nid yw amser neb yn unigol yn gyhoeddus.

## Gweithredoedd

case-about-proposal = cynnig { $n }
case-about-breach = toriad { $n }
case-proposal-name = cynnig { $n } ({ $outcome })
case-act-supply-facts = Cofnodi ffeithiau
case-act-open-record = Agor y cofnod
case-act-advise = Rhoi cyngor nad yw’n dod o unrhyw gofnod
case-act-advise-alone = Rydych yn ei roi ar eich gair eich hun: nid oes rhaid i neb arall gytuno.
case-propose-advise-agreed = Fel cynnig, cofnodir y cyngor gyda’ch rhesymau ac ni chaiff ei roi nes bod pawb y mae’n rhaid iddynt gytuno wedi cytuno.
case-act-propose = Cynnig canlyniad
case-act-approve = Cytuno neu wrthod – { $about }: { $approval }
case-act-telephone = Cofnodi cymeradwyaeth dros y ffôn: { $about }
case-act-confirm-telephone = Cadarnhau eich cymeradwyaeth dros y ffôn: { $about }
case-act-safe-route = Cofnodi llwybr diogel
case-act-another-safe-route = Cofnodi llwybr diogel arall
case-act-confirm-route = Cadarnhau bod y llwybr diogel yn dal yn ddiogel
case-act-notice-unsafe = Cofnodi bod hysbysu ymlaen llaw yn anniogel: { $about }
case-act-found = Cofnodi bod y person wedi’i ganfod
case-act-recovered = Cofnodi bod y person wedi gwella
case-act-direct-notice = Penderfynu bod yr hysbysiad ynghylch { $about } yn cael ei anfon
case-act-recall = Galw { $about } yn ôl
case-act-review-repetition = Penderfynu ar y trydydd atgyfeiriad mewn 90 diwrnod
case-act-after-review = Dweud a yw { $about } yn sefyll
case-act-take = Cymryd yr achos hwn
case-act-hand-over = Ei drosglwyddo
case-act-put-back = Ei roi yn ôl yn y ciw
case-act-time = Cofnodi’r amser a dreuliwyd
case-act-time-back = Tynnu cofnod o amser yn ôl
case-act-record-call = Cofnodi galwad neu gyfarfod
case-act-conflict = Datgan gwrthdaro buddiannau
case-act-withdraw-conflict = Tynnu’r datganiad hwn yn ôl
case-act-name-recipient = Enwi swyddog arall i dderbyn
case-act-give-by-telephone = { $about }: darllen dros y ffôn yr hyn a ryddhawyd
case-act-record-destruction = { $about }: cofnodi’r hyn a wnaeth yr heddlu ar ôl y galw’n ôl
case-act-close = Cau’r achos
case-act-look = Edrych ar yr achos

## Pwy sy’n camu’n ôl

case-conflicts = Pwy sy’n camu’n ôl
case-conflicts-declared = { $count ->
    [one] Un datganiad, { $at }
    [two] Dau ddatganiad, yr olaf { $at }
   *[other] { $count } datganiad, yr olaf { $at }
}
case-conflict-withdrawn = { $who }: tynnwyd yn ôl gan y Gwarcheidwad Caldicott
case-conflict-declared = Datganodd { $who } wrthdaro buddiannau
case-conflict-withdraw = Tynnu’r datganiad hwn yn ôl<span class="nhsuk-u-visually-hidden">: { $who }</span>

## Beth a ofynnir

case-asked = Beth a ofynnir
case-asked-by = Pwy sy’n gofyn
case-asked-sent = Anfonwyd { $at }. Uned: { $unit }.
case-asked-stage = Sefyllfa’r achos
case-countersigned-yes = Cydlofnodwyd gan oruchwyliwr yn yr heddlu.
case-countersigned-no = Heb ei gydlofnodi eto.
case-earlier-none = Dim atgyfeiriad cynharach am y person hwn gan yr heddlu hwn mewn 90 diwrnod.
case-earlier-some = { $count ->
    [one] Un atgyfeiriad cynharach am y person hwn gan yr heddlu hwn mewn 90 diwrnod.
    [two] Dau atgyfeiriad cynharach am y person hwn gan yr heddlu hwn mewn 90 diwrnod.
   *[other] { $count } atgyfeiriad cynharach am y person hwn gan yr heddlu hwn mewn 90 diwrnod.
}
case-person = Y person
case-person-as-given = Fel y’i rhoddwyd gan bwy bynnag sy’n gofyn. Nid oes dim yma’n dweud a oes unrhyw wasanaeth yn adnabod y person.
case-person-name = Enw
case-person-birth = Dyddiad geni
case-person-nhs-number = Rhif GIG
case-person-address = Cyfeiriad
case-person-not-given = Heb ei roi

## Codau: sut y dechreuodd achos, a’i sefyllfa

case-origin-enquiry = Ymholiad
case-origin-requester = Atgyfeiriad
case-origin-health-service = Dechreuwyd gan y gwasanaeth iechyd
case-origin-duty-holder = Adroddiad o dan ddyletswydd bersonol
case-phase-returned = wedi’i ddychwelyd
case-phase-withdrawn = wedi’i dynnu’n ôl
case-phase-closed = wedi’i gau
case-stage-new = newydd
case-stage-record-opened = agorwyd y cofnod
case-stage-awaiting-approvals = yn aros am gymeradwyaeth
case-stage-awaiting-release = yn aros i gael ei ryddhau
case-stage-decided = wedi’i benderfynu
case-stage-released = wedi’i ryddhau
case-stage-recalled = wedi’i alw yn ôl
case-stage-returned = wedi’i ddychwelyd
case-stage-withdrawn = wedi’i dynnu’n ôl
case-stage-closed = wedi’i gau

## Y ffeithiau

case-facts = Y ffeithiau
case-facts-intro = Mae’r porth yn gwybod y rhain a dim byd arall. Dim ond ar ôl ei ddangos y mae rhywbeth yn cyfrif.
case-facts-counted = { $shown } wedi’u nodi neu eu dangos, { $unset } heb
case-facts-unset = Heb ei nodi neu heb ei ddangos ({ $count })
case-supplier-whoever-asks = Dywedwyd gan bwy bynnag sy’n gofyn
case-supplier-the-supervisor = Dywedwyd gan y goruchwyliwr
case-supplier-the-clinic = Cofnodwyd gan y clinig
case-supplier-safeguarding = Cofnodwyd gan y gwasanaeth diogelu
case-supplier-the-legal-service = Cofnodwyd gan y gwasanaeth cyfreithiol
case-supplier-the-duty-holder = Dywedwyd gan y gweithiwr proffesiynol sy’n adrodd
case-supplier-candour = Cyfrifwyd neu gosodwyd gan Candour
case-can-say-whoever-asks = gall pwy bynnag sy’n gofyn ddweud
case-can-say-the-supervisor = gall y goruchwyliwr ddweud
case-can-say-the-clinic = gall y clinig ddweud
case-can-say-safeguarding = gall y gwasanaeth diogelu ddweud
case-can-say-the-legal-service = gall y gwasanaeth cyfreithiol ddweud
case-can-say-the-duty-holder = gall deiliad y ddyletswydd ddweud
case-can-say-candour = gall Candour ddweud
case-somebody-can-say = gall { $who } ddweud
case-facts-record = Cofnodi ffeithiau
case-facts-record-intro = Cofnodwch yr hyn a ddangoswyd i chi, nid yr hyn sy’n debygol. Bydd beth bynnag a adewch yn agored yn cyfrif fel rhywbeth na chafodd ei ddangos. Cedwir pob cofnod gyda’ch enw, ac mae’r porth yn cyfrifo o’r newydd beth sy’n agored.
case-facts-recorded = Wedi’i gofnodi
case-facts-nothing = Dim byd eto
case-facts-button = Cofnodi hyn

## Beth mae’r porth yn ei adael yn agored

case-gate = Beth mae’r porth yn ei adael yn agored
case-gate-intro = Gall y porth gau canlyniad; nid yw byth yn dewis un. Mae’r hyn a welwch yma mewn trefn sefydlog, ac nid oes dim ohono’n gyngor i chi. Pecyn polisi { $pack }.
case-gate-changed = <strong>Newidiodd y rheolau</strong> ers i’r achos hwn gael ei farnu ddiwethaf, o { $from } i { $to }.
case-gate-nothing-differs = Nid oes dim yn wahanol yn yr achos hwn.
case-gate-differs = Yn yr achos hwn:
case-gate-open = Agored
case-gate-propose = Cynnig hyn
case-gate-closed = Ar gau
case-gate-terms = Beth sydd ei angen ar bob canlyniad agored, a beth mae’n ei roi ({ $count })
case-gate-why = Beth sydd ar gau, a pham ({ $count })
case-gate-missing = Beth sydd ar goll
case-gate-missing-for = Gallai hyn agor: { $basis }
case-missing-from-who-asks = Gallai pwy bynnag sy’n gofyn roi hyn o hyd: { $what }
case-reason-curable = Gellir unioni hyn
case-rows-law = Y gyfraith
case-rows-unconfirmed = Nid oes neb eto wedi gwirio bod hyn mewn grym fel y’i hysgrifennwyd.
case-rows-items = Gellir eu rhoi
case-rows-items-closed = Ni ellir eu rhoi
case-rows-max-days = Hyd at { $days } diwrnod.
case-rows-deferral-refused = Gofynnwyd am ohirio, ac nid yw’n dal: { $reason }
case-needs = Angen
case-needs-one-word = Cytundeb un clinigydd neu Warcheidwad Caldicott
case-conditions = Amodau
case-afterwards = Wedyn

## Cynigion

case-proposal-heading = Cynnig { $n }: { $outcome }
case-proposal-in-full = Cynnig { $n } yn llawn
case-proposal-waits = Yn aros am: { $approvals }
case-proposal-leaves = Beth fyddai’n gadael
case-proposal-state-open = yn aros am gymeradwyaeth
case-proposal-state-declined = wedi’i wrthod
case-proposal-state-decided = wedi’i benderfynu
case-proposal-state-released = wedi’i ryddhau
case-proposal-state-recalled = wedi’i alw yn ôl
case-proposal-state-settled = wedi’i setlo: wedi’i ddinistrio, neu wedi’i gadw yn ôl y gyfraith
case-proposal-emergency = Aeth allan fel argyfwng.
case-proposal-review-owed = Rhaid i’r adolygydd annibynnol edrych arno o hyd.
case-proposal-ground = Sail
case-proposal-hidden = Wedi’i guddio hyd nes y byddwch wedi rhoi eich barn
case-proposal-under = Barnwyd o dan
case-proposal-under-pack = Pecyn polisi { $pack }
case-proposal-put-off = Gohiriwyd tan { $day } fan hwyraf.
case-proposal-approvals = Barnau a chymeradwyaethau
case-proposal-by-telephone = dros y ffôn, { $state }
case-item-reasons = Pam mae angen pob eitem
case-necessity = Pam mae’n angenrheidiol
case-proportionality = Pam mae’n gymesur
case-approval-individual-professional-personal-duty = Adroddiad y gweithiwr proffesiynol ei hun
case-approval-treating-clinician-opinion = Barn y clinigydd
case-approval-second-senior-clinician-two-person = Barn yr ail glinigydd
case-approval-named-safeguarding-professional = Barn y gweithiwr proffesiynol diogelu
case-approval-legal-services-validation = Dilysiad y gwasanaeth cyfreithiol
case-approval-caldicott-guardian = Penderfyniad y Gwarcheidwad Caldicott
case-approval-on-call-guardian-deputy-then-review-within-24h = Penderfyniad y dirprwy ar alwad
case-approval-independent-deferral-reviewer = Cytundeb yr adolygydd i hysbysu’n ddiweddarach
case-approval-independent-reviewer-before-opening = Cytundeb yr adolygydd cyn agor y cofnod
case-answer-waiting = yn aros
case-answer-given = rhoddwyd
case-answer-declined = gwrthodwyd
case-answer-given-or-declined = rhoddwyd neu gwrthodwyd

## Beth fyddai’n gadael

case-content = Beth fyddai’n gadael, fel y byddai’r swyddog yn ei ddarllen
case-content-advice = Beth fyddai’r swyddog yn ei ddarllen
case-content-whole = Y testun cyfan, gyda’r hyn sydd wedi’i adael allan
case-content-whole-intro = Nid yw’r hyn sydd mewn cromfachau dwbl byth yn gadael. Mae’n aros gyda’r clinig a’r adolygydd cyhyd â’r achos.

## Cynnig

case-outcomes-intro = Mae’r rhain yn agored. Maent mewn trefn sefydlog ac nid argymhellir yr un ohonynt. Nid yw cynnig yn penderfynu dim; mae’n gofyn i bobl a enwir am eu cymeradwyaeth.
case-propose-button = Edrych arno cyn iddo gael ei gofnodi
case-preview-intro = Nid oes dim wedi’i gofnodi eto.
case-preview-copy = Copi
case-preview-download = Caiff y swyddog ei lawrlwytho
case-preview-no-download = Dim ond yn Candour y gellir ei ddarllen
case-preview-button = Cofnodi’r cynnig hwn
case-preview-change = Ei newid

## Cymeradwyo

case-approve-closed-since = Mae’r ffeithiau wedi newid ers i hyn gael ei gynnig, ac mae’r porth wedi cau’r canlyniad hwn. Gellir ei wrthod; nid yw cytuno’n penderfynu dim.
case-approve-proposed = Beth a gynigir
case-approve-persons-view = Safbwynt y person
case-approve-gate-today = Beth mae’r porth yn ei ddweud heddiw
case-approve-gate-same = Mae’r cymeradwyaethau, y dweud a’r amodau fel y’u cynigiwyd.
case-approve-everything-else = <a href="{ $href }">Popeth arall yn yr achos hwn</a>, ar ei dudalen ei hun
case-approve-answer = Beth yw eich ateb?
case-approve-yes-disclosed = Ydw, rwy’n cytuno bod hyn yn cael ei ddatgelu
case-approve-yes = Ydw, rwy’n cytuno
case-approve-no = Nac ydw, rwy’n gwrthod
case-approve-reasons = Eich rhesymau
case-approve-reasons-hint = Dwy neu dair brawddeg, yn eich geiriau eich hun. Fe’u cedwir gyda’r penderfyniad.
case-approve-button = Cofnodi fy ateb
case-approve-instead = Rhywbeth arall yn lle hyn
case-effect-settles = Mae cytundeb un clinigydd neu warcheidwad yn penderfynu hyn. Nid oes dim am y person yn gadael.
case-effect-duty = Mae hyn yn ymwneud ag adroddiad y mae’r gyfraith yn ei fynnu gan weithiwr proffesiynol. Ni chaiff neb ei wahardd.
case-effect-decides = Chi sy’n penderfynu. Os cytunwch, gwneir y penderfyniad; caiff yr hyn sy’n gadael ei ryddhau unwaith y bydd tystion wedi gweld y penderfyniad a’r rheol hysbysu’n caniatáu hynny.
case-effect-last = Eich barn chi yw’r un olaf y gofynnir amdani. Os cytunwch, gwneir y penderfyniad.
case-effect-one-of-several = Un farn o blith sawl un yw eich barn chi. Gwneir y penderfyniad pan roddir yr un olaf; os gwrthodwch, daw’r cynnig i ben.

## Cymeradwyaeth dros y ffôn

case-by-telephone = Cofnodi cymeradwyaeth dros y ffôn
case-telephone-intro = Mewn argyfwng caiff rhywun roi cymeradwyaeth dros y ffôn, a chi sy’n ei chofnodi ar eu rhan. Darllenwch y cynnig iddynt yn gyntaf, fesul eitem.
case-telephone-warning = Rhaid iddynt ei chadarnhau yn eu cyfrif eu hunain o fewn 24 awr. Os na wnânt hynny, neu os dywedant nad ydynt erioed wedi’i rhoi, caiff yr adolygydd annibynnol wybod.
case-telephone-which = Pa gymeradwyaeth a roddwyd dros y ffôn?
case-telephone-who = Pwy a’i rhoddodd?
case-telephone-who-hint = Eu henw mewngofnodi. Gofynnir iddynt ei chadarnhau yn eu cyfrif eu hunain.
case-telephone-who-expected = rhowch eu henw mewngofnodi
case-telephone-day = Ar ba ddiwrnod y buoch yn siarad?
case-telephone-day-expected = rhowch ddiwrnod calendr, er enghraifft 27 3 2026
case-telephone-at = Am faint o’r gloch?
case-telephone-at-hint = Ar y cloc 24 awr, er enghraifft 14:05.
case-telephone-at-expected = rhowch amser ar y diwrnod hwnnw, er enghraifft 14:05
case-telephone-said = Beth ddywedon nhw?
case-telephone-agreed = Cytunon nhw
case-telephone-declined = Gwrthodon nhw
case-telephone-reasons = Eu rhesymau
case-telephone-reasons-hint = Yn eu geiriau nhw, fel y gwnaethoch eu hysgrifennu wrth siarad.
case-telephone-button = Cofnodi’r gymeradwyaeth hon

## Hysbysu’r person

case-telling = Hysbysu’r person
case-route = Llwybr diogel
case-route-none = Nid oes un wedi’i gofnodi. Ni anfonir dim at y person hyd nes y bydd un.
case-notice-about = Ynghylch { $about }

## Toriadau

case-breach-heading = Toriad { $n }: { $kind }
case-breach-in-full = Toriad { $n } yn llawn
case-breach-recorded = Cofnodwyd: { $who }, { $at }
case-breach-unfounded = Canfuwyd nad oedd yn doriad: { $who }.
case-breach-report = Adroddwch i’r Comisiynydd erbyn <strong>{ $by }</strong>: { $clock } o’r 72 awr.
case-breach-happened = Digwyddodd
case-breach-aware = Daeth yr ymddiriedolaeth i wybod
case-breach-end = Daw’r 72 awr i ben
case-breach-people = Pobl
case-breach-about = Ynghylch
case-breach-disclosure = Datgeliad { $n }
case-breach-commissioner = Y Comisiynydd
case-breach-late = ar ôl y 72 awr
case-breach-telling = Hysbysu’r sawl y mae’n ymwneud â nhw
case-breach-route = Eu llwybr diogel
case-breach-no-route = Nid oes un wedi’i gofnodi
case-breach-measure = Beth a wnaed

## Cyngor, beth ddigwyddodd

case-advice = Cyngor
case-advice-given = { $times ->
    [one] Rhoddwyd unwaith, { $at }
    [two] Rhoddwyd ddwywaith, y tro diwethaf { $at }
   *[other] Rhoddwyd { $times } gwaith, y tro diwethaf { $at }
}
case-timeline = Beth ddigwyddodd
case-timeline-counted = { $count ->
    [one] Un cofnod: { $what }, { $at }
   *[other] { $count } cofnod, yr olaf: { $what }, { $at }
}
case-openings-none = Nid yw’r cofnod wedi’i agor ar gyfer yr achos hwn.
case-openings = { $times ->
    [one] Agorwyd y cofnod unwaith.
    [two] Agorwyd y cofnod ddwywaith.
   *[other] Agorwyd y cofnod { $times } gwaith.
}
case-readings = Cofnodir pob darlleniad o’r dudalen hon, mewn rhestr y gall y person ei gweld.
case-receipts-link = Beth o hyn sydd yn y cyfriflyfr cyhoeddus

## Derbynebau

case-receipts = Beth sydd yn y cyfriflyfr
case-receipts-intro = Mae derbynneb yn profi bod rhywbeth yn y cyfriflyfr cyhoeddus ers hynny, ond nid beth ydoedd. Gall pwy bynnag sydd â’r dderbynneb <a href="/receipts/check">ei gwirio</a> hebddom ni.
case-receipts-caption = Beth ddigwyddodd, a’r derbynebau
case-receipts-entry = Cofnod
case-receipts-keep = I’w gadw
case-receipts-receipt = Derbynneb<span class="nhsuk-u-visually-hidden"> cofnod { $index }</span>
case-receipts-full-opening = Agoriad llawn<span class="nhsuk-u-visually-hidden"> o gofnod { $index }</span>
case-receipts-not-witnessed = Heb ei dystio eto
case-receipts-nothing = Dim byd eto
case-opening = Agoriad llawn?
case-opening-entry = cofnod { $index } yn y cyfriflyfr
case-opening-intro = Mae agoriad llawn yn dangos y cofnod, ei halen a’r digwyddiad ei hun: pwy a’i gwnaeth (fel rhif), pryd, a chodau fel y canlyniad. Nid yw’n cynnwys unrhyw destun a ysgrifennodd neb, unrhyw enw, na dim a ddatgelwyd.
case-opening-warning = Mae’r ffeil hon yn profi i bwy bynnag sy’n ei dal beth ddigwyddodd. Rhowch hi dim ond i rywun y byddech yn dweud wrthynt. Ni chaiff neb eich gorfodi i’w dangos.
case-opening-recorded = Cofnodir eich bod wedi’i gymryd, mewn rhestr y gall y person ei gweld.
case-opening-button = Cadw’r agoriad llawn

## Edrych dros destun cyn iddo adael

case-look-over-hint = Bydd y swyddog yn ei ddarllen yn union fel yr ysgrifennwch ef. Cyn iddo adael, edrychir drosto am yr hyn a fyddai’n dangos pwy yw rhywun; daw hynny o hyd i lawer, ond nid i bopeth.
case-look-over = <span class="nhsuk-u-visually-hidden">Pwysig: </span>Darllenwch hwn eto cyn iddo adael
case-look-over-intro = Gall hyn ddangos pwy yw rhywun, neu ddweud bod gwasanaethau’n eu hadnabod. Chi sy’n penderfynu: newidiwch y testun, neu gadewch iddo sefyll. Gall yr hyn nad yw wedi’i farcio wneud hynny hefyd.
case-give-as-it-stands = Ei roi fel y mae

# Pam y tynnir sylw at ddarn.
case-why-this-is-the-person-s-name-or-a-part-of-it = Dyma enw’r person, neu ran ohono.
case-why-this-is-a-short-form-or-another-spelling-of-the-person-s-name = Dyma ffurf fer ar enw’r person, neu sillafiad arall ohono.
case-why-this-is-the-person-s-name-written-letter-by-letter = Dyma enw’r person, wedi’i ysgrifennu fesul llythyren.
case-why-this-looks-like-somebody-s-name = Mae hyn yn edrych fel enw rhywun.
case-why-this-looks-like-the-person-s-name-with-a-few-letters-changed = Mae hyn yn edrych fel enw’r person gydag ambell lythyren wedi’i newid.
case-why-these-are-the-person-s-initials = Dyma lythrennau cyntaf enw’r person.
case-why-these-look-like-somebody-s-initials = Mae’r rhain yn edrych fel llythrennau cyntaf enw rhywun.
case-why-this-is-the-person-s-date-of-birth-or-a-part-of-it = Dyma ddyddiad geni’r person, neu ran ohono.
case-why-a-day-with-its-year-can-say-who-is-meant = Gall diwrnod gyda’i flwyddyn ddweud pwy a olygir.
case-why-this-says-when-somebody-was-born = Mae hyn yn dweud pryd y ganwyd rhywun.
case-why-a-month-with-its-year-can-say-what-happened-to-whom = Gall mis gyda’i flwyddyn ddweud beth ddigwyddodd i bwy.
case-why-an-age-narrows-down-who-is-meant = Mae oedran yn cyfyngu ar bwy a olygir.
case-why-this-is-the-person-s-nhs-number-or-a-part-of-it = Dyma rif GIG y person, neu ran ohono.
case-why-this-is-the-person-s-nhs-number-with-a-digit-or-two-changed = Dyma rif GIG y person gydag un neu ddau ddigid wedi’u newid.
case-why-this-is-built-like-an-nhs-number = Mae hyn wedi’i lunio fel rhif GIG.
case-why-this-is-in-the-person-s-address = Mae hyn yng nghyfeiriad y person.
case-why-this-looks-like-an-address = Mae hyn yn edrych fel cyfeiriad.
case-why-this-says-where-somebody-lives = Mae hyn yn dweud ble mae rhywun yn byw.
case-why-this-is-the-person-s-postcode-or-its-first-half = Dyma god post y person, neu ei hanner cyntaf.
case-why-this-looks-like-a-postcode = Mae hyn yn edrych fel cod post.
case-why-this-is-the-person-s-telephone-number = Dyma rif ffôn y person.
case-why-this-looks-like-somebody-s-telephone-number = Mae hyn yn edrych fel rhif ffôn rhywun.
case-why-this-is-the-person-s-e-mail-address = Dyma gyfeiriad e-bost y person.
case-why-this-looks-like-somebody-s-e-mail-address = Mae hyn yn edrych fel cyfeiriad e-bost rhywun.
case-why-this-is-the-name-of-somebody-close-to-the-person = Dyma enw rhywun sy’n agos at y person.
case-why-this-speaks-of-somebody-close-to-the-person = Mae hyn yn sôn am rywun sy’n agos at y person.
case-why-work-school-or-standing-together-with-a-place-can-be-true-of-one-person-alone = Gall gwaith, ysgol neu statws ynghyd â lle fod yn wir am un person yn unig.
case-why-this-looks-like-the-registration-of-a-vehicle = Mae hyn yn edrych fel rhif cofrestru cerbyd.
case-why-this-looks-like-the-number-of-a-health-record = Mae hyn yn edrych fel rhif cofnod iechyd.
case-why-this-looks-like-the-number-of-a-police-record = Mae hyn yn edrych fel rhif cofnod heddlu.
case-why-this-looks-like-an-official-number-of-somebody-s = Mae hyn yn edrych fel rhif swyddogol sy’n perthyn i rywun.
case-why-this-looks-like-somebody-s-account-or-page = Mae hyn yn edrych fel cyfrif neu dudalen rhywun.
case-why-naming-a-clinician-or-a-unit-tells-who-treats-the-person = Mae enwi clinigydd neu uned yn dweud pwy sy’n trin y person.
case-why-this-tells-whether-services-know-the-person = Mae hyn yn dweud a yw gwasanaethau’n adnabod y person.
case-why-this-states-a-fact-about-somebody-s-health-as-a-record-would = Mae hyn yn nodi ffaith am iechyd rhywun, fel y byddai cofnod.
