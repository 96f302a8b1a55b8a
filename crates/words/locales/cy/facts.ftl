# Yr hyn y gofynnir i’r clinig, i’r tîm diogelu ac i’r gwasanaeth cyfreithiol amdano.

## Gwallau, ar ôl label neu fel cais

facts-fault-number = rhowch rif cyfan, neu ddim byd
facts-fault-items = rhowch eitemau o’r rhestr hon yn unig
facts-fault-day = rhowch ddiwrnod calendr, er enghraifft 27 3 2026

## Pwy sy’n gofyn

facts-title-requester = Pwy sy’n gofyn
facts-intro-requester = I ba raddau rydych wedi gwneud yn siŵr mai’r swyddog yw’r person y mae’n honni ei fod.
facts-label-requester-identity = Sut y cadarnhawyd pwy yw’r swyddog?
facts-hint-requester-identity = Ffoniwch yn ôl drwy ystafell reoli’r heddlu, ar rif rydych wedi dod o hyd iddo eich hun. Nid yw rhif ar y ffurflen yn profi dim.
facts-option-requester-identity-unverified = Heb ei gadarnhau
facts-option-requester-identity-verified = Wedi’i gadarnhau
facts-means-requester-identity-verified = Er enghraifft drwy gyfrif o eiddo’r heddlu, neu wyneb yn wyneb gyda cherdyn gwarant.
facts-option-requester-identity-verified-by-call-back = Wedi’i gadarnhau drwy ffonio’n ôl
facts-means-requester-identity-verified-by-call-back = Drwy’r ystafell reoli. Mewn argyfwng, dim ond hyn sy’n ddigon ar gyfer datganiad llafar.

## Sail y pryder

facts-title-evidence = Sail y pryder
facts-intro-evidence = Pa mor dda yw’r dystiolaeth a ddaeth gyda’r atgyfeiriad, ac a oes unrhyw beth yn newydd ers yr un diwethaf.
facts-label-concern-evidence = Beth yw’r dystiolaeth orau a roddwyd i chi?
facts-hint-concern-evidence = Barnwch yr hyn rydych wedi’i weld neu ei glywed eich hun, nid yr hyn y dywedwyd wrthych ei fod yn bodoli.
facts-option-concern-evidence-none = Dim
facts-option-concern-evidence-assertion = Honiad
facts-means-concern-evidence-assertion = Mae rhywun yn dweud hynny, heb ddweud sut mae’n gwybod.
facts-option-concern-evidence-second-hand = Ail-law
facts-means-concern-evidence-second-hand = Mae rhywun yn trosglwyddo’r hyn a welodd neu a glywodd rhywun arall.
facts-option-concern-evidence-verbal-statement = Datganiad llafar
facts-means-concern-evidence-verbal-statement = Dywedwyd wrthych gan rywun sy’n gwybod, i’w gadarnhau’n ysgrifenedig.
facts-option-concern-evidence-documented = Dogfennau
facts-means-concern-evidence-documented = Datganiad, log, recordiad neu debyg.
facts-option-concern-evidence-first-hand = Uniongyrchol
facts-means-concern-evidence-first-hand = Gwelwyd neu clywyd hyn gennych chi neu gan gydweithiwr.
facts-label-repetition-new-facts-since-last = Beth arall sydd wedi’i ddangos?
facts-hint-repetition-new-facts-since-last = Gadewch flwch yn wag os nad ydych yn gwybod.
facts-tick-repetition-new-facts-since-last = Mae’r pryder yn seiliedig ar ffeithiau a gododd ar ôl atgyfeiriad diwethaf yr heddlu hwn
facts-means-repetition-new-facts-since-last = Dim ond os yw’r un heddlu wedi gofyn am y person hwn yn ystod y 90 diwrnod diwethaf y mae hyn o bwys.
facts-tick-victim-request-counselling-records = Yr hyn y gofynnir amdano yw gwybodaeth cwnsela am ddioddefwr
facts-means-victim-request-counselling-records = Rhagdybir bod cofnodion iechyd meddwl am ddioddefwr yn wybodaeth o’r fath. Cofnodir hyn ar gyfer pwy bynnag sy’n penderfynu.

## Galluedd a chymhwysedd

