using System.Runtime.CompilerServices;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Runs;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Tests.Text;

/// <summary>How joint bids and segments let together are told, on the kept document with what they add to it.</summary>
public class JointBidTextTests
{
    private static readonly RunResult Kept = RunJson.Read(File.ReadAllBytes(Path.Combine(Here(), "Kept", "run.json")));

    private static readonly SegmentResult Contested = Kept.Segments.First(segment =>
        segment is { Winner: "china", Attempts: 1, Offers.Length: 2 } && segment.Offers.All(offer => offer.Utility.Decision is not null));

    private static readonly RunResult Joint = Of(Contested with { Partner = "japan", Offers = [Contested.Offers[0] with { Partner = "japan" }] })
        with { Arrangement = Kept.Arrangement with { JointBids = true } };

    private static readonly RunResult Together = Of(Contested with { Tenders = [Contested.Tenders[0] with { OwnChoice = "japan" }] })
        with { Arrangement = Kept.Arrangement with { Letting = "package" } };

    [Fact]
    public void A_joint_bid_names_both_and_who_leads()
    {
        var text = TextOf(Joint, 200);

        text.ShouldContain("China and Japan bid together: China leads, each has half.");
        text.ShouldContain("The award goes to China with Japan. Their offer, the only one, beats letting nobody by ");
    }

    [Fact]
    public void A_joint_bid_that_loses_is_named_as_one()
    {
        var lost = Of(Contested with { Offers = [Contested.Offers[0], Contested.Offers[1] with { Partner = "korea" }] });

        TextOf(lost, 200).ShouldContain("China beats Japan with korea by ");
    }

    [Fact]
    public void That_a_joint_bid_removes_a_competitor_is_said_once_where_the_arrangement_allows_it()
    {
        TextOf(Joint, 200).Split("A joint bid removes a competitor").Length.ShouldBe(2);
        TextOf(Joint, 200).ShouldContain("; two sponsors may make one bid.");
        TextOf(Kept, 200).ShouldNotContain("joint");
        TextOf(Kept, 200).ShouldNotContain("one bid");
    }

    [Fact]
    public void A_joint_award_counts_for_both_with_half_of_its_length_each()
    {
        var alone = Joint with { Segments = [.. Joint.Segments.Where(segment => segment.Id == Contested.Id)], Junctions = [], Explanations = [] };

        var winners = TextOf(alone, 120).Split('\n').SkipWhile(line => line != "Who won what").Skip(3).Take(2).ToArray();

        var figures = $"1{Contested.LengthKm / 2,8:0}{Contested.ReferenceCost / 2,9:0.0}{0.5,8:0%}";
        winners.ShouldAllBe(line => line.Contains(figures, StringComparison.Ordinal));
        TextOf(alone, 200).ShouldContain("A joint award counts for both that share it");
    }

    [Fact]
    public void A_host_that_the_joint_choice_overruled_is_told_with_what_it_would_have_chosen()
    {
        var text = TextOf(Together, 200);

        text.ShouldContain($"By itself {Kept.States.First(state => state.Id == Contested.Host).Name} would have chosen Japan; with all segments of its round let together, it goes to China.");
        text.ShouldContain("the segments of a round are let together, all their winners chosen at once.");
        TextOf(Kept, 200).ShouldNotContain("let together");
    }

    [Fact]
    public void An_award_that_the_joint_choice_denies_is_told_as_that()
    {
        var denied = Of(Contested with { Winner = null, Contract = null, Status = "failed", Tenders = [Contested.Tenders[0] with { Winner = null, Failure = "refused", OwnChoice = "china" }] });

        TextOf(denied, 200).ShouldContain("would have chosen China; with all segments of its round let together, it goes to nobody: no award.");
    }

    [Fact]
    public void What_a_whole_package_takes_off_the_price_is_told_and_not_taken_for_a_cut_loan()
    {
        var less = new ContractResult { Price = 0.95 * Contested.Offers[0].Price, Discount = 0.05, Tranches = [], Grant = 0, Rent = 0 };

        var text = TextOf(Of(Contested with { Contract = less }), 200);

        text.ShouldContain($"signed for {less.Price:0.00}, 5% off for a whole package: no loan");
        text.Split("signed").Length.ShouldBe(TextOf(Kept, 200).Split("signed").Length + 1);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void No_line_is_wider_than_the_page(int width)
    {
        foreach (var run in new[] { Joint, Together })
            TextOf(run, width).Replace(run.Digest, "", StringComparison.Ordinal).Split('\n').ShouldAllBe(line => line.Length <= width);
    }

    private static RunResult Of(SegmentResult changed) => Kept with { Segments = [.. Kept.Segments.Select(segment => segment.Id == changed.Id ? changed : segment)] };

    private static string TextOf(RunResult run, int width)
    {
        var text = new StringWriter();
        RunText.Write(run, new Page(text, width, colour: false));
        return text.ToString();
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
