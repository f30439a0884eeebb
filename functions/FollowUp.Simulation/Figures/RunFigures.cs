using FollowUp.Domain.Projects;

namespace FollowUp.Simulation.Figures;

/// <summary>What one run counted: whole numbers only, so that the sum over the teams is the same in any order.</summary>
public sealed class RunFigures
{
    /// <summary>The numbers of relaunches that are told apart; later ones count with the last.</summary>
    public const int Steps = 10;

    readonly long[] counts = new long[Enum.GetValues<Figure>().Length];
    readonly long[] deaths = new long[Enum.GetValues<DeathReason>().Length];
    readonly long[] mailsByHour;

    internal RunFigures(int hours) => mailsByHour = new long[hours];

    /// <summary>A count.</summary>
    public long this[Figure figure]
    {
        get => counts[(int)figure];
        internal set => counts[(int)figure] = value;
    }

    /// <summary>Open minutes from the posting to the first call, in steps of five.</summary>
    public Histogram FirstCall { get; } = new(2400);

    /// <summary>Calls until the first conversation, by their number from 1.</summary>
    public Histogram AttemptsToReach { get; } = new(30);

    /// <summary>Days from the posting to the moment when a won project is known.</summary>
    public Histogram DaysToWon { get; } = new(1100);

    /// <summary>Calls of a coordinator in a day.</summary>
    public Histogram CallsADay { get; } = new(300);

    /// <summary>Mails that left, by the hour since the beginning.</summary>
    public ReadOnlySpan<long> MailsByHour => mailsByHour;

    /// <summary>Relaunches by mail, by their number in the cycle from 1 (index 0).</summary>
    public long[] RelaunchMails { get; } = new long[Steps];

    /// <summary>Of those, the answered ones.</summary>
    public long[] RelaunchAnswers { get; } = new long[Steps];

    /// <summary>Dead projects for one reason.</summary>
    public long GetDeaths(DeathReason reason) => deaths[(int)reason];

    internal void CountDeath(DeathReason reason) => deaths[(int)reason]++;

    internal void CountMail(int hour) => mailsByHour[hour]++;

    internal void Add(RunFigures other)
    {
        AddAll(counts, other.counts);
        AddAll(deaths, other.deaths);
        AddAll(mailsByHour, other.mailsByHour);
        AddAll(RelaunchMails, other.RelaunchMails);
        AddAll(RelaunchAnswers, other.RelaunchAnswers);
        FirstCall.Add(other.FirstCall);
        AttemptsToReach.Add(other.AttemptsToReach);
        DaysToWon.Add(other.DaysToWon);
        CallsADay.Add(other.CallsADay);
    }

    static void AddAll(long[] sums, long[] others)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += others[i];
    }
}
