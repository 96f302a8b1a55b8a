# Y tudalennau bach am doriad data personol.

## Yr hyn y mae’r faner yn ei ddweud ar ôl gweithred

breach-done-report-breach = Mae’r toriad wedi’i gofnodi. Gofynnir i’r gwarcheidwad ac i’r swyddog diogelu data.
breach-done-breach-advice = Mae eich cyngor wedi’i gofnodi.
breach-done-breach-measure = Mae’r hyn a wnaed wedi’i gofnodi.
breach-done-breach-commissioner = Mae eich penderfyniad wedi’i gofnodi.
breach-done-breach-telling = Mae eich penderfyniad wedi’i gofnodi.
breach-done-no-breach = Mae wedi’i gofnodi nad oedd hwn yn doriad.
breach-done-affected-route = Mae’r llwybr diogel wedi’i gofnodi.
breach-done-confirm-affected-route = Mae’r llwybr diogel wedi’i gadarnhau.

## Yr hyn y mae dolen at weithred yn ei ddweud

breach-label-advice = Rhoi cyngor ar doriad { $n }
breach-label-measure = Cofnodi’r hyn a wnaed am doriad { $n }
breach-label-commissioner = Adrodd i’r Comisiynydd am doriad { $n }, neu benderfynu pam na ddylid
breach-label-telling = Penderfynu a gaiff y person ei hysbysu am doriad { $n }
breach-label-none = Canfod nad oedd toriad { $n } yn doriad
breach-label-route = Cofnodi llwybr diogel i’r person y mae toriad { $n } yn ymwneud ag ef
breach-label-confirm-route = Cadarnhau’r llwybr diogel i’r person y mae toriad { $n } yn ymwneud ag ef

## Uwchben pob ffurflen

breach-about = Toriad { $n }: { $kind }.
breach-deadline = Daeth yr ymddiriedolaeth yn ymwybodol ar { $aware }. Daw’r 72 awr i ben ar { $by }.
breach-deadline-clock = Daeth yr ymddiriedolaeth yn ymwybodol ar { $aware }. Daw’r 72 awr i ben ar { $by }, { $clock }.

## Amserau’r dydd

breach-time = Am faint o’r gloch?
breach-time-hint = Cloc 24 awr, er enghraifft 14:05

## Cofnodi toriad

breach-report-title = Cofnodi toriad data personol
breach-report-lead = Roedd gwybodaeth yn ymwneud â’r person anghywir neu fe’i cyrhaeddodd, fe’i collwyd neu fe’i newidiwyd, neu edrychodd rhywun heb reswm. Mae’r swyddog diogelu data yn cynghori; y gwarcheidwad sy’n penderfynu a gaiff ei adrodd i’r Comisiynydd Gwybodaeth ac a gaiff y person ei hysbysu.
breach-report-warning = Os nad ydych yn siŵr, cofnodwch ef: gellir canfod wedyn nad oedd yn doriad. Mae’r gyfraith yn rhoi 72 awr i’r ymddiriedolaeth o’r adeg y daeth yn ymwybodol, gan gynnwys penwythnosau a nosweithiau.
breach-report-kind = Pa fath o doriad ydyw?
breach-report-disclosure = Am ba ddatgeliad y mae?
breach-report-disclosure-hint = Caiff un am y person anghywir, neu i’r person anghywir, ei alw yn ôl cyn gynted ag y byddwch yn cofnodi hyn.
breach-report-disclosure-one = Datgeliad { $n }
breach-report-disclosure-none = Dim un o ddatgeliadau’r achos hwn
breach-report-happened = Pryd y digwyddodd?
breach-report-happened-hint = Y diwrnod cyntaf, os parhaodd.
breach-report-aware = Pryd y daeth yr ymddiriedolaeth yn ymwybodol ohono?
breach-report-aware-hint = Pan oedd unrhyw un yn yr ymddiriedolaeth yn rhesymol sicr am y tro cyntaf. Mae’r 72 awr yn rhedeg o hynny.
breach-report-people = Faint o bobl y mae’n ymwneud â nhw?
breach-report-people-hint = Hyd y gwyddys ar hyn o bryd.
breach-report-what = Beth ddigwyddodd?
breach-report-what-hint = Pa wybodaeth, am bwy ac ym mha rôl, i ble yr aeth, a sut y sylwyd ar hyn. Gadewch allan yr hyn nad oes ei angen i’w ddeall.
breach-report-button = Cofnodi’r toriad

## Cyngor, a’r hyn a wnaed

breach-advice-title = Rhoi cyngor ar doriad
breach-advice-lead = Chi sy’n cynghori. Y gwarcheidwad sy’n penderfynu.
breach-advice-text = Eich cyngor
breach-advice-text-hint = Pa mor debygol yw risg i unrhyw un, pa mor ddifrifol y byddai, a ddylid ei adrodd ac a ddylid hysbysu’r person.
breach-advice-button = Cofnodi fy nghyngor
breach-measure-title = Cofnodi’r hyn a wnaed am doriad
breach-measure-lead = Caiff galwad yn ôl ei chofnodi ohoni’i hun. Ysgrifennwch beth arall a wnaed i roi terfyn ar y toriad ac i unioni’r hyn a wnaeth.
breach-measure-text = Beth a wnaed?
breach-measure-button = Cofnodi hyn

