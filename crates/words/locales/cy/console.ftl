## Yr hyn y mae pob consol yn ei rannu

console-yes = Do
console-no = Naddo

## Iechyd y gwasanaeth

console-health-title = Iechyd y gwasanaeth
console-health-good = Mae popeth fel y dylai fod.
console-health-bad = { $count ->
    [one] Mae angen i rywun edrych ar { $count } peth. Mae’n sefyll yn gyntaf.
   *[other] Mae angen i rywun edrych ar { $count } o bethau. Maent yn sefyll yn gyntaf.
}
console-health-lead = Fel y gwelodd y nod hwn, un copi o Candour sy’n rhedeg, bethau ar { $when }. Nid oes dim yma’n enwi achos, claf na swyddog.
console-what = Beth
console-state = Cyflwr
console-found = Yr hyn a gafwyd
console-next = Beth i’w wneud nesaf:
console-state-good = Da
console-state-look = Edrychwch ar hyn
console-state-plain = Er gwybodaeth

console-health-version = Fersiwn
console-health-store = Cronfa ddata
console-health-records = Cofnodi
console-health-lead-node = Y nod sy’n arwain
console-health-ledger = Cyfriflyfr
console-health-pending = Cofnodion sy’n aros am rif
console-health-quorum = Cworwm y tystion
console-health-clock = Cloc
console-health-keys = Allweddi
console-health-letters = Llythyrau a negeseuon
console-health-late = Gwaith sydd wedi dod yn ddyledus
console-health-overdue = Addewidion nas cadwyd mewn pryd
console-health-pack = Y pecyn polisi mewn grym
console-health-backup = Y copi wrth gefn diwethaf
console-health-room = Lle i ffeiliau
console-health-restored = Yr adferiad diwethaf o gopi wrth gefn

console-store-files = SQLite, mewn dwy ffeil. Sgema { $version }, storfa allweddi { $keystore }.
console-store-server = PostgreSQL. Sgema { $version }, storfa allweddi { $keystore }.
console-records = Mae’r gronfa ddata, y storfa allweddi a’r ysgrifennwr yn ateb.
console-records-not = Ni ellir cofnodi dim ar hyn o bryd.
console-lead-alone = Y nod hwn yw’r unig un ac mae’n gwneud popeth.
console-lead-this = Y nod hwn sy’n arwain: mae’n rhifo cofnodion ac yn trosglwyddo llythyrau.
console-lead-other = Mae nod arall yn arwain, neu nid oes yr un yn arwain ar yr eiliad hon.
console-lead-nobody = Nid yw’r nod hwn yn arwain, ac nid oes un arall.
console-ledger-none = Ni wnaed pwynt gwirio eto.
console-ledger = { $size ->
    [one] { $size } cofnod. Gwnaed y pwynt gwirio diwethaf ar { $when } ac mae’n cwmpasu { $covered }.
   *[other] { $size } cofnod. Gwnaed y pwynt gwirio diwethaf ar { $when } ac mae’n cwmpasu { $covered }.
}
console-waits-none = Nid oes dim yn aros.
console-waits = { $count ->
    [one] Mae { $count } yn aros, ers { $oldest }.
   *[other] Mae { $count } yn aros, yr hynaf ers { $oldest }.
}
console-waits-more = Mae mwy na { $count } yn aros, yr hynaf ohonynt ers { $oldest }.
console-quorum-met = Mae’r tystion yn cydlofnodi.
console-quorum-lost = Mae rhy ychydig o dystion wedi cydlofnodi ers munud a mwy. Cedwir penderfyniadau, ac mae’r rhyddhau’n aros.
console-quorum-without = Nid yw’r polisi cworwm yn gofyn am unrhyw dyst.
console-clock-agrees = Mae’n cytuno ag o leiaf un tyst.
console-clock-stopped = Mae’n gwahaniaethu o fwy na phum munud oddi wrth gloc pob tyst. Nes y bydd yn iawn, ni wneir yr hyn sy’n dod yn ddyledus.
console-clock-unknown = Nid yw’r nod hwn wedi’i gymharu.
console-keys-answer = Gellir defnyddio’r allweddi.
console-keys-silent = Nid yw’r modiwl caledwedd yn ateb. Ni ellir agor yr hyn sydd wedi’i selio.
console-late = { $count ->
    [0] Nid oes dim yn hwyr.
    [one] Mewn { $count } achos daeth rhywbeth yn ddyledus fwy na munud yn ôl ac nid yw wedi’i wneud.
   *[other] Mewn { $count } achos daeth rhywbeth yn ddyledus fwy na munud yn ôl ac nid yw wedi’i wneud.
}
console-late-more = Mewn mwy na { $count } achos daeth rhywbeth yn ddyledus fwy na munud yn ôl ac nid yw wedi’i wneud.
console-overdue = { $count ->
    [0] Nid oedd yr un yn dal yn ddyledus ar ddiwedd yr { $week }, fel y mae’r cyfriflyfr cyhoeddus yn eu cyfrif.
    [one] Roedd { $count } yn dal yn ddyledus ar ddiwedd yr { $week }. Mae’r cyfriflyfr cyhoeddus yn ei ddangos fel un a dorrwyd.
   *[other] Roedd { $count } yn dal yn ddyledus ar ddiwedd yr { $week }. Mae’r cyfriflyfr cyhoeddus yn eu dangos fel rhai a dorrwyd.
}
console-overdue-none-yet = Ni chyfrifwyd yr un wythnos eto.
console-pack = { $name }, crynodeb { $digest }…
console-backup = { $when }
console-backup-unknown = Ni wyddys am gopi wrth gefn.
console-room = Mae { $free } GB o { $whole } GB yn rhydd ({ $share }%).
console-room-unknown = Nid yw’r peiriant yn dweud.
console-restored = { $lost ->
    [0] { $when }. Ni chollodd yr un cofnod ei ddigwyddiad.
    [one] { $when }. Collodd { $lost } cofnod ei ddigwyddiad.
   *[other] { $when }. Collodd { $lost } cofnod eu digwyddiadau.
}

