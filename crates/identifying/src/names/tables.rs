//! Names that are one name: short forms, spellings in Latin letters, forms in other languages. Gathered by hand, in
//! folded form (lower case, no accents, no apostrophes), one family a line. A name may stand in several families.

/// Given names.
pub(super) const GIVEN: &str = "
aaron ron ronnie haroon harun haroun
abdul abdel abd abdal abdulla abdullah abdallah abdoulaye
abdulrahman abdurrahman abdelrahman abdirahman abderrahmane
abdirizak abdulrazak abdurazak
abigail abby abbie gail abi
adam adem adama
ahmed ahmad ahmet achmed ahmat axmed hamed
aisha ayesha aysha aishah aicha aishat ayisha aiysha
alan allan allen al alun
albert bert al bertie albie
alexander alex sandy alec xander sasha alasdair alastair alistair aleksander alejandro sikander iskander olek
alexandra alex sandra sandy lexi sasha aleksandra ola alessandra
alfred alf alfie fred
ali aly alli
alice ali allie alicia alys
amanda mandy manda
amina aminah ameena aminata amena
amir ameer emir
amrit amritpal
andrew andy drew andrzej andrei andreas andras andre anders jedrek
angela angie ange aniela
anil aneel
anne ann anna annie anya ania anita hannah nan nancy aine
anthony tony antony anton antoni antek ant
antonia toni tonia
anastasia nastya stacey ana
aoife eefa efa ifa eva
arthur art artie artur
asif asef aseef
ashley ash
ayaan ayan
barbara barb babs barbie basia bab
bartholomew bart bartosz bartek bartlomiej
beatrice bea trixie bee
benjamin ben benny benji binyamin bunyamin
bernadette bernie detta
bernard bernie
bethan beth bethany
bilal belal billal
bogdan bohdan
brenda bren
brendan brandon brandan breandan
brian bryan
brigid bridget bridie biddy bridgid brid
cameron cam
caoimhe keeva kweeva keva queeva
caoimhin kevin kev
carol caroline caz carrie karolina carolyn cari
catherine katherine kate katie kathy cathy cath kath kat kitty katarzyna kasia kaska catrin cat katrina catriona caitlin kathleen katharine kathryn ekaterina yekaterina katya karen
cathal cahal charles
charles charlie chas chuck karol carl karl
charlotte charlie lottie lotte char
christina christine chris tina chrissie krystyna kristina krysia
christopher chris kit topher krzysztof krzysiek krzys kristof christy
ciaran kieran kieron keiran ciaron
clara clare claire klara
claudia claud
clodagh cloda
colm colum callum calum
conor connor conner conchobhar
cornelius con connie neil
constance connie
cynthia cindy
dafydd david dai dave davy taffy dewi davey dawid dawud daud dawood davit
daniel dan danny danyal danial daniyal danek
danuta danka
darragh dara daragh
deborah debbie deb debs debra
deirdre dee deirdra
denis dennis den denny
dermot diarmuid diarmaid jeremiah
derek del deryk
diana di diane dianne
dmitri dima dimitri dmitry mitya
dolores lola
dominic dom nic dominik
donald don donny domhnall
dorothy dot dottie dolly dorota thea dotty
douglas doug dougie
duncan dunc
edmund ed eddie ted ned eamon eamonn
edward ed eddie ted teddy ned eddy edek edouard
eileen eibhlin aileen evelyn
elaine lainey
eleanor ellie nell nora nellie ella lena elinor eleonora
elizabeth liz lizzie betty beth eliza bess libby lisa elsie elspeth bessie betsy elisabeth elzbieta ela bethan lilibet elisa isobel lis
ellen nell ellie elin nelly
emily em emmy emilia milly emma
eric erik rick
esther hester essie
eugene gene owen eoghan
ewa eva eve
ezekiel zeke
faisal faysal feisal faizal
farah farrah
farooq farouk faruq faruk farook
fatima fatimah fatema fatma fatimata faatima fatuma fadumo
fergus fearghus gus
fionnuala finola nuala fenella
florence flo florrie flossie
frances fran franny franciszka frankie
francis frank frankie fran franciszek franek proinsias
frederick fred freddie fredrick fryderyk freddy
gabriel gabe gab jibril jibreel gebreel
gareth gaz garry
geoffrey geoff jeff jeffrey
george georgie jorge jerzy jurek giorgi girgis
georgina georgie gina
gerald gerry jerry ged
gerard gerry ger jerry
gertrude gertie trudy
gillian gill jill jilly gilly
giles gilles
graham graeme grahame
grainne grania granya
grace gracie grazyna
gregory greg grzegorz gregor grzesiek grigory
gurpreet gurprit
gwenllian gwen gwenno
gwilym william
hamza hamzah hamsa
harold harry hal haz
harpreet harprit
harriet hattie harri hettie
harshad harsh
hasan hassan hasaan hassane
helen nell nellie helena elena ilona lena halina
henry harry hal hank henryk heniek harri
hubert bert hugh
hugh hughie huw shuey aodh
hussein hussain husain hossain husayn hossein husein hocine huseyin
humphrey humph
ibrahim ebrahim abraham abe ibraheem brahim ibrahima avraham avi
ian iain
ieuan evan ifan ioan euan ewan owain owen iwan yeuan john
ifeoluwa ife
ikechukwu ike iyke
imran emran
ioan john
iqbal ikbal
isabella isabel bella izzy isobel izabela isabelle iza izabella belle
ishaq isaac ishak isaak ike zac izaak
ismail ismael ishmael esmail ismaeel
ivan vanya iwan john
jack jacky jackie jac john
jacob jake jakub kuba yaqub yakub yaqoob jakob koby
jacqueline jackie jacqui jac
jamal gamal jamaal djamel
james jim jimmy jamie jimbo jem seamus hamish jaime iago
jan john janek jasiu
jane janey jayne sian sinead
janet jan jenny
janice jan
jean jeannie jeanette john
jennifer jen jenny jenna jenni
jeremy jez jerry jem
jessica jess jessie
joan joanie siobhan joanna
joanna jo joanne asia joasia jojo
john johnny jon jack johnnie ian sean jan juan johann giovanni yahya ivan jonny
jonathan jon jonny jonty nathan
joseph joe joey jo jozef jozek yusuf yousef youssef yousuf yousif yusef yusuff josef jose giuseppe josip yosef yossi
josephine jo josie fifi josefina
joshua josh joss
judith judy judi jude
julia julie jules julka
julian jules
kamil kamel
katarina kat kata
kazimierz kazik
kenneth ken kenny
khadija khadijah kadija khadeeja hadiza kadijah
khalid khaled khalil kaled halid
kimberley kim kimberly
krishna krishnan kishan
kulwinder kully
kwabena kobby
laksmi lakshmi laxmi luxmi lakshmy
laura laurie lori
lawrence laurence larry laurie lawrie lorcan loz
leonard len lenny leo
leszek lech
lewis louis lew lou luis ludwik
lilian lily lil lillian lilly
linda lyn lin lynda
louise lou lulu luisa
lucy lucia lucja
luke luc lukasz lukas lucas luca
mateusz matt mati matthew matty mateo matteo
maciej maciek
madeleine maddy maddie madeline magdalena
magdalena magda lena
mahmoud mahmud mehmood mahmood mamoud
malgorzata gosia malgosia margaret
malcolm malc mal
manpreet manprit
margaret marguerite maggie meg peggy peg marge margie greta daisy madge mags rita mairead margo marjorie megan
marie maria mary marian maire miriam moira molly polly mair may mae maura maryam mariam marya mariama mimi maureen meryem
mark marc marcus marek markus marco
martha marthe patty
martin marty marcin martyn
martina tina
matilda tilly tilda mattie
maurice moe mo morris
maximilian max
michael mike mick mickey micky mikey mich michal mikhail misha miguel michele mikael micheal michele mitch meical
michelle shell chelle
mildred millie
mohammed muhammad mohamed mohammad muhammed mohamad mohamud mahomet mehmet mo mohd muhamed mohammod mahamed mohamet muhamad moh md mahammad mamadou mohamoud
moses musa moussa moosa moishe
mustafa mostafa moustafa mustapha moustapha mustaf
nadia nadya nadiya
nasir naseer nasser naser
nathaniel nathan nat nate
natalia natalie nat natasha talia
niamh neve neave niav neeve
nicholas nick nicky nico mikolaj nicolas nikolai niko nik klaus
nicola nicky nikki nic nicole
nigel nige
noor nur nour nura noora noura
noreen nora
oisin osheen ushin
olivia liv livvy ollie
oliver ollie oli olly
oluwaseun seun
oluwafemi femi
oluwatobi tobi
omar umar omer oumar umer
oscar oskar
pamela pam
parminder pam
patricia pat patsy tricia trish patty paddy
patrick pat paddy padraig padraic rick packie patryk paudie podge
paul pawel pablo paolo pavel pauly pol
paulina paula pauline
peter pete piotr pedro pyotr petros pierre piotrek pedr peadar butrus
philip phil phillip pip filip phillipe felipe
philippa pippa pip
piotr piotrek peter
prabhjot prab
priyanka priya pri
przemyslaw przemek
rachel rach rachael rae rahel raquel rachelle
rahman rehman raman
rajesh raj
rajinder raj rajan
ramadan ramadhan ramzan
raymond ray
rashid rasheed rachid rasheid
rebecca becky becca beck bex rebekah rifka
reginald reg reggie
rhiannon rhi annie
rhys reece reese rees reis
richard rich rick dick richie ricky dickie ryszard rysiek ricardo dickon
robert rob bob bobby robbie bert robin robby robyn rupert roberto
roderick rod roddy rory ruairi ruaridh
roger rodge
roisin rosheen rosie rose rosaleen
ronald ron ronnie
rosalind ros roz
rose rosie rosa roza rosemary
rosemary rose rosie romy
ruth ruthie
ryszard richard rysiek
sadhbh sive saive
saeed said saeid sayeed saiid
saleem salim selim
samantha sam sammy
samuel sam sammy shmuel samir
sandra sandy alexandra
sarah sara sally sal sarra
satnam sat
saoirse seersha sorsha searsha
sean shaun shawn shane shayne john seaghan
seamus shamus james shay seumas
shabnam shabana
shahid shaheed
shanice shan
sharif shareef sherif cherif
shirin shireen
sian jane sharn shan
sinead shinade shinaid jane janet
siobhan shivaun chevonne shevaun shivonne sioban joan shivon
sofia sophia sophie zosia zofia zofja sofie soph
solomon sol suleiman sulayman suleyman sulaiman souleymane
stanislaw staszek stan stasiek
stanley stan
stella estelle
stephanie steph stephany stevie
stephen steven steve stevie stefan szczepan steffan istvan etienne esteban steph
stuart stewart stu
sukhwinder sukhi
sunita sunitha
susan sue susie suzanne suzy sukie zuzanna susanna zuza susannah
sushila susheela
svetlana sveta
szymon simon si simeon shimon
tadeusz tadek tad thaddeus
tadhg tim teague tighe teigue timothy
tamara tammy
tariq tarek tareq tarik
tatiana tanya tania
terence terry tel terrence
teresa theresa tess terry tessa teresia tracy
theodore theo ted teddy fedor
thomas tom tommy tam tomasz tomek tomas tomos twm thom
timothy tim timmy
tomasz tomek thomas
tracey trace tracy
tyler ty
tyrone ty
tudur tudor theodore
uthman usman osman othman ousmane uzman usmaan
ursula ulla urszula ula
usha oosha
valerie val
vanessa nessa ness
veronica ronnie vera weronika
victor vic wiktor viktor
victoria vicky vic tori wiktoria vikki
vikram vik vikki
vincent vince vinny vinnie vin
violet vi
virginia ginny
vladimir vlad volodya wlodzimierz volodymyr wladimir
walid waleed
walter wally walt wat
wahid waheed
wilfred wilf fred
william bill billy will willie willy liam wills gwilym wil guillaume wilhelm billie wm
winifred win winnie freda
wojciech wojtek voytek wojtus woytek voitek adalbert
xiaoming hsiaoming
xiaoli hsiaoli
yasin yassin yaseen yassine yacine
yasmin yasmine jasmin jasmine yasmeen jaz
yvonne evonne
zacharias zac zach zachary zak zakariya zakaria zakariyya zack
zainab zaynab zeinab zaineb zeynep zineb zaynap zenab
zbigniew zbyszek zbych
zahra zohra zara zehra zarah
zubair zubayr zoubir
";

