namespace FollowUp.Application.Scheduling;

/// <summary>Tells the local scheduler to look for due jobs now, because something was entered that need not wait.</summary>
public interface IScheduleSignal
{
    /// <summary>Raises the signal. Thread-safe. A lost signal delays a job by some minutes; nothing else is lost.</summary>
    void Raise();
}
