//! Words that are names and names that are words: what a capital means depends on where they stand.

/// Names that are ordinary words, or places, often written with a capital: they count only where position shows it.
pub(super) const ORDINARY: &str = "
will grace mark may rose hope faith joy bill sue pat art jack dawn may june april august march summer summers winter
winters autumn rob drew chase chance grant frank ray rich dick don max miles guy gene harry jimmy dot bob mo al ed
sandy daisy lily ivy holly heather violet iris olive poppy hazel fern amber ruby pearl crystal jade ginger penny
melody harmony patience prudence charity mercy constance felicity verity honor honour destiny serenity angel star sky
skye rain river storm sunny bliss merry happy noble major dean earl duke baron king prince pope bishop abbot abbott
christian jordan chelsea paris florence sydney lincoln london israel kenya india china asia georgia carolina brooklyn
preston kent chester bath derby stafford lancaster york bradford wells england ireland scotland wales france holland
white black brown green gray grey young long day best good park ward price rice law case cook banks field fields hall
hill wood woods stone rivers bell short small little savage smart sharp strong wise love power powers street page read
reader nurse moody bright old ford bridge marsh moor moore lake pool brook brooks well glass pepper salt gold silver
cross church temple constable sergeant marshall marshal judge law lawless coward friend goodman newman read case rush
walker win nat van kit ash robin lark drake wolf fox lamb bull finch swan crane bird jay martin peacock bean bush
field may frost snow flood dale glen cliff heath forest close lane way rowe bond bolt cash chips dollar pound penny
holiday monday friday noon knight archer bowman sing tan may long low so to do an be he you she it wing son ha ho ng
li na wei lei lin chin chan song gong sun moon chi pan bin min kim an ali said noor amber gill jo lee reed rees reid
pip tel ola ela ant con bell dee del fran gus hal ham ian ike ina kat lex lou lyn meg nan ness nic nick nora pam peg
rae reg rich rick rod ron roz sal sam shell shore si sky sol stan stew tam tad ted tim tina tom tony toni tess tip tod
trace tracy val vic vin vince wally wat wills win zac cat cam char chas chuck chris crew art bart bert basil beck
jerry ginny gaz hank jess josh kerry lance lester buck bud cliff clay colt cole dustin forest heath hunter mason mike
misty norm pierce randy reed rusty skip stone summer tanner taylor parker porter potter fisher farmer butcher barber
gardener gardner driver dyer hooper hunt hooker joiner knight mayor merchant page palmer piper rider sadler sawyer
shepherd singer slater spicer tailor thatcher tiller tinker turner tyler usher waller weaver webster wheeler wright
carter carver carpenter cooper chandler chapman clerk clark coleman collier draper fletcher forester fowler fuller
glover harper miller mercer baker brewer butler smith smyth
";

/// Trades: as lower-case words they are no names, with a capital they are.
pub(super) const CAPITAL_ONLY: &str = "
turner carter carver carpenter cooper chandler chapman clark coleman collier draper fletcher forester fowler fuller
glover harper miller mercer baker brewer butler smith smyth parker porter potter fisher farmer barber gardner dyer
hooper hunt joiner knight palmer piper sadler sawyer shepherd singer slater spicer thatcher tinker tyler waller weaver
webster wheeler wright mason taylor walker marshall hunter martin robin archer bowman basil lester tanner tailor
";

/// Months, which are names too.
pub(super) const MONTHS: &str = "may june april august march july";

/// What somebody may hope for: "Hope helps" speaks of nobody.
pub(super) const VIRTUES: &str = "
hope faith joy patience prudence charity mercy constance felicity verity honor honour destiny serenity harmony bliss
love power chance law well rain snow frost storm winter winters summer summers autumn young old banks rivers fields
woods friend
";

/// Names that are places: "in Paris".
pub(super) const PLACES: &str = "
jordan chelsea paris florence sydney lincoln london israel kenya india china asia georgia carolina brooklyn preston
kent chester bath derby stafford lancaster york bradford wells england ireland scotland wales france holland
";

/// After a name at the start of a sentence, one of these says that it is somebody.
pub(super) const DEEDS: &str = "
said says saying will may shall is was has had does did would should could can cannot might must wants want wanted likes liked prefers
preferred needs needed lives lived works worked answers answered asked asks told tells rang rings speaks spoke sleeps
slept eats ate walks walked drinks drank goes went took takes knows knew thinks thought gets got keeps kept prays feels
felt looks looked seems seemed became becomes came comes left leaves began hears heard sees saw hates loves fears trusts
signed signs wrote writes called calls moved stopped started refuses refused agreed agrees drives reads shouts shouted
cries cried talks talked finds found gave gives made makes ran runs used uses sits sat stays stayed knows 's 'd 'll
";

/// After a deed, only these say that somebody is meant, where the name is a virtue.
pub(super) const SPEAKING: &str =
    "said says told asked rang wants wanted prefers likes lives works wrote called signed";

/// Before a lower-case name, one of these says that somebody is meant.
pub(super) const ADDRESSED: &str = "tell told ask asked met phoned rang texted called named";

/// After a name, one of these says that it is a place, a law or an institution.
pub(super) const INSTITUTIONS: &str = "
house hall street road church cathedral lane law rule hospital clinic line academy school centre center college university
unit ward pub park day inquiry report review foundation trust charity court bridge square station shoes square
project mandate protocol principle test scale act model method hotline helpline
";

/// Before a name, one of these says that somebody famous, a saint or a place is meant.
pub(super) const FAMOUS: &str =
    "st saint queen king prophet river lake mount pope president princess prince duke";