console-next-records = Darllenwch log y gwasanaeth, gwnewch yn siŵr bod lle ar y disgiau a bod y gronfa ddata’n ateb, a chychwynnwch y gwasanaeth eto. Os symudwyd ef i weinydd, rhaid i’r ffurfweddiad enwi’r gweinydd hwnnw.
console-next-lead-node = Arhoswch funud. Os nad oes dim yn newid, darllenwch y log: efallai na ellir gwirio’r cyfriflyfr. Yna stopiwch y gwasanaeth a rhedwch “candour doctor”.
console-next-ledger = Gwnewch yn siŵr bod y tystion isod yn ateb. Os ydynt, darllenwch y log, stopiwch y gwasanaeth a rhedwch “candour doctor”.
console-next-pending = Edrychwch pa nod sy’n arwain. Os nad oes un, arhoswch funud. Os oes un, darllenwch ei log, stopiwch ef a rhedwch “candour doctor”.
console-next-quorum = Gofynnwch i bwy bynnag sy’n rhedeg y tystion isod na chydlofnododd. Dim ond drwy gytundeb â phob un ohonynt y mae’r polisi cworwm yn newid.
console-next-clock = Gosodwch gloc y peiriant hwn yn iawn, drwy ei wasanaeth amser. Nid oes angen gwneud dim arall.
console-next-keys = Gofynnwch i geidwad yr allweddi edrych ar y modiwl, ei docyn a’i PIN. Mae “candour keys list” yn dweud beth sy’n ateb.
console-next-letters = Gwnewch yn siŵr y gellir ysgrifennu i ffolder y post a bod nod yn arwain, a darllenwch y log.
console-next-late = Gwnewch yn siŵr bod nod yn arwain a bod ei gloc yn cytuno, a darllenwch y log.
console-next-overdue = Mae’r clinigau a’r adolygydd yn gweld pa rai, ac yn eu hunioni. Edrychwch yma’n unig a oes llythyrau neu waith sydd wedi dod yn ddyledus yn aros am y gwasanaeth ei hun.
console-next-backup = Trefnwch fod “candour backup” yn rhedeg bob nos a bod ei ffolder yn cael ei chopïo i beiriant arall.
console-next-room = Gwnewch le, neu rhowch ragor i’r ffolder data. Mae disg lawn yn atal cofnodi; ni chollir dim a gydnabuwyd.

