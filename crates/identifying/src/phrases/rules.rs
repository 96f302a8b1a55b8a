//! The turns of phrase, and the lists of words they use.
//!
//! A pattern is a row of slots: words with `|` between them, `_` for any word, `@list` for a word of a list, `^` for a
//! word with a capital that is no ordinary word, `$` for a word of the person's own name; `?` after a slot lets it be
//! missing. `<who>` and `<his>` stand for the ways of speaking of one person.

use super::Guard;
use crate::Kind;

pub(super) const WHO: &[&str] = &[
    "he|she",
    "$",
    "the|this|that|your person|man|woman|boy|girl|lad|patient|individual|gentleman|lady|youngster|youth|pupil|prisoner",
];
pub(super) const HIS: &[&str] = &[
    "his|her",
    "$ 's",
    "the|this|that|your person|man|woman|boy|girl|lad|patient|individual|gentleman|lady|youngster|youth 's",
];
/// Who or what stands for services.
pub(super) const US: &[&str] = &[
    "us|me|services|cmht|camhs|psychiatry|iapt",
    "our|this|the|local|my _? _? _? team|teams|service|services|trust|clinic|unit|ward|hospital|cmht|camhs|colleagues|practice",
    "mental health services|service|team|teams",
    "a _? _? team|clinic|ward|hospital|cmht|psychiatrist",
];

