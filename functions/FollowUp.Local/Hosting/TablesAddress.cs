using Azure.Data.Tables;
using Azure.Identity;
using FollowUp.Local.CommandLine;
using FollowUp.Storage.Tables;

namespace FollowUp.Local.Hosting;

/// <summary>
/// What <c>--tables</c> names: a connection string, or the address of an account's tables, such as <c>https://account.table.core.windows.net</c>. At an address the
/// process enters with its own identity: a managed identity, or the one of <c>az login</c>.
/// </summary>
static class TablesAddress
{
    /// <exception cref="BadArgumentException">An address that is not https, or has a query, which may be a key.</exception>
    public static TableServiceClient CreateClient(string connection) => FindAddress(connection) switch
    {
        null => new TableServiceClient(connection, TablesStore.CreateClientOptions()),
        { Query.Length: > 0 } => throw new BadArgumentException("--tables: name the address without a query. A shared access signature belongs in a connection string."),
        { } address when address.Scheme != Uri.UriSchemeHttps =>
            throw new BadArgumentException("--tables: an address begins with https. The emulator is UseDevelopmentStorage=true."),
        { } address => new TableServiceClient(address, new DefaultAzureCredential(), TablesStore.CreateClientOptions()),
    };

    static Uri? FindAddress(string connection) =>
        Uri.TryCreate(connection, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
