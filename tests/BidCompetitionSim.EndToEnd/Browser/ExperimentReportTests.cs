using System.Text;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Html;
using BidCompetitionSim.Reports.Tests.Experiments;
using Microsoft.Playwright;

namespace BidCompetitionSim.EndToEnd.Browser;

/// <summary>The report as a reader opens it: a file, a browser, no network.</summary>
public class ExperimentReportTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly ViewportSize Desk = new() { Width = 1100, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 800 };
    private static readonly string Report = ExperimentReport.Write(SomeExperiment.Result, SomeExperiment.Full.Context);

    [Fact]
    public async Task It_opens_without_a_network_a_request_or_a_complaint()
    {
        await using var opened = await chromium.OpenAsync(Report, Desk);

        opened.Complaints.ShouldBeEmpty();
        opened.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_figure_is_drawn()
    {
        await using var opened = await chromium.OpenAsync(Report, Desk);

        var figures = await opened.Page.Locator("figure").AllAsync();
        figures.Count.ShouldBeGreaterThan(8);
        foreach (var figure in figures)
        {
            var id = await figure.GetAttributeAsync("id");
            (await figure.Locator("svg").CountAsync()).ShouldBeGreaterThan(0, id);
            (await figure.Locator("svg path, svg line, svg rect, svg circle").CountAsync()).ShouldBeGreaterThan(3, id);
        }
    }

    [Fact]
    public async Task Every_drawn_number_is_a_number()
    {
        await using var opened = await chromium.OpenAsync(Report, Desk);

        var drawn = await opened.Page.EvaluateAsync<string>("Array.from(document.querySelectorAll('figure svg'), one => one.outerHTML).join('')");
        drawn.ShouldNotContain("NaN");
        drawn.ShouldNotContain("undefined");
        drawn.ShouldNotContain("Infinity");
    }

    [Fact]
    public async Task On_a_phone_nothing_but_tables_is_wider_than_the_screen()
    {
        await using var opened = await chromium.OpenAsync(Report, Phone);

        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone.Width);
        opened.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(676)]
    [InlineData(390)]
    public async Task However_long_names_are_no_label_of_a_plot_leaves_it_or_covers_another(int width)
    {
        var named = Named(SomeExperiment.Result, "led-by-the-secretariat-with-a-standard-that-nobody-may-leave", "bilateral-as-it-is-done-today-behind-closed-doors");
        await using var opened = await chromium.OpenAsync(ExperimentReport.Write(named, SomeExperiment.Full.Context), new() { Width = width, Height = 900 });

        (await opened.Page.EvaluateAsync<string[]>(
            """
            () => ["histograms", "distributions", "time", "states", "differences"].flatMap(id => [...document.querySelectorAll(`#${id} .canvas div svg`)].flatMap(svg => {
              const room = svg.getBoundingClientRect(), labels = [...svg.querySelectorAll("text")].filter(one => one.textContent).map(one => ({ text: one.textContent, at: one.getBoundingClientRect() }));
              const outside = labels.filter(({ at }) => at.left < room.left - 6 || at.right > room.right + 12).map(({ text }) => `${id}: ${text} leaves the plot`);
              const over = labels.flatMap((a, i) => labels.slice(i + 1).filter(b => a.at.left < b.at.right - 1 && b.at.left < a.at.right - 1 && a.at.top < b.at.bottom - 3 && b.at.top < a.at.bottom - 3)
                .map(b => `${id}: ${a.text} over ${b.text}`));
              return [...outside, ...over];
            }))
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Counts_and_shares_have_axes_of_their_own()
    {
        await using var opened = await chromium.OpenAsync(Report, Desk);

        (await opened.Page.Locator("#differences h3").AllInnerTextsAsync()).ShouldBe(["Points", "Share or ratio", "H", "USD bn", "Number", "Years"], ignoreOrder: true);
    }

    [Fact]
    public async Task It_prints_on_several_pages_with_every_figure()
    {
        await using var opened = await chromium.OpenAsync(Report, Desk);

        var pdf = Encoding.Latin1.GetString(await opened.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        pdf.Split("/Type /Page\n").Length.ShouldBeGreaterThan(3);
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_text_and_tables_are_there_and_figures_say_why_they_are_not()
    {
        await using var opened = await chromium.OpenAsync(Report, Desk, script: false);

        (await opened.Page.Locator("blockquote").InnerTextAsync()).ShouldContain("not a forecast");
        (await opened.Page.Locator("table").CountAsync()).ShouldBeGreaterThan(5);
        (await opened.Page.Locator("noscript").First.InnerTextAsync()).ShouldContain("switched off");
    }

    [Fact]
    public async Task Its_numbers_can_be_taken_away_as_a_file()
    {
        await using var opened = await chromium.OpenAsync(Report, Desk);

        var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.Locator("#downloads a").First.ClickAsync());
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        download.SuggestedFilename.ShouldBe("bidsim-a1b2c3d4e5f6.csv");
        lines.ShouldAllBe(line => line.Split(',').Length == 13);
        lines.ShouldContain(line => line.StartsWith("\"difference\",0,\"bilateral\",\"asean-led\",,\"compatibility\",400,1.6", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_that_are_markup_stay_text_and_run_nothing()
    {
        const string name = "</script><img src=x onerror=alert(1)><script>alert(2)</script>\" onload='alert(3)' \u202Egnp.exe";
        var hostile = Hostile(SomeExperiment.Result, name);
        var context = SomeExperiment.Full.Context with { CommandLine = $"bidsim compare '{name}'", Sponsors = [new("china", name, 'C'), new("japan", "=cmd()", 'J')] };
        await using var opened = await chromium.OpenAsync(ExperimentReport.Write(hostile, context), Desk);

        opened.Complaints.ShouldBeEmpty();
        opened.Requests.ShouldBeEmpty();
        (await opened.Page.Locator("img").CountAsync()).ShouldBe(0);
        (await opened.Page.Locator("body > script").CountAsync()).ShouldBe(6);
        (await opened.Page.Locator("h1").InnerTextAsync()).ShouldBe(name.Replace("\u202E", "[U+202E]", StringComparison.Ordinal));
        (await opened.Page.Locator("#winners svg").First.InnerHTMLAsync()).ShouldNotContain("<img");
    }

    private static ExperimentResult Named(ExperimentResult result, string led, string bilateral)
    {
        string New(string arm) => arm switch { "asean-led" => led, "bilateral" => bilateral, _ => arm };
        return result with
        {
            Arms = [.. result.Arms.Select(arm => arm with { Id = New(arm.Id) })],
            Decomposition = [.. result.Decomposition!.Select(step => step with { From = New(step.From), To = New(step.To) })],
            Points = [.. result.Points.Select(point => point with
            {
                Arms = [.. point.Arms.Select(arm => arm with { Arm = New(arm.Arm) })], Pairs = [.. point.Pairs.Select(pair => pair with { From = New(pair.From), To = New(pair.To) })],
                States = [.. point.States.Select(one => one with { From = New(one.From), To = New(one.To) })],
                Segments = [.. point.Segments.Select(one => one with { Arm = New(one.Arm) })], Junctions = [.. point.Junctions.Select(one => one with { Arm = New(one.Arm) })],
            })],
        };
    }

    private static ExperimentResult Hostile(ExperimentResult result, string name) => result with
    {
        Title = name, Question = name, ScenarioTitle = name, Scenario = name, Arms = [.. result.Arms.Select(arm => arm with { Set = [name] })],
        Failures = [.. result.Failures.Select(failure => failure with { Reason = name })], Limits = [name],
        Measures = [.. result.Measures.Select((measure, i) => i > 2 && measure.Subject is null ? measure with { Label = $"{i} {name}" } : measure)],
        Decomposition = [.. result.Decomposition!.Select(step => step with { Switch = name })],
    };
}
