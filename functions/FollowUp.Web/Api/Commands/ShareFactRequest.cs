using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Publishes a fact in the follow-up feed, or withholds it.</summary>
public sealed record ShareFactRequest : CommandRequest
{
    public SharedFact? Fact { get; init; }

    public bool? Published { get; init; }

    internal override LocalizedText Confirmation => new("Fil de suivi mis à jour.", "Feed updated.");

    internal override Command ToCommand(Instant now) => new ShareFact(Fact!.Value, Published!.Value);
}

sealed class ShareFactValidator : RequestValidator<ShareFactRequest>
{
    public ShareFactValidator()
    {
        RuleFor(r => r.Fact).Required();
        RuleFor(r => r.Published).Required();
    }
}
