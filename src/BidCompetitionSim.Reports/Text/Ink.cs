namespace BidCompetitionSim.Reports.Text;

/// <summary>How a piece of text is written where colour is allowed; without colour the text says the same.</summary>
public enum Ink
{
    /// <summary>As the terminal writes.</summary>
    Plain,

    /// <summary>Headings.</summary>
    Bold,

    /// <summary>What is there but not the point.</summary>
    Faint,

    /// <summary>What went wrong.</summary>
    Alarm,

    /// <summary>The first sponsor by id.</summary>
    FirstSponsor,

    /// <summary>The second.</summary>
    SecondSponsor,

    /// <summary>The third.</summary>
    ThirdSponsor,

    /// <summary>All further ones.</summary>
    FurtherSponsor,
}