pub(super) const RULES: &[(Kind, Guard, &[&str])] = &[
    (
        Kind::KnownToServices,
        Guard::Hedged,
        &[
            "<who> _? _? _? known|unknown to <us>",
            "not|well|already|previously known to <us>",
            // Whoever it is said of may stand far before the verb: "… has schizophrenia and is known to our team".
            "is|was|'s|been|remains _? known to <us>",
            "<who> is|was|'s|been|remains|comes|came|falls|still|currently under the|our|a|his|her|another|dr _? _? _? _? team|care|cmht|camhs|clinic|psychiatrist|consultant|service|services|section|doctor",
            "<who> is|was|'s|been|remains|still|currently with|under us|cmht|camhs|services|psychiatry",
            "<who> is|was|'s|been|remains|still|currently with our|the _? _? _? team|service|cmht|clinic",
            "<who> is|was|'s|been|remains|came|comes|still under our|their _? care|team|service|roof",
            "<who> _? _? _? on our _? caseload|books|list|register|ward|radar",
            "<who> _? _? _? on the _? caseload|books|ward",
            "<who> _? _? _? on the|a waiting list",
            "<who> _? _? open to us|services|cmht|camhs",
            "<who> _? _? open to our|the|a _? _? _? team|service|cmht|clinic",
            "<who> _? _? _? _? seen|assessed|reviewed|followed|visited|treated|supported up? by|at|in|with our|the|a|his|her|another _? _? _? team|clinic|service|ward|hospital|psychiatrist|doctor|cmht|unit|nurse|consultant|services",
            "<who> _? _? _? _? seen|assessed|reviewed|treated|supported by us|psychiatry|camhs|liaison|services|mental|psychiatrists",
            "<who> _? _? seen|assessed|reviewed in|at clinic|hospital|outpatients",
            "<who> _? _? _? sectioned",
            "<who> _? _? _? detained|held|kept under section|the _? _?",
            "<who> _? _? on a|section section|cto|2|3|37",
            "<who> _? _? _? discharged|admitted|transferred|readmitted from|to|into|by|onto|back our|the|a|his|her|to _? _? ward|hospital|unit|team|care|service|clinic|caseload",
            "<who> _? _? _? discharged|admitted|readmitted from|to|by us|hospital|services|psychiatry",
            "<who> is|was|'s a? former|previous|current|old|regular patient|client",
            "<who> has|had a|an|no? _? care|crisis|safety|relapse|treatment plan",
            "<who> has|had|sees|saw|gets|got|lost a|an|no|his|her|the? _? _? @keyworker",
            "<who> is|was|'s due to be seen|reviewed|assessed",
            "<who> is|was|'s due a|an|his|her|for|in _? _? review|appointment|clinic|assessment|visit",
            "<who> _? _? _? _? _? our _? _? @ours",
            "<who> _? _? _? _? _? _? _? _? @service",
            "<who> _? _? _? _? _? with|by|to|from|of us",
            "team|teams|service|clinic|ward|unit|cmht _? ~ed with|for? him|her|$",
            "know|knows|knew him|her well",
            "diagnosed|treated|sectioned|medicated him|her|$",
            "<who> is|was|'s one of dr|our|my|the ^?",
            "<who> _? _? _? _? awaiting|waiting _? _? _? assessment|appointment|bed|review|diagnosis",
            "camhs|cmht|services|psychiatry|iapt|liaison have|has|had|are|saw _? _? him|her|$ _? _? _? _?",
            "the? district|community|psychiatric|mental health? nurses|nurse|team|teams go|goes|visit|visits|come|comes|see|sees|know|knows|saw|call|calls in? _?",
            "<who> _? _? an|a _? _? inpatient|outpatient|patient|client",
            "<who> is|was|has|been _? _? in|out patient",
            "<who> _? _? _? discharged|readmitted",
            "<who> is|was|'s|been _? subject to a|the? _? section|cto|community|guardianship|order",
            "<who> _? _? _? missed|attended|cancelled|skipped|kept his|her|the|our|an|every|three|two _? _? _? appointment|appointments|review|clinic|visits",
            "<who> did|didn|has|hasn 't? not? attend|attended his|her|the|our|any _? _? appointment|appointments|review|clinic",
            "<who> did|didn|has|hasn 't? not? attend|attended clinic|us|outpatients",
            "<who> _? _? engages|engaged|disengaged|engaging|disengages with|from us|services|treatment|care",
            "<who> _? _? engages|engaged|disengaged|engaging|disengages with|from our|the _? _? team|service|cmht|ward",
            "<who> _? _? referred to us|cmht|camhs|psychiatry|services",
            "<who> _? _? referred to our|the|a _? _? _? team|clinic|service|psychiatrist|services",
            "<who> dna 'd?",
            "<who> _? _? _? _? off|on|under section|cto",
            "in|lost|no|of contact|touch with us|services|cmht|camhs|psychiatry",
            "<his> last|next appointment|review|visit|assessment",
        ],
    ),
    (
        Kind::KnownToServices,
        Guard::Whether,
        &[
            "a|an old|former|current|previous|longstanding? patient|client|service_user of ours|mine",
            "<who> is|was|'s one of ours|our",
            "<who> is|was|'s _? a? patient|client of ours|mine",
            "our|my patient|client|service_user",
            "we|i have|had|'ve|already|both? _? saw|seen|met|assessed|treated|reviewed|discharged|admitted|visited|know|knew|known|supported|helped him|her|$",
            "we|i have|had|'ve|already|both? _? saw|seen|met|assessed|treated|reviewed|discharged|admitted|visited|know|knew|known|supported this|that|your man|woman|person|patient|lady|gentleman|lad|boy|girl",
            "we|i last|first|once? saw|met|reviewed him|her|$",
            "<who> was|is last|first assessed|reviewed|admitted",
            "someone|somebody|man|woman|person|lady we|i know|treat|see|support|knew",
            "ward|clinic|team|hospital staff|nurses|doctors know|knows|knew|see|met him|her|$",
            "my|our _? registrar|consultant|doctor|psychologist|team|nurse|nurses|colleague|colleagues|staff|doctors visits|visit|knows|know|saw|sees|see|met|supports|support|assessed|treat|treats _? him|her|$",
            "not? one of our patients|clients|people|residents|inpatients",
            "can|could? see from|on|in the|our|his|her system|notes|records|record|file",
            "i|we have|'ve|had? spoken|spoke|discussed|liaised|checked|talked to|with|this|it|him|her with? his|her|the|$ care|treating|clinical|community|crisis team",
            "we|i also|then|once|later? ~ed him|her|$",
            "we|i sent|put|kept|gave|took|had|got|see|treat|support|visit|help him|her|$",
            "<his> _? _? report|reports|letter|letters|assessment|assessments says|said|shows|show|say|mentions|from",
            "<his> nearest relative",
            "<his> _? _? admission|admissions|discharge|sectioning|appointment|appointments|cpa|tribunal",
            "<his> notes",
            "<his> _? file|record|records goes|go|runs|shows|says",
            "psychiatry|camhs|services|cmht is|are|was|were _? involved",
            "i|we have|'ve|had _? his|her|$ 's? _? notes|records|record|file|history|chart",
            "we|i|services|team|ward|clinic are|is|am|was|were|'re|'m? _? aware of him|her|$",
            "we|i|services|team _? _? _? contact|dealings with him|her|$",
            "the|our team|clinic|cmht|ward|service will|has|have|had|is|was|can|would|knows|sees|visits|saw _? _? him|her|$",
            "i|we have|'ve|had? spoken|spoke|discussed|liaised|checked|talked to|with|this|it|him|her with? his|her|the|$ _? _? @keyworker",
            "<his> gp|doctor|surgery|pharmacist|school|social has|had|told|tells|says|said|rang|wrote|prescribed|knows|worker",
            "we|i saw|met|assessed|treated|reviewed|discharged|admitted|visited|know|knew|supported|see|remember|treat him|her|$",
            "we|i last|first|also saw|met|assessed|reviewed him|her|$",
            "we|i know|knew him|her|$|this from|of|well?",
            "we|i have|'ve no|a|some|several record|records|file|notes|note|entry|entries of|on|for|about him|her|$|this",
            "i|we _? looked|checked|searched him|her|$ up?",
            "i|we _? _? looked|checked|read|opened|searched rio|systmone|emis|his|her|the|our notes|record|records|file|system?",
            "the notes|records|record|files|system|letters shows|show|say|says|suggest|suggests|indicate|indicates|confirm|confirms|mention|mentions",
            "our|my|his|her|hospital|clinic|gp notes|records|record|file|files|system|letters shows|show|say|says|suggest|suggests|indicate|indicates|hold|confirm|confirms|mention|mentions|has|have|tells",
            "according|judging to|by our|the|his|her|my _? notes|records|record|file|system|history",
            "no|nothing|not|is|are on|in our|the system|records|record|books|files|file|notes",
            "no|nothing trace|record|records of|on|about|for him|her|$|this",
            "<his> _? _? @keyworker",
            "<his> care|crisis|mental|treating|clinical|outpatient|hospital|discharge|home|community team|plan|coordinator|co|health|notes|ward|summary|letter|treatment|nurse",
            "<his> medical|psychiatric|clinical|health|hospital|case record|records|history|notes|file",
        ],
    ),
    (
        Kind::HealthFact,
        Guard::Hedged,
        &[
            "<who> _? _? takes|taking|took|taken|prescribed|stopped|on|off|missed|misses|refuses|refused|needs|given|skipped|started|restarted|gets|got|collects|receives|has|had|had his|her|a|the|taking? _? _? @medicine",
            "<who> _? _? takes|taking|took|taken|prescribed|stopped|on|off|missed|misses|refuses|refused|given|skipped|started|restarted|gets|receives|had taking? @medicine",
            "<who> _? _? has|had|'s|with _? _? _? _? diagnosis|diagnoses of?",
            "<who> _? _? has|had|'s|with _? _? _? _? history of",
            "<who> _? _? _? known|thought to have|be|suffer _? _? @disorder",
            "<who> _? _? _? _? _? _? _? _? @disorder|@medicine|@state",
            "<who> _? _? has|had|'s a|an|the? _? condition|illness|disorder|syndrome|diagnosis|seizures|seizure|stroke",
            "<who> _? _? withdrawing|detoxing|withdraws from",
            "<who> _? struggles|struggled|struggling|copes with _? @disorder",
            "<who> _? _? _? non? compliant|concordant|adherent with",
            "<who> _? _? drinks|drank|uses|used|smokes|injects|took heavily|alcohol|heroin|cannabis|crack|cocaine|spice|drugs|steroids",
            "and|but drinks|drank heavily",
            "<who> _? _? has|had|'s _? _? _? overdose|overdoses|psychosis|seizures|fits|flashbacks",
            "<who> has|had taken|took _? overdose|overdoses",
            "<who> has|had|'s _? _? @disorder",
            "and has|had @disorder",
            "<who> _? _? _? diagnosed with|as",
            "<who> suffers|suffering|suffered|suffer from",
            "<who> lives|living with @disorder",
            "<who> is|was|'s|became _? psychotic|manic|schizophrenic|bipolar|autistic|delusional|hypomanic|demented|epileptic|diabetic|hiv|pregnant|alcoholic",
            "<who> _? _? tried|attempted to? kill|suicide|end",
            "<who> _? _? took|taken an overdose",
            "<who> _? _? _? self harms|harmed|harm",
            "<who> hears|heard|hearing voices",
            "<who> _? has|had _? ect|psychosurgery",
            "<who> _? _? overdosed|overdoses",
            "and|but on|takes|taking|off @medicine",
            "<who> _? not taking|taken his|her? @medicine",
            "<who> _? _? relapsed|relapses",
        ],
    ),
    (
        Kind::HealthFact,
        Guard::Whether,
        &[
            "<his> _? _? @disorder",
            "<his> _? diagnosis|diagnoses|medication|meds|medicine|medicines|tablets|depot|injection|injections|prescription|symptoms|illness|relapse|relapses|delusions|paranoia|hallucinations|overdose|overdoses",
            "<his> @medicine",
            "<his> mental|psychiatric|physical state|health|illness|presentation|condition",
            "<his> risk of|to suicide|self|relapse|others|himself|herself|harm",
        ],
    ),
    (
        Kind::Relative,
        Guard::OrHer,
        &[
            "<his> @near? @near? ex|step|half|grand? in? @relation law?",
            "<his> @near? @relation and @near? @relation",
            "<his> in laws",
            "<his> eldest|youngest",
            "<his> little|young|older|younger|baby boy|girl|boys|girls|ones",
            "the|both|three|two children|kids|twins|baby|wife|husband|mother|father|parents is|are|was|were|live|lives with|at|in|in",
        ],
    ),
    (
        Kind::Relative,
        Guard::Opening,
        &[
            "@kin and? @relation? is|are|was|were|has|have|says|said|rang|works|lives|told|came",
            "@kin 's _? @relation?",
        ],
    ),
    (
        Kind::Relative,
        Guard::Hedged,
        &[
            "their @near? ex|step? @relation is|was|has|had|says|said|works|lives|told|reports|rang|called|who|came",
        ],
    ),
    (
        Kind::SinglesOut,
        Guard::Somebody,
        &[
            "<who>? is|was|'s? a|an|the? @job at|in|for|of|from|near the|a? _? ^",
            "<who> is|was|'s the|a|an _ _? _? at|in|outside|from|of|for|on the? ^",
            "<who> ~s _? _? _? at|for|in|outside|near the? ^",
            "<who> drives|runs _? _? _? _? out of the? ^",
            "<who> goes|went|going to the? ^",
            "<who> is|was|'s|been studying|doing|reading|working|training|playing|teaching _? _? _? at|for|in the? ^",
            "<his> @relation own|owns|run|runs|keep|keeps the|a _? _? _? in|on|at ^",
            "<who> is|was|'s the|our? only _ _? _? _? in|at|from|of|on ^",
            "the|our? only _ _? _? _? in|at|from|of|on ^",
            "<who>? works|worked|working|employed|job at|for|in the? _? in? ^",
            "<who>? teaches|taught|teaching|studies|studying|studied|attends|attended|enrolled|preaches|prays|volunteers|worships|lectures at? the? ^",
            "captains|coaches|manages the ^",
            "<who>? captains|coaches|manages|teaches|leads the _ _? at|in|of ^",
            "<who>? runs|owns|manages|ran|owned|managed|keeps the|a|an _ _? _? in|on|at|near ^",
            "<who>? is|was|'s? in? year @number at ^",
            "<who>? is|was|'s? in? the? sixth form at|of ^",
            "goes|went|going to ^ @place",
            "<who>? plays|played|playing|boxes|coaches for|at ^",
            "<who> drives|drove|driving the|a _ _? _? in|to|from|between|for ^",
        ],
    ),
    (
        Kind::CareTeam,
        Guard::None,
        &[
            "consultant|named|community|specialist|duty? psychiatrist|psychologist|nurse|cpn|practitioner|matron|therapist|counsellor|coordinator|keyworker|registrar ^",
            "consultant? psychiatrist? dr|doctor|prof|professor ^",
            "staff? nurse ^",
            "memory|eating|day? clinic|ward|unit|surgery|cmht|camhs at|in|of ^",
        ],
    ),
];

