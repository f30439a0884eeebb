using FollowUp.Application.Ports;
using FollowUp.Local.Hosting;
using FollowUp.Storage.Shared;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary>Writes down what the command line did to an installation.</summary>
static class CommandLineAudit
{
    /// <param name="store">The installation.</param>
    /// <param name="what">The action, in kebab-case.</param>
    /// <param name="about">The id of the staff member whom it is about; null for none.</param>
    public static async ValueTask Write(IStore store, string what, string? about = null) => await store.Audit.Write(
        new AuditEntry(
            (await HostClock.ReadOf(store.Settings)).GetCurrentInstant(), null, AuditActors.CommandLine, AuditActors.CommandLine, what, about ?? "done"),
        CancellationToken.None);
}