/// Short capitals that are no initials.
pub(super) const ACRONYMS: &str = "
gp pc ds dc di dci mp nhs ae pm am uk eu us mha mca cpn ot id it hr tv cv nb ps qc kc ok am asd adhd ptsd ocd bpd ect
cmht camhs dob doa oap ra sw sws pd od iv im po prn bd tds od cto amhp lps dols dna fme hcp aa ni nz usa cid pnc cad cro
crn mrn urn lgbt bme da dv iopc ico gmc nmc cqc icb pct edt ed icu hdu mh ld sen sat sun mon tue wed thu fri jan feb mar
apr jun jul aug sep oct nov dec he we me my no so to do go at an as be by if in is of on or up us bbc itv rspca rnli aed
cpr cbt dbt emdr ssri maoi son sos fyi asap eta eg ie
";

/// Words near in spelling to some name, which are no misspelling of it.
pub(super) const WORDS: &str = "
about above across after again against agree agreed alone along already also although always among amount anger angry
another answer answers anxious anybody anyone anything appear argue around arrest arrive asked asking assess assume
attend average aware awake away badly basis became because become before began begin behind being believe below beside
better between beyond birth blood board breath bright bring broken brother brought build burned burner business called
caller calling calls calmer calmly cannot career carer carers carried carries carry cases caught cause causes center
centre certain chair chance change changes charge charger charged cheap check checked child children choice choose
church circle claim clean clear clearer clearly clinic close closed closer clothes colder collar colour comes coming
common contact control corner correct could count counted country couple course cover crime crisis cries crowd cuffs
custody danger dark daughter dealt death decide decided decision delay depend describe despite detail detain different
difficult dinner direct discuss distress doctor doing doubt drink drinks drive driver driven during early earlier easier
easily effect effort either else emergency employer enough enter entire equal escape especially even evening event every
example except expect explain extra faces facts fair faith fall false family famous father fault feared fears feels
fellow female field fight figure final finally find finds first floor follow food force forces forget form forms forward
found fresh friend friends front further garden gather general gentle gently gives giving going gone good grant grand
grateful grave great green greet grief ground group grow guard guess guide habit hadn half hand hands happen happens hard
harder harm harmed hasty having health hear heard hears heart heavy held hello help helped helper helpful helps here
herself hidden high himself hold holds home honest hospital hotel hour hours house however human hurry hurt husband idea
ignore impact important include inform injury inside instead intend interest into invite issue items itself judge keep
keeping keeps kept kill kind kinds kitchen knife knock known knows label language large last late later laugh leader
leads learn least leave leaves leaving left legal less letter letters level light lights liked likely limit listen
listens little lived lives living local lock locked longer looked looking looks lose loss loud louder love lower lucky
made main maker makes making male manage manner many marked marker market marks married matter matters maybe mean means
measure medical medicine meet meeting member memory mental mention method middle might mind minute minutes missed mistake
moment money month months mood more morning most mother mothers mouth move moved moves moving much named names narrow
near nearer nearest nearly need needed needs neither nervous never night nights noise normal north note noted notes
nothing notice number nurse nurses obvious occur offer offered office officer often older once only open opened opinion
order other others ought outcome outside over owner pain paint panic paper parent parents parked parking part parted
partner partly parts party past patch path patient patients pause peace people perhaps period person persons phone phrase
picture piece place places plain plan plans please point police polite poor possible power practice prefer present press
pretty prevent price prison private problem proceed process promise proper protect prove provide public pull purpose
push put question questions quick quiet quieter quite radio raise range rarely rather reach reached react read reader
ready real really reason reasons receive recent record records reduce refer refuse refused regard relax remain remember
remind remove repeat reply report request require resist respect respond rest return right rights rise risk risks road
roads room rooms rough round rule rules running safe safely safer safety said same save saying says scale scared scene
school search second section secure seem seems seen seldom self sense sentence separate serious serve service services
session settle several shake shall share shared sharp shift short should shout shouts show shown shows side sides sight
sign signs silence silent similar simple simply since single sister sisters sits sitting situation sleep sleeps slow
slower slowly small smaller smile social soft softly some somebody someone something sometimes somewhere soon sorry sort
sought sound sounds source space spare speak speaker speaks special speech spend spoke spoken stable staff stage stairs
stand stands start started state station stay steady step steps stick still stood stop stops story straight strange
street stress strike strong struggle such sudden suggest suit summer supply support sure surely surname surprise swear
sweet symptom system table take taken takes taking talk talked talker talks task taught teach teacher team teams tell
tells tends term terms test than thank thanks that their them theme themselves then there these they thing things think
thinks third thirst this those though thought thoughts threat three through throw thus tidy time times tired today
together told tomorrow tone took torch touch tough towards town trade train trained treat treats tried trouble true
trust truth trying turn turned turns twice type under understand uniform unless until upset urgent used useful usual
usually value various very view visit visits voice voices wait waited waiting waits wake walk walked walking walks wall
want wanted wants warm warmer warn warned watch water ways weak weapon wear week weeks weigh weight welcome well went
were west what whatever when where whether which while white whoever whole whom whose wide wife will willing wind window
winter wish wishes with within without witness woman women wonder word words work worked worker works world worried
worry worse worst worth would wound write writes writing written wrong wrote year years young younger your yours
yourself marine maria marie hannah jasmine charge charlie charm robust robbed robber abide omen ounce ahead
hussar ingot bark barely barking brenda brand brandy brew brown breast bremen margin marshal mascara
rosary hearten heartily fairer weather whether farther further feather leather gathers gallery gallop brander
";
