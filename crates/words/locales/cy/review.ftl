# Pages of the reviewer, and the page on which other rules are adopted.

## The number of an entry, and what stands behind it
review-ask-title = Chwilio am gofnod
review-ask-what = Mae rhif gan bob cofnod yn y cyfriflyfr. Rhowch un, fel y rhai a dynnodd eich sampl, i weld beth ddigwyddodd ac ym mha achos. Bydd y person yn gweld eich bod wedi edrych.
review-ask-number = Rhif y cofnod
review-ask-fault = Rhowch rif cofnod sydd yn y cyfriflyfr
review-ask-do = Chwilio
review-entry-title = Cofnod { $index }
review-entry-another = Cofnod arall
review-entry-what = Beth ydyw
review-entry-happened = Beth ddigwyddodd
review-entry-when = Pryd
review-entry-case = Achos
review-entry-open = Agor yr achos
review-entry-position = Yn rhestr yr achos o’r hyn sydd yn y cyfriflyfr, rhif { $position } ydyw. Yno gallwch hefyd gymryd agoriad llawn ohono, y gallwch ei wirio yn erbyn y cyfriflyfr hebom ni.
review-entry-reading = Edrychodd rhywun ar yr achos. Mae ei dudalen yn dangos pwy sy’n edrych.
review-entry-no-case = Nid yw’n perthyn i unrhyw achos.
review-entry-nothing = Nid oes digwyddiad mewn achos y tu ôl iddo yma: mae’n weithred y mae’r cyfriflyfr ei hun yn ei dangos, neu cafodd yr achos ei ddileu, neu collwyd y digwyddiad pan adferwyd y gronfa ddata. Mae’r dudalen am y <a href="/ledger">cyfriflyfr</a> yn dweud pa gofnodion a gollwyd.

## Classes of what happened, as the ledger tallies them
review-class-enquiry-received = Ymholiad wedi dod i law
review-class-referral-received = Atgyfeiriad wedi dod i law
review-class-referral-returned = Atgyfeiriad wedi’i ddychwelyd
review-class-referral-withdrawn = Atgyfeiriad wedi’i dynnu’n ôl
review-class-case-closed = Achos wedi’i gau
review-class-monitoring-refused = Monitro wedi’i wrthod
review-class-record-opened = Cofnod iechyd wedi’i agor
review-class-case-read = Achos wedi’i ddarllen
review-class-search-made = Chwiliad wedi’i wneud
review-class-advice-given = Cyngor wedi’i roi
review-class-care-offered = Gofal wedi’i gynnig
review-class-care-accepted = Gofal wedi’i dderbyn
review-class-disclosure-decided = Penderfyniad i ddatgelu
review-class-disclosure-refused = Datgeliad wedi’i wrthod
review-class-disclosure-released = Datgeliad wedi’i ryddhau
review-class-disclosure-read = Datgeliad wedi’i ddarllen
review-class-emergency-released = Datgeliad brys wedi’i ryddhau
review-class-disclosure-recalled = Datgeliad wedi’i alw yn ôl
review-class-destruction-confirmed = Dinistrio wedi’i gadarnhau
review-class-destruction-refused = Dinistrio wedi’i wrthod
review-class-onward-decided = Penderfyniad i drosglwyddo ymlaen
review-class-onward-refused = Trosglwyddo ymlaen wedi’i wrthod
review-class-onward-sent = Wedi’i anfon ymlaen
review-class-notice-deferred = Hysbysiad wedi’i ohirio
review-class-notice-sent = Hysbysiad wedi’i anfon
review-class-notice-returned = Hysbysiad wedi’i ddychwelyd
review-class-notice-escalated = Hysbysiad wedi’i uwchgyfeirio
review-class-consent-asked = Cydsyniad wedi’i geisio
review-class-consent-given = Cydsyniad wedi’i roi
review-class-consent-refused = Cydsyniad wedi’i wrthod
review-class-consent-withdrawn = Cydsyniad wedi’i dynnu’n ôl
review-class-challenge-received = Her wedi dod i law
review-class-challenge-answered = Her wedi’i hateb
review-class-copy-requested = Cais am gopi
review-class-copy-given = Copi wedi’i roi
review-class-review-done = Adolygiad wedi’i wneud
review-class-erasure-done = Dileu wedi’i wneud
review-class-account-changed = Cyfrif wedi’i newid
review-class-settings-changed = Gosodiadau wedi’u newid
review-class-export-made = Allforio wedi’i wneud
review-class-import-made = Mewnforio wedi’i wneud
review-class-other = Arall

