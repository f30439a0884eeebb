using System.Diagnostics;

namespace FollowUp.Benchmarks.Floors;

/// <summary>The least that decides: a record is looked at and copied with one event. Nanoseconds of processor time a decision, on one core.</summary>
static class BareDecider
{
    const int Decisions = 5_000_000;

    sealed record State(string Id, int Attempts, long At, long Version);

    sealed record Missed(long Seq, long At, int Attempt);

    public static double Measure()
    {
        var state = new State("P-1", 0, 0, 1);
        var kept = 0L;
        for (var i = 0; i < Decisions / 10; i++) kept += Decide(state, i).After.Version;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Decisions; i++) kept += Decide(state, i).After.Version;
        return kept > 0 ? watch.Elapsed.TotalNanoseconds / Decisions : throw new InvalidOperationException("Nothing was decided.");
    }

    static (Missed Event, State After) Decide(State state, long now)
    {
        var missed = new Missed(state.Version + 1, now, state.Attempts + 1);
        return (missed, state with { Attempts = missed.Attempt, At = missed.At, Version = missed.Seq });
    }
}
