# Tudalennau bach achos: un weithred, un ffurflen.

## Yr hyn y mae’r faner yn ei ddweud ar ôl gweithred

act-done-facts = Mae’r ffeithiau wedi’u cofnodi. Mae’r hyn y mae’r porth yn ei adael yn agored wedi’i gyfrifo eto.
act-done-open-record = Mae’r agoriad wedi’i gofnodi. Cewch edrych yn y cofnod nawr.
act-done-advise = Mae’r cyngor wedi’i roi.
act-done-propose = Mae’r cynnig wedi’i gofnodi.
act-done-approve = Mae eich ateb wedi’i gofnodi.
act-done-telephone = Mae’r gymeradwyaeth dros y ffôn wedi’i chofnodi. Gofynnir i bwy bynnag a’i rhoddodd ei chadarnhau o fewn 24 awr.
act-done-confirm-telephone = Mae eich ateb wedi’i gofnodi.
act-done-safe-route = Mae’r llwybr diogel wedi’i gofnodi.
act-done-confirm-route = Mae’r llwybr diogel wedi’i gadarnhau.
act-done-notice-unsafe = Mae wedi’i gofnodi bod hysbysu’r person ymlaen llaw yn anniogel.
act-done-found = Mae wedi’i gofnodi. Mae’r terfyn amser ar gyfer hysbysu’r person yn rhedeg o nawr ymlaen.
act-done-recovered = Mae wedi’i gofnodi. Mae’r terfyn amser ar gyfer hysbysu’r person yn rhedeg o nawr ymlaen.
act-done-direct-notice = Caiff yr hysbysiad ei anfon.
act-done-recall = Mae’r datgeliad wedi’i alw yn ôl. Ni all neb ei ddarllen mwyach.
act-done-review-repetition = Mae eich adolygiad wedi’i gofnodi.
act-done-after-review = Mae eich adolygiad wedi’i gofnodi.
act-done-take = Chi sy’n gofalu am yr achos nawr. Gall cydweithwyr weithredu ynddo o hyd.
act-done-hand-over = Mae’r achos wedi’i drosglwyddo.
act-done-time-back = Mae’r cofnod amser wedi’i dynnu’n ôl.
act-done-record-call = Mae’r alwad neu’r cyfarfod wedi’i nodi yn yr achos.
act-done-call = Mae’r alwad neu’r cyfarfod wedi’i nodi. Dyma ei achos: nid yw’n enwi neb, ac nid oes unrhyw swyddog heddlu yn ei weld.
act-done-withdraw-conflict = Mae’r datganiad wedi’i dynnu’n ôl. Gall y cydweithiwr agor yr achos a gweithredu ynddo eto.
act-done-name-recipient = Mae’r swyddog arall wedi’i enwi. Ni all yr un blaenorol weld dim ohono mwyach.
act-done-emergency = Mae’r achos wedi’i ddechrau. Ni all y sawl a ffoniodd weld dim ohono; ewch ymlaen yma.
act-done-give-by-telephone = Mae wedi’i gofnodi iddo gael ei ddarllen.
act-done-record-destruction = Mae’r hyn a ddywedodd yr heddlu wedi’i gofnodi.
act-done-close = Mae’r achos wedi’i gau.

## Gwallau, ar ôl label neu fel cais

act-fault-choose = dewiswch un o’r rhain
act-fault-write = ysgrifennwch rywbeth yma

## Enwi swyddog arall i dderbyn

act-recipient-title = Enwi swyddog arall i dderbyn
act-recipient-standing = { $who }, { $force }, a enwir i dderbyn yr hyn y mae’r clinig yn ei ddatgelu yn yr achos hwn.
act-recipient-closed = Mae’r cyfrif wedi’i gau, felly ni fyddai galw’n ôl yn cyrraedd unrhyw swyddog.
act-recipient-lead = Rhaid i rywun ateb dros yr hyn a aeth allan: cadw at ei amodau, clywed am alw’n ôl, a chadarnhau iddo gael ei ddinistrio. O hynny ymlaen, y swyddog a enwch fydd hwnnw, ac ni fydd yr un blaenorol yn gweld dim ohono mwyach.
act-recipient-warning = Rydych yn rhoi’r hyn a ddatgelwyd i berson arall. Ni fydd neb arall yn yr heddlu yn clywed amdano drwy Candour, dim hyd yn oed goruchwyliwr, felly siaradwch â’r swyddog eich hun ymlaen llaw.
act-recipient-to = Enw mewngofnodi’r swyddog sy’n ei gymryd drosodd
act-recipient-to-hint = Swyddog o’r un heddlu, y mae ei gyfrif ar agor.
act-recipient-reasons = Pam mae’n mynd at rywun arall?
act-recipient-reasons-hint = Er enghraifft: mae’r swyddog wedi gadael yr heddlu. Fe’i darllenir yn yr achos, hefyd gan yr adolygydd annibynnol.
act-recipient-button = Ymlaen
act-recipient-check-title = Gwirio pwy rydych yn ei enwi
act-recipient-check = Dyma { $who }, { $force }. A ydych am enwi’r person hwn i dderbyn?
act-recipient-check-reasons = Eich rhesymau: { $reasons }
act-recipient-check-button = Enwi’r swyddog hwn
act-recipient-expected = nid oes neb o’r enw hwn yn swyddog arall o’r un heddlu y mae ei gyfrif ar agor