/// The lists that patterns name.
pub(super) const LISTS: &[(&str, &str)] = &[
    ("@keyworker", KEYWORKER),
    ("@ours", OURS),
    ("@relation", RELATION),
    ("@near", NEAR),
    ("@medicine", MEDICINE),
    ("@disorder", DISORDER),
    ("@job", JOB),
    ("@place", PLACE),
    ("@service", SERVICE),
    ("@state", STATE),
    ("@kin", KIN),
];

const KEYWORKER: &str = "
keyworker cpn psychiatrist psychologist consultant therapist counsellor coordinator amhp nurse ot worker psychotherapist
ward cmht camhs clinic neurologist paediatrician midwife dietitian
";

const OURS: &str = "
team teams service services clinic ward unit hospital cmht care caseload books list worker nurse nurses doctor doctors
psychiatrist offer offers support staff colleagues programme group groups therapist psychologist consultant registrar keyworker
";

/// Words that speak of care by themselves.
const SERVICE: &str = "
services cmht camhs caseload psychiatrist psychiatrists psychologist keyworker cpn amhp outpatient inpatient outpatients
discharged readmitted admission admissions sectioned clinic ward cto iapt psychiatry therapy counselling psychotherapy
rehab detox hospice appointment appointments counsellor therapist midwife psychotherapist neurologist
";

