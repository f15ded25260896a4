using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.States;

/// <summary>How contracting states choose, and how a state concerned objects: pure functions of the view, its own key, and the bids it was shown.</summary>
public static class HostBehaviour
{
    /// <summary>Chooses among bids and nobody: utility, the Secretariat's score as far as the arrangement weighs it, and taste.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="voter">The contracting state, or that one of several which reconsiders.</param>
    /// <param name="sheet">Bids by sponsor, their scores, and who may be chosen.</param>
    /// <param name="taste">Which taste: that of the tender, or of a later reconsideration in the year given.</param>
    /// <param name="ballot">Receives what each bid is worth to it.</param>
    /// <returns>Index of the sponsor chosen, -1 for nobody.</returns>
    public static int Choose(TenderView view, in Voter voter, in BidSheetView sheet, Taste taste, in Ballot ballot)
    {
        Value(view, voter, sheet, taste, ballot);
        var (best, highest) = (-1, ballot.Values[^1]);
        for (var left = sheet.Eligible; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            if (ballot.Values[k] > highest) (best, highest) = (k, ballot.Values[k]);
        }
        return best;
    }

    /// <summary>Says what each bid that may be chosen, and nobody, is worth to a contracting state.</summary>
    /// <inheritdoc cref="Choose"/>
    public static void Value(TenderView view, in Voter voter, in BidSheetView sheet, Taste taste, in Ballot ballot)
    {
        var sponsors = view.Compiled.Sponsors;
        var weights = view.Compiled.Scenario.States[voter.State].Weights;
        var otherBids = BitOperations.PopCount(sheet.Received) - 1;
        Span<double> tastes = stackalloc double[Lanes.Whole(sponsors + 1)];
        FillTastes(view, voter, taste, tastes);
        ballot.Tastes.Clear();
        ballot.Values.Clear();
        ballot.Tastes[sponsors] = tastes[sponsors];
        ballot.Values[sponsors] = view.Weigh(weights.Nobody, 0) + tastes[sponsors];
        for (var left = sheet.Eligible; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            ballot.Tastes[k] = tastes[k];
            ballot.Values[k] = view.Weigh(view.UtilityFor(voter.State, sheet.Bids[k], otherBids), sheet.Scores[k]) + tastes[k];
        }
    }

    // Of all sponsors, and of nobody, side by side.
    private static void FillTastes(TenderView view, in Voter voter, Taste taste, Span<double> tastes)
    {
        Span<ulong> addresses = stackalloc ulong[tastes.Length];
        view.Compiled.Addresses.FillAttempts(view.Segment, view.Attempt, addresses);
        voter.Draws.FillGumbels(taste.Purpose, taste.Index, addresses, view.Compiled.Scenario.States[voter.State].Weights.TasteScale, tastes);
    }

    /// <summary>Which of the bids a state that is not the host objects to (docs/model.md §4.6, step 5).</summary>
    /// <returns>Bit mask of sponsors.</returns>
    public static ulong Objections(TenderView view, in Draws draws, int state, ulong candidates, ReadOnlySpan<Bid> bids)
    {
        var rules = view.Compiled.Scenario.Secretariat;
        var weights = view.Compiled.Scenario.States[state].Weights;
        double mean = 0;
        for (var left = candidates; left != 0; left &= left - 1)
            mean += view.Record.Diplomacy.ToSponsor(state, BitOperations.TrailingZeroCount(left));
        mean /= BitOperations.PopCount(candidates);
        var objections = 0UL;
        for (var left = candidates; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            var u = draws.Uniform(DrawPurpose.Objection, 0, view.Compiled.Addresses.Attempt(view.Segment, k, view.Attempt));
            var stake = rules.RegionalScale * view.Outlook.ChangeFor(state, bids[k].Standard)
                + weights.Tie * (view.Record.Diplomacy.ToSponsor(state, k) - mean)
                + weights.TasteScale * Elementary.Log(u / (1 - u));
            if (stake < -rules.ObjectionThreshold) objections |= 1UL << k;
        }
        return objections;
    }
}

/// <summary>The bids of a tender as shown to whoever judges them: arrays by sponsor, meaningful where the masks say so.</summary>
public readonly ref struct BidSheetView(ulong received, ulong eligible, ReadOnlySpan<Bid> bids, ReadOnlySpan<double> scores)
{
    /// <summary>Sponsors that bid.</summary>
    public ulong Received { get; } = received;

    /// <summary>Sponsors that may be chosen.</summary>
    public ulong Eligible { get; } = eligible;

    /// <summary>Bids by sponsor.</summary>
    public ReadOnlySpan<Bid> Bids { get; } = bids;

    /// <summary>The Secretariat's scores by sponsor, 0 where it has no say.</summary>
    public ReadOnlySpan<double> Scores { get; } = scores;
}

/// <summary>A contracting state, and its own draws.</summary>
public readonly record struct Voter(int State, Draws Draws);

/// <summary>What a contracting state thinks of the bids of a tender: by sponsor, nobody's last; meaningful where a sponsor may be chosen.</summary>
public readonly ref struct Ballot(Span<double> values, Span<double> tastes)
{
    /// <summary>Utilities, taste included.</summary>
    public Span<double> Values { get; } = values;

    /// <summary>The tastes in them.</summary>
    public Span<double> Tastes { get; } = tastes;
}

/// <summary>Which draw of taste a choice uses.</summary>
public readonly record struct Taste(DrawPurpose Purpose, int Index)
{
    /// <summary>The taste of the tender itself.</summary>
    public static Taste OfTender => new(DrawPurpose.HostTaste, 0);

    /// <summary>The taste of a new government that reopens an award in a year of the run.</summary>
    public static Taste OfReconsideration(int year) => new(DrawPurpose.ReconsiderationTaste, year);
}