console-witnesses = Tystion
console-witnesses-none = Nid yw’r polisi cworwm yn enwi unrhyw dyst.
console-witnesses-lead = Pryd y clywodd y nod hwn gan bob un ddiwethaf, ac a gydlofnododd y pwynt gwirio diwethaf a dderbyniodd y cworwm.
console-witness = Tyst
console-witness-seen = Clywyd ddiwethaf
console-witness-unseen = Dim ers cychwyn y nod hwn
console-witness-cosigned = Cydlofnododd y pwynt gwirio diwethaf

## Allweddi

console-keys-where = Ble maent
console-keys-file = Mae allweddi’r unedau a’r heddluoedd mewn ffeil blaen.
console-keys-module = Mae allweddi’r unedau a’r heddluoedd wedi’u lapio dan allwedd mewn modiwl caledwedd.
console-keys-signer-file = Mae allwedd lofnodi’r cyfriflyfr mewn ffeil blaen.
console-keys-signer-module = Mae allwedd lofnodi’r cyfriflyfr mewn modiwl caledwedd ac nid yw byth yn ei adael.
console-keys-look = Edrychwch ar y modiwl, ei docyn a’i PIN; mae “candour keys list” yn dweud beth sy’n ateb.
console-keys-whose = Allweddi pwy sydd yno
console-keys-lead = Mae’r allweddi hyn yn lapio allweddi eraill, a’r rheini’n agor yr hyn sydd wedi’i selio. Yn fras y dywedir faint y mae allwedd yn ei lapio, digon i weld a oes angen hen un o hyd. Mae’n cyfrif allweddi achosion, drafftiau a chyfrifon, nid pobl. Mae pryd yr ychwanegwyd allwedd yn sefyll yn y cyfriflyfr cyhoeddus fel newid allweddi.
console-keys-holder = Allwedd pwy
console-keys-epoch = Cyfnod
console-keys-since = Ar waith ers
console-keys-wraps = Yr hyn y mae’n ei lapio
console-keys-none = Nid oes un. Ni ellir dechrau dim ar eu cyfer.
console-holder-unit = uned
console-holder-force = heddlu
console-holder-service = Y gwasanaeth ei hun: cyfrifon a gosodiadau
console-epoch-newest = { $epoch }, y mae’r hyn sy’n newydd yn cael ei lapio dani
console-epoch-older = { $epoch }, ar gyfer yr hyn a lapiwyd cynt
console-since-unused = Heb ei defnyddio eto, neu ddim mwyach
console-since-unknown = Ni chedwir hyn
console-wraps-nothing = Dim
console-wraps-few = Llai na chant o allweddi
console-wraps-hundreds = Cannoedd o allweddi
console-wraps-thousands = Mil neu fwy o allweddi
console-wraps-counts = Dim: hi yw allwedd y cyfrif o atgyfeiriadau a ailadroddwyd
console-keys-ledger = Pwy sy’n llofnodi ac yn cydlofnodi’r cyfriflyfr
console-keys-ledger-lead = Allweddi cyhoeddus, pob un â’i dynodydd. Caiff unrhyw un eu cael.
console-keys-signs = Yn llofnodi:
console-keys-cosigns = Yn cydlofnodi:
console-keys-changes = Sut mae newid pob un
console-keys-changes-lead = Drwy orchmynion ar y peiriant, â’r gwasanaeth wedi’i stopio. Dywedir pob newid i allweddi’r unedau a’r heddluoedd yn y cyfriflyfr cyhoeddus; rhowch wybod i’r adolygydd annibynnol ymlaen llaw.
console-change-look = Gweld pob allwedd, ac agor pob un sydd wedi’i lapio â hwy
console-change-renew = Cyfnod newydd i uned; “--force” yn lle “--unit” ar gyfer heddlu, “--service” ar gyfer y gwasanaeth ei hun
console-change-wrapping = Gwneud yr allwedd lapio mewn modiwl caledwedd
console-change-move = Lapio allweddi’r ffeil dani
console-change-retire = Dileu’r ffeil blaen a adawodd y symud, unwaith y bydd popeth yn agor
console-change-back = Rhoi’r allweddi yn ôl mewn ffeil blaen
console-change-ledger = Gwneud allwedd lofnodi cyfriflyfr newydd. Mae cyfriflyfr a ddechreuwyd yn cadw ei allwedd
console-change-witness = Gwneud allwedd tyst, ar beiriant y tyst ei hun. Wedyn mae’r polisi cworwm yn ei henwi, a dywedir yn y cyfriflyfr am gychwyn â pholisi arall