facts-title-capacity = Galluedd a chymhwysedd
facts-intro-capacity = Ar gyfer y penderfyniad hwn, ar yr adeg hon. Nid oes dim yma’n dilyn o ddiagnosis, oedran na chadwad.
facts-label-person-child-competence = O dan 16 oed: a yw’r plentyn yn deall y penderfyniad hwn?
facts-hint-person-child-competence = Mae plentyn sy’n deall yn penderfynu ar ei ben ei hun, ac yn penderfynu beth a ddywedir wrth rieni.
facts-option-person-child-competence-not-applicable = Mae’r person yn 16 oed neu’n hŷn
facts-option-person-child-competence-competent = Ydy, mae’r plentyn yn gymwys
facts-option-person-child-competence-not-competent = Nac ydy, nid yw’r plentyn yn gymwys
facts-option-person-child-competence-not-assessed = Heb ei asesu
facts-label-person-capacity = 16 oed neu hŷn: a oes gan y person alluedd ar gyfer y penderfyniad hwn?
facts-hint-person-capacity = Rhagdybir galluedd o dan y Mental Capacity Act 2005 nes y dangosir ei fod yn ddiffygiol.
facts-option-person-capacity-has-capacity = Oes
facts-option-person-capacity-doubted = Mae amheuaeth
facts-option-person-capacity-lacks-temporary = Nac oes, ac fe all ddychwelyd
facts-means-person-capacity-lacks-temporary = Er enghraifft tra bo’r person yn anymwybodol, yn feddw neu o dan ddylanwad cyffuriau, neu’n ddifrifol o sâl.
facts-option-person-capacity-lacks-long-term = Nac oes, ac ni fydd yn dychwelyd yn fuan
facts-option-person-capacity-not-assessed = Heb ei asesu
facts-label-person-capacity-assessed = Beth sydd wedi’i gofnodi?
facts-tick-person-capacity-assessed = Mae asesiad ar gyfer yr union benderfyniad hwn yn y nodiadau

## Cydsyniad

facts-title-consent = Cydsyniad
facts-intro-consent = Yr hyn a ofynnwyd i’r person a’r hyn a ddywedodd. Nid yw cydsyniad yn cyfrif oni bai mai’r gwasanaeth iechyd a ofynnodd, byth y swyddog.
facts-label-consent-status = Beth yw’r sefyllfa o ran cydsyniad?
facts-option-consent-status-not-sought = Ni ofynnwyd amdano
facts-option-consent-status-given = Wedi’i roi
facts-option-consent-status-refused = Wedi’i wrthod
facts-means-consent-status-refused = Mae gwrthod yn ateb. Ni ofynnir amdano eto.
facts-option-consent-status-withdrawn = Wedi’i roi, yna wedi’i dynnu’n ôl
facts-means-consent-status-withdrawn = Caiff yr hyn a anfonwyd ei alw yn ôl.
facts-option-consent-status-cannot-be-sought = Ni ellir gofyn amdano
facts-means-consent-status-cannot-be-sought = Er enghraifft am fod y person yn anymwybodol neu am na ellir dod o hyd iddo.
facts-label-consent-by = Pwy a’i rhoddodd, a’i gwrthododd neu a’i tynnodd yn ôl?
facts-option-consent-by-none-of-these = Nid oes neb wedi ateb
facts-option-consent-by-person = Y person
facts-option-consent-by-parent = Rhiant â chyfrifoldeb
facts-option-consent-by-attorney-or-deputy = Atwrnai neu ddirprwy
facts-option-consent-by-family = Rhywun arall yn y teulu
facts-means-consent-by-family = Ni all y teulu gydsynio ar ran oedolyn.
facts-label-consent-asked-by-health-service = Sut y’i rhoddwyd?
facts-hint-consent-asked-by-health-service = Mae angen pob un o’r rhain cyn i gydsyniad agor unrhyw beth.
facts-tick-consent-asked-by-health-service = Y gwasanaeth iechyd a ofynnodd, nid y swyddog
facts-tick-consent-specific = Mae’n dweud beth a rennir, gyda phwy a pham
facts-tick-consent-informed-and-free = Roedd yn wybodus, ac yn rhydd o bwysau
facts-tick-consent-written = Mae wedi’i gofnodi’n ysgrifenedig
facts-tick-consent-single-use = Mae ar gyfer yr un tro hwn
facts-label-consent-age-days = Sawl diwrnod yn ôl y’i rhoddwyd?
facts-hint-consent-age-days = Mae cydsyniad yn cyfrif am 30 diwrnod. Gadewch yn wag os nas rhoddwyd.
facts-label-consent-covers = Beth mae’n ei gwmpasu?
facts-hint-consent-covers = Ticiwch yr hyn y gofynnwyd i’r person amdano ac y cytunodd iddo yn unig.

