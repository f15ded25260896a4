using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>One attempt to let a segment.</summary>
public sealed record AttemptResult
{
    [Meaning("1 or 2.")]
    public required int Attempt { get; init; }

    [Meaning("Day it was opened.")]
    public required int Opened { get; init; }

    [Meaning("Day it ended.")]
    public required int Decided { get; init; }

    [Meaning("Reference cost on the day of opening.")]
    public required double ReferenceCost { get; init; }

    [Meaning("Sponsors that were invited and declined.")]
    public required string[] Declined { get; init; }

    [Meaning("Offers, in order of sponsor; empty for the last attempt, whose offers the segment has.")]
    public required OfferResult[] Offers { get; init; }

    [Meaning("Utility of choosing nobody, as it counts.")]
    public required double? NobodyUtility { get; init; }

    [Meaning("The host's own taste for choosing nobody.")]
    public required double? NobodyTaste { get; init; }

    [Meaning("Sponsor chosen; null if the attempt failed.")]
    public required string? Winner { get; init; }

    [Meaning("Of a segment let with others, the sponsor that its hosts alone would have chosen where the choice for all of them overruled it, empty for nobody; absent otherwise."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OwnChoice { get; init; }

    [Meaning("Whether the host chose among bids that were all struck.")]
    public required bool Overridden { get; init; }

    [Meaning("Why it failed: no-bid, refused, all-struck; null if it did not.")]
    public required string? Failure { get; init; }

    [Meaning("How far the host's debt exceeds its threshold, 0 to 2 with 1 at the threshold.")]
    public required double Stress { get; init; }
}

/// <summary>An offer, what was thought of it, and what its bidder believed.</summary>
public sealed record OfferResult
{
    [Meaning("Sponsor; of a joint bid, the one that leads.")]
    public required string Sponsor { get; init; }

    [Meaning("Sponsor that shares in a joint bid by half; absent in any other."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Partner { get; init; }

    [Meaning("Price.")]
    public required double Price { get; init; }

    [Meaning("Price over reference cost on the day of opening.")]
    public required double PriceOverReference { get; init; }

    [Meaning("Parts of the loan, the harder first; of a joint bid, the leader's first.")]
    public required TrancheResult[] Tranches { get; init; }

    [Meaning("Whether a sovereign guarantee is asked.")]
    public required bool Guarantee { get; init; }

    [Meaning("Contracted years from close to completion.")]
    public required double CompletionYears { get; init; }

    [Meaning("Quality, 0 to 1.")]
    public required double Quality { get; init; }

    [Meaning("Technical standard.")]
    public required string Standard { get; init; }

    [Meaning("Whether it complies with the regional specification.")]
    public required bool Compliant { get; init; }

    [Meaning("Local content, share of price.")]
    public required double LocalContent { get; init; }

    [Meaning("Concession, 0 to 1.")]
    public required double Concession { get; init; }

    [Meaning("Grant element of the loan, weighted by face.")]
    public required double GrantElement { get; init; }

    [Meaning("Whether this is a best and final offer.")]
    public required bool Improved { get; init; }

    [Meaning("The host's utility, term by term.")]
    public required UtilityResult Utility { get; init; }

    [Meaning("The Secretariat's score, its error included; null if it gave none.")]
    public required double? Opinion { get; init; }

    [Meaning("States that objected.")]
    public required string[] Objections { get; init; }

    [Meaning("Of several states that let the segment, those that like this offer less than none, so that it cannot win; absent without any."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string[]? Refusals { get; init; }

    [Meaning("floor, objection, or null.")]
    public required string? Struck { get; init; }

    [Meaning("What its bidder believed.")]
    public required ReckoningResult Reckoning { get; init; }
}

/// <summary>A part of a loan.</summary>
public sealed record TrancheResult
{
    [Meaning("Finance window.")]
    public required string Window { get; init; }

    [Meaning("Nominal interest rate a year.")]
    public required double Rate { get; init; }

    [Meaning("Years to the last repayment.")]
    public required int Tenor { get; init; }

    [Meaning("Years of interest only.")]
    public required int Grace { get; init; }

    [Meaning("Face over price.")]
    public required double Share { get; init; }

    [Meaning("Face.")]
    public required double Face { get; init; }

    [Meaning("Currency.")]
    public required string Currency { get; init; }

    [Meaning("Sponsor that lends it, in a joint bid; absent in any other."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sponsor { get; init; }
}

/// <summary>The host's utility of an offer.</summary>
public sealed record UtilityResult
{
    [Meaning("Sum of the ten terms.")]
    public required double Total { get; init; }

    [Meaning("Cheaper than the reference cost.")]
    public required double Price { get; init; }

    [Meaning("Gift in the loan.")]
    public required double Concession { get; init; }

    [Meaning("Guarantee asked from an indebted state.")]
    public required double Guarantee { get; init; }

    [Meaning("Years to completion.")]
    public required double Time { get; init; }

    [Meaning("Quality.")]
    public required double Quality { get; init; }

    [Meaning("Local content.")]
    public required double LocalContent { get; init; }

    [Meaning("Tie to the sponsor.")]
    public required double Tie { get; init; }

    [Meaning("Dependence on one sponsor.")]
    public required double Concentration { get; init; }

    [Meaning("Rent to officials.")]
    public required double Rent { get; init; }

    [Meaning("Compatibility of the host's own pairs.")]
    public required double Compatibility { get; init; }

    [Meaning("The host's own taste, which nobody else sees; null if it never chose.")]
    public required double? Taste { get; init; }

    [Meaning("What decides: the total as far as the host's word counts, the Secretariat's score as far as it does, and taste; null if the host never chose or could not choose it.")]
    public required double? Decision { get; init; }
}

/// <summary>What a bidder believed when it bid.</summary>
public sealed record ReckoningResult
{
    [Meaning("What it believed the work would cost it.")]
    public required double BidCost { get; init; }

    [Meaning("Probability of winning.")]
    public required double WinProbability { get; init; }

    [Meaning("Payoff if won.")]
    public required double Payoff { get; init; }

    [Meaning("Bidders expected, itself included.")]
    public required int BelievedBidders { get; init; }
}
