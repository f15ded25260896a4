using System.Numerics;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Learning;

/// <summary>
/// Trains sponsors' policies by regret matching: they play run after run against each other and against the behaviours of the rest, and after every choice of
/// a host, or of several together, each bidder learns what every kind of offer would have brought it there: whether it would have won against the same bids and
/// the same tastes, and what the win would have been worth, per unit of reference cost. Draws are addressed, so the same training gives the same policies.
/// </summary>
public sealed class PolicyTraining
{
    private static readonly double[] Levels = [0, 0.5, 1];

    private readonly Arm arm;
    private readonly ulong seed;
    private readonly Replication run;
    private readonly Learner[] learners;
    private readonly Compiled compiled;
    private readonly Translation words;
    private readonly Dictionary<int, double[]> tastes = []; // by state that has said what it thinks of the tender under way, nobody's last

    /// <summary>Prepares a training.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="arm">The arrangement under which they learn.</param>
    /// <param name="sponsors">Ids of those who learn.</param>
    /// <param name="seed">Seed of the runs.</param>
    /// <exception cref="ArgumentException">There is no such sponsor, or the arrangement lets nothing be learnt.</exception>
    public PolicyTraining(Scenario scenario, Arm arm, IReadOnlyCollection<string> sponsors, ulong seed)
    {
        (this.arm, this.seed) = (arm, seed);
        if (WhyNot(arm) is { } obstacle) throw new ArgumentException(obstacle, nameof(arm));
        foreach (var id in sponsors)
            if (!Array.Exists(scenario.Sponsors, sponsor => sponsor.Id == id)) throw new ArgumentException($"There is no sponsor {id}.", nameof(sponsors));
        compiled = new Compiled(scenario with
        {
            Sponsors = Array.ConvertAll(scenario.Sponsors, sponsor => sponsors.Contains(sponsor.Id) ? sponsor with { Behaviour = SponsorBehaviourKind.Learning } : sponsor),
            LearnedPolicies = [.. scenario.LearnedPolicies.Where(policy => !sponsors.Contains(policy.Id)).Concat(sponsors.Select(Uniform)).OrderBy(policy => policy.Id, StringComparer.Ordinal)],
        });
        (run, words) = (new Replication(compiled, arm), new Translation(compiled));
        learners = [.. sponsors.Order(StringComparer.Ordinal).Select(id => new Learner(run.MindOf(compiled.SponsorOf(id)), new LearnedTable(Uniform(id))))];
    }

    /// <summary>Rounds played, one run each.</summary>
    public int Rounds { get; private set; }

    /// <summary>Choices that some learner learnt from, each counted once for every learner.</summary>
    public long Choices => learners.Sum(static learner => learner.Choices);

    /// <summary>Largest average regret of any learner over the situations it met, per unit of reference cost; null as long as none met any.</summary>
    public double? AverageRegret => Choices == 0 ? null : learners.Where(static learner => learner.Choices > 0).Max(static learner => learner.AverageRegret);

    /// <summary>What each learner met, situation by situation.</summary>
    public SituationLearnt[] Situations => [.. learners.SelectMany(static learner => learner.Situations)];

    /// <summary>
    /// What was learnt so far: average strategies, kinds of offer of less than half a percent left out; all alike in a situation never met. Who learnt nothing
    /// at all has none.
    /// </summary>
    public LearnedPolicy[] Policies => [.. learners.Where(static learner => learner.Choices > 0).Select(static learner => learner.Policy())];

    /// <summary>Plays rounds and learns from them.</summary>
    /// <param name="rounds">How many more.</param>
    /// <param name="progress">Told after every round; may be null.</param>
    /// <param name="stop">Ends it between two rounds; what was learnt is kept.</param>
    public void Train(int rounds, Action<PolicyTraining>? progress, CancellationToken stop)
    {
        for (var left = rounds; left > 0 && !stop.IsCancellationRequested; left--)
        {
            foreach (var learner in learners) learner.PlayOn();
            using var journal = new Journal(compiled, arm, new RunKey("", seed, (uint)Rounds), Hear);
            run.Run(seed, (uint)Rounds, journal);
            Rounds++;
            progress?.Invoke(this);
        }
    }

    /// <summary>Why nothing can be learnt under an arrangement; null if it can.</summary>
    public static string? WhyNot(Arm arm) =>
        arm.JointBids ? $"{arm.Id} lets two sponsors make one bid: what another offer would have brought is then a matter of bargaining, and no policy is learnt there"
        : arm.Letting == LettingRule.Package ? $"{arm.Id} lets segments together: what another offer would have brought hangs on all of their offers at once, and no policy is learnt there"
        : null;

    private void Hear(JournalEntry entry)
    {
        if (run.Kernel.Pending.Kind != Asking.Choice) return;
        switch (entry.Message)
        {
            case ChoiceMade m: Hear(m.State, m.Tastes, m.NobodyTaste); break;
            case BidsValued m: Hear(m.State, m.Tastes, m.NobodyTaste); break;
        }
    }

