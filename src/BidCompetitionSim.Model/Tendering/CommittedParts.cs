using System.Runtime.CompilerServices;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The parts of cohesion that one system's network makes, as committed and with one more segment imagined. The sums of the committed network are
/// taken afresh whenever it changes, what each pair puts into them being followed from segment to segment; what an imagined one adds is summed over
/// the pairs it brings closer, which are few.
/// </summary>
internal sealed class CommittedParts
{
    private const sbyte Imagined = -2;
    private const int Slots = ConfigurationMemo.UsualSlots;
    private const int StatesAtOnce = 4;

    private readonly CompiledSystem system;
    private readonly int index;
    private readonly CommittedNetwork network;
    private readonly ContactSum contacts;
    private readonly double achievable;
    private readonly double[] stateAchievable;
    private readonly double[] stateRealised;
    private readonly double[] stateImagined;
    private readonly double[] shares;
    private readonly StatesOfPair[] states;
    private readonly double[] scoredWeights; // by pair; 0 if it is not scored
    private readonly double[] closeness; // by pair: g⁰/g
    private readonly double[] gains; // by pair: what it puts into what is realised; then a 0
    private readonly int[][] touching; // by four states: a scored pair of each, in ascending order; then the 0
    private readonly int[] standards;
    private readonly ConfigurationMemo committedMemo;
    private readonly ConfigurationMemo imaginedMemo;
    private readonly NetworkMeasure[] committed;
    private readonly NetworkMeasure[] imagined; // [slot, standard that may be awarded]
    private readonly bool[] isKnown; // likewise
    private double realised;
    private double potential;
    private bool isDrawn;

    public CommittedParts(Compiled compiled, CompiledSystem system)
    {
        (this.system, index) = (system, Array.IndexOf(compiled.Systems, system));
        network = new CommittedNetwork(system);
        contacts = new ContactSum(system, compiled.Scenario.Scoring.PeopleDecayHours);
        standards = new int[system.Segments.Length];
        (committedMemo, imaginedMemo) = (new ConfigurationMemo(standards.Length, Slots), new ConfigurationMemo(standards.Length, Slots));
        committed = new NetworkMeasure[Slots];
        imagined = new NetworkMeasure[Slots * system.Awards.Length];
        isKnown = new bool[imagined.Length];
        int[] members = [.. Enumerable.Range(0, compiled.States)
            .Where(state => compiled.Scenario.States[state].Asean && system.Pairs.Touching(system.Scored, state).Length > 0)];
        shares = new double[members.Length];
        // A place after the last takes what falls to nobody who counts.
        (stateAchievable, stateRealised, stateImagined) = (new double[members.Length + StatesAtOnce], new double[members.Length + StatesAtOnce], new double[members.Length + StatesAtOnce]);
        states = new StatesOfPair[system.Pairs.Count];
        for (var pair = 0; pair < states.Length; pair++)
            states[pair] = new StatesOfPair(PlaceOf(system.Pairs.FirstStates[pair]), PlaceOf(system.Pairs.SecondStates[pair]));
        scoredWeights = new double[states.Length];
        foreach (var pair in system.Scored) scoredWeights[pair] = system.Pairs.Weights[pair];
        (closeness, gains) = (new double[states.Length], new double[states.Length + 1]);
        touching = [.. members.Chunk(StatesAtOnce).Select(some => SideBySide(Array.ConvertAll(some, state => system.Pairs.Touching(system.Scored, state)), states.Length))];
        Follow([.. Enumerable.Range(0, states.Length)], system.Ideal.Costs);
        (achievable, _) = Sum(stateAchievable);
        StartAgain();

        int PlaceOf(int state) => Array.IndexOf(members, state) is >= 0 and var member ? member : members.Length;
    }

    /// <summary>As committed.</summary>
    public NetworkMeasure Committed { get; private set; }

    /// <summary>Brings it up to a record. The network is drawn only if nobody has measured it before.</summary>
    public void Load(Record record)
    {
        isDrawn = false;
        record.LinesOf(index).Replace(committedMemo.Sought, Record.Undecided, (sbyte)JunctionMap.NotBuilt);
        committedMemo.Sought.CopyTo(imaginedMemo.Sought);
        var slot = committedMemo.Find(out var isCommittedKnown);
        if (!isCommittedKnown)
        {
            Draw();
            committed[slot] = new NetworkMeasure(PhysicalOf(realised), PeopleOf(potential), EquityOf(stateRealised), system.Junctions.Tally(standards));
        }
        Committed = committed[slot];
    }

    /// <summary>With one more segment.</summary>
    public NetworkMeasure With(int local, int standard)
    {
        imaginedMemo.Sought[local] = Imagined;
        var first = imaginedMemo.Find(out var isAnyKnown) * system.Awards.Length;
        imaginedMemo.Sought[local] = committedMemo.Sought[local];
        if (!isAnyKnown) isKnown.AsSpan(first, system.Awards.Length).Clear();
        var place = first + Array.IndexOf(system.Awards, standard);
        if (isKnown[place]) return imagined[place];
        imagined[place] = Imagine(local, standard, first);
        isKnown[place] = true;
        return imagined[place];
    }

    private void Draw()
    {
        isDrawn = true;
        for (var local = 0; local < standards.Length; local++) standards[local] = committedMemo.Sought[local];
        if (!network.TryGoOn(standards)) StartAgain();
        while (network.TryAddNext(standards))
        {
            Follow(network.Closer.Pairs, network.Closer.Costs);
            contacts.Follow(network.CloserPassenger.Pairs, network.CloserPassenger.Costs);
        }
        (realised, potential) = Sum(stateRealised);
    }