## Siarad ar ran y person

facts-title-representative = Siarad ar ran y person
facts-intro-representative = Dim ond pan na all y person benderfynu drosto’i hun.
facts-label-representative-authority-checked = Beth sydd wedi’i wneud?
facts-hint-representative-authority-checked = Gadewch flwch yn wag os nad yw wedi’i wneud.
facts-tick-representative-authority-checked = Mae rhywun wedi chwilio am atwrnai neu ddirprwy
facts-tick-representative-consulted = Ymgynghorwyd â phobl sy’n agos at y person
facts-tick-representative-overall-benefit-written = Mae’r rheswm pam y mae rhannu er budd cyffredinol y person wedi’i ysgrifennu
facts-tick-representative-can-wait = Gall y penderfyniad aros nes y gall y person benderfynu
facts-means-representative-can-wait = Yna mae’n aros: ni chaiff dim ei agor ar y sail hon.

## Plentyn mewn perygl

facts-title-child = Plentyn mewn perygl
facts-intro-child = Ar gyfer person o dan 18 oed. Geiriau adrannau 17 a 47 o’r Children Act 1989 yw’r rhain.
facts-label-safeguarding-child-harm = Pa niwed i’r plentyn y mae rheswm dros gredu ynddo?
facts-option-safeguarding-child-harm-none = Dim
facts-option-safeguarding-child-harm-asserted = Wedi’i honni yn unig
facts-means-safeguarding-child-harm-asserted = Mae rhywun yn dweud hynny, heb seiliau y gallech eu pwyso a’u mesur.
facts-option-safeguarding-child-harm-in-need = Mae’r plentyn mewn angen
facts-means-safeguarding-child-harm-in-need = Adran 17. Gofynnir i deuluoedd gytuno.
facts-option-safeguarding-child-harm-significant = Niwed sylweddol
facts-means-safeguarding-child-harm-significant = Adran 47: achos rhesymol dros ei amau.
facts-label-safeguarding-harm-reasoning = Beth sydd wedi’i wneud?
facts-hint-safeguarding-harm-reasoning = Gadewch flwch yn wag os nad yw wedi’i wneud neu os nad ydych yn gwybod.
facts-tick-safeguarding-harm-reasoning = Mae’r rhesymu ynghylch niwed wedi’i ysgrifennu
facts-tick-safeguarding-section-47-letter = Mae llythyr adran 47 yr awdurdod lleol yma
facts-tick-safeguarding-strategy-meeting = Mae cyfarfod strategaeth wedi’i gofnodi
facts-tick-safeguarding-named-professional-consulted = Ymgynghorwyd â chi, neu â chydweithiwr yn eich rhan chi

## Oedolyn mewn perygl

facts-title-adult = Oedolyn mewn perygl
facts-intro-adult = Ar gyfer person 18 oed neu’n hŷn. Tair rhan adran 42 o’r Care Act 2014, a’r hyn sy’n berthnasol i wrthodiad.
facts-label-safeguarding-adult-care-needs = A yw’r oedolyn mewn perygl?
facts-hint-safeguarding-adult-care-needs = Mae angen y tri.
facts-tick-safeguarding-adult-care-needs = Mae gan yr oedolyn anghenion gofal a chymorth
facts-tick-safeguarding-adult-abuse-or-neglect = Amheuir camdriniaeth neu esgeulustod
facts-tick-safeguarding-adult-unable-to-protect = Oherwydd yr anghenion hynny ni all yr oedolyn ei amddiffyn ei hun
facts-label-safeguarding-coercion = Beth arall sydd wedi’i ddangos?
facts-hint-safeguarding-coercion = Perchir gwrthodiad oedolyn sydd â galluedd oni bai bod un o’r ddau gyntaf yn wir.
facts-tick-safeguarding-coercion = Gall fod rhywun yn rhoi’r person o dan orfodaeth
facts-tick-safeguarding-others-at-risk = Mae pobl eraill mewn perygl
facts-tick-safeguarding-local-authority-enquiry = Mae’r awdurdod lleol wedi gwneud neu gadarnhau ymholiad adran 42

## Rhannu er lles plentyn

