using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.SignIn;

/// <summary>What the sign-in page shows.</summary>
/// <param name="ProjectId">Where the person was going; null for the day.</param>
/// <param name="DemoStaff">Whom a demonstration lets in by one click; empty otherwise.</param>
public sealed record SignInViewModel(string? ProjectId, ImmutableArray<Staff> DemoStaff)
{
    public LocalizedText? Error { get; init; }
}