    private void StartAgain()
    {
        Array.Fill(closeness, 1.0);
        Array.Clear(gains);
        contacts.Reset();
    }

    private void Follow(ReadOnlySpan<int> closer, ReadOnlySpan<int> costs)
    {
        for (var k = 0; k < closer.Length; k++)
        {
            var pair = closer[k];
            closeness[pair] = (double)system.Before[pair] / costs[k];
            gains[pair] = scoredWeights[pair] * (closeness[pair] - 1.0);
        }
    }

    private NetworkMeasure Imagine(int local, int standard, int first)
    {
        if (!isDrawn) Draw();
        // Where no neighbour tells two standards apart, what is known of one is known of the other.
        var (twin, passengerTwin) = (-1, -1);
        for (var place = first; place < first + system.Awards.Length; place++)
        {
            if (!isKnown[place]) continue;
            var other = system.Awards[place - first];
            if (twin < 0 && network.IsAlike(local, standard, other)) twin = place;
            if (passengerTwin < 0 && network.IsAlikeForPassengers(local, standard, other)) passengerTwin = place;
        }
        var (physical, equity) = twin >= 0 ? (imagined[twin].Physical, imagined[twin].Equity) : ImagineGains(local, standard);
        var people = passengerTwin >= 0 ? imagined[passengerTwin].PeopleToPeople : ImaginePeople(local, standard);
        return new NetworkMeasure(physical, people, equity, JunctionsWith(local, standard));
    }

    private (double? Physical, double? Equity) ImagineGains(int local, int standard)
    {
        network.Imagine(local, standard);
        stateRealised.CopyTo(stateImagined, 0);
        return (PhysicalOf(realised + Gained()), EquityOf(stateImagined));
    }

    private double? ImaginePeople(int local, int standard)
    {
        network.ImagineForPassengers(local, standard);
        return PeopleOf(potential + contacts.Gained(network.CloserPassenger.Pairs, network.CloserPassenger.Costs));
    }

    private JunctionTally JunctionsWith(int local, int standard)
    {
        var before = standards[local];
        standards[local] = standard;
        var junctions = before == JunctionMap.NotBuilt ? system.Junctions.Tally(Committed.Junctions, local, standards) : system.Junctions.Tally(standards);
        standards[local] = before;
        return junctions;
    }

    private double Gained()
    {
        var pairs = network.Closer.Pairs;
        var costs = network.Closer.Costs;
        double sum = 0;
        for (var k = 0; k < pairs.Length; k++)
        {
            var pair = pairs[k];
            var gain = scoredWeights[pair] * ((double)system.Before[pair] / costs[k] - closeness[pair]);
            sum += gain;
            stateImagined[states[pair].First] += gain;
            stateImagined[states[pair].Second] += gain;
        }
        return sum;
    }

    // Each addition waits for the one before, so sums are taken side by side; and in methods of their own, so that they stay in registers.
    private (double Realised, double Potential) Sum(double[] byState)
    {
        for (var some = 0; some < touching.Length; some++) SumStates(touching[some], byState.AsSpan(some * StatesAtOnce));
        return SumPairs(contacts.Terms);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (double Realised, double Potential) SumPairs(ReadOnlySpan<double> terms)
    {
        double sum = 0, potential = 0;
        var own = gains.AsSpan(0, terms.Length);
        for (var pair = 0; pair < terms.Length; pair++)
        {
            sum += own[pair];
            potential += terms[pair];
        }
        return (sum, potential);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SumStates(int[] pairs, Span<double> byState)
    {
        double first = 0, second = 0, third = 0, fourth = 0;
        var own = gains;
        for (var left = pairs.AsSpan(); left.Length >= StatesAtOnce; left = left[StatesAtOnce..])
        {
            first += own[left[0]];
            second += own[left[1]];
            third += own[left[2]];
            fourth += own[left[3]];
        }
        (byState[0], byState[1], byState[2], byState[3]) = (first, second, third, fourth);
    }

    private static int[] SideBySide(int[][] lists, int none)
    {
        var several = new int[lists.Max(list => list.Length) * StatesAtOnce];
        Array.Fill(several, none);
        for (var list = 0; list < lists.Length; list++)
            for (var k = 0; k < lists[list].Length; k++) several[k * StatesAtOnce + list] = lists[list][k];
        return several;
    }

    private double? PhysicalOf(double gained) => achievable > 0 ? gained / achievable : null;

    private double? PeopleOf(double contact) => PeoplePart.Share(contact, contacts.Before, contacts.Ideal);

    private double? EquityOf(double[] byState)
    {
        for (var k = 0; k < shares.Length; k++) shares[k] = byState[k] / stateAchievable[k];
        return EquityPart.Of(shares);
    }

    // By the place of their sums.
    private readonly record struct StatesOfPair(int First, int Second);
}

/// <summary>What one system's network measures of cohesion; null is a part that it cannot have. Kept by the thousand, hence no larger than it must be.</summary>
internal readonly struct NetworkMeasure(double? physical, double? people, double? equity, JunctionTally junctions)
{
    private readonly double physical = physical ?? double.NaN;
    private readonly double people = people ?? double.NaN;
    private readonly double equity = equity ?? double.NaN;

    public double? Physical => OrNull(physical);

    public double? PeopleToPeople => OrNull(people);

    public double? Equity => OrNull(equity);

    public JunctionTally Junctions { get; } = junctions;

    private static double? OrNull(double part) => double.IsNaN(part) ? null : part;
}
