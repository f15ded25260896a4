using System.Numerics;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Learning;

/// <summary>
/// Trains sponsors' policies by regret matching: they play run after run against each other and against the behaviours of the rest, and after every choice of
/// a host each bidder learns what every kind of offer would have brought it there: whether it would have won against the same bids and the same taste, and what
/// the win would have been worth, per unit of reference cost. Draws are addressed, so the same training gives the same policies.
/// </summary>
public sealed class PolicyTraining
{
    private static readonly double[] Levels = [0, 0.5, 1];

    private readonly Arm arm;
    private readonly ulong seed;
    private readonly Replication run;
    private readonly Learner[] learners;
    private readonly Compiled compiled;

    /// <summary>Prepares a training.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="arm">The arrangement under which they learn.</param>
    /// <param name="sponsors">Ids of those who learn.</param>
    /// <param name="seed">Seed of the runs.</param>
    /// <exception cref="ArgumentException">There is no such sponsor.</exception>
    public PolicyTraining(Scenario scenario, Arm arm, IReadOnlyCollection<string> sponsors, ulong seed)
    {
        (this.arm, this.seed) = (arm, seed);
        foreach (var id in sponsors)
            if (!Array.Exists(scenario.Sponsors, sponsor => sponsor.Id == id)) throw new ArgumentException($"There is no sponsor {id}.", nameof(sponsors));
        compiled = new Compiled(scenario with
        {
            Sponsors = Array.ConvertAll(scenario.Sponsors, sponsor => sponsors.Contains(sponsor.Id) ? sponsor with { Behaviour = SponsorBehaviourKind.Learning } : sponsor),
            LearnedPolicies = [.. scenario.LearnedPolicies.Where(policy => !sponsors.Contains(policy.Id)).Concat(sponsors.Select(Uniform)).OrderBy(policy => policy.Id, StringComparer.Ordinal)],
        });
        run = new Replication(compiled, arm);
        learners = [.. sponsors.Order(StringComparer.Ordinal).Select(id => new Learner(run.MindOf(compiled.SponsorOf(id)), new LearnedTable(Uniform(id))))];
    }

    /// <summary>Rounds played, one run each.</summary>
    public int Rounds { get; private set; }

    /// <summary>Largest average regret of any learner over the situations it met, per unit of reference cost.</summary>
    public double AverageRegret => learners.Max(static learner => learner.AverageRegret);

    /// <summary>What was learnt so far: average strategies, kinds of offer of less than half a percent left out.</summary>
    public LearnedPolicy[] Policies => [.. learners.Select(static learner => learner.Policy())];

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

    private void Hear(JournalEntry entry)
    {
        if (entry.Message is not ChoiceMade || run.Kernel.Pending.Kind != Asking.Choice) return;
        foreach (var learner in learners)
            if ((run.Kernel.Eligible >> learner.Mind.Sponsor & 1) != 0) learner.LearnFrom(run.Kernel);
    }

    /// <summary>All kinds of offer in all situations, alike.</summary>
    private static LearnedPolicy Uniform(string sponsor) => new() { Id = sponsor, Offers = [.. Kinds()] };

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

        public double AverageRegret => matching.Sum(static one => one.AverageRegret * one.Rounds) / Math.Max(1, matching.Sum(static one => one.Rounds));

        public void PlayOn()
        {
            for (var situation = 0; situation < matching.Length; situation++) matching[situation].Strategy.CopyTo(table.ProbabilitiesIn(situation));
        }

        public void LearnFrom(Kernel kernel)
        {
            var view = kernel.View;
            var situation = LearnedBid.SituationOf(view, Mind);
            var hurdle = BestOfOthers(kernel);
            var tastes = kernel.Files.Tastes(view.Segment, view.Attempt);
            var otherBids = BitOperations.PopCount(kernel.Received) - 1;
            var signal = kernel.CostSignalUsdBn(Mind.Sponsor);
            var kinds = table.OffersIn(situation);
            for (var a = 0; a < kinds.Length; a++)
            {
                // The Secretariat's score of an offer that was not made is what it would be without the error of an opinion.
                payoffs[a] = 0;
                if (!LearnedBid.TryMake(view, Mind, kinds[a], signal, out var bid)) continue;
                var decision = view.Weigh(view.Evaluate(bid, otherBids).Total, view.RegionalIfWeighed(bid)) + tastes[Mind.Sponsor];
                if (decision > hurdle) payoffs[a] = bid.PayoffUsdBn / view.ReferenceCostUsdBn;
            }
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

        private double BestOfOthers(Kernel kernel)
        {
            var view = kernel.View;
            var tastes = kernel.Files.Tastes(view.Segment, view.Attempt);
            var best = view.Weigh(view.Weights.Nobody, 0) + tastes[^1];
            var otherBids = BitOperations.PopCount(kernel.Received) - 1;
            for (var left = kernel.Eligible & ~(1UL << Mind.Sponsor); left != 0; left &= left - 1)
            {
                var k = BitOperations.TrailingZeroCount(left);
                best = Math.Max(best, view.Weigh(view.Evaluate(kernel.Bids[k], otherBids).Total, kernel.Scores[k]) + tastes[k]);
            }
            return best;
        }
    }
}
