using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Projects.Commands;

/// <summary>A call with a provider took place. Every coordinator records one, on a closed project too; no cadence follows from it.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Reached">Whether somebody was reached.</param>
/// <param name="Text">What was said.</param>
/// <param name="Direction">Who called.</param>
/// <param name="Visibility">Whether the provider's own page shows the words.</param>
public sealed record RecordProviderCall(string Provider, bool Reached, FreeText Text, CallDirection Direction, Visibility Visibility) : StaffCommand
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.Coordinators;

    /// <summary>Whether the author decided that the common words in shared words are no names.</summary>
    public bool AsWritten { get; init; }
}

/// <summary>
/// A staff member, sales too, hands a provider over to the coordinator in charge, on a closed project too. It is answered like a question; nothing is done for the
/// provider by it.
/// </summary>
/// <param name="Question">The id to answer it by; the same id is a repeat.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Text">What it is about.</param>
public sealed record HandOverProvider(string Question, string Provider, FreeText Text) : StaffCommand
{
    /// <summary>What the ids of hand-overs begin with.</summary>
    public const string IdPrefix = "H-";

    /// <inheritdoc/>
    public override Audience Audience => Audience.StaffAndSales;
}
