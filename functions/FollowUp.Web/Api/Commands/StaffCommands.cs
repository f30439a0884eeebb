using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>From a request to the command that it means.</summary>
static class StaffCommands
{
    /// <returns>Without a meaning when <paramref name="check"/> failed.</returns>
    public static async ValueTask<Command> Read(CommandRequest request, Checks check, IDirectory directory, CancellationToken cancellation)
    {
        await check.KnownProvider(directory, "provider", ProviderOf(request), cancellation);
        await check.KnownCoordinator(directory, "coordinator", CoordinatorOf(request), cancellation);
        return request switch
        {
            RecordCallRequest r => CallReport.Read(r, check),
            AddNoteRequest r => CallReport.NoteOf(check.Text("text", r.Text), r.Visibility),
            SnoozeRequest r => new Snooze(
                check.AfterToday("until", r.Until), FreeText.CreateOrNull(check.Text("reason", r.Reason)), r.EndsOnAnswer ?? true),
            SendGoodChancesRequest r => new SendGoodChances(r.Provider ?? ""),
            DeclineGoodChancesRequest r => new DeclineGoodChances(r.Provider ?? ""),
            RecordReplyRequest r => new ReportReply(
                new FreeText(check.Text("text", r.Text)), NodaTime.Instant.Min(check.Past("at", r.At), check.Now)),
            TakeOverRequest r => new TakeOver(r.Accept ?? false),
            AssignRequest r => new Assign(StaffId(r.Coordinator ?? "")),
            CloseRequest r => new Close(OutcomeOf(r, check)),
            ReopenRequest r => new Reopen(FreeText.CreateOrNull(check.TextOrNone("reason", r.Reason))),
            UndoRequest => new Undo(),
            AnswerQuestionRequest r => new AnswerQuestion(check.Id("question", r.Question), new FreeText(check.Text("text", r.Text))),
            ApproveRequest r => new Approve(r.Approve ?? false),
            ShareFactRequest r => new ShareFact(r.Fact ?? default, r.Published ?? false),
            _ => throw new ArgumentException($"{request.GetType().Name} means nothing.", nameof(request)),
        };
    }

    static string? ProviderOf(CommandRequest request) => request switch
    {
        RecordCallRequest r => r.Provider,
        SendGoodChancesRequest r => r.Provider,
        DeclineGoodChancesRequest r => r.Provider,
        CloseRequest r => r.Provider,
        _ => null,
    };

    static string? CoordinatorOf(CommandRequest request) => request is AssignRequest { Coordinator: { } id } ? StaffId(id) : null;

    static Outcome OutcomeOf(CloseRequest r, Checks check)
    {
        var amount = check.Money("amount", r.Amount);
        switch (r.Result)
        {
            case CloseResult.Won:
                check.Required("provider", r.Provider);
                check.Unwanted("reason", r.Reason, "dead");
                return Outcome.Won(r.Provider ?? "", amount);
            case CloseResult.Dead:
                check.Required("reason", r.Reason);
                check.Unwanted("provider", r.Provider, "won");
                check.Unwanted("amount", r.Amount, "won");
                return Outcome.Dead(r.Reason ?? default);
            default:
                return Outcome.Dead(default);
        }
    }

    /// <summary>Staff are known by their mail address, in lower case.</summary>
    static string StaffId(string address) => address.Trim().ToLowerInvariant();
}
