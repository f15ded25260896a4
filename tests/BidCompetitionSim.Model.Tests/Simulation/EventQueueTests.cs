using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class EventQueueTests
{
    [Fact]
    public void Events_leave_by_day_then_phase_then_order_of_scheduling() =>
        Replayable.ForAll(Times().ArrayOf(), times =>
        {
            var queue = new EventQueue(4);
            for (var i = 0; i < times.Length; i++)
            {
                queue.Enqueue(times[i].Day, times[i].Phase, 0, i, 0);
            }

            var expected = times.Select((time, i) => (time.Day, time.Phase, i)).Order().Select(e => e.i);
            return Drain(queue).Select(e => e.Subject).SequenceEqual(expected);
        });

    [Fact]
    public void Scheduling_between_departures_keeps_the_order() =>
        Replayable.ForAll(Times().ArrayOf(), times =>
        {
            var queue = new EventQueue(1);
            var waiting = new SortedSet<(int Day, byte Phase, int Sequence)>();
            for (var i = 0; i < times.Length; i++)
            {
                waiting.Add((times[i].Day, times[i].Phase, queue.Enqueue(times[i].Day, times[i].Phase, 0, 0, 0)));
                if (i % 3 == 2 && queue.TryDequeue(out var e))
                {
                    if (waiting.Min != (e.Day, e.Phase, e.Sequence))
                    {
                        return false;
                    }

                    waiting.Remove(waiting.Min);
                }
            }

            return Drain(queue).Select(e => (e.Day, e.Phase, e.Sequence)).SequenceEqual(waiting);
        });

    [Fact]
    public void A_plan_is_served_as_if_its_events_were_scheduled_first() =>
        Replayable.ForAll(Times().ArrayOf(), times =>
        {
            var (queue, plain) = (new EventQueue(4), new EventQueue(4));
            var planned = times.Length / 2;
            queue.Start(new EventQueue.Plan(times.Take(planned).Select((time, i) => new ScheduledEvent(time.Day, time.Phase, 0, i, 0, 0))));
            for (var i = 0; i < times.Length; i++)
            {
                plain.Enqueue(times[i].Day, times[i].Phase, 0, i, 0);
                if (i >= planned) queue.Enqueue(times[i].Day, times[i].Phase, 0, i, 0);
            }
            return queue.Count == times.Length && Drain(queue).SequenceEqual(Drain(plain));
        });

    [Fact]
    public void Sequence_numbers_have_no_gaps_and_start_again_after_a_clear()
    {
        var queue = new EventQueue(2);
        Enumerable.Range(0, 5).Select(_ => queue.Enqueue(1, 0, 0, 0, 0)).ShouldBe([0, 1, 2, 3, 4]);
        queue.Start(new EventQueue.Plan([]));
        queue.Count.ShouldBe(0);
        queue.TryDequeue(out _).ShouldBeFalse();
        queue.Enqueue(1, 0, 0, 0, 0).ShouldBe(0);
    }

    [Fact]
    public void A_queue_that_is_large_enough_allocates_nothing()
    {
        var queue = new EventQueue(64);
        Allocated.By(() => FillAndDrain(queue)).ShouldBe(0);
    }

    private static void FillAndDrain(EventQueue queue)
    {
        for (var i = 0; i < 64; i++)
        {
            queue.Enqueue(i * 37 % 64, 0, 0, i, 0);
        }

        while (queue.TryDequeue(out _))
        {
        }
    }

    private static Gen<(int Day, byte Phase)> Times() =>
        from day in Gen.Choose(-3, 12)
        from phase in Gen.Choose(0, 3)
        select (day, (byte)phase);

    private static List<ScheduledEvent> Drain(EventQueue queue)
    {
        var events = new List<ScheduledEvent>();
        while (queue.TryDequeue(out var next))
        {
            events.Add(next);
        }

        return events;
    }
}