## Y Comisiynydd

breach-commissioner-title = Adrodd i’r Comisiynydd am doriad, neu benderfynu pam na ddylid
breach-commissioner-lead = Nid yw Candour yn anfon dim at y Comisiynydd. Adroddwch ef drwy wasanaeth y Comisiynydd ei hun neu becyn cymorth y GIG, yna cofnodwch hynny yma.
breach-commissioner-lead-police = Lle mae’r heddlu’n dal yr hyn a anfonwyd, mae gan yr heddlu hwnnw ei ddyletswydd ei hun i adrodd am doriad ohono.
breach-commissioner-decision = Beth a benderfynir?
breach-commissioner-reported = Fe’i hadroddwyd i’r Comisiynydd
breach-commissioner-at = Pryd yr adroddwyd ef?
breach-commissioner-reference = Cyfeirnod y Comisiynydd
breach-commissioner-delay = Os oedd ar ôl y 72 awr: pam?
breach-commissioner-delay-hint = Mae adroddiad hwyr yn mynd gyda’r rhesymau dros yr oedi.
breach-commissioner-not-reportable = Nid oes angen ei adrodd
breach-commissioner-not-reportable-hint = Dim ond lle mae’n annhebygol o arwain at risg i hawliau a rhyddidau unrhyw un.
breach-commissioner-reasons = Pam mae risg yn annhebygol?
breach-commissioner-reasons-hint = Caiff y rhesymau eu cadw; gall y Comisiynydd ofyn amdanynt.
breach-decision-button = Cofnodi fy mhenderfyniad
breach-fault-delay = dywedwch pam mae’n hwyr: fe’i hadroddwyd ar ôl y 72 awr

## Hysbysu’r person

breach-telling-title = Penderfynu a gaiff y person ei hysbysu am doriad
breach-telling-lead = Caiff pobl eu hysbysu heb oedi gormodol lle mae risg uchel iddynt yn debygol. Gellir eu hysbysu mewn unrhyw achos arall.
breach-telling-lead-owed = Anfonwyd gwybodaeth rhywun er mai am berson arall y gofynnwyd. Mae hysbysiad yn ddyledus iddo fel i unrhyw un yr anfonwyd ei wybodaeth. Mae clinigydd yn cofnodi llwybr diogel iddo.
breach-telling-lead-right = Os oedd am y person cywir wedi’r cyfan, peidiwch â defnyddio’r ffurflen hon: canfyddwch nad oedd toriad.
breach-telling-warning = Mae’r hysbysiad yn mynd drwy lwybr diogel ac mewn dim un ffordd arall, ac fe’i gohirir lle mae hysbysu am yr achos hwn wedi’i ohirio.
breach-telling-tell = A gaiff y person ei hysbysu?
breach-telling-yes = Caiff y person ei hysbysu
breach-telling-no = Ni chaiff y person ei hysbysu
breach-telling-no-hint = Mae risg uchel i’r person yn annhebygol, neu wedi’i gwneud yn annhebygol ers hynny.
breach-telling-reasons = Pam na chaiff y person ei hysbysu?
breach-telling-words = Beth mae’r person yn ei ddarllen?
breach-telling-words-hint = Mewn geiriau plaen: beth ddigwyddodd, beth y gall ei olygu i’r person, beth a wnaed, beth y gall ei wneud ac i bwy y dylai ofyn. Mae’n sefyll ar dudalen y person ei hun, y tu ôl i god ac ymadrodd; nid yw’r llythyr yn sôn dim amdano.

## Nad oedd toriad

breach-none-title = Canfod nad oedd toriad
breach-none-lead = Mae’r hyn a alwyd yn ôl yn aros felly. Os yw i’w rannu eto, mae hynny’n gynnig newydd.
breach-none-reasons = Pam nad oedd yn doriad?
breach-none-reasons-hint = Dywedwch beth yr edrychwyd arno, a chan bwy.
breach-none-button = Cofnodi nad oedd yn doriad

## Llwybr diogel y person y mae toriad yn ymwneud ag ef

breach-route-title = Cofnodi llwybr diogel i’r person y mae toriad yn ymwneud ag ef
breach-route-lead = Dyma lwybr y person yr anfonwyd ei wybodaeth, nid y person y gofynnwyd amdano. Mae ei dudalen yn dweud beth a roddwyd, i bwy a phryd, a dim am neb arall.
breach-confirm-route-title = Cadarnhau bod y llwybr diogel hwn yn dal yn ddiogel
breach-confirm-route-lead = Peidiwch â chadarnhau oni bai eich bod wedi gwneud yn siŵr yr wythnos hon fod y ffordd yn dal yn ddiogel i’r person hwnnw. Gall hysbysiad sy’n ddyledus fynd allan ar unwaith.
