using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Testing;

public static partial class Some
{
    /// <summary>The starting values of docs/model.md's appendix.</summary>
    public static EvaluationWeights Weights() => new()
    {
        Price = 2.2, Concession = 2.2, Guarantee = 1.1, Time = 1.6, Quality = 1, LocalContent = 0.3, Tie = 1,
        Concentration = 0.6, Rent = 0.6, Compatibility = 4, TasteScale = 0.55, Nobody = 0.5,
    };

    /// <inheritdoc cref="Weights"/>
    public static Model.Secretariat.Secretariat Secretariat() => new()
    {
        Strength = 0.4, Mandate = 0.8, AdviceFactor = 0.3, RegionalScale = 4,
        CompatibilityWeight = 0.25, ViabilityWeight = 0.25, CohesionWeight = 0.5, ViabilityReference = 25,
        OpinionError = 0.15, StrengthOnError = 0.7, Floor = -0.1, ObjectionThreshold = 2,
        ConsultationDays = 90, BestAndFinalDays = 60, ReopenDays = 365,
    };

    /// <inheritdoc cref="Weights"/>
    public static BiddingRules Bidding() => new()
    {
        CostLevelSd = 0.15, ConcessionSteps = 32, BidCostShare = 0.002, LossGivenDefault = 0.35,
        PriorSd = 0.9, DriftVariance = 0.05, NoveltyVariance = 0.05, PublishedVariance = 0.02, SecretVariance = 0.64,
        EscalationPerYear = 0.01, BribeShare = 0.109, ConcentrationPriorUsdBn = 5,
    };

    /// <inheritdoc cref="Weights"/>
    public static DeliveryRules Delivery() => new()
    {
        CloseDays = 545, ReopeningProbability = 0.4, SunkShare = 0.03,
        DelayMean = 1.34, DelaySd = 0.4, DelayCorrelation = 0.5,
        GovernanceEffect = 0.2, GovernanceMean = 0.7, GovernanceSd = 0.15, LowballEffect = 0.5,
        QualityEffect = 0.3, QualityMean = 0.85, QualitySd = 0.1,
        RampFirst = 0.7, RampSecond = 0.85, NetworkElasticity = 0.8,
        RenegotiationHazard = 0.2, SafetyNetEffect = 0.5, ExtensionYears = 10, EasedRateFactor = 0.5,
    };

    /// <inheritdoc cref="Weights"/>
    public static DiplomacyRules Diplomacy() => new()
    {
        Award = 0.15, Completion = 0.05, LostBid = -0.05, Cancellation = -0.1, DebtDispute = -0.1,
        ReversionPerYear = 0.05, DriftPerYear = 0.02, StateReversionPerYear = 0.1, ClashPerYear = 0.01,
        TensionMemory = 0.8, TensionOnDrift = 0.1,
    };

    /// <inheritdoc cref="Weights"/>
    public static ScoringRules Scoring() => new()
    {
        HurdlePerYear = 0.09, CapitalCostPerYear = 0.04, OperationYears = 30, AssetLifeYears = 50,
        TradableShare = 0.4, TradableFactor = 1, UnskilledShare = 0.1, UnskilledFactor = 0.8, RentLeakage = 0.3,
        QualityForOperation = 0.8, LowQualityFactor = 1.3, FinancialGap = 0.055, GravityElasticity = 0.3, GravityBorderFactor = 0.2, DebtInterestPerYear = 0.02, ContingentWeight = 0.25,
        PeopleDecayHours = 6,
        PhysicalWeight = 0.35, InstitutionalWeight = 0.2, PeopleWeight = 0.15, EquityWeight = 0.15, DiplomaticWeight = 0.15,
    };
}
