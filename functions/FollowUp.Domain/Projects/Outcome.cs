namespace FollowUp.Domain.Projects;

/// <summary>How a project ended.</summary>
/// <param name="Reason">Why it died; null when it was won.</param>
/// <param name="Provider">The id of the provider that won it; null when dead.</param>
/// <param name="Amount">In euros; null when it is not known.</param>
public sealed record Outcome(DeathReason? Reason, string? Provider = null, decimal? Amount = null)
{
    /// <summary>Whether the project was won.</summary>
    public bool IsWon => Reason is null;

    /// <summary>The project was won.</summary>
    /// <param name="provider">The provider's id.</param>
    /// <param name="amount">In euros.</param>
    public static Outcome Won(string provider, decimal? amount = null) => new(null, provider, amount);

    /// <summary>The project died.</summary>
    public static Outcome Dead(DeathReason reason) => new(reason);
}
