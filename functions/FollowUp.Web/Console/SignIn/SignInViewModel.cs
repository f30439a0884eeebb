using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.SignIn;

/// <summary>The sign-in page.</summary>
/// <param name="ProjectId">The project whose page opens afterwards; null for the day page.</param>
/// <param name="DemoStaff">In a demonstration the staff that a visitor can sign in as by one click; otherwise empty.</param>
public sealed record SignInViewModel(string? ProjectId, ImmutableArray<Staff> DemoStaff)
{
    public LocalizedText? Error { get; init; }

    /// <summary>Whether the department has a manager; without one the page says how to set it up.</summary>
    public bool HasManager { get; init; } = true;
}