## Agor y cofnod

act-open-record-title = Agor y cofnod
act-open-record-lead = Mae edrych yng nghofnod rhywun yn weithred ynddi’i hun. Gellir ateb llawer o gwestiynau hebddi.
act-open-record-before = { $times ->
    [0] Nid yw’r cofnod wedi’i agor ar gyfer yr achos hwn.
    [one] Mae’r cofnod wedi’i agor unwaith ar gyfer yr achos hwn.
    [two] Mae’r cofnod wedi’i agor ddwywaith ar gyfer yr achos hwn.
    [few] Mae’r cofnod wedi’i agor deirgwaith ar gyfer yr achos hwn.
   *[other] Mae’r cofnod wedi’i agor { $times } gwaith ar gyfer yr achos hwn.
}
act-open-record-warning = Bydd y person yn gweld bod y cofnod wedi’i agor, pryd, gan bwy ac ym mha rôl, a’r rheswm rydych yn ei ysgrifennu yma.
act-open-record-reason = Pam mae’n rhaid agor y cofnod?
act-open-record-reason-hint = Dywedwch beth mae angen i chi ei wybod a pham na fydd cyngor nad yw’n dod o unrhyw gofnod yn gwneud y tro.
act-open-record-button = Cofnodi’r agoriad

## Cyngor nad yw’n dod o unrhyw gofnod

act-advise-title = Rhoi cyngor nad yw’n dod o unrhyw gofnod
act-advise-lead = Nid yw’r cyngor yn dod o unrhyw gofnod. Byddai’n darllen yr un fath pe na bai unrhyw wasanaeth erioed wedi gweld y person hwn.
act-advise-warning = Peidiwch â datgelu a yw’r person yn hysbys ai peidio. Ni chaiff dim a ysgrifennwch ddod o gofnod nac o’ch cof am gofnod, nac awgrymu bod cofnod neu nad oes un.
act-advise-lead-enquiry = Nid yw ymholiad yn enwi neb. Atebwch yn gyffredinol: beth y gall yr arwyddion ei olygu, beth sy’n helpu, at bwy i droi.
act-advise-warning-enquiry = Peidiwch â chwilio am neb. Os mai dim ond am un person y gellir ateb y cwestiwn, dywedwch fod angen atgyfeiriad.
act-advise-text = Eich cyngor
act-advise-button = Rhoi’r cyngor hwn

## Y llwybr diogel

act-safe-route-title = Cofnodi llwybr diogel
act-safe-route-title-another = Cofnodi llwybr diogel arall
act-safe-route-lead = Ni chaiff dim ei bostio, ei e-bostio na’i ddangos i’r person nes bod ffordd sy’n ddiogel iddo wedi’i chofnodi. Mae’n cyfrif am saith diwrnod ac yna gofynnir amdani eto.
act-safe-route-lead-earlier = Mae llwybr newydd yn cymryd lle un cynharach; mae llythyr nad yw wedi’i ddefnyddio erbyn hynny yn peidio â gweithio.
act-route-warning = Gall pwy bynnag sy’n byw gyda’r person agor llythyr, gwrando ar alwad neu edrych ar ffôn. Os nad ydych yn gwybod bod ffordd yn ddiogel, nid yw’n ddiogel.
act-route-way = Sut bydd y person yn cael y llythyr?
act-route-post = Drwy’r post
act-route-post-hint = Amlen blaen. Nid yw’r llythyr cyntaf yn dweud dim ond sut i ddarllen y gweddill.
act-route-in-person = Wyneb yn wyneb
act-route-in-person-hint = Wedi’i roi gan glinigydd y mae’r person yn ei weld beth bynnag.
act-route-representative = Drwy gynrychiolydd
act-route-representative-hint = Rhiant â chyfrifoldeb, atwrnai neu ddirprwy, ar ran rhywun na all benderfynu ar ei ben ei hun.
act-route-address = I ble mae’n mynd, neu pwy sy’n ei roi?
act-route-address-hint = Cyfeiriad y mae’r person wedi cytuno iddo, neu enw’r clinigydd a ble mae’n gweithio.
act-route-phrase = Pa ymadrodd y cytunoch arno gyda’r person?
act-route-phrase-hint = Bydd ei angen ar y person yn ogystal â chod y llythyr. Gadewch i’r person ddewis tri neu bedwar gair cyffredin sy’n golygu rhywbeth iddo ac na fyddai neb agos ato yn eu dyfalu. Peidiwch byth â defnyddio enw, dyddiad geni, cyfeiriad na rhif GIG. Dim ond fel ôl bys y caiff ei gadw: ni all neb ddod o hyd iddo yn nes ymlaen.
act-route-language = Ym mha iaith y mae’r person am i chi ysgrifennu ato?
act-route-language-hint = Gofynnwch iddo. Os na ddewisir dim, Saesneg fydd iaith y llythyr.
act-route-language-en = Saesneg
act-route-language-cy = Cymraeg
act-route-language-both = Y ddwy, y Gymraeg yn gyntaf
act-route-button = Cofnodi’r llwybr hwn
act-route-stands = Wedi’i gofnodi nawr: { $route }.
act-route-stands-none = Nid oes llwybr wedi’i gofnodi nawr.
act-confirm-route-title = Cadarnhau bod y llwybr diogel yn dal yn ddiogel
act-confirm-route-lead = Peidiwch â chadarnhau oni bai eich bod wedi gwneud yn siŵr yr wythnos hon fod y ffordd yn dal yn ddiogel i’r person. Gall hysbysiad sy’n ddyledus fynd allan ar unwaith.
act-confirm-route-button = Cadarnhau