facts-title-welfare = Rhannu er lles plentyn
facts-intro-welfare = Barn y corff iechyd ei hun o dan adran 16LA o’r Children Act 2004. Mae ei ddyletswydd yn dechrau ar ddiwrnod nad yw’r gyfraith wedi’i enwi eto; tan hynny mae’r porth yn cadw’r sail hon ar gau.
facts-label-safeguarding-holder-considers-relevant = Beth mae’r corff iechyd wedi’i ganfod?
facts-tick-safeguarding-holder-considers-relevant = Mae’r wybodaeth yn berthnasol i les y plentyn
facts-tick-safeguarding-detriment-assessed = Nid yw rhannu’n gwneud mwy o niwed i’r plentyn na pheidio â rhannu
facts-tick-safeguarding-recipient-function-stated = Mae’r derbynnydd wedi dweud o dan ba swyddogaeth ddiogelu y mae’n gweithredu

## Y papur a gyflwynwyd

facts-title-instrument = Y papur a gyflwynwyd
facts-intro-instrument = Cofnodwch yr hyn y mae’r papur ei hun yn ei ddweud. Ufuddheir i orchymyn sydd mewn llaw i’r llythyren, ac ni roddir dim y tu hwnt i’w lythyren.
facts-whole-instrument = A oes gorchymyn, hysbysiad neu ofyniad ysgrifenedig wedi’i gyflwyno?
facts-no-instrument = Nac oes, nid oes dim wedi’i gyflwyno
facts-yes-instrument = Oes, a dyma beth mae’n ei ddweud
facts-label-instrument-kind = Beth ydyw?
facts-hint-instrument-kind = Nid yw llythyr, drafft na chais yn orchymyn, beth bynnag y’i gelwir.
facts-option-instrument-kind-court-order = Gorchymyn llys
facts-option-instrument-kind-ta2000-sch5-para5 = Gorchymyn cyflwyno, Terrorism Act 2000 Atodlen 5 paragraff 5
facts-option-instrument-kind-ta2000-sch5-para7 = Gorchymyn ar gyfer deunydd y 28 diwrnod nesaf, paragraff 7
facts-option-instrument-kind-ta2000-sch5-para11 = Gwarant, paragraff 11
facts-option-instrument-kind-ta2000-sch5-para13 = Gorchymyn i esbonio, paragraff 13
facts-option-instrument-kind-ta2000-sch5-para15 = Gorchymyn brys uwch-arolygydd, paragraff 15
facts-option-instrument-kind-pace-sch1 = Gorchymyn cyflwyno, Police and Criminal Evidence Act 1984 Atodlen 1
facts-option-instrument-kind-rta1988-s172 = Gofyniad i ddweud pwy oedd yn gyrru, Road Traffic Act 1988 adran 172
facts-option-instrument-kind-cja2009-sch5-para1 = Hysbysiad crwner, Coroners and Justice Act 2009 Atodlen 5
facts-option-instrument-kind-care-act-s45 = Cais gan fwrdd diogelu oedolion, Care Act 2014 adran 45
facts-option-instrument-kind-sswba2014-s137 = Cais gan fwrdd diogelu yng Nghymru, adran 137
facts-option-instrument-kind-service-confirmation = Cadarnhad ysgrifenedig gan wasanaeth cudd-wybodaeth
facts-option-instrument-kind-application-or-draft = Cais am orchymyn neu ddrafft yn unig
facts-label-instrument-issuer = Pwy a’i cyhoeddodd?
facts-option-instrument-issuer-judge = Barnwr
facts-option-instrument-issuer-coroner = Crwner
facts-option-instrument-issuer-chief-officer-of-police = Prif swyddog heddlu, neu rywun ar ei ran
facts-option-instrument-issuer-superintendent = Uwch-arolygydd
facts-option-instrument-issuer-safeguarding-board = Bwrdd diogelu
facts-option-instrument-issuer-intelligence-service = Gwasanaeth cudd-wybodaeth
facts-option-instrument-issuer-applicant-or-solicitor = Y ceisydd, neu gyfreithiwr
facts-option-instrument-issuer-not-stated = Nid yw’n dweud
facts-label-instrument-written = Beth rydych wedi’i weld drosoch eich hun?
facts-hint-instrument-written = Gadewch flwch yn wag os nad ydych.
facts-tick-instrument-written = Mae’n ysgrifenedig
facts-tick-instrument-sealed = Copi dan sêl
facts-tick-instrument-in-date = Mae mewn grym heddiw
facts-tick-instrument-names-holder = Mae wedi’i gyfeirio at yr ymddiriedolaeth hon, a’r ymddiriedolaeth sy’n dal y deunydd
facts-tick-instrument-names-requester = Mae’n enwi pwy bynnag sy’n gofyn fel yr un a fydd yn ei dderbyn
facts-tick-instrument-particulars-stated = Mae’n nodi’r manylion y mae’r gyfraith berthnasol yn eu gofyn
facts-means-instrument-particulars-stated = Y drosedd, y cerbyd, yr amser a’r lle, y terfyn amser neu’r swyddogaeth.
facts-tick-instrument-person-heard = Rhoddwyd gwybod i’r person am y cais, a gallai gael gwrandawiad
facts-tick-instrument-forbids-notice = Mae ei delerau’n gwahardd hysbysu’r person
facts-label-instrument-describes-items = Pa wybodaeth y mae’n ei disgrifio?
facts-hint-instrument-describes-items = Ticiwch yr hyn y mae ei eiriau’n ei gwmpasu yn unig. Gadewch bob un yn wag os nad yw’n disgrifio’r deunydd.
facts-label-instrument-access-conditions = Pa set o amodau mynediad y mae’n ei dyfynnu?
facts-hint-instrument-access-conditions = Ar gyfer gorchymyn o dan y Police and Criminal Evidence Act 1984 yn unig.
facts-option-instrument-access-conditions-none-of-these = Dim un
facts-option-instrument-access-conditions-1 = Y gyntaf
facts-option-instrument-access-conditions-2 = Yr ail
facts-means-instrument-access-conditions-2 = Mae angen yr ail ar gyfer cofnodion iechyd.
facts-label-instrument-sab-conditions = Pa amodau o adran 45 sydd wedi’u dangos?
facts-hint-instrument-sab-conditions = Ar gyfer cais gan fwrdd diogelu oedolion yn unig.
facts-option-instrument-sab-conditions-1 = Amod 1: gofynnir amdano er mwyn i’r bwrdd allu gwneud ei waith
facts-option-instrument-sab-conditions-2 = Amod 2: mae pwy bynnag y gofynnir iddo’n debygol o’i ddal
facts-option-instrument-sab-conditions-3 = Amod 3: mae’n ymwneud â’r un y gofynnir iddo, neu â’i waith
facts-option-instrument-sab-conditions-4 = Amod 4: yr hyn a roddwyd i’r un y gofynnir iddo o dan gais o’r fath ydyw, neu mae’n deillio ohono
facts-label-instrument-future-material = A yw’n ymestyn i’r dyfodol?
facts-hint-instrument-future-material = Dim ond paragraff 7 a all wneud hynny, am 28 diwrnod ar y mwyaf, a dim ond dros bapurau a wneir wrth roi gofal arferol.
facts-tick-instrument-future-material = Mae’n ymestyn i ddeunydd nad yw’n bodoli eto
facts-tick-instrument-ordinary-care-only = Dim ond i bapurau a wneir wrth roi gofal arferol y mae’n ymestyn
facts-label-instrument-future-days = Sawl diwrnod ymlaen y mae’n ymestyn?
facts-hint-instrument-future-days = Gadewch yn wag os nad yw’n ymestyn ymlaen.
facts-label-instrument-ends-on = Ar ba ddiwrnod y mae’n dod i ben?
facts-hint-instrument-ends-on = Er enghraifft, 27 3 2026. Gadewch yn wag os nad yw’n dweud.
facts-label-instrument-ban-ends-on = Ar ba ddiwrnod y mae ei waharddiad ar hysbysu’r person yn dod i ben?
facts-hint-instrument-ban-ends-on = Gadewch yn wag os nad oes gwaharddiad, neu os na nodir diwedd.

## Gohirio hysbysu’r person

facts-title-telling = Gohirio hysbysu’r person
facts-intro-telling = Dim ond os yw’r swyddog yn gofyn amdano ar sail ymchwiliad i derfysgaeth.
facts-label-deferral-legal-service-agrees = Beth mae’r gwasanaeth cyfreithiol yn ei ddweud?
facts-hint-deferral-legal-service-agrees = Heb hyn, gohirir hysbysu am 3 diwrnod ar y mwyaf; gyda hyn, am 28, ac mae’r adolygydd annibynnol yn edrych arno y naill ffordd neu’r llall.
facts-tick-deferral-legal-service-agrees = Byddai hysbysu’r person yn debygol o niweidio ymchwiliad i derfysgaeth
facts-means-deferral-legal-service-agrees = Adran 39 o’r Terrorism Act 2000.