/// Family names.
pub(super) const FAMILY: &str = "
abdi abdy
abdullahi abdulahi abdilahi
ahmed ahmad ahmet
ali aly
begum begam
bhattacharya bhattacharjee bhattacharyya
chakraborty chakrabarti chakravarty chakravarti
chen chan tan chin tran
chaudhry choudhury chowdhury choudhary chaudhary chaudhuri choudry chaudry chowdry
cohen kohn cahn
davies davis
farooq farouk faruq faruk
fernandes fernandez
gonzales gonzalez
guo kwok kuo quek
hassan hasan
huang wong hwang ng ooi
hussein hussain husain hossain husayn hossein
ibrahim ebrahim
iyer aiyar ayyar
johnson johnston johnstone
khan khaan khanom
kim gim
lee li lei ly
lin lam lim
liu lau low lew
mukherjee mukhopadhyay mookerjee
murphy omurchu murchadha
naidu nayudu
nair nayar
nguyen nguyn
odonnell odomhnaill nidhomhnaill donnell domhnaill
obrien obriain nibhriain brien
oconnor oconchobhair niconchuir oconor
oneill neill onell niell nineill oneal oneil
osullivan osuilleabhain nishuilleabhain sullivan
okeeffe okeefe ocaoimh keeffe
ohara haire
oreilly oraghallaigh reilly oriley
omalley omaille
macgiollaphadraig fitzpatrick kilpatrick
macarthy maccarthaigh mccarthy carthy niccarthaigh
gallagher gallaher ogallchobhair gallacher
qureshi koreshi quraishi qureishi kureshi qurashi
rahman rehman raman
rashid rasheed rachid
reid read reed
sheikh shaikh shaykh sheik
siddiqui siddiqi siddique sidiqi sidiqqi
singh sing
smith smyth smythe schmidt
stephens stevens
stewart stuart
syed sayed sayyid sayeed said
thompson thomson
wang wong ong
wu ng woo goh
xu hsu tsui
yang yeung young
zhang chang cheung teo
zhao chao chiu
zheng cheng tseng cheang
zhou chow chou chau jhou
zhu chu choo
zhong chung
xie hsieh tse
yusuf yousef youssef yousuf yusef
";

/// Titles before a name.
pub(super) const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "master",
    "sir",
    "lady",
    "dame",
    "lord",
    "dr",
    "doctor",
    "prof",
    "professor",
    "rev",
    "reverend",
    "father",
    "sister",
    "imam",
    "sheikh",
    "pc",
    "sgt",
    "pan",
    "pani",
    "monsieur",
    "madame",
    "herr",
    "frau",
];
