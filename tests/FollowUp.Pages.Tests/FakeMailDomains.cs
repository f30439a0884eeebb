using System.Collections.Immutable;
using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests;

/// <summary>Knows that <c>dead.example</c> takes no mail and that DNS says nothing of <c>silent.example</c>, and never answers for <c>slow.example</c>. Every other domain takes mail.</summary>
sealed class FakeMailDomains : IMailDomains
{
    static readonly TaskCompletionSource<ImmutableArray<string>?> Never = new();

    public Task<ImmutableArray<string>?> FindMailHosts(string domain, CancellationToken cancellation) => domain == "slow.example" ? Never.Task : Task.FromResult<ImmutableArray<string>?>(domain switch
    {
        "dead.example" => [],
        "silent.example" => null,
        _ => [$"mx.{domain}"],
    });
}
