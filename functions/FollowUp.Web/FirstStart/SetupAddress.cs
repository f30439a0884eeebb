using FollowUp.Application.FirstStart;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.FirstStart;

/// <summary>The one-time address with which the first manager sets the department up.</summary>
public sealed class SetupAddress(DepartmentSetup setup, SetupTokens tokens, IOptions<SetupOptions> options, IOptionsMonitor<PagesOptions> pages)
{
    internal const string Path = "/setup";

    /// <summary>Makes an address for the console or the log of the process.</summary>
    /// <returns>Null when the department has a manager.</returns>
    public async Task<Uri?> Create(CancellationToken cancellation = default) => await setup.HasManager(cancellation)
        ? null
        : pages.CurrentValue.Address($"{Path}/{await tokens.Create(cancellation)}");

    /// <summary>Whether a deployment printed an address, so that the process need not.</summary>
    public bool IsPrintedByDeployment => options.Value.TokenHash.Length > 0;

    /// <summary>Whether a token opens the set-up page.</summary>
    internal async ValueTask<bool> IsLive(string token, CancellationToken cancellation) =>
        !await setup.HasManager(cancellation) && (IsOfDeployment(token) || await tokens.IsLive(token, cancellation));

    /// <summary>Uses a token up, for the one who may set the department up.</summary>
    internal async ValueTask<bool> TryUse(string token, CancellationToken cancellation) =>
        !await setup.HasManager(cancellation) && (IsOfDeployment(token) ? await tokens.TryClaim(token, cancellation) : await tokens.TryUse(token, cancellation));

    bool IsOfDeployment(string token) =>
        options.Value.TokenHash.Length > 0 && string.Equals(SetupTokens.Hash(token), options.Value.TokenHash, StringComparison.OrdinalIgnoreCase);
}
