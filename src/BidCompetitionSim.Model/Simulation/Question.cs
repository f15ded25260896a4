namespace BidCompetitionSim.Model.Simulation;

/// <summary>What the host of a run wants to know before it can go on.</summary>
public enum Asking : byte
{
    /// <summary>Nothing: the run is over.</summary>
    Nothing = 0,

    /// <summary>Bids, of the sponsors addressed.</summary>
    Bids = 1,

    /// <summary>Scores of the bids received, of the Secretariat.</summary>
    Opinion = 2,

    /// <summary>Best and final offers, of the sponsors addressed.</summary>
    Improvement = 3,

    /// <summary>Objections to the bids still standing, of the states addressed.</summary>
    Consent = 4,

    /// <summary>The choice, of the contracting state; of several, what the bids are worth to each of them.</summary>
    Choice = 5,

    /// <summary>Whether an award stands, of a contracting state's new government.</summary>
    Reconsideration = 6,
}

/// <summary>A question, asked of one agent or several; the kernel goes on when all of them have answered.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Tender">The tender it is about, and the day on which it is asked.</param>
/// <param name="Addressees">Bit mask of sponsors (bids, improvement) or states (consent, choice, reconsideration); 0 for the Secretariat.</param>
/// <param name="Overriding">Whether the contracting state chooses among bids that were all struck.</param>
/// <param name="TasteIndex">Index of the taste of a reconsideration.</param>
public readonly record struct Question(Asking Kind, TenderKey Tender, ulong Addressees, bool Overriding, int TasteIndex);