/// States that a clinician would write down.
const STATE: &str = "
paranoid psychotic manic hypomanic suicidal delusional schizophrenic autistic bipolar epileptic diabetic demented
psychosis relapsed relapsing overdosed anorexic dissociative hallucinating overdose overdoses pregnant breastfeeding postnatal antenatal
";

/// Who is close, one at a time.
const KIN: &str = "
wife husband mum mam dad mother father brother sister partner nan gran girlfriend boyfriend son daughter
";

const RELATION: &str = "
mother father mum dad mam mammy mummy daddy parents brother sister brothers sisters siblings sibling son daughter sons
daughters wife husband partner girlfriend boyfriend fiance fiancee aunt aunty auntie uncle nan nana nanna gran granny
grandmother grandfather grandma grandad granddad grandparents grandson granddaughter cousin cousins niece nephew twin
children kids baby stepmother stepfather stepbrother stepsister spouse guardian godmother godfather ex widow widower
toddler boys girls carer carers family flatmate housemate landlord landlady
";

/// What may stand between "his" and "sister".
const NEAR: &str = "
older younger elder little big late two three four step half twin great former eldest youngest only foster adoptive own baby
birth dear estranged new first second teenage small foster
";

const MEDICINE: &str = "
medication meds medicine medicines tablets pills depot injection injections antipsychotic antipsychotics antidepressant
antidepressants methadone insulin olanzapine risperidone quetiapine clozapine aripiprazole amisulpride haloperidol
paliperidone zuclopenthixol flupentixol lurasidone cariprazine chlorpromazine lithium valproate lamotrigine carbamazepine
sertraline fluoxetine citalopram escitalopram paroxetine mirtazapine venlafaxine duloxetine amitriptyline trazodone
vortioxetine diazepam lorazepam clonazepam temazepam zopiclone zolpidem promethazine pregabalin gabapentin propranolol
methylphenidate lisdexamfetamine atomoxetine donepezil memantine buprenorphine naltrexone acamprosate disulfiram
procyclidine melatonin ritalin concerta clozaril risperdal zyprexa seroquel abilify valium prozac xanax librium subutex
espranor buvidal epipen inhaler ventolin elvanse depakote
";

