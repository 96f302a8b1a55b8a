//! The code lists of facts and verdicts: one enum a list, its variants in the order of the schema or the table.
//!
//! A code is the one name of a thing in facts, verdicts, events, policy and pages, so the enums read and write
//! nothing else. Each variant stands beside its code; this file is long because the lists are.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that is no code of the list it was read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code of the list {list}")]
pub struct UnknownCode {
    /// The list, by the name of its type.
    pub list: &'static str,
}

/// What every code list has; lets readers and writers be written once for all of them.
pub trait Code: Copy + Eq + Ord + std::hash::Hash + fmt::Debug + 'static {
    /// The name of the list.
    const LIST: &'static str;
    /// Every code, in the order of the list.
    const ALL: &'static [Self];

    /// The code itself.
    fn code(self) -> &'static str;

    /// The place of the code in its list, from 0.
    fn place(self) -> usize;

    /// Reads a code.
    fn from_code(text: &str) -> Option<Self>;
}

macro_rules! code_lists {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`")] $variant,)+
        }

        impl $name {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code itself, in lower case with hyphens.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// Reads a code; `None` where the text is none of the list.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl Code for $name {
            const LIST: &'static str = stringify!($name);
            const ALL: &'static [Self] = Self::ALL;

            fn code(self) -> &'static str {
                self.as_str()
            }

            fn place(self) -> usize {
                self as usize
            }

            fn from_code(text: &str) -> Option<Self> {
                Self::parse(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownCode;

            fn from_str(text: &str) -> Result<Self, UnknownCode> {
                Self::parse(text).ok_or(UnknownCode { list: stringify!($name) })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Read;
                impl de::Visitor<'_> for Read {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("a code of the list ", stringify!($name)))
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::parse(text).ok_or_else(|| {
                            let unknown = UnknownCode { list: stringify!($name) };
                            E::custom(format!("`{text}` is {unknown}, which are: {}", [$($code),+].join(", ")))
                        })
                    }
                }
                deserializer.deserialize_str(Read)
            }
        }
    )+};
}

code_lists! {
    /// Whose law applies.
    Nation {
        England = "england",
        Wales = "wales",
    }

    /// Kind of body that asks and would receive.
    Body {
        LocalPolice = "local-police",
        CounterTerrorismPolice = "counter-terrorism-police",
        IntelligenceService = "intelligence-service",
        Court = "court",
        Coroner = "coroner",
        LocalAuthority = "local-authority",
        SafeguardingAdultsBoard = "safeguarding-adults-board",
        MappaResponsibleAuthority = "mappa-responsible-authority",
        ChannelPanel = "channel-panel",
        ViolenceReductionUnit = "violence-reduction-unit",
        DefenceSolicitor = "defence-solicitor",
        HealthProfessional = "health-professional",
        Other = "other",
    }

    /// Rank or role of the requester.
    Rank {
        NotStated = "not-stated",
        PoliceStaff = "police-staff",
        Constable = "constable",
        Sergeant = "sergeant",
        Inspector = "inspector",
        ChiefInspector = "chief-inspector",
        Superintendent = "superintendent",
        AboveSuperintendent = "above-superintendent",
        JudgeOrCoroner = "judge-or-coroner",
        OtherProfessional = "other-professional",
    }

    /// How far the requester's identity was confirmed; a call-back goes through the control room.
    Identity {
        Unverified = "unverified",
        Verified = "verified",
        VerifiedByCallBack = "verified-by-call-back",
    }

    /// The body on whose behalf the requester asks.
    ActsFor {
        IntelligenceService = "intelligence-service",
    }

    /// Who started the flow.
    InitiatedBy {
        Requester = "requester",
        HealthService = "health-service",
        DutyHolder = "duty-holder",
    }

    /// Main purpose of the request.
    Purpose {
        DetectMinorCrime = "detect-minor-crime",
        InvestigateSeriousCrime = "investigate-serious-crime",
        InvestigateAssault = "investigate-assault",
        InvestigateDomesticAbuse = "investigate-domestic-abuse",
        PreventSeriousHarm = "prevent-serious-harm",
        SaveLife = "save-life",
        PreventActOfTerrorism = "prevent-act-of-terrorism",
        TerroristInvestigation = "terrorist-investigation",
        CounterTerrorismUnspecified = "counter-terrorism-unspecified",
        PreventTriage = "prevent-triage",
        ChannelSupport = "channel-support",
        AssessVulnerability = "assess-vulnerability",
        AssistIntelligenceService = "assist-intelligence-service",
        IdentifyDriver = "identify-driver",
        FindMissingPerson = "find-missing-person",
        SafeDetention = "safe-detention",
        ProtectChild = "protect-child",
        Section47Enquiry = "section-47-enquiry",
        AdultSafeguarding = "adult-safeguarding",
        SafeguardingAdultsReview = "safeguarding-adults-review",
        FgmEnquiry = "fgm-enquiry",
        ManageConvictedOffender = "manage-convicted-offender",
        CriminalTrial = "criminal-trial",
        ChargingDecision = "charging-decision",
        VictimStatement = "victim-statement",
        Inquest = "inquest",
        StrategicNeedsAssessment = "strategic-needs-assessment",
        AutomatedFeed = "automated-feed",
        TreatmentCompliance = "treatment-compliance",
        CovertAlert = "covert-alert",
        ResumeSurveillance = "resume-surveillance",
        IntelligenceGathering = "intelligence-gathering",
        CommunicationAdvice = "communication-advice",
        ObtainCare = "obtain-care",
        AntisocialBehaviour = "antisocial-behaviour",
        Other = "other",
    }

    /// A legal ground for disclosing, a row of the catalogue; in the order of `bases.json`.
    Basis {
        CourtOrder = "court-order",
        Ta2000Sch5Para5 = "ta2000-sch5-para5",
        Ta2000Sch5Para7 = "ta2000-sch5-para7",
        Ta2000Sch5Para11 = "ta2000-sch5-para11",
        Ta2000Sch5Para13 = "ta2000-sch5-para13",
        Ta2000Sch5Para15 = "ta2000-sch5-para15",
        PaceSch1 = "pace-sch1",
        Rta1988S172 = "rta1988-s172",
        Cja2009Sch5Para1 = "cja2009-sch5-para1",
        CareActS45 = "care-act-s45",
        Sswba2014S137 = "sswba2014-s137",
        Ca2004S16la = "ca2004-s16la",
        Fgm2003S5b = "fgm2003-s5b",
        Ta2000S19 = "ta2000-s19",
        Ta2000S38b = "ta2000-s38b",
        Cpa2026CsaReport = "cpa2026-csa-report",
        Sswba2014S128 = "sswba2014-s128",
        Sswba2014S130 = "sswba2014-s130",
        ExplicitConsent = "explicit-consent",
        PublicInterestSeriousHarm = "public-interest-serious-harm",
        GunshotKnifeReport = "gunshot-knife-report",
        IncapacityBestInterests = "incapacity-best-interests",
        VitalInterestsIncapacity = "vital-interests-incapacity",
        SuicideRisk = "suicide-risk",
        ChildSafeguardingS17S47 = "child-safeguarding-s17-s47",
        AdultSafeguardingS42 = "adult-safeguarding-s42",
        MappaCja2003S325 = "mappa-cja2003-s325",
        MissingPerson = "missing-person",
        Cta2008S19 = "cta2008-s19",
        CoronerVoluntary = "coroner-voluntary",
        Cda1998S115 = "cda1998-s115",
        VictimInformationRequest = "victim-information-request",
        DpaSch2Para2 = "dpa-sch2-para2",
        DpaSch1Para10 = "dpa-sch1-para10",
        DpaSch1Para18 = "dpa-sch1-para18",
        DpaS26NationalSecurity = "dpa-s26-national-security",
        Art61EaRecognisedLegitimateInterest = "art6-1-ea-recognised-legitimate-interest",
        Duaa2025S71CompatiblePurpose = "duaa2025-s71-compatible-purpose",
        Ctsa2015S26 = "ctsa2015-s26",
        Ctsa2015S36S38 = "ctsa2015-s36-s38",
        Pcsc2022S16 = "pcsc2022-s16",
        Pcsc2022S15S17 = "pcsc2022-s15-s17",
        Nhsact2006S251Copi = "nhsact2006-s251-copi",
        DsaOnly = "dsa-only",
        ImpliedConsent = "implied-consent",
        RankOrNationalSecurityAsserted = "rank-or-national-security-asserted",
        Foi = "foi",
    }

    /// What a basis does: it compels, binds a professional, permits, or is no gateway at all.
    BasisKind {
        Compels = "compels",
        PersonalDuty = "personal-duty",
        Permits = "permits",
        NotAGateway = "not-a-gateway",
    }

    /// A category of information, ordered by intrusion; in the order of `items.json`.
    Item {
        GeneralClinicalAdvice = "general-clinical-advice",
        Signposting = "signposting",
        IncidentStatisticsNoIdentity = "incident-statistics-no-identity",
        AggregateSuppressedCounts = "aggregate-suppressed-counts",
        SafeAndWellConfirmation = "safe-and-well-confirmation",
        ReasonableAdjustments = "reasonable-adjustments",
        SafetyHandlingAdvice = "safety-handling-advice",
        ClinicianContact = "clinician-contact",
        IdentityConfirmation = "identity-confirmation",
        Description = "description",
        ContactLocation = "contact-location",
        AttendanceDateTime = "attendance-date-time",
        CurrentContactWithService = "current-contact-with-service",
        Allergies = "allergies",
        MedicationTimeCritical = "medication-time-critical",
        InjuryDescription = "injury-description",
        CurrentRiskToSelfStatement = "current-risk-to-self-statement",
        CurrentRiskToOthersStatement = "current-risk-to-others-statement",
        SafeguardingConcernSummary = "safeguarding-concern-summary",
        MhaLegalStatus = "mha-legal-status",
        DischargeDate = "discharge-date",
        MedicationCurrent = "medication-current",
        DiagnosisHeadline = "diagnosis-headline",
        MedicalHistoryExtract = "medical-history-extract",
        RiskAssessmentExtract = "risk-assessment-extract",
        CarePlanExtract = "care-plan-extract",
        SubstanceUse = "substance-use",
        ThirdPartyInformation = "third-party-information",
        SexualReproductiveHealth = "sexual-reproductive-health",
        Genetic = "genetic",
        TherapyNotes = "therapy-notes",
        FullRecord = "full-record",
        InformationAboutThirdPartyPlan = "information-about-third-party-plan",
        ReasonForNotification = "reason-for-notification",
        ProspectiveMonitoring = "prospective-monitoring",
        RecordFlag = "record-flag",
        AttendanceListBulk = "attendance-list-bulk",
        ClinicalObservationOnRequest = "clinical-observation-on-request",
    }

    /// The class of an item: without identity, from the picker, under a personal duty only, or never.
    ItemClass {
        NoIdentity = "no-identity",
        Picker = "picker",
        Duty = "duty",
        Never = "never",
    }

    /// What the paper served is; an application, draft or letter is not an order.
    InstrumentKind {
        CourtOrder = "court-order",
        Ta2000Sch5Para5 = "ta2000-sch5-para5",
        Ta2000Sch5Para7 = "ta2000-sch5-para7",
        Ta2000Sch5Para11 = "ta2000-sch5-para11",
        Ta2000Sch5Para13 = "ta2000-sch5-para13",
        Ta2000Sch5Para15 = "ta2000-sch5-para15",
        PaceSch1 = "pace-sch1",
        Rta1988S172 = "rta1988-s172",
        Cja2009Sch5Para1 = "cja2009-sch5-para1",
        CareActS45 = "care-act-s45",
        Sswba2014S137 = "sswba2014-s137",
        ServiceConfirmation = "service-confirmation",
        ApplicationOrDraft = "application-or-draft",
    }

    /// Who issued the paper.
    Issuer {
        Judge = "judge",
        Coroner = "coroner",
        ChiefOfficerOfPolice = "chief-officer-of-police",
        Superintendent = "superintendent",
        SafeguardingBoard = "safeguarding-board",
        IntelligenceService = "intelligence-service",
        ApplicantOrSolicitor = "applicant-or-solicitor",
        NotStated = "not-stated",
    }

    /// Harm feared to others.
    HarmToOthers {
        None = "none",
        LowOrUnclear = "low-or-unclear",
        Asserted = "asserted",
        Serious = "serious",
        ImminentSerious = "imminent-serious",
    }

    /// Harm feared to the person.
    HarmToSelf {
        None = "none",
        LowOrUnclear = "low-or-unclear",
        Serious = "serious",
        ImminentDeath = "imminent-death",
    }

    /// Best evidence supplied.
    Evidence {
        None = "none",
        Assertion = "assertion",
        SecondHand = "second-hand",
        VerbalStatement = "verbal-statement",
        Documented = "documented",
        FirstHand = "first-hand",
    }

    /// Gravity of the offence in question.
    Offence {
        None = "none",
        Minor = "minor",
        Serious = "serious",
        Terrorism = "terrorism",
    }

    /// Wound that brought the person to care.
    Wound {
        None = "none",
        Gunshot = "gunshot",
        KnifeAttack = "knife-attack",
        AccidentalOrSelfInflicted = "accidental-or-self-inflicted",
    }

    /// Urgency claimed.
    Urgency {
        Routine = "routine",
        OrderDeadline = "order-deadline",
        CustodyClock = "custody-clock",
        SameDay = "same-day",
        Immediate = "immediate",
    }

    /// Why consent is not being sought.
    WhyNotConsent {
        NotStated = "not-stated",
        Unsafe = "unsafe",
        Inappropriate = "inappropriate",
        Impracticable = "impracticable",
    }

    /// Competence of a child under 16 for this decision.
    ChildCompetence {
        NotApplicable = "not-applicable",
        Competent = "competent",
        NotCompetent = "not-competent",
        NotAssessed = "not-assessed",
    }

    /// Capacity for this decision, at 16 and over (Mental Capacity Act 2005).
    Capacity {
        HasCapacity = "has-capacity",
        Doubted = "doubted",
        LacksTemporary = "lacks-temporary",
        LacksLongTerm = "lacks-long-term",
        NotAssessed = "not-assessed",
    }

    /// State of consent.
    ConsentStatus {
        NotSought = "not-sought",
        Given = "given",
        Refused = "refused",
        Withdrawn = "withdrawn",
        CannotBeSought = "cannot-be-sought",
    }

    /// Who gave or refused consent.
    ConsentBy {
        Person = "person",
        Parent = "parent",
        AttorneyOrDeputy = "attorney-or-deputy",
        Family = "family",
    }

    /// Exception relied on instead of notice to a victim (PCSC Act 2022 s.44B).
    VictimException {
        None = "none",
        NotPracticable = "not-practicable",
        Unsafe = "unsafe",
        Prejudice = "prejudice",
    }

    /// Harm to the child (Children Act 1989 ss.17 and 47).
    ChildHarm {
        None = "none",
        Asserted = "asserted",
        InNeed = "in-need",
        Significant = "significant",
    }

    /// Police risk grade of a missing person.
    RiskGrade {
        None = "none",
        Low = "low",
        Medium = "medium",
        High = "high",
    }

    /// Who would receive the information next.
    OnwardTo {
        Gp = "gp",
        MentalHealthTeam = "mental-health-team",
        SocialCare = "social-care",
        Police = "police",
        IntelligenceService = "intelligence-service",
        Other = "other",
    }

    /// Ground for putting off notice.
    Ground {
        NTa39 = "n-ta39",
        NTa21d = "n-ta21d",
        NSch2p2 = "n-sch2p2",
        NSch3p5 = "n-sch3p5",
        NSch3p4 = "n-sch3p4",
        NCourt = "n-court",
        NSafety = "n-safety",
        NVir = "n-vir",
        None = "none",
    }

    /// What a referral can end in.
    Outcome {
        Refuse = "refuse",
        Return = "return",
        Advise = "advise",
        OfferCare = "offer-care",
        Disclose = "disclose",
    }

    /// Why an outcome or an item is closed, or a deferral refused; in the order of `reasons.json`.
    Reason {
        MonitoringRequest = "monitoring-request",
        NeverItemRequested = "never-item-requested",
        NotAGateway = "not-a-gateway",
        NotThisNation = "not-this-nation",
        NotInForce = "not-in-force",
        RequesterNotVerified = "requester-not-verified",
        FormNotSigned = "form-not-signed",
        RankNotStated = "rank-not-stated",
        WrongRequester = "wrong-requester",
        ActsForAnotherBody = "acts-for-another-body",
        PersonNotIdentified = "person-not-identified",
        PersonHasDied = "person-has-died",
        AgeNotStated = "age-not-stated",
        OnwardHidesSource = "onward-hides-source",
        VictimNoticeMissing = "victim-notice-missing",
        LineOfEnquiryMissing = "line-of-enquiry-missing",
        LessIntrusiveMeansNotTried = "less-intrusive-means-not-tried",
        RepeatsWithoutNewFacts = "repeats-without-new-facts",
        PurposeTooGeneral = "purpose-too-general",
        ItemsNotJustified = "items-not-justified",
        NoItemsRequested = "no-items-requested",
        NoItemWithinCeiling = "no-item-within-ceiling",
        NoInstrumentServed = "no-instrument-served",
        InstrumentNotAttached = "instrument-not-attached",
        InstrumentIsOnlyAnApplication = "instrument-is-only-an-application",
        InstrumentIssuerWrong = "instrument-issuer-wrong",
        InstrumentNotWritten = "instrument-not-written",
        InstrumentNotSealed = "instrument-not-sealed",
        InstrumentOutOfDate = "instrument-out-of-date",
        InstrumentNamesAnotherHolder = "instrument-names-another-holder",
        InstrumentNamesAnotherRecipient = "instrument-names-another-recipient",
        InstrumentDoesNotDescribeMaterial = "instrument-does-not-describe-material",
        InstrumentParticularsMissing = "instrument-particulars-missing",
        SecondAccessConditionsNotShown = "second-access-conditions-not-shown",
        NotATerroristInvestigation = "not-a-terrorist-investigation",
        PersonNotHeard = "person-not-heard",
        FutureMaterialNotLawful = "future-material-not-lawful",
        SabConditionsNotMet = "sab-conditions-not-met",
        HolderViewOfRelevanceMissing = "holder-view-of-relevance-missing",
        DetrimentNotAssessed = "detriment-not-assessed",
        RecipientFunctionNotStated = "recipient-function-not-stated",
        DutyIsTheHoldersOwn = "duty-is-the-holders-own",
        DutyNotTriggered = "duty-not-triggered",
        ChildOnly = "child-only",
        AdultOnly = "adult-only",
        SixteenAndOverOnly = "sixteen-and-over-only",
        ConsentNotSought = "consent-not-sought",
        ConsentRefused = "consent-refused",
        ConsentWithdrawn = "consent-withdrawn",
        ConsentCannotBeSought = "consent-cannot-be-sought",
        ConsentByWrongPerson = "consent-by-wrong-person",
        CapacityDoubted = "capacity-doubted",
        ConsentNotAskedByHealthService = "consent-not-asked-by-health-service",
        ConsentNotSpecific = "consent-not-specific",
        ConsentNotInformedOrFree = "consent-not-informed-or-free",
        ConsentNotRecorded = "consent-not-recorded",
        ConsentOpenEnded = "consent-open-ended",
        ConsentExpired = "consent-expired",
        NoSeriousHarm = "no-serious-harm",
        HarmAssertedNotEvidenced = "harm-asserted-not-evidenced",
        EvidenceInsufficient = "evidence-insufficient",
        ConsentNotSoughtAndNoReason = "consent-not-sought-and-no-reason",
        IdentityNeedsPublicInterest = "identity-needs-public-interest",
        NoReportableWound = "no-reportable-wound",
        HasCapacity = "has-capacity",
        NoNeedShown = "no-need-shown",
        CapacityNotAssessed = "capacity-not-assessed",
        CanWaitForRecovery = "can-wait-for-recovery",
        RepresentativeNotChecked = "representative-not-checked",
        RepresentativeNotConsulted = "representative-not-consulted",
        OverallBenefitNotWritten = "overall-benefit-not-written",
        CanConsent = "can-consent",
        NoPresentDanger = "no-present-danger",
        NoSuicideConcern = "no-suicide-concern",
        CapableRefusalRespected = "capable-refusal-respected",
        SignificantHarmNotShown = "significant-harm-not-shown",
        SignificantHarmOnlyAsserted = "significant-harm-only-asserted",
        ChildInNeedAgreementMissing = "child-in-need-agreement-missing",
        SafeguardingReasoningMissing = "safeguarding-reasoning-missing",
        SafeguardingProcessMissing = "safeguarding-process-missing",
        LocalAuthorityLetterMissing = "local-authority-letter-missing",
        NotAnAdultAtRisk = "not-an-adult-at-risk",
        EnquiryIsTheLocalAuthoritys = "enquiry-is-the-local-authoritys",
        NotAMappaOffender = "not-a-mappa-offender",
        MappaQuestionsMissing = "mappa-questions-missing",
        MappaMeetingMissing = "mappa-meeting-missing",
        NotReportedMissing = "not-reported-missing",
        AbsconderIsNotMissing = "absconder-is-not-missing",
        MissingIncidentNumberMissing = "missing-incident-number-missing",
        MissingEndTimeMissing = "missing-end-time-missing",
        PersonFound = "person-found",
        RecipientMustBeTheService = "recipient-must-be-the-service",
        NotForAnIntelligenceService = "not-for-an-intelligence-service",
        ServiceConfirmationMissing = "service-confirmation-missing",
        PersonAlive = "person-alive",
        CompleteAndCompelled = "complete-and-compelled",
        NothingCurable = "nothing-curable",
        ItemOutsideCeiling = "item-outside-ceiling",
        FullRecordNeedsOrder = "full-record-needs-order",
        OutsideInstrument = "outside-instrument",
        OutsideConsent = "outside-consent",
        CounsellingPresumption = "counselling-presumption",
        SafeAndWellOnly = "safe-and-well-only",
        DeferralNotReasoned = "deferral-not-reasoned",
        DeferralGroundNotStated = "deferral-ground-not-stated",
        DeferralGroundNotForNhs = "deferral-ground-not-for-nhs",
        DeferralGroundIsAccessOnly = "deferral-ground-is-access-only",
        DeferralGroundNotMet = "deferral-ground-not-met",
    }

    /// Who can put a missing field right.
    Who {
        Requester = "requester",
        HealthService = "health-service",
        Issuer = "issuer",
    }

    /// An approval that a disclosure needs.
    Approval {
        IndividualProfessionalPersonalDuty = "individual-professional-personal-duty",
        TreatingClinicianOpinion = "treating-clinician-opinion",
        SecondSeniorClinicianTwoPerson = "second-senior-clinician-two-person",
        NamedSafeguardingProfessional = "named-safeguarding-professional",
        LegalServicesValidation = "legal-services-validation",
        CaldicottGuardian = "caldicott-guardian",
        OnCallGuardianDeputyThenReviewWithin24h = "on-call-guardian-deputy-then-review-within-24h",
        IndependentDeferralReviewer = "independent-deferral-reviewer",
        IndependentReviewerBeforeOpening = "independent-reviewer-before-opening",
    }

    /// How and when the person is told.
    NoticeRule {
        NoNoticeNoPersonIdentified = "no-notice-no-person-identified",
        NotifyNow = "notify-now",
        NotifyBeforeDisclosureUnlessUnsafe = "notify-before-disclosure-unless-unsafe",
        NotifyNowChildParentOnlyIfChildAgrees = "notify-now-child-parent-only-if-child-agrees",
        NotifyChildAndParentUnlessUnsafe = "notify-child-and-parent-unless-unsafe",
        NotifyParentOrCarerNow = "notify-parent-or-carer-now",
        NotifyRepresentativeOrOnRecovery = "notify-representative-or-on-recovery",
        NotifyOnRecoveryWithin72Hours = "notify-on-recovery-within-72-hours",
        NotifyOnFinding = "notify-on-finding",
        NotifyViaSafeContactAgreedWithPatient = "notify-via-safe-contact-agreed-with-patient",
        NotifyNextOfKinViaCoroner = "notify-next-of-kin-via-coroner",
        HoldNoticeUntilCompleteOr5WorkingDaysThenNotify = "hold-notice-until-complete-or-5-working-days-then-notify",
        AsOrderDirects = "as-order-directs",
        MayDeferWithReview = "may-defer-with-review",
        LegalHoldIndependentReviewEvery28Days = "legal-hold-independent-review-every-28-days",
    }

    /// Who reviews a deferral.
    Reviewer {
        IndependentDeferralReviewer = "independent-deferral-reviewer",
    }

    /// An act due after a disclosure.
    After {
        ReviewWithin24Hours = "review-within-24-hours",
        WrittenConfirmationWithin24Hours = "written-confirmation-within-24-hours",
        NamedSafeguardingProfessionalWithin24Hours = "named-safeguarding-professional-within-24-hours",
        StatutoryDeadlineOneMonth = "statutory-deadline-one-month",
    }

    /// A condition on an open outcome.
    Condition {
        CountAsRepeat = "count-as-repeat",
        RecordCompetenceBeforeNotice = "record-competence-before-notice",
        ConfirmWithIssuingOffice = "confirm-with-issuing-office",
        ExcludePrivilegedMaterial = "exclude-privileged-material",
        NothingOutsideTheInstrument = "nothing-outside-the-instrument",
        OrdinaryCarePapersOnly = "ordinary-care-papers-only",
        HardStopDay28 = "hard-stop-day-28",
        RaiseWithCourtThatPersonNotHeard = "raise-with-court-that-person-not-heard",
        TellOnlyWhoIsDriving = "tell-only-who-is-driving",
        NoOnwardCopy = "no-onward-copy",
        RecordBalanceBeforeDeciding = "record-balance-before-deciding",
        StateHowRiskWasAssessed = "state-how-risk-was-assessed",
        RecordWhyItemChangesTactics = "record-why-item-changes-tactics",
        MinimumExtractOnly = "minimum-extract-only",
        PersonSeesItFirst = "person-sees-it-first",
        SingleUseNoUpdates = "single-use-no-updates",
        CustodyHealthcareFirst = "custody-healthcare-first",
        CloseFlowWhenFound = "close-flow-when-found",
        TellChildrensServices = "tell-childrens-services",
        InformGuardianNoVeto = "inform-guardian-no-veto",
        WarnS39 = "warn-s39",
        CountAsIntelligenceDisclosure = "count-as-intelligence-disclosure",
        CountAsMonitoringRefused = "count-as-monitoring-refused",
        CountAsDowngradedEmergency = "count-as-downgraded-emergency",
        PreserveMaterial = "preserve-material",
        ReturnToCourtBeforeDeadline = "return-to-court-before-deadline",
        RecallWhatWasSent = "recall-what-was-sent",
        NothingReturnsToOfficer = "nothing-returns-to-officer",
        OfferThroughParentOrCarer = "offer-through-parent-or-carer",
        DoNotSearchForThePerson = "do-not-search-for-the-person",
        VerifyRequesterFirst = "verify-requester-first",
        LegalAndSiroTold = "legal-and-siro-told",
        TreatingClinicianIfReachable = "treating-clinician-if-reachable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads_what_it_writes<C: Code>() {
        for (place, code) in C::ALL.iter().enumerate() {
            assert_eq!(code.place(), place);
            assert_eq!(C::from_code(code.code()), Some(*code));
            assert_eq!(C::from_code(&code.code().to_uppercase()), None);
        }
    }

    #[test]
    fn a_code_is_read_as_it_is_written() {
        reads_what_it_writes::<Nation>();
        reads_what_it_writes::<Body>();
        reads_what_it_writes::<Rank>();
        reads_what_it_writes::<Identity>();
        reads_what_it_writes::<ActsFor>();
        reads_what_it_writes::<InitiatedBy>();
        reads_what_it_writes::<Purpose>();
        reads_what_it_writes::<Basis>();
        reads_what_it_writes::<BasisKind>();
        reads_what_it_writes::<Item>();
        reads_what_it_writes::<ItemClass>();
        reads_what_it_writes::<InstrumentKind>();
        reads_what_it_writes::<Issuer>();
        reads_what_it_writes::<HarmToOthers>();
        reads_what_it_writes::<HarmToSelf>();
        reads_what_it_writes::<Evidence>();
        reads_what_it_writes::<Offence>();
        reads_what_it_writes::<Wound>();
        reads_what_it_writes::<Urgency>();
        reads_what_it_writes::<WhyNotConsent>();
        reads_what_it_writes::<ChildCompetence>();
        reads_what_it_writes::<Capacity>();
        reads_what_it_writes::<ConsentStatus>();
        reads_what_it_writes::<ConsentBy>();
        reads_what_it_writes::<VictimException>();
        reads_what_it_writes::<ChildHarm>();
        reads_what_it_writes::<RiskGrade>();
        reads_what_it_writes::<OnwardTo>();
        reads_what_it_writes::<Ground>();
        reads_what_it_writes::<Outcome>();
        reads_what_it_writes::<Reason>();
        reads_what_it_writes::<Who>();
        reads_what_it_writes::<Approval>();
        reads_what_it_writes::<NoticeRule>();
        reads_what_it_writes::<Reviewer>();
        reads_what_it_writes::<After>();
        reads_what_it_writes::<Condition>();
    }

    #[test]
    fn json_knows_the_code_and_nothing_else() {
        assert_eq!(serde_json::to_string(&Basis::Fgm2003S5b).unwrap(), "\"fgm2003-s5b\"");
        assert_eq!(serde_json::from_str::<Basis>("\"fgm2003-s5b\"").unwrap(), Basis::Fgm2003S5b);
        assert!(serde_json::from_str::<Basis>("\"fgm\"").is_err());
    }
}