## Cadw cofnodion

console-erasure-title = Sut mae dileu i fod i weithio
console-erasure-backups = { $days ->
    [one] Mae copïau wrth gefn o’r storfa allweddi’n byw am { $days } diwrnod; wedyn cânt eu dinistrio.
   *[other] Mae copïau wrth gefn o’r storfa allweddi’n byw am { $days } diwrnod; wedyn cânt eu dinistrio.
}
console-erasure-complete = Pe bai allwedd achos yn cael ei dinistrio heddiw, ni ellid darllen yr achos o unrhyw gopi wrth gefn o { $day } ymlaen, ar yr amod bod pob copi wrth gefn o’r storfa allweddi’n cael ei ddinistrio mewn pryd.
console-erasure-server = Lle mae’r cofnod ar weinydd cronfa ddata, mae ei logiau, ei gopïau a’i gopïau sylfaen ei hun i’w dinistrio o fewn yr un diwrnodau. Ni all y gwasanaeth wneud hynny.
console-holds-none = Nid yw’r gwasanaeth yn cadw unrhyw ataliadau cyfreithiol eto. Cadwch eich rhestr eich hun o’r hyn y mae ymchwiliad neu lys yn gwahardd ei ddileu.
console-schedule = Am ba hyd y cedwir pethau
console-schedule-lead = Mae Cod Ymarfer Rheoli Cofnodion NHS England, fel y’i diweddarwyd ar 7 Awst 2023, yn dweud am ba hyd y mae gwasanaethau iechyd yn cadw’r hyn sydd ganddynt. Mae pob llinell yn dweud sut y gwyddom hynny: gwiriwch hi yn erbyn ei ffynhonnell cyn dibynnu arni. Ein rheol ni yw’r hyn sydd wedi’i farcio’n bolisi, ac nid cyfraith. Nid cyngor cyfreithiol yw dim sydd yma.
console-schedule-none = Ni chafwyd rheol ar gyfer cofnodion penderfyniadau Caldicott.
console-schedule-what = Beth
console-schedule-long = Am ba hyd
console-schedule-known = Sut y gwyddys hynny
console-kept-mental-health = Cofnodion iechyd meddwl
console-long-mental-health = 20 mlynedd ar ôl i driniaeth ddod i ben, neu 10 mlynedd ar ôl marwolaeth
console-kept-adult = Cofnodion iechyd eraill oedolion
console-long-adult = 8 mlynedd
console-kept-child = Cofnodion iechyd plant
console-long-child = Hyd y pen-blwydd yn 25, neu’n 26 os oeddent yn 17 pan ddaeth y driniaeth i ben
console-kept-hold = Beth bynnag y mae ei angen ar ymchwiliad neu achos cyfreithiol
console-long-hold = Cyhyd ag y mae’r ataliad yn para, beth bynnag arall a ddywedir yma (Atodiad I)
console-kept-wales = Cofnodion yng Nghymru
console-long-wales = Fel y dywed cod Cymru ei hun o 2022
console-kept-access = Ceisiadau am eich data eich hun ac am ddatgelu, a’r llythyrau amdanynt
console-long-access = 3 blynedd, neu 6 lle bu apêl
console-kept-freedom = Ceisiadau rhyddid gwybodaeth
console-long-freedom = 3 blynedd, neu 6 lle bu apêl
console-kept-assessment = Asesiadau o’r effaith ar ddiogelu data
console-long-assessment = 6 blynedd
console-kept-complaint = Cwynion
console-long-complaint = 10 mlynedd
console-kept-incident = Digwyddiadau difrifol
console-long-incident = 20 mlynedd
console-kept-decision = Cais a’r hyn a benderfynwyd arno
console-long-decision = 8 mlynedd, neu hyd ben-blwydd plentyn yn 25 os yw hynny’n hwyrach
console-kept-refused = Pwy yr oedd cais a wrthodwyd amdano
console-long-refused = Rhoddir ffugenw yn ei le ar ôl 12 mis
console-kept-skeleton = Y cofnod cadwynog o weithredoedd, heb enwau
console-long-skeleton = 20 mlynedd
console-kept-order = Gorchmynion a lanlwythwyd
console-long-order = Cyhyd â’r ffeil y maent yn perthyn iddi
console-known-code = Darllenwyd yn y Cod Ymarfer
console-known-second-hand = Darllenwyd yn yr hyn a ddywed y Medical Defence Union am y Cod
console-known-unchecked = Heb ei wirio yn erbyn ei ffynhonnell
console-known-policy = Polisi’r gwasanaeth hwn
console-closed = Achosion caeedig a gedwir
console-closed-lead = Yn ôl y flwyddyn y newidiwyd hwy ddiwethaf, wedi’u cyfrif ar { $when }. Cânt eu cyfrif unwaith yr awr ar y mwyaf.
console-closed-none = Ni chedwir unrhyw achos caeedig.
console-closed-unit = Uned
console-closed-year = Blwyddyn
console-closed-cases = Achosion
console-closed-more = { $count } neu fwy