## Law and reported practice
review-packs-title = Cymharu’r gyfraith ac arfer yr adroddwyd amdano
review-packs-lede = Yr un { $cases } o achosion dychmygol o dan ddwy set o reolau: y gyfraith fel y mae Candour yn ei datgan, ac arfer fel y mae adroddiadau cyhoeddus yn ei ddisgrifio.
review-packs-no-finding = Nid yw arfer yr adroddwyd amdano yn ganfyddiad o ffaith: mae’r rhai sy’n rhedeg y gwasanaeth wedi gwrthod rhai o’r adroddiadau hyn. Mae yma i’w gymharu yn unig, ac ni ellir gwneud dim drwyddo.
review-packs-opened = Mewn { $opened } o’r achosion mae arfer yr adroddwyd amdano yn agor rhywbeth y mae’r gyfraith yn ei gau.
review-packs-same = Mae’r ddau yn arwain at yr un peth.
review-packs-opens = Ar gau yn y gyfraith, ar agor yn yr arfer yr adroddwyd amdano:
review-packs-closes = Ar agor yn y gyfraith, ar gau yn yr arfer yr adroddwyd amdano:
review-packs-differs = Ar agor yn y ddau, ar delerau gwahanol:
review-packs-sources = Yr hyn y mae’r arfer yr adroddwyd amdano yn seiliedig arno
review-packs-versions = Pecynnau polisi { $first } a { $second }. Nid cyngor cyfreithiol.

## What the pack of reported practice rests on, as it names it
review-source-1 = Medact (2021) am yr hybiau cymorth bregusrwydd
review-source-2 = Medact (2024) am y gwasanaeth a’u dilynodd
review-source-3 = Llythyrau ac adroddiadau yn The Guardian a’r Morning Star, yn eu plith gwrthodiad y gwasanaeth ei hun o’r honiadau (2021)
review-source-4 = Hysbysiad contract y gwasanaeth ymgynghori clinigol cenedlaethol (17 miliwn o bunnoedd)

## The sample of a half-year
review-sample-title = Eich sampl
review-sample-what = Bob hanner blwyddyn rydych yn edrych ar sampl na all neb ei dewis na’i rhagweld: nid y gwasanaeth, gan nad yw’n gwybod eich beitiau pan gaeir y cofnod, ac nid chi, gan eich bod wedi ymrwymo iddynt o’r blaen. Tynnwch nhw ar beiriant eich hun:
review-sample-command = Gorchymyn
review-sample-how = Ymrwymwch i’r crynodeb cyn i’r hanner blwyddyn ddod i ben. Cadwch y llinell arall i chi’ch hun nes bod ei gyfrifon yn y cyfriflyfr, yna datgelwch hi yma. Gall pwy bynnag sydd â’r cyfriflyfr wedyn ddeillio’r un sampl.
review-sample-half-year = Hanner blwyddyn
review-sample-ended = wedi dod i ben
review-sample-running = ar y gweill
review-sample-committed = Ymrwymwyd
review-sample-none = na: nid oes sampl o’r hanner blwyddyn hwn
review-sample-not-yet = ddim eto
review-sample-tallies = Cyfrifon
review-sample-tallied = yn y cyfriflyfr ac wedi’u tystio
review-sample-revealed = Datgelwyd
review-sample-digest = Y crynodeb
review-sample-digest-hint = O’r llinell “commit to it now” a ysgrifennodd y gorchymyn, byth o’r llall
review-sample-commit = Ymrwymo
review-sample-bytes = Y beitiau a gadwoch
review-sample-bytes-hint = O’r llinell “keep to yourself until the half-year is tallied” a ysgrifennodd y gorchymyn
review-sample-reveal = Datgelu
review-sample-drawn = Tynnwyd, yn y drefn hon
review-sample-entry = Cofnod
review-sample-class = Dosbarth
review-sample-look-up = Chwilio am gofnod yn ôl ei rif
review-sample-digits = rhowch 64 o ddigidau o 0 i 9 ac a i f, fel yr ysgrifennodd “candour sample draw” nhw

## Searches
review-searches-title = Chwiliadau
review-searches-what = Pa mor aml y mae pobl yn y clinigau wedi chwilio yn yr hanner blwyddyn hwn, { $period }. Mae chwiliad am berson sy’n arwain at achos i’w weld yn narlleniadau’r achos hwnnw, lle mae’r person yn ei weld. Dim ond yr ôl hwn y mae chwiliad nad yw’n dod o hyd i ddim yn ei adael, felly edrychwch pwy sy’n aml heb ddod o hyd i ddim. Ni chedwir yn unman yr hyn y chwiliwyd amdano.
review-searches-none = Nid oes neb wedi chwilio yn yr hanner blwyddyn hwn.
review-searches-caption = Chwiliadau yn ôl cyfrif
review-searches-who = Pwy
review-searches-where = Ble
review-searches-reference = Yn ôl cyfeirnod
review-searches-number = Yn ôl rhif GIG
review-searches-name = Yn ôl enw a dyddiad geni
review-searches-nothing = Am berson, heb ddod o hyd i ddim

