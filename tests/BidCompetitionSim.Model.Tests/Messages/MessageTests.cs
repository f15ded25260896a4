using System.Reflection;
using System.Runtime.CompilerServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;
using Tranche = BidCompetitionSim.Model.Finance.Tranche;

namespace BidCompetitionSim.Model.Tests.Messages;

public class MessageTests
{
    private static readonly Type[] Plain = [typeof(double), typeof(int), typeof(long), typeof(bool), typeof(string)];

    public static TheoryData<Type> Types => [.. Some.MessageTypes];

    [Theory, MemberData(nameof(Types))]
    public void A_message_is_a_sealed_record_of_plain_required_members(Type type)
    {
        type.IsSealed.ShouldBeTrue();
        foreach (var part in PartsOf(type)) ShouldBePlain(part);
    }

    [Theory, MemberData(nameof(Types))]
    public void No_member_is_left_out_of_the_digest(Type type)
    {
        foreach (var part in PartsOf(type))
        {
            foreach (var property in part.GetProperties())
            {
                var next = 1;
                var one = Some.Awkward(part, ref next);
                var other = CopyOf(one);
                Digest(other).ShouldBe(Digest(one));
                var changed = property.GetValue(one);
                while (Same(changed, property.GetValue(one))) changed = Some.Awkward(property.PropertyType, ref next);
                property.SetValue(other, changed);
                Digest(other).ShouldNotBe(Digest(one), $"{part.Name}.{property.Name}");
            }
        }
    }

    [Fact]
    public void Whatever_is_announced_can_be_told_again()
    {
        var compiled = new Compiled(Some.Scenario());
        var arm = compiled.Scenario.Arms[0];
        var (said, toldAgain) = (new List<JournalEntry>(), new List<JournalEntry>());
        using var journal = new Journal(compiled, arm, default(RunKey) with { ScenarioHash = "" }, said.Add);
        using var again = new Journal(compiled, arm, default(RunKey) with { ScenarioHash = "" }, toldAgain.Add);
        AnnounceEverything(journal);
        foreach (var entry in said) new Translation(compiled).Tell((IPublicMessage)entry.Message, again);
        said.Select(entry => entry.Message.GetType()).ShouldBe(
            Some.MessageTypes.Where(type => type.IsAssignableTo(typeof(IPublicMessage))), ignoreOrder: true);
        again.Close().ShouldBe(journal.Close());
    }

    [Theory, MemberData(nameof(Types))]
    public void A_line_of_a_journal_reads_back_to_the_last_bit(Type type)
    {
        for (var variant = 0; variant < 20; variant++)
        {
            var entry = new JournalEntry(variant, 12, "host", "everyone", Some.AwkwardMessage(type, variant));
            var line = JournalLines.Write(entry);
            line.ShouldNotContain("\n");
            var back = JournalLines.Read(line);
            Some.SameBits(back.Message, entry.Message).ShouldBeTrue(line);
            (back with { Message = entry.Message }).ShouldBe(entry);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"sequence":1,"day":1,"kind":"NoSuchThing","from":"a","to":"b","body":{}}""")]
    [InlineData("""{"sequence":1,"day":1,"kind":"ProjectClosed","from":"a","to":"b","body":{"day":1}}""")]
    public void A_line_that_is_no_entry_is_refused(string line) => Should.Throw<FormatException>(() => JournalLines.Read(line));

    private static void AnnounceEverything(Journal journal)
    {
        var tender = new TenderKey(1, 2, 17);
        journal.TenderOpened(new TenderNotice(tender, 0.51, 0b1010, 0b11));
        journal.OpinionPublished(tender, 0b10, [0, -0.3]);
        journal.BidsStruck(tender, 0b10, StrikeReason.Objection);
        journal.TenderAwarded(new AwardNotice(tender, 0b11, 1, 2, 4.5, true, 0b01, new Cofinancing(new Tranche(1, 0.5), new Tranche(3, 0.25)), 0.04, 0), [0.25, 0]);
        journal.AttemptFailed(new FailureNotice(tender, 0b11, Failure.AllStruck, true, 0b10), [0, 1e-300]);
        journal.ProjectClosed(0, 20);
        journal.SegmentCommissioned(3, 21);
        journal.GovernmentChanged(2, 22);
        journal.AwardUpheld(1, 23);
        journal.ProjectCancelled(2, 24, 0);
        journal.LoanRenegotiated(1, 25, true);
        journal.PolicyChanged(new PolicyNotice(1, 26, -1, 0, -0.2, true));
        journal.YearTurned(3, 1096);
    }

    private static void ShouldBePlain(Type part)
    {
        foreach (var property in part.GetProperties())
        {
            var name = $"{part.Name}.{property.Name}";
            property.IsDefined(typeof(RequiredMemberAttribute)).ShouldBeTrue(name);
            property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().ShouldContain(typeof(IsExternalInit), name);
            var type = property.PropertyType.IsArray ? property.PropertyType.GetElementType()! : property.PropertyType;
            (type.IsEnum || Plain.Contains(type) || PartsOf(part).Contains(type)).ShouldBeTrue(name);
        }
    }

    // The message and the records it is made of.
    private static IEnumerable<Type> PartsOf(Type type)
    {
        var own = type.GetProperties().Select(p => p.PropertyType.IsArray ? p.PropertyType.GetElementType()! : p.PropertyType);
        return own.Where(t => t.Namespace == type.Namespace && !t.IsEnum).SelectMany(PartsOf).Prepend(type).Distinct();
    }

    private static string Digest(object part)
    {
        using var digest = new DigestWriter();
        var write = part.GetType().GetMethod("WriteTo", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
        write.Invoke(part, [digest]);
        return digest.FinishHex();
    }

    private static bool Same(object? a, object? b) => a is double x && b is double y ? x == y : Some.SameBits(a!, b!);

    private static object CopyOf(object part)
    {
        var copy = Activator.CreateInstance(part.GetType())!;
        foreach (var property in part.GetType().GetProperties()) property.SetValue(copy, property.GetValue(part));
        return copy;
    }
}
