using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Messages;

public sealed class ChairTests : IDisposable
{
    private static readonly Compiled Scenario = new(Some.Scenario());

    private readonly Chair chair = new(new Kernel(Scenario, Scenario.Scenario.Arms[0]), new RunKey("some", 1, 0));

    public void Dispose() => chair.Dispose();

    [Fact]
    public void Sponsors_states_and_the_secretariat_are_agents() =>
        Chair.AgentsOf(Scenario).ShouldBe(["secretariat", "sponsor/china", "sponsor/japan", "state/AAA", "state/BBB", "state/CCC"]);

    [Fact]
    public void A_run_goes_on_when_the_last_one_asked_has_answered()
    {
        var seats = Letters();
        foreach (var letter in seats[1..]) TakeSeat(letter);
        chair.Awaited.ShouldBe([seats[0].Agent]);
        Letters().ShouldBeEmpty();
        TakeSeat(seats[0]);
        chair.Awaited.ShouldNotContain(seats[0].Agent);
        Letters().ShouldNotBeEmpty();
    }

    [Fact]
    public void Messages_to_an_agent_are_numbered_without_gaps()
    {
        var letters = Letters();
        foreach (var seat in letters.ToArray()) TakeSeat(seat);
        letters.AddRange(Letters());
        foreach (var own in letters.GroupBy(letter => letter.Agent))
            own.Select(letter => letter.Sequence).ShouldBe(Enumerable.Range(1, own.Count()).Select(n => (long)n));
    }

    [Fact]
    public void An_equal_second_answer_is_ignored_and_a_different_one_is_an_error()
    {
        var seat = Letters()[0];
        TakeSeat(seat).ShouldBeTrue();
        TakeSeat(seat).ShouldBeFalse();
        var error = Should.Throw<AgentFailedException>(() => chair.Take(seat.Agent, seat.Sequence, new SeatTaken { Agent = "somebody else" }));
        error.Agent.ShouldBe(seat.Agent);
    }

    [Fact]
    public void An_answer_to_nothing_is_an_error()
    {
        Letters();
        Should.Throw<AgentFailedException>(() => chair.Take("state/AAA", 2, new SeatTaken { Agent = "state/AAA" })).Agent.ShouldBe("state/AAA");
    }

    [Fact]
    public void An_answer_of_another_kind_is_an_error()
    {
        foreach (var seat in Letters()) TakeSeat(seat);
        var invitation = Letters().First(letter => letter.Message is InviteBid);
        foreach (var agent in chair.Awaited.Where(agent => agent != invitation.Agent).ToArray()) Decline(agent, invitation);
        var error = Should.Throw<AgentFailedException>(() =>
            chair.Take(invitation.Agent, invitation.Sequence, new SeatTaken { Agent = invitation.Agent }));
        error.Agent.ShouldBe(invitation.Agent);
    }

    [Fact]
    public void What_was_missed_is_carried_again_and_a_reminder_repeats_what_is_open()
    {
        var first = Letters();
        chair.Resend("state/BBB", 1, 99);
        Letters().ShouldBe(first.Where(letter => letter.Agent == "state/BBB"));
        TakeSeat(first[0]);
        chair.Remind();
        Letters().ShouldBe(first[1..]);
    }

    private bool TakeSeat(Outgoing letter) => chair.Take(letter.Agent, letter.Sequence, new SeatTaken { Agent = letter.Agent });

    private void Decline(string agent, Outgoing invitation)
    {
        var tender = ((InviteBid)invitation.Message).Tender;
        chair.Take(agent, invitation.Sequence, new BidDeclined { Tender = tender, Sponsor = agent["sponsor/".Length..] });
    }

    private List<Outgoing> Letters()
    {
        var letters = new List<Outgoing>();
        while (chair.TryDequeue(out var letter)) letters.Add(letter);
        return letters;
    }
}
