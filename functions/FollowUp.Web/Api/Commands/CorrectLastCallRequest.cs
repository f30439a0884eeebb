using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Takes the last call back and records it anew, within ten minutes. Its fields are those of <c>record-call</c>.</summary>
public sealed record CorrectLastCallRequest : RecordCallRequest
{
    internal override LocalizedText Confirmation => new("Appel corrigé.", "Call corrected.");

    internal override Command ToCommand(Instant now) => new CorrectLastCall((RecordCall)base.ToCommand(now));

    internal override LocalizedText? GetQuestion(Project project, Instant now) => null;
}

sealed class CorrectLastCallValidator : RequestValidator<CorrectLastCallRequest>
{
    public CorrectLastCallValidator(IDirectory directory, TimeProvider time, WorkingCalendar calendar) =>
        Include(new RecordCallValidator(directory, time, calendar));
}
