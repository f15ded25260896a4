using System.Runtime.CompilerServices;
using BidCompetitionSim.Experiments.Explaining;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Runs;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Tests.Text;

/// <summary>How an award is explained that a joint bid won, or that several states made: on the kept document with what they add to it.</summary>
public class ExplanationTextTests
{
    private static readonly RunResult Kept = RunJson.Read(File.ReadAllBytes(Path.Combine(Here(), "Kept", "run.json")));

    private static readonly Explanation Plain = Kept.Explanations[0];

    private static readonly SegmentResult Segment = Kept.Segments.Single(segment => segment.Id == Plain.Segment);

    [Fact]
    public void A_joint_bid_is_explained_by_both_partners_their_standard_and_their_money()
    {
        var joint = Segment.Offers.Single(offer => offer.Sponsor == "japan") with { Partner = "china", Compliant = false };
        joint = joint with { Tranches = [joint.Tranches[0] with { Sponsor = "china", Face = 0.5, Window = "cdb" }] };
        var text = TextOf(Kept with { Segments = [.. Kept.Segments.Select(one => one == Segment ? Segment with { Partner = "china", Offers = [joint] } : one)] });

        text.ShouldContain($"The joint bid is that of Japan and China: Japan leads and its standard, {joint.Standard}, is built; half of the work each.");
        text.ShouldContain("Japan lends nothing, China lends USD 0.50 bn from cdb at ");
        text.ShouldContain(" joint bid    nobody");
        text.ShouldContain("Japan with China is ahead of China by");
    }

    [Fact]
    public void Of_several_states_each_is_heard_with_its_veto_and_with_what_would_have_made_it_use_it()
    {
        var explanation = Plain with
        {
            Second = "", Margin = 0.21, MarginOf = "THA", Hosts = [Thinks("LAO", 0.4, 0.9), Thinks("THA", 0.6, 0.71)],
            Flips =
            [
                new Flip { What = "price", Sponsor = "japan", From = "USD 0.50 bn", To = "USD 0.53 bn (+5.0%)", Turns = 1.049, Then = "", Refuser = "THA" },
                new Flip { What = "tie", Sponsor = "japan", TieOf = "LAO", From = "+0.10", To = "-0.20", Turns = -0.2, Then = "china", Refuser = "LAO" },
                new Flip { What = "tie", Sponsor = "china", TieOf = "THA", From = "+0.10", To = null },
            ],
        };
        var text = TextOf(Kept with { Explanations = [explanation] });

        text.ShouldContain("The hosts' joint utility ");
        text.ShouldContain("Thailand's utility                0.60     +0.30     +0.60     +0.50");
        text.ShouldContain("-0.30     +0.21\n");
        text.ShouldContain("every host's taste drawn again, vetoes included: ");
        text.ShouldContain("Of its hosts Thailand likes Japan least, by 0.21 better than nobody.");
        text.ShouldContain("- Japan's price: USD 0.50 bn -> USD 0.53 bn (+5.0%): at P/K above 1.05 Thailand would rather have nobody\n");
        text.ShouldContain("- Laos's tie to Japan: +0.10 -> -0.20: Laos would rather have nobody, and it would go to China\n");
        text.ShouldContain("- Thailand's tie to China: +0.10; no tie from -1 to 1 would do\n");
    }

    private static HostJudgement Thinks(string state, double weight, double decision) => new()
    {
        State = state, Weight = weight, NobodyUtility = 0.5, NobodyTaste = 0,
        Offers =
        [
            new HostUtility { Sponsor = "china", Utility = Segment.Offers[0].Utility with { Total = 0.3, Decision = 0.2 } },
            new HostUtility { Sponsor = "japan", Utility = Segment.Offers[1].Utility with { Total = 0.6, Decision = decision } },
        ],
    };

    private static string TextOf(RunResult run)
    {
        var text = new StringWriter { NewLine = "\n" };
        RunText.Write(run, new Page(text, 200, colour: false));
        return text.ToString();
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
