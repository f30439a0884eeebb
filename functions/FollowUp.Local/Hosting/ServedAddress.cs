using FollowUp.Application.Ports;

namespace FollowUp.Local.Hosting;

/// <summary>
/// The public address with which an installation was last served. Commands make links with it, as they cannot know the options of the process that
/// serves.
/// </summary>
static class ServedAddress
{
    const string Setting = "served-address";

    /// <summary>Stores the address.</summary>
    public static ValueTask Save(IKeyValueStore settings, Uri address, CancellationToken cancellation) =>
        settings.Set(Setting, address.AbsoluteUri, cancellation);

    /// <summary>The address; null when the installation was never served.</summary>
    public static async ValueTask<Uri?> Find(IKeyValueStore settings, CancellationToken cancellation) =>
        Uri.TryCreate(await settings.Get(Setting, cancellation), UriKind.Absolute, out var address) ? address : null;
}