## Beth wnaethoch chi

console-acts-title = Beth wnaethoch chi
console-acts-lead = Pob gweithred gennych chi a gofnodwyd, y ddiweddaraf yn gyntaf. Ni all neb newid na thynnu un: mae’r cyfriflyfr cyhoeddus yn dal ymrwymiad i bob un.
console-acts-elsewhere = Ni restrir yma’r hyn a wnaed drwy orchymyn ar y peiriant, am nad yw’n perthyn i unrhyw gyfrif: mae’n sefyll yn y cyfriflyfr cyhoeddus. Os oes gweithredoedd hŷn gennych chi ar goll, gofynnwch i bwy bynnag sy’n rhedeg y peiriant redeg “candour rebuild” unwaith.
console-acts-none = Nid ydych wedi gwneud dim eto sydd wedi’i gofnodi.
console-acts-no-more = Nid oes dim hŷn.
console-acts-when = Pryd
console-acts-what = Beth
console-acts-about = Am bwy neu beth
console-acts-said = Beth a gofnodwyd
console-acts-oneself = Chi eich hun
console-acts-nothing-more = Dim rhagor
console-acts-older = Gweithredoedd hŷn
console-acts-latest = Y gweithredoedd diweddaraf
console-act-account-changed = Newidiwyd cyfrif
console-act-settings-changed = Newidiwyd gosodiad
console-act-rota-changed = Newidiwyd y rota
console-act-pack-offered = Cynigiwyd pecyn polisi
console-act-pack-confirmed = Cadarnhawyd pecyn polisi
console-act-pack-withdrawn = Tynnwyd pecyn polisi yn ôl
console-act-made-as = Gwnaed: { $role }
console-act-change-password-changed = Newidiwyd y cyfrinair
console-act-change-recovery-codes-renewed = Adnewyddwyd y codau adfer
console-act-change-passkey-added = Ychwanegwyd cod pas (passkey)
console-act-change-passkey-removed = Tynnwyd cod pas (passkey)
console-act-change-may-enrol-again = Caiff ymrestru eto
console-act-change-asked-for = Gofynnwyd am
console-act-change-took-back = Tynnwyd yn ôl
console-act-change-closed = Caewyd
console-act-change-sessions-ended = Gorffennwyd y sesiynau
console-act-change-every-session-ended = Gorffennwyd pob sesiwn pawb
console-act-change-enrolled-with-a-passkey = Ymrestrwyd gyda chod pas (passkey)
console-act-change-enrolled-with-a-password-and-a-second-factor = Ymrestrwyd gyda chyfrinair ac ail ffactor
console-act-change-enrolled-with-the-sign-in-of-their-organisation = Ymrestrwyd drwy fewngofnodi’r sefydliad
console-act-setting-organisation = Sefydliad
console-act-setting-information-rights-contact = Cyswllt hawliau gwybodaeth
console-act-rota-on = { $kind }, o { $first }
console-act-rota-off = { $kind }, o { $first }: wedi’i dynnu oddi arni