## Cadarnhau cymeradwyaeth dros y ffôn ($name: cynnig, er enghraifft “cynnig 2 (datgelu)”)

act-confirm-telephone-title = Cadarnhau eich cymeradwyaeth: { $name }
act-confirm-telephone-lead = Mae cydweithiwr wedi cofnodi cymeradwyaeth a roesoch dros y ffôn. Mae angen eich gair eich hun o fewn 24 awr.
act-confirm-telephone-confirmed = A roesoch y gymeradwyaeth hon dros y ffôn, fel y mae wedi’i chofnodi yma?
act-confirm-telephone-yes = Do, fe’i rhoddais
act-confirm-telephone-no = Naddo, ni roddais hi
act-confirm-telephone-no-hint = Caiff yr adolygydd annibynnol wybod ar unwaith.
act-confirm-telephone-button = Anfon fy ateb

## Hysbysu’r person

act-notice-unsafe-title = Mae hysbysu ymlaen llaw yn anniogel: { $name }
act-notice-unsafe-lead = Caiff y person ei hysbysu cyn i unrhyw beth gael ei anfon, oni bai y byddai hynny’n peryglu rhywun. Os cofnodwch hyn, ni fydd y rhyddhau’n aros am yr hysbysiad mwyach.
act-notice-unsafe-warning = Nid yw hyn yn gohirio’r hysbysu am byth: caiff y person ei hysbysu o fewn tri diwrnod gwaith wedyn.
act-notice-unsafe-reasons = Pam y byddai hysbysu ymlaen llaw yn anniogel?
act-notice-unsafe-reasons-hint = Dywedwch pwy fyddai mewn perygl, rhag beth, a sut rydych yn gwybod.
act-notice-unsafe-button = Cofnodi ei fod yn anniogel
act-found-title = Mae’r person wedi’i ganfod
act-found-lead = Cofnodwch hyn pan wyddoch fod y person wedi’i ganfod. O hynny ymlaen, caiff y person ei hysbysu o fewn dau ddiwrnod gwaith am yr hyn a rannwyd er mwyn dod o hyd iddo.
act-found-button = Cofnodi bod y person wedi’i ganfod
act-recovered-title = Mae’r person wedi gwella
act-recovered-lead = Cofnodwch hyn pan all y person ddeall a phenderfynu eto. O hynny ymlaen, caiff y person ei hysbysu o fewn 72 awr am yr hyn a rannwyd tra na allai wneud hynny.
act-recovered-button = Cofnodi’r gwellhad
act-not-taken-back = Ni ellir ei dynnu’n ôl.
act-direct-notice-title = Anfon yr hysbysiad: { $name }
act-direct-notice-lead = Ni ellid anfon yr hysbysiad hwn yn awtomatig, felly rhaid i rywun benderfynu. Os rhowch gyfarwyddyd i’w anfon, bydd yn mynd cyn gynted ag y bydd llwybr diogel a gadarnhawyd yn ystod y saith diwrnod diwethaf.
act-direct-notice-warning = Pe bai hysbysu’r person yn drosedd, neu’n peryglu rhywun, peidiwch â’i anfon: gadewch iddo aros a dywedwch hynny wrth y panel. Bydd yn ymddangos yn gyhoeddus fel hysbysiad hwyr nes iddo gael ei anfon.
act-direct-notice-reasons = Pam mae’r hysbysiad yn cael ei anfon nawr?
act-direct-notice-reasons-hint = Dywedwch beth yr edrychoch arno: diwedd gorchymyn, beth mae’r heddlu’n ei ddweud, a yw’r ffordd yn ddiogel.
act-direct-notice-button = Cyfarwyddo ei anfon

