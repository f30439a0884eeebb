using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.Validation;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.Complaints;

/// <summary>What managers do with complaints, for page and API.</summary>
sealed class ComplaintAnswers(IComplaints complaints, IScheduleSignal signal, TimeProvider time)
{
    /// <summary>Makes a manager the owner.</summary>
    /// <returns>False when the complaint is unknown or answered.</returns>
    public ValueTask<bool> Take(string id, string manager, CancellationToken cancellation) =>
        complaints.TryHandle(id, new ComplaintHandling(time.GetCurrentInstant(), manager, manager), cancellation);

    /// <summary>Records an answer, whose mail leaves at once.</summary>
    /// <returns>False when the complaint is unknown or answered.</returns>
    public async Task<bool> Answer(string id, ComplaintAnswerRequest request, string manager, CancellationToken cancellation)
    {
        var handling = new ComplaintHandling(
            time.GetCurrentInstant(), manager, manager, Kebab.Case(request.Cause!.Value), NormalizedText.MultiLine(request.Text!));
        var isRecorded = await complaints.TryHandle(id, handling, cancellation);
        if (isRecorded) signal.Raise();
        return isRecorded;
    }
}
