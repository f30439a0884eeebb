using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>
/// A command of a member of staff. The field <c>type</c> names it: a record's name in kebab-case without <c>Request</c>
/// (<see cref="CommandTypes"/>). Each type has its own fields and no others.
/// </summary>
public abstract record CommandRequest
{
    /// <summary>The command that a valid request means.</summary>
    /// <param name="now">The time of the request.</param>
    internal abstract Command ToCommand(Instant now);
}
