using FollowUp.Application.Complaints;
using FollowUp.Application.Masking;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.Complaints;

/// <summary>What managers do with complaints, for page and API.</summary>
sealed class ComplaintAnswers(IComplaints complaints, ComplaintAnswerMasking masking, StaffGate gate, IScheduleSignal signal, TimeProvider time)
{
    /// <summary>Makes a manager the owner.</summary>
    /// <returns>False when the complaint is unknown or answered.</returns>
    public ValueTask<bool> Take(string id, string manager, CancellationToken cancellation) =>
        complaints.TryHandle(id, new ComplaintHandling(time.GetCurrentInstant(), manager, manager), cancellation);

    /// <summary>The personal data that stop an answer to a provider. The stop is audited, without the text.</summary>
    /// <returns>Null to answer.</returns>
    public async Task<SharedTextStop?> FindStop(Complaint complaint, ComplaintAnswerRequest request, Actor manager, CancellationToken cancellation)
    {
        if (complaint.IsAnswered
            || await masking.FindStop(complaint, NormalizedText.MultiLine(request.Text!), request.Masking, cancellation) is not { } stop)
        {
            return null;
        }

        await gate.Write(manager, "answer-complaint", stop.Refusal.Code, cancellation);
        return stop;
    }

    /// <summary>Records an answer, whose mail leaves at once. It is recorded as it is sent, that is masked where its author decided so.</summary>
    /// <returns>False when the complaint is answered.</returns>
    public async Task<bool> Answer(Complaint complaint, ComplaintAnswerRequest request, string manager, CancellationToken cancellation)
    {
        var text = await masking.Mask(
            complaint, NormalizedText.MultiLine(request.Text!), asWritten: request.Masking != SharedTextMasking.Masked, cancellation);
        var handling = new ComplaintHandling(time.GetCurrentInstant(), manager, manager, Kebab.Case(request.Cause!.Value), text);
        var isRecorded = await complaints.TryHandle(complaint.Id, handling, cancellation);
        if (isRecorded) signal.Raise();
        return isRecorded;
    }
}
