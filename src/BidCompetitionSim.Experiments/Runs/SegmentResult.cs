using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>One of the states that let a segment.</summary>
public sealed record HostResult
{
    [Meaning("The state.")]
    public required string State { get; init; }

    [Meaning("Its share of length, cost, price, loan and debt.")]
    public required double Share { get; init; }
}

/// <summary>What became of one segment.</summary>
public sealed record SegmentResult
{
    [Meaning("Short name.")]
    public required string Id { get; init; }

    [Meaning("Name.")]
    public required string Name { get; init; }

    [Meaning("Route it is drawn on.")]
    public required string Route { get; init; }

    [Meaning("System it belongs to.")]
    public required string System { get; init; }

    [Meaning("State that lets it.")]
    public required string Host { get; init; }

    [Meaning("States that let it together and their shares of it; absent where one alone does."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HostResult[]? Hosts { get; init; }

    [Meaning("Of several states that let it, the one that left; absent otherwise."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LeftBy { get; init; }

    [Meaning("One end.")]
    public required string From { get; init; }

    [Meaning("The other end.")]
    public required string To { get; init; }

    [Meaning("Length.")]
    public required double LengthKm { get; init; }

    [Meaning("Reference cost on the planned day: its weight in portfolio viability, and in the combination of systems.")]
    public required double ReferenceCost { get; init; }

    [Meaning("planned, open, awarded, closed, commissioned, cancelled or failed.")]
    public required string Status { get; init; }

    [Meaning("Attempts opened, 0 to 2.")]
    public required int Attempts { get; init; }

    [Meaning("Day the last attempt was opened.")]
    public required int? TenderOpened { get; init; }

    [Meaning("Day of the award.")]
    public required int? Awarded { get; init; }

    [Meaning("Day of financial close.")]
    public required int? Closed { get; init; }

    [Meaning("Day of commissioning.")]
    public required int? Commissioned { get; init; }

    [Meaning("Sponsor that won the award, kept if it was cancelled later.")]
    public required string? Winner { get; init; }

    [Meaning("Sponsor that won it with the winner by a joint bid, for half of it; absent without one."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Partner { get; init; }

    [Meaning("Standard awarded.")]
    public required string? Standard { get; init; }

    [Meaning("Offers of the last attempt, in order of sponsor.")]
    public required OfferResult[] Offers { get; init; }

    [Meaning("Every attempt, in order; the offers of the last one are in offers.")]
    public required AttemptResult[] Tenders { get; init; }

    [Meaning("The award as signed: its loan may be cut to what its windows had left on the day of the award; null without an award.")]
    public ContractResult? Contract { get; init; }

    [Meaning("What was delivered; null if nothing was closed.")]
    public required DeliveredResult? Delivered { get; init; }

    [Meaning("Yearly flows, real, the first entry the year of close; null if not built.")]
    public required CashFlowResult? CashFlow { get; init; }

    [Meaning("Appraisal over the whole life; null if not built.")]
    public required AppraisalResult? Appraisal { get; init; }
}

/// <summary>An award as signed.</summary>
public sealed record ContractResult
{
    [Meaning("Price, USD bn.")]
    public required double Price { get; init; }

    [Meaning("Share taken off the price and the loan offered because the sponsor gets a whole package; absent without one."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Discount { get; init; }

    [Meaning("Parts of the loan as signed, the harder first.")]
    public required TrancheResult[] Tranches { get; init; }

    [Meaning("Gift in the loan, USD bn.")]
    public required double Grant { get; init; }

    [Meaning("Rent paid to officials, USD bn.")]
    public required double Rent { get; init; }
}

/// <summary>What was delivered.</summary>
public sealed record DeliveredResult
{
    [Meaning("Delivered cost, USD bn.")]
    public required double Cost { get; init; }

    [Meaning("Delivered cost over what it was expected to cost the builder.")]
    public required double Overrun { get; init; }

    [Meaning("Years from close to commissioning.")]
    public required double Years { get; init; }

    [Meaning("The same less the contracted years.")]
    public required double DelayYears { get; init; }
}

/// <summary>Yearly flows of a project, USD bn, real; entry t at exact time t years after close.</summary>
public sealed record CashFlowResult
{
    [Meaning("Net economic flows.")]
    public required double[] Economic { get; init; }

    [Meaning("Net financial flows before finance.")]
    public required double[] Financial { get; init; }

    [Meaning("Cash after operation, for as long as the asset lasts.")]
    public required double[] Cash { get; init; }

    [Meaning("Debt service over the same years.")]
    public required double[] DebtService { get; init; }
}

/// <summary>Appraisal of a project.</summary>
public sealed record AppraisalResult
{
    [Meaning("Economic rate of return; null where the rule finds none.")]
    public required double? Eirr { get; init; }

    [Meaning("Financial rate of return before finance; null where the rule finds none.")]
    public required double? Firr { get; init; }

    [Meaning("Economic net present value at the hurdle, at close.")]
    public required double Enpv { get; init; }

    [Meaning("The same at the scenario's start.")]
    public required double EnpvBase { get; init; }

    [Meaning("Financial net present value at the cost of capital, at close.")]
    public required double Fnpv { get; init; }

    [Meaning("Least debt service cover; 10 where there is no service.")]
    public required double DscrMin { get; init; }

    [Meaning("Whether there was service to cover.")]
    public required bool HasService { get; init; }

    [Meaning("Largest debt over GDP of the host in ten years from close.")]
    public required double DebtBurden { get; init; }

    [Meaning("What that is held against.")]
    public required double DebtThreshold { get; init; }

    [Meaning("Viability, 0 to 100.")]
    public required double Viability { get; init; }
}