const DISORDER: &str = "
schizophrenia psychosis bipolar depression autism adhd ptsd ocd bpd eupd dementia alzheimer epilepsy anorexia bulimia
mania schizoaffective anxiety psychotic delusions hallucinations asperger disorder syndrome tourette psychopathy delirium catatonia korsakoff stroke strokes attack sickle asthma arthritis migraine angina copd lupus leukaemia tuberculosis sclerosis arrhythmia cancer diabetes hiv hepatitis parkinson
";

const JOB: &str = "
teacher headteacher lecturer caretaker cleaner nurse doctor dentist pharmacist vet baker butcher barber hairdresser chef
cook waiter waitress driver postman postwoman courier councillor mayor minister vicar priest imam rabbi pastor curate
deacon solicitor barrister judge magistrate farmer fisherman builder plumber electrician carpenter mechanic engineer
librarian clerk cashier receptionist secretary shopkeeper publican landlord landlady barman barmaid bouncer coach trainer
student pupil apprentice former prefect captain goalkeeper striker firefighter paramedic officer sergeant constable
soldier guard porter carer childminder manager assistant owner accountant journalist photographer musician organist
choirmaster surveyor architect scientist professor undertaker gardener gamekeeper shepherd florist jeweller optician
midwife registrar warden ranger lifeguard pilot sailor harbourmaster postmistress postmaster head singer actor actress footballer boxer poet artist author blogger
broadcaster presenter influencer barista bartender beautician plasterer roofer welder joiner potter weaver milkman grocer greengrocer fishmonger tailor
";

pub(super) const PLACE: &str =
    "school academy college university mosque church temple gurdwara synagogue chapel club gym";

/// Capitals that stand for no single place: too large, or no place.
pub(super) const NO_PLACE: &str = "
england wales scotland ireland britain uk gb eu europe london english welsh british scottish irish monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august september october november
december nhs gp christmas easter ramadan eid accident emergency custody police who martens google i a ane
";

/// Before a phrase in its sentence, one of these says that it speaks of nobody or of anybody, or only asks.
pub(super) const HEDGES: &str = "
if whether when unless anybody anyone somebody someone nobody people everybody everyone whoever neither might could
persons
";
/// Inside a phrase, one of these says that it only may be so.
pub(super) const MODALS: &str = "may might could should can if whether must would will";
/// Of these, the ones that leave open whether anybody is known at all.
pub(super) const WHETHER: &str = "whether anybody anyone nobody whoever neither everybody everyone wonder";
