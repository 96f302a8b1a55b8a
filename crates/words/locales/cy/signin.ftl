# Signing in, and the way to an organisation and back.

## The form
signin-title = Mewngofnodi
signin-signed-out = Rydych wedi allgofnodi. Ar gyfrifiadur a rennir, gall y nesaf a ddaw fewngofnodi yma.
signin-ended-too-long = Roedd eich sesiwn wedi dod i ben, felly nid anfonwyd dim. Mae’r hyn a deipioch yn rhy hir i’w gario ymlaen: mewngofnodwch, ewch yn ôl gyda’ch porwr, a’i anfon eto.
signin-ended-kept = Roedd eich sesiwn wedi dod i ben, felly nid anfonwyd dim. Nid yw’r hyn a deipioch wedi’i golli: mewngofnodwch, a gallwch ei anfon.
signin-for-whom = Ar gyfer swyddogion, gweithwyr iechyd, clinigwyr, Gwarcheidwaid ac adolygwyr. Os daeth llythyr â chi yma, nid oes angen cyfrif arnoch: <a href="/person">agorwch eich tudalen</a>.
signin-with-passkey = Mewngofnodi â chod pas
signin-no-passkeys-known = Nid yw’r porwr hwn yn adnabod codau pas. Mewngofnodwch gyda’ch cyfrinair.
signin-or-password = Neu gyda’ch cyfrinair
signin-enrol = A gawsoch god i ymrestru ag ef? <a href="/enrol">Ymrestru</a>
signin-cookie = Mae un cwci yn eich cadw wedi mewngofnodi, am wyth awr ar y mwyaf. Os ydych yn defnyddio cyfrinair, mae un arall yn gadael i ni adnabod y porwr hwn am 90 diwrnod, fel na all neb sy’n dyfalu eich cyfrinair eich cloi allan. Nid ydynt yn gwneud dim arall.
signin-name = Enw mewngofnodi
signin-password = Cyfrinair
signin-code = Cod
signin-fault = Nid yw’r enw, y cyfrinair a’r cod yn mynd gyda’i gilydd. Ar ôl sawl cod anghywir rhaid i chi aros, hyd yn oed gyda’r un cywir
signin-fault-passkey = Nid oedd modd defnyddio’r cod pas yma: rhowch gynnig arall arni, neu mewngofnodwch gyda’ch cyfrinair

## To an organisation and back
signin-organisation-title = Mewngofnodi gyda’ch sefydliad
signin-organisation-with = Mewngofnodi gyda { $name }
signin-organisation-which = I ba sefydliad ydych chi’n perthyn?
signin-fault-organisation = Dewiswch eich sefydliad
signin-go-on = Ymlaen
signin-going-title = Mynd i { $name }
signin-going = Rydych yn dangos yno pwy ydych chi, ac yn dod yn ôl yma. Cawn wybod mai chi sydd yno a sut y gwnaethoch ddangos hynny, a dim byd arall; nid yw’r hyn yr ydych yn ei deipio yno byth yn ein cyrraedd ni.
signin-go-on-to = Ymlaen i { $name }
signin-back-title = Rydych yn ôl o { $name }
signin-back = Rydych wedi dangos i { $name } pwy ydych chi. Un cam arall, a byddwch wedi cyrraedd lle’r oeddech yn mynd.
signin-continue = Parhau

## What did not come of it
signin-begin-again = Dechreuwch eto
signin-not-begun = Ni ddechreuwyd hyn yn y porwr hwn, neu fe’i dechreuwyd dros hanner awr yn ôl.
signin-stale = Mae’r ateb hwn wedi’i ddefnyddio’n barod.
signin-unreachable-title = Ni ellir cyrraedd { $name }
signin-unreachable = Nid yw system fewngofnodi eich sefydliad yn ateb. Gallwch roi cynnig arall arni ymhen ychydig funudau.
signin-desk = Os bydd hyn yn parhau, gofynnwch i ddesg gwasanaeth TG { $name }.
signin-not-let-in-title = Ni adawodd { $name } chi i mewn
signin-not-let-in = Torrwyd ar draws y mewngofnodi yno, neu nid oes caniatâd yno i chi ddefnyddio’r gwasanaeth hwn.
signin-not-proven-title = Nid yw hyn yn dangos pwy ydych chi
signin-not-proven = Ni allem wirio’r ateb a ddaeth o { $name }.
signin-not-proven-tell = Os bydd yn digwydd eto, rhowch wybod i’r rhai sy’n rhedeg y gwasanaeth hwn: gallant weld pam.
signin-unknown-title = Nid oes gennych gyfrif yma eto
signin-unknown = Mae { $name } yn eich adnabod, ond nid yw hynny’n agor unrhyw gyfrif yma.
signin-unknown-enrol = Dau weinyddwr sy’n rhoi mynediad i bobl. Os cawsoch god ganddynt, ymrestrwch ag ef yn gyntaf.
signin-too-weak-title = Mewngofnodwch gyda dull cryfach
signin-too-weak = Gadawodd { $name } chi i mewn, ond ni ddywedwyd eich bod wedi defnyddio dull digon cryf.
signin-too-weak-methods = Mae swyddogion a goruchwylwyr yn defnyddio cod pas, allwedd ddiogelwch neu gerdyn clyfar yno: rhywbeth na all neb ei drosglwyddo i rywun arall. Mae pawb yn gwneud hynny cyn gwneud rhywbeth pwysig iawn. Ar gyfer popeth arall mae ail ffactor yn ddigon.
signin-too-weak-desk = Os nad oes gennych un, gofynnwch i ddesg gwasanaeth TG { $name }.
signin-somebody-else-title = Rhywun arall oedd hwnnw
signin-somebody-else = Nid yr un sydd wedi mewngofnodi gyda { $name } yw’r un sydd wedi mewngofnodi yma. Ar gyfrifiadur a rennir, allgofnodwch yno yn gyntaf.
signin-taken-title = Mae hyn yn agor cyfrif arall yn barod
signin-taken = Mae eich mewngofnodi gyda { $name } yn perthyn i gyfrif arall yma. Dewiswch ffordd arall i mewn ar gyfer yr un hwn.
signin-enrol-with-code = Ymrestru gyda chod
signin-another-way = Mewngofnodi mewn ffordd arall
signin-nothing-changed-again = Ni newidiwyd dim, ac ni chollir dim a deipioch yma os rhowch gynnig arall arni nawr.
signin-nothing-changed = Ni newidiwyd dim.
signin-try-again = Rhowch gynnig arall arni
