using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Commands;

/// <summary>From a request to the command that it means.</summary>
static class StaffCommandMapper
{
    /// <returns>Without a meaning when <paramref name="check"/> failed.</returns>
    public static async ValueTask<Command> ToCommand(CommandRequest request, InputValidator check, IDirectory directory, CancellationToken cancellation)
    {
        await check.RequireKnownProvider(directory, "provider", ProviderOf(request), cancellation);
        await check.RequireKnownCoordinator(directory, "coordinator", CoordinatorOf(request), cancellation);
        return request switch
        {
            RecordCallRequest r => RecordCallMapper.ToCommand(r, check),
            AddNoteRequest r => RecordCallMapper.NoteOf(check.MultiLine("text", r.Text), r.Visibility),
            SnoozeRequest r => new Snooze(
                check.AfterToday("until", r.Until), FreeText.CreateOrNull(check.MultiLine("reason", r.Reason)), r.EndsOnAnswer ?? true),
            SendGoodChancesRequest r => new SendGoodChances(r.Provider ?? ""),
            DeclineGoodChancesRequest r => new DeclineGoodChances(r.Provider ?? ""),
            RecordReplyRequest r => new ReportReply(
                new FreeText(check.MultiLine("text", r.Text)), NodaTime.Instant.Min(check.InPast("at", r.At), check.Now)),
            TakeOverRequest r => new TakeOver(r.Accept ?? false),
            AssignRequest r => new Assign(NormalizeStaffId(r.Coordinator ?? "")),
            CloseRequest r => new Close(OutcomeOf(r, check)),
            ReopenRequest r => new Reopen(FreeText.CreateOrNull(check.OptionalMultiLine("reason", r.Reason))),
            UndoRequest => new Undo(),
            AnswerQuestionRequest r => new AnswerQuestion(check.Id("question", r.Question), new FreeText(check.MultiLine("text", r.Text))),
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

    static string? CoordinatorOf(CommandRequest request) => request is AssignRequest { Coordinator: { } id } ? NormalizeStaffId(id) : null;

    static Outcome OutcomeOf(CloseRequest r, InputValidator check)
    {
        var amount = check.Amount("amount", r.Amount);
        switch (r.Result)
        {
            case CloseResult.Won:
                check.Require("provider", r.Provider);
                check.RequireAbsent("reason", r.Reason, "dead");
                return Outcome.Won(r.Provider ?? "", amount);
            case CloseResult.Dead:
                check.Require("reason", r.Reason);
                check.RequireAbsent("provider", r.Provider, "won");
                check.RequireAbsent("amount", r.Amount, "won");
                return Outcome.Dead(r.Reason ?? default);
            default:
                return Outcome.Dead(default);
        }
    }

    /// <summary>Staff are known by their mail address, in lower case.</summary>
    static string NormalizeStaffId(string address) => address.Trim().ToLowerInvariant();
}
