# The pages of the person whom a case is about, and of somebody whose information went out by mistake.

## The door
person-open-title = Agor eich tudalen
person-door-lede = Os cawsoch god mewn llythyr neu gan glinigydd, gallwch weld yma pwy holodd amdanoch, pam, beth a benderfynwyd, a pha wybodaeth a roddwyd iddynt.
person-code = Y cod yn y llythyr
person-code-hint = 16 o lythrennau a digidau. Nid yw priflythrennau, bylchau na chysylltnodau’n gwneud gwahaniaeth.
person-phrase = Yr ymadrodd y cytunoch arno gyda’r clinigydd
person-open = Agor fy nhudalen
person-door-nothing-kept = Nid oes dim yn cael ei gadw ar y ddyfais hon. <a href="/about-me">Nid oes gen i lythyr</a>.

## The one constant answer
person-nothing-title = Nid oes dim i’w ddangos
person-nothing = Nid yw’r cod hwn a’r ymadrodd hwn yn agor unrhyw dudalen heddiw. Mae pawb yn cael yr un ateb hwn: os nad yw’r cod neu’r ymadrodd yn gywir, os nad oes dim i’w ddangos, neu os na cheir dangos rhywbeth eto. Nid yw’n dweud wrth neb a oes unrhyw beth yn bodoli.
person-can-do = Beth y gallwch ei wneud
person-try-again = <a href="/person">Rhowch gynnig arall arni</a>. Nid yw priflythrennau a llythrennau bach, bylchau na chysylltnodau yn gwneud gwahaniaeth yn y cod.
person-speak = Siaradwch â’r clinigydd a gytunodd ar yr ymadrodd gyda chi.
person-ask-held = <a href="/about-me">Gofynnwch beth sy’n cael ei gadw amdanoch</a>.
# Ar bob tudalen a phob ateb, p’un a adewir rhywbeth allan ai peidio.
person-omissions = Gall y gyfraith fynnu bod rhywbeth yn cael ei adael allan o’r dudalen hon, a gall ein gwahardd rhag dweud a oes unrhyw beth wedi’i adael allan.

## The page
person-page-title = Beth ddigwyddodd i’ch gwybodaeth
person-reference = Cyfeirnod { $reference }.
person-print = Argraffu’r dudalen hon
person-who-asked = Pwy ofynnodd
person-asked-by = { $who }, ar { $day }.
person-why = Dywedasant mai dyma’r rheswm: { $why }.
person-asked-for = Gofynasant am y canlynol:
person-worked = { $unit } a weithiodd ar y cais. { $trust } sy’n atebol amdano.
person-went-wrong = Beth aeth o’i le
person-what-decided = Beth a benderfynwyd
person-no-decision = Nid oes penderfyniad y gallwch ei ddarllen yma.
person-decided = { $who } a benderfynodd hyn ar { $day }.
person-left-on = Beth a roddwyd, ar { $day }:
person-left = Beth a roddwyd:
person-passages-left-out = Cafodd rhai darnau eu gadael allan o’r hyn a roddwyd.
person-nothing-left = Ni roddwyd unrhyw wybodaeth amdanoch.
person-emergency = Fe’i rhoddwyd mewn argyfwng. Mae rhywun annibynnol yn edrych ar bob argyfwng wedyn.
person-recalled = Cafodd yr wybodaeth ei galw yn ôl: mae’r mynediad wedi dod i ben, a rhaid i’r rhai sydd â hi ei dinistrio neu enwi’r gyfraith sy’n eu gorfodi i’w chadw.
person-about-another = Daeth i’r amlwg bod hyn am rywun arall ac nid amdanoch chi.
person-told = Cawsoch wybod ar { $day }.
person-put-off = Roedd rhoi gwybod i chi wedi’i ohirio am gyfnod, ar sail gyfreithiol.
person-who-looked = Pwy edrychodd
person-nobody-opened = Nid agorodd neb eich cofnod ar gyfer hyn.
person-when = Pryd
person-who = Pwy
person-did = Beth a wnaed
person-who-worked = Pwy weithiodd ar y cais
person-next = Beth sy’n digwydd nesaf
person-something-out = Dim ond at y diben a nodwyd ganddynt y caiff y rhai a gafodd yr wybodaeth ei defnyddio. Rhaid iddynt ei dinistrio pan fydd wedi cyflawni’r diben hwnnw, neu cyn gynted ag y caiff ei galw yn ôl.
person-nothing-more = Ar gyfer y cais hwn, ni roddir dim mwy amdanoch.
person-new-request = Nid oes angen i chi wneud dim. Mae angen penderfyniad newydd ar gyfer cais newydd, a chewch wybod amdano oni bai bod y gyfraith yn gwahardd hynny.
person-if-wrong = Os ydych yn meddwl bod hyn yn anghywir
person-complain = Dywedwch wrth y clinigydd a roddodd yr ymadrodd i chi, neu ysgrifennwch at { $trust }, a nodwch { $reference }. Gallwch ofyn am gopi, gwrthwynebu, neu ofyn i rywun annibynnol edrych ar yr achos. Gallwch ddod â rhywun i’ch helpu. Gallwch hefyd gwyno i’r Comisiynydd Gwybodaeth.
person-telephone = Gallwch hefyd ffonio { $unit } ar <a href="tel:{ $dialled }">{ $number }</a>.
person-save-proofs = Gallwch hefyd <a href="/person/receipts">gadw profion</a> o’r hyn a ddigwyddodd, i chi’ch hun neu i’w rhoi i rywun sy’n eich helpu.

