using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Messages;

public class V7_carriers_agree
{
    private static readonly Compiled Scenario = new(Some.Scenario());

    public static TheoryData<string> Arms => [.. Scenario.Scenario.Arms.Select(arm => arm.Id)];

    [Theory, MemberData(nameof(Arms))]
    public void Agents_that_exchange_messages_say_what_method_calls_say(string armId)
    {
        var arm = Array.Find(Scenario.Scenario.Arms, a => a.Id == armId)!;
        var direct = new Replication(Scenario, arm);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var run = new RunKey("some", seed, 0);
            var table = new Table(Scenario, arm, run);
            var chair = table.Play();
            var (said, digest) = Direct(direct, run);
            table.Said.Select(Line).ShouldBe(said.Select(Line));
            chair.EventsDigest.ShouldBe(digest);
            table.Kernel.Record.Fingerprint().ShouldBe(direct.Kernel.Record.Fingerprint());
            chair.Beliefs.Select(Digest).ShouldBe(Enumerable.Range(0, Scenario.Sponsors).Select(k => Digest(Disclosed(direct, k))));
        }
    }

    [Theory, MemberData(nameof(Arms))]
    public void So_they_do_where_there_are_four_rivals(string armId) => Agree(new Compiled(Some.Rivals(4)), armId);

    [Theory, MemberData(nameof(Arms))]
    public void So_they_do_where_multilateral_windows_lend(string armId) => Agree(new Compiled(Some.Cofinanced()), armId);

    [Theory, MemberData(nameof(Arms))]
    public void So_they_do_where_sponsors_bid_as_they_learnt(string armId) => Agree(new Compiled(Some.Learnt()), armId);

    private static void Agree(Compiled compiled, string armId)
    {
        var arm = Array.Find(compiled.Scenario.Arms, a => a.Id == armId)!;
        var direct = new Replication(compiled, arm);
        for (var seed = 1UL; seed <= 8; seed++)
        {
            var run = new RunKey("some", seed, 0);
            var table = new Table(compiled, arm, run);
            var chair = table.Play();
            using var journal = new Journal(compiled, arm, run);
            direct.Run(run.Seed, run.Replication, journal);
            chair.EventsDigest.ShouldBe(journal.Close());
            table.Kernel.Record.Fingerprint().ShouldBe(direct.Kernel.Record.Fingerprint());
        }
    }

    [Fact]
    public void Every_arm_and_every_seed_has_a_digest_of_its_own()
    {
        var digests = from arm in Scenario.Scenario.Arms
                      let direct = new Replication(Scenario, arm)
                      from seed in Enumerable.Range(1, 20)
                      select Direct(direct, new RunKey("some", (ulong)seed, 0)).Digest;
        digests.ShouldBeUnique();
    }

    private static (List<JournalEntry> Said, string Digest) Direct(Replication direct, in RunKey run)
    {
        var said = new List<JournalEntry>();
        using var journal = new Journal(Scenario, direct.Kernel.Arm, run, said.Add);
        direct.Run(run.Seed, run.Replication, journal);
        return (said, journal.Close());
    }

    private static BeliefsDisclosed Disclosed(Replication direct, int sponsor) =>
        new Translation(Scenario).Disclose(direct.MindOf(sponsor), direct.Kernel.Record.Day);

    private static string Line(JournalEntry entry) => $"{entry.Sequence} {entry.Day} {entry.From} {entry.To} {entry.Message.GetType().Name} {Digest(entry.Message)}";

    private static string Digest(IMessage message)
    {
        using var digest = new DigestWriter();
        message.WriteTo(digest);
        return digest.FinishHex();
    }
}
