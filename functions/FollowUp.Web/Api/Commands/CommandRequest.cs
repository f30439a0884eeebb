using FollowUp.Application.Masking;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>
/// A command of a staff member, by the API or by a form of the console. The field <c>type</c> of JSON and the field <c>do</c> of a form name
/// it: a record's name in kebab-case without <c>Request</c> (<see cref="CommandTypes"/>). Each type has its own fields and no others.
/// </summary>
public abstract record CommandRequest
{
    /// <summary>What the console says once the command is recorded.</summary>
    internal abstract LocalizedText Confirmation { get; }

    /// <summary>The command that a valid request means.</summary>
    /// <param name="now">The time of the request.</param>
    internal abstract Command ToCommand(Instant now);

    /// <summary>What the command shows to providers; null when it shows them no text.</summary>
    internal virtual SharedText? SharedText => null;

    /// <summary>What the request changes of the personal data, in the commit of its command; null when it changes none.</summary>
    internal virtual Func<Dossier, Dossier>? DossierChange => null;

    /// <summary>Why a form does not fit the project any more, which has changed since its page was opened; null when it fits.</summary>
    internal virtual LocalizedText? GetObsoleteReason(Project project) => null;

    /// <summary>What a form asks before it records the command on a project that has changed since its page was opened; null to record it.</summary>
    /// <param name="project">The project now.</param>
    /// <param name="now">The time of the request.</param>
    internal virtual LocalizedText? GetQuestion(Project project, Instant now) => null;
}