## A breach
person-mistake = Gwnaeth { $trust } gamgymeriad gyda gwybodaeth amdanoch, ac mae’n ymddiheuro.
person-went-to = { $whom } a gafodd yr wybodaeth. Nid oedd neb wedi penderfynu rhoi dim amdanoch iddynt.
person-who-read = Pwy ddarllenodd yr wybodaeth
person-nobody-read = Ni ddarllenodd neb yr wybodaeth.
person-breach-do = Nid oes angen i chi wneud dim. Os oes gennych gwestiynau neu os ydych am gwyno, dywedwch wrth y clinigydd a roddodd yr ymadrodd i chi, neu ysgrifennwch at swyddog diogelu data { $trust }, a nodwch { $reference }. Gallwch ddod â rhywun i’ch helpu. Gallwch hefyd gwyno i’r Comisiynydd Gwybodaeth.
person-happened = Digwyddodd hyn ar { $happened }. Daeth yr ymddiriedolaeth yn ymwybodol ohono ar { $aware }.
person-given-on = Beth a roddwyd, ar { $day }:
person-given = Beth a roddwyd:
person-reported = Rhoddwyd gwybod amdano i’r Comisiynydd Gwybodaeth ar { $day }.

## Proofs
person-proofs-title = Cadw profion o’r hyn a ddigwyddodd
person-proofs-lede = Ar gyfer pob peth y cawsoch wybod amdano, mae cofnod mewn cofrestr gyhoeddus na all neb ei newid wedyn. Yma gallwch gadw profion ohono, i chi’ch hun neu i’w rhoi i rywun sy’n eich helpu.
person-proofs-not-needed = Nid oes angen dim o hyn arnoch i ddarllen eich tudalen, i gwyno nac i ofyn am adolygiad.
person-kind = Beth ydych chi am ei gadw?
person-kind-receipt = Profion nad ydynt yn dweud beth ddigwyddodd
person-kind-receipt-hint = Gallwch eu dangos i unrhyw un.
person-kind-full = Profion sy’n dweud beth ddigwyddodd
person-kind-full-hint = I chi’ch hun, neu i rywun yr ydych yn ymddiried ynddo.
person-show-proofs = Dangos beth y gallaf ei gadw
person-proofs-nothing-kept = Nid oes dim yn cael ei gadw ar y ddyfais hon nes i chi ei gadw. <a href="/person">Agor fy nhudalen yn lle hynny</a>
person-can-save-title = Beth y gallwch ei gadw
person-important = Pwysig:
person-before-saving = Cyn i chi gadw un
person-proves-something = Mae pob ffeil yn profi bod rhywbeth amdanoch yn y gofrestr gyhoeddus ers hynny. Nid yw’n dweud beth. Gallwch ei dangos i bwy bynnag a ddewiswch. Cadwch hi lle na all neb a allai eich niweidio ddod o hyd iddi.
person-nothing-to-save = Nid oes dim i’w gadw eto. Efallai na fydd yr hyn a ddigwyddodd heddiw yn y gofrestr gyhoeddus cyn yfory.
person-save-this = Cadw’r prawf hwn
person-check = Gall unrhyw un sydd â ffeil o’r fath <a href="/receipts/check">ei gwirio</a> heb ofyn i ni.
person-go-back = Mynd yn ôl
