# Argyfyngau dros y ffôn: yr hyn y mae swyddog heb gyfrif yn ei ofyn, a’r hyn a ddarllenir iddo.

## Yng nghiw’r clinig

emergency-queue = A yw swyddog heb gyfrif yn ffonio ynghylch argyfwng?
emergency-queue-follows = Ffoniwch yn ôl drwy ystafell reoli ei heddlu yn gyntaf. Beth bynnag a benderfynir, aiff gerbron yr adolygydd annibynnol, a chaiff y person wybod.
emergency-queue-link = Cofnodi argyfwng dros y ffôn

## Ei gofnodi

emergency-title = Cofnodi argyfwng ar ran swyddog heb gyfrif
emergency-intro = Ar gyfer perygl nawr, gan swyddog na all fewngofnodi. Mae pawb arall yn gwneud atgyfeiriad yn eu cyfrif eu hunain.
emergency-follows = Yr hyn sy’n dilyn o hyn
emergency-follows-recorded = Fe’i cofnodir o dan eich enw chi, gyda phwy a ffoniodd a pha rif y gwnaethoch ffonio’n ôl, ac yn y cyfriflyfr cyhoeddus.
emergency-follows-reviewer = Aiff beth bynnag sy’n gadael gerbron yr adolygydd annibynnol o fewn 24 awr, a hefyd sut y cafodd ei benderfynu.
emergency-follows-person = Caiff y person wybod bod yr heddlu hwn wedi gofyn, pwy a benderfynodd, beth a adawodd a’i fod wedi’i ddarllen dros y ffôn.
emergency-follows-nothing-yet = Ni chaniateir dweud dim am y person eto, ddim hyd yn oed a ydych yn ei adnabod. Penderfynir yn yr achos beth y caniateir ei ddweud, gan y bobl y mae’r porth yn gofyn amdanynt.
emergency-force = Pa heddlu?
emergency-body = Pa fath o heddlu?
emergency-name = Enw’r swyddog
emergency-rank = Ei reng
emergency-number = Ei rif
emergency-number-hint = Rhif coler, gwarant neu staff.
emergency-control-room = Rhif yr ystafell reoli y gwnaethoch ei ffonio
emergency-control-room-hint = Chwiliwch amdano eich hun. Peidiwch byth â chymryd rhif gan y sawl sy’n ffonio.
emergency-called-back = Ffoniais yn ôl drwy ystafell reoli’r heddlu, a chefais fy nghysylltu â’r swyddog hwn
emergency-expected-called-back = dywedwch eich bod wedi ffonio’n ôl drwy ystafell reoli’r heddlu; heb hynny ni chymerir dim ac ni ddarllenir dim
emergency-question = Beth sydd wedi digwydd, a beth maent yn ei ofyn?
emergency-question-hint = Yn eu geiriau nhw. Nid dyma’r lle i’r hyn a wyddoch chi am y person.
emergency-if-known = Os ydynt yn ei wybod.
emergency-person-name = Enw’r person
emergency-person-born = Dyddiad geni
emergency-person-address = Cyfeiriad
emergency-purpose = At ba ddiben?
emergency-harm-to-self = Beth a ofnir i’r person?
emergency-suicide = Maent yn ofni y gall y person ddod â’i fywyd i ben
emergency-harm-to-others = Beth a ofnir i eraill?
emergency-victim = Maent yn enwi rhywun sydd mewn perygl
emergency-items = Beth mae angen iddynt ei wybod?
emergency-items-hint = Y lleiaf sy’n ateb y perygl.
emergency-button = Dechrau’r achos yn fy enw i

## Darllen yr hyn a ryddhawyd

emergency-read-out-title = Darllen dros y ffôn
emergency-read-out-intro = Rhyddhawyd ar { $when }. { $force } a ofynnodd. Cofnodir eich bod wedi agor y dudalen hon.
emergency-read-out-warning = Ffoniwch yn ôl drwy’r ystafell reoli cyn dweud gair. Darllenwch yr hyn sydd yma, y cyfan a dim byd arall; peidiwch ag ychwanegu dim o’r cofnod nac o’r cof.
emergency-read-out-words = Yr hyn yr ydych yn ei ddarllen
emergency-read-out-conditions = Darllenwch y rhain hefyd: maent yn rhwymo’r heddlu
emergency-read-out-to = I bwy y gwnaethoch ei ddarllen?
emergency-read-out-to-hint = Enw, a rheng neu rif.
emergency-read-out-all = Darllenais bob eitem uchod fel y mae, a’r amodau, ac ni ddywedais ddim byd arall
emergency-expected-all-items = dywedwch eich bod wedi darllen pob eitem fel y mae, a dim byd arall
emergency-read-out-button = Cofnodi ei fod wedi’i ddarllen

## Yr hyn a wnaeth yr heddlu ar ôl galw’n ôl

emergency-destruction-title = { $name }: yr hyn a wnaeth yr heddlu ar ôl y galw’n ôl
emergency-destruction-lead = Nid oes cyfrif gan y sawl a ofynnodd, felly chi sy’n cofnodi’r hyn y mae’r heddlu yn ei ddweud wrthych. Ffoniwch ei swyddfa hawliau gwybodaeth drwy rif y gwnaethoch chwilio amdano.
emergency-destruction-answer = Beth ddywedodd yr heddlu?
emergency-destruction-destroyed = Mae popeth wedi’i ddinistrio
emergency-destruction-destroyed-hint = Nodiadau, copïau a chofnodion yn ei systemau.
emergency-destruction-kept = Mae’n ei gadw o dan gyfraith
emergency-destruction-law = Pa gyfraith, a chan bwy y mae?
emergency-destruction-button = Cofnodi’r ateb