    // A choice is made when all who make it have said what they think.
    private void Hear(string state, Score[] said, double nobody)
    {
        var (kernel, own) = (run.Kernel, new double[compiled.Sponsors + 1]);
        words.Read(said, own.AsSpan(0, compiled.Sponsors));
        own[^1] = nobody;
        tastes[words.State(state)] = own;
        if (tastes.Count < kernel.View.Hosts.Shares.Length) return;
        var ballots = BallotsIn(kernel);
        tastes.Clear();
        foreach (var learner in learners)
            if ((kernel.Eligible >> learner.Mind.Sponsor & 1) != 0) learner.LearnFrom(kernel, ballots);
    }

    private Ballots BallotsIn(Kernel kernel)
    {
        var ballots = new Ballots(kernel.View, kernel.Received);
        for (var h = 0; h < kernel.View.Hosts.Shares.Length; h++) tastes[kernel.View.Hosts.Shares[h].State].CopyTo(ballots.TastesOf(h));
        for (var left = kernel.Eligible; left != 0; left &= left - 1)
            ballots.Put(kernel.Bids[BitOperations.TrailingZeroCount(left)], kernel.Scores[BitOperations.TrailingZeroCount(left)]);
        return ballots;
    }

    /// <summary>All kinds of offer in all situations, alike.</summary>
    internal static LearnedPolicy Uniform(string sponsor) => new() { Id = sponsor, Offers = [.. Kinds()] };

    private static IEnumerable<LearnedOffer> Kinds()
    {
        bool[] either = [false, true];
        var kinds = Levels.Length * Levels.Length * 4;
        foreach (var contested in either)
            foreach (var home in either)
                foreach (var pressed in either)
                    foreach (var concession in Levels)
                        foreach (var markup in Levels)
                            foreach (var complies in either)
                                foreach (var guarantee in either)
                                    yield return new LearnedOffer
                                    {
                                        Contested = contested, Home = home, Pressed = pressed, Concession = concession, Markup = markup, Complies = complies,
                                        Guarantee = guarantee, Probability = 1.0 / kinds,
                                    };
    }

    /// <summary>One sponsor that learns.</summary>
    private sealed class Learner
    {
        private const double WorthKeeping = 0.005;

        private readonly LearnedTable table;
        private readonly RegretMatching[] matching;
        private readonly double[] payoffs;

        public Learner(SponsorMind mind, LearnedTable table)
        {
            (Mind, this.table) = (mind, table);
            mind.Learned = table;
            matching = [.. Enumerable.Range(0, LearnedTable.Situations).Select(situation => new RegretMatching(table.OffersIn(situation).Length))];
            payoffs = new double[table.OffersIn(0).Length];
        }

        public SponsorMind Mind { get; }

        public long Choices => matching.Sum(static one => one.Rounds);

        public double AverageRegret => matching.Sum(static one => one.AverageRegret * one.Rounds) / Math.Max(1, Choices);

        public IEnumerable<SituationLearnt> Situations => matching.Select((one, situation) => SituationLearnt.Of(Mind.Definition.Id, table.OffersIn(situation)[0], one.Rounds));

        public void PlayOn()
        {
            for (var situation = 0; situation < matching.Length; situation++) matching[situation].Strategy.CopyTo(table.ProbabilitiesIn(situation));
        }

        public void LearnFrom(Kernel kernel, Ballots ballots)
        {
            var view = kernel.View;
            var situation = LearnedBid.SituationOf(view, Mind);
            var signal = kernel.CostSignalUsdBn(Mind.Sponsor);
            var kinds = table.OffersIn(situation);
            for (var a = 0; a < kinds.Length; a++)
            {
                // The Secretariat's score of an offer that was not made is what it would be without the error of an opinion.
                payoffs[a] = 0;
                if (!LearnedBid.TryMake(view, Mind, kinds[a], signal, out var bid)) continue;
                ballots.Put(bid, view.RegionalIfWeighed(bid));
                if (ballots.Winner(kernel.Eligible) == Mind.Sponsor) payoffs[a] = bid.PayoffUsdBn / view.ReferenceCostUsdBn;
            }
            ballots.Put(kernel.Bids[Mind.Sponsor], kernel.Scores[Mind.Sponsor]);
            matching[situation].Learn(payoffs);
        }

        public LearnedPolicy Policy() => new()
        {
            Id = Mind.Definition.Id, Offers = [.. Enumerable.Range(0, matching.Length).SelectMany(Kept)],
        };

        private IEnumerable<LearnedOffer> Kept(int situation)
        {
            var average = matching[situation].AverageStrategy();
            var kept = Enumerable.Range(0, average.Length).Where(a => average[a] >= WorthKeeping).ToArray();
            var sum = kept.Sum(a => average[a]);
            return kept.Select(a => table.OffersIn(situation)[a] with { Probability = average[a] / sum });
        }
    }
}