## Change of rules
review-rules-title = Newid y rheolau
review-rules-what = Mae’r porth yn dyfarnu yn ôl un pecyn polisi ar y tro. Mabwysiedir un arall pan fydd gweinyddwr wedi’i gynnig, a phan fydd ail weinyddwr a gwasanaeth cyfreithiol ill dau wedi’i gadarnhau. Dyna dri o bobl, a gweithred yn y cyfriflyfr cyhoeddus.
review-rules-in-force = Mewn grym
review-rules-pack = Pecyn polisi
review-rules-since = Ers
review-rules-offer = Cynigiwyd: { $name }
review-rules-offered-by = Cynigiwyd gan
review-rules-second = Ail weinyddwr
review-rules-legal = Gwasanaeth cyfreithiol
review-rules-confirmed-by = Cadarnhawyd gan { $who }
review-rules-unconfirmed = Heb gadarnhau eto
review-rules-open-cases = Yr hyn y mae’n ei newid mewn achosion agored
review-rules-under-way = Mae’r gymhariaeth ar y gweill: { $seen } o achosion hyd yma. Llwythwch y dudalen eto am ragor.
review-rules-no-open = Nid oes achos ar agor.
review-rules-open-same = { $seen ->
    [one] Dim byd, mewn { $seen } achos agored.
   *[other] Dim byd, mewn unrhyw un o { $seen } o achosion agored.
}
review-rules-open-differ = { $seen ->
    [one] Rhywbeth mewn { $differ } o { $seen } achos agored.
   *[other] Rhywbeth mewn { $differ } o { $seen } o achosion agored.
}
review-rules-not-yours = Dim ond y rhai sy’n gweithio ar achosion sy’n gweld beth ydyw.
review-rules-open-caption = Newidiadau mewn achosion agored
review-rules-change = Newid
review-rules-cases = Achosion
review-rules-soon = Bydd y gymhariaeth yn dechrau ymhen ychydig eiliadau. Llwythwch y dudalen eto.
review-rules-invented = Yr hyn y mae’n ei newid yn yr achosion dychmygol
review-rules-invented-same = Dim byd, mewn unrhyw un o’r { $of } o achosion dychmygol sy’n dod gyda Candour.
review-rules-invented-differ = Rhywbeth mewn { $differ } o’r { $of } o achosion dychmygol sy’n dod gyda Candour.
review-rules-opens = Ar agor bellach: { $line }
review-rules-closes = Ar gau bellach: { $line }
review-rules-differs = Ar agor ar delerau gwahanol: { $line }
review-rules-files = Yr hyn y mae’n ei newid yn y pecyn
review-rules-file = { $new ->
    [one] { $path }: { $new } llinell newydd, { $gone } wedi mynd
   *[other] { $path }: { $new } o linellau newydd, { $gone } wedi mynd
}
review-rules-file-lines = Llinellau a newidiwyd yn { $path }
review-rules-file-cut = Mae mwy nag a ddangosir yma. Cymharwch y ffolderi ar y peiriant gyda “candour policy compare”.
review-rules-confirm-or-withdraw = Cadarnhau neu dynnu’n ôl
review-rules-withdraw = Tynnu’n ôl
review-rules-confirm-what = Gyda’r cadarnhad olaf daw i rym ar unwaith. Mae achosion y penderfynwyd arnynt yn cadw’r rheolau y penderfynwyd arnynt oddi tanynt; bernir y rhai agored yn ôl y rhai newydd o hynny ymlaen.
review-rules-confirm = Cadarnhau’r pecyn hwn
review-rules-withdraw-it = Ei dynnu’n ôl
review-rules-read = Rwyf wedi edrych ar yr hyn y mae hyn yn ei newid
review-rules-read-fault = Edrychwch ar yr hyn y mae hyn yn ei newid, yna ticiwch y blwch
review-rules-offered = Cynigiwyd
review-rules-nothing = Nid oes dim wedi’i gynnig.
review-rules-who-offers = Gall gweinyddwr gynnig pecyn arall.
review-rules-shelf = Ar y silff
review-rules-shelf-what = Pecynnau sydd ar y peiriant. Cyn i chi gynnig un, rhedwch “candour policy check” a “candour policy prove” ar ei ffolder.
review-rules-is-in-force = Hwn yw’r un sydd mewn grym.
review-rules-fault = Ni ellir ei gynnig: { $fault }
review-rules-offer-do = Cynnig y pecyn hwn<span class="nhsuk-u-visually-hidden">: { $name }</span>
review-rules-shelf-empty = Nid oes pecyn arall i’w gynnig. Rhowch ei ffolder yn y ffolder y mae’r ffurfweddiad yn ei enwi fel “shelf” o dan “[policy]”, a llwythwch y dudalen eto.
review-rules-before = Mewn grym o’r blaen
review-rules-before-one = { $name }, ers { $when }
review-rules-off-shelf = nid yw’r pecyn hwn ar y silff bellach fel yr oedd; edrychwch ar y dudalen eto
review-rules-not-offered = nid yw’r pecyn hwn yn cael ei gynnig bellach; edrychwch ar y dudalen eto

## Lle mae pecyn
review-shelf-configured = A enwir yn y ffurfweddiad
review-shelf-built-in = Wedi’i gynnwys yn y fersiwn hwn o Candour
review-shelf-folder = Ffolder “{ $name }”