## Galw yn ôl

act-recall-title = Galw { $name } yn ôl
act-recall-lead = Ni all y swyddog ei ddarllen mwyach. Mae’r heddlu’n dinistrio’r hyn sydd ganddo, neu’n enwi’r gyfraith sy’n gwneud iddo ei gadw, yn cyfyngu arno ac yn rhestru pwy sydd ag ef.
act-recall-warning = Ni ellir ei ddadwneud. Os dylid ei rannu eto, mae hynny’n gynnig newydd gyda chymeradwyaethau newydd.
act-recall-reasons = Pam mae’n cael ei alw yn ôl?
act-recall-contact = Os oes gan yr heddlu gyswllt hawliau gwybodaeth, caiff y cyswllt hwnnw wybod drwy e-bost fod rhywbeth wedi’i alw yn ôl: cyfeirnod yr achos a’r dyddiau, ac nid eich rhesymau na’r hyn a ddatgelwyd.
act-recall-reasons-hint = Er enghraifft: tynnwyd cydsyniad yn ôl, aeth at y person anghywir, neu canfuwyd ei fod yn anghywir.
act-recall-button = Galw’r datgeliad yn ôl

## Adolygiadau

act-your-reasons = Eich rhesymau
act-review-button = Cofnodi fy adolygiad
act-repetition-title = Trydydd atgyfeiriad o fewn 90 diwrnod
act-repetition-lead = { $times ->
    [1] Mae’r un heddlu wedi gofyn am y person hwn unwaith o’r blaen o fewn 90 diwrnod. Mae monitro drwy ailadrodd yn cyfrif fel monitro.
    [2] Mae’r un heddlu wedi gofyn am y person hwn ddwywaith o’r blaen o fewn 90 diwrnod. Mae monitro drwy ailadrodd yn cyfrif fel monitro.
    [few] Mae’r un heddlu wedi gofyn am y person hwn deirgwaith o’r blaen o fewn 90 diwrnod. Mae monitro drwy ailadrodd yn cyfrif fel monitro.
   *[other] Mae’r un heddlu wedi gofyn am y person hwn { $times } gwaith o’r blaen o fewn 90 diwrnod. Mae monitro drwy ailadrodd yn cyfrif fel monitro.
}
act-repetition-lead-closed = Hyd nes y byddwch wedi edrych, nid oes neb yn agor y cofnod.
act-repetition-agreed = A ganiateir agor y cofnod ar gyfer yr atgyfeiriad hwn?
act-repetition-yes = Caniateir, gellir ei agor
act-repetition-yes-hint = Mae’r atgyfeiriad yn mynd ei ffordd arferol; mae pob rheol arall yn dal mewn grym.
act-repetition-no = Ni chaniateir, mae’n aros ar gau
act-repetition-no-hint = Mae cyngor nad yw’n dod o unrhyw gofnod yn dal yn bosibl, a gwrthod hefyd.
act-repetition-reasons-hint = Beth sy’n newydd ers yr atgyfeiriad diwethaf, ac a yw’n gyfystyr â gwylio rhywun.
act-after-review-title = Edrych wedyn: { $name }
act-after-review-lead = Aeth allan mewn argyfwng, cyn y cymeradwyaethau arferol. Mae rhywun annibynnol yn edrych ar bob un o’r rhain.
act-after-review-agreed = A yw’r datgeliad brys yn sefyll?
act-after-review-yes = Mae’n sefyll
act-after-review-yes-hint = Roedd yn argyfwng, ac ni anfonwyd mwy nag oedd ei angen.
act-after-review-no = Nid yw’n sefyll
act-after-review-no-hint = Caiff yr ymddiriedolaeth wybod. Gallwch ei alw yn ôl ar dudalen yr achos.
act-after-review-reasons-hint = A oedd yn argyfwng ar sail yr hyn a oedd yn hysbys bryd hynny, ac a fyddai llai wedi bod yn ddigon.

## Cau

act-close-title = Cau’r achos
act-close-lead = Caewch yr achos pan fydd popeth wedi’i wneud. Mae’r person yn cadw ei dudalen, ac mae’r hyn a gofnodwyd yn aros.
act-close-warning = Ni ellir cofnodi dim byd arall mewn achos caeedig. Mae achos lle mae rhywbeth yn dal yn ddyledus i’r person neu i’r adolygydd yn aros ar agor.
act-close-reasons = Pam y gellir ei gau?
