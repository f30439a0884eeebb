using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>What an unasked mail may do now: a person gets one a day.</summary>
abstract record UnaskedMailTurn
{
    /// <summary>It leaves now, and tells the messages of other projects too.</summary>
    /// <param name="Parts">Empty for a mail about one project.</param>
    public sealed record Send(ImmutableArray<CommonMailPart> Parts) : UnaskedMailTurn;

    /// <summary>It looks again later.</summary>
    /// <param name="At">When.</param>
    /// <param name="Note">Why, a code of <see cref="DeliveryNotes"/>.</param>
    public sealed record Later(Instant At, string Note) : UnaskedMailTurn;

    /// <summary>The mail of another project told it today.</summary>
    public sealed record Told : UnaskedMailTurn;
}
