namespace BidCompetitionSim.Model.Tendering;

/// <summary>Where a segment stands in its life; values are part of the record's fingerprint.</summary>
public enum Status : byte
{
    /// <summary>Not yet opened, or waiting to be opened again.</summary>
    Planned = 0,

    /// <summary>A tender is under way.</summary>
    Open = 1,

    /// <summary>Let, not yet financed.</summary>
    Awarded = 2,

    /// <summary>Financed and under construction.</summary>
    Closed = 3,

    /// <summary>In operation.</summary>
    Commissioned = 4,

    /// <summary>Let, and given up before financial close; never tendered again.</summary>
    Cancelled = 5,

    /// <summary>Two attempts failed.</summary>
    Failed = 6,
}

/// <summary>Why an attempt ended without an award.</summary>
public enum Failure : byte
{
    /// <summary>Nobody bid.</summary>
    NoBid = 0,

    /// <summary>The host preferred nobody.</summary>
    Refused = 1,

    /// <summary>Every bid was struck, and the host did not override.</summary>
    AllStruck = 2,
}

/// <summary>Why a bid was struck from the list.</summary>
public enum StrikeReason : byte
{
    /// <summary>Its regional score lay under the floor.</summary>
    Floor = 0,

    /// <summary>States concerned objected.</summary>
    Objection = 1,
}
