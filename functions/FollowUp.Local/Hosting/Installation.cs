using Azure;
using Azure.Identity;
using FollowUp.Local.CommandLine;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tables;

namespace FollowUp.Local.Hosting;

/// <summary>The place of all data of one installation: a folder on this machine, or the tables of a storage account.</summary>
sealed class Installation
{
    readonly DataFolder? folder;
    readonly string? tables;

    Installation(DataFolder? folder, string? tables) => (this.folder, this.tables) = (folder, tables);

    public static Installation InFolder(DataFolder folder) => new(folder, null);

    /// <param name="connection">A connection string, or an address (<see cref="TablesAddress"/>). It may contain a key, so it is never printed.</param>
    public static Installation InTables(string connection) => new(null, connection);

    /// <summary>The data folder; null for tables.</summary>
    public DataFolder? Folder => folder;

    /// <summary>The option that names this installation, without a connection string.</summary>
    public string CommandLineOption => folder is null ? "--tables CONNECTION" : $"--data {folder.Path}";

    /// <inheritdoc cref="DataFolder.LockForServing"/>
    /// <remarks>Null for tables, which several hosts may serve at once.</remarks>
    public IDisposable? LockForServing() => folder?.LockForServing();

    /// <exception cref="BadArgumentException">The store cannot be opened.</exception>
    public async Task<IStore> OpenStore() => folder is null ? await OpenTables() : folder.OpenStore();

    /// <summary>Opens an installation in tables.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="BadArgumentException">The store cannot be opened.</exception>
    public async Task<TablesStore> OpenTables(TablesOptions? options = null)
    {
        try
        {
            return await TablesStore.Open(TablesAddress.CreateClient(tables!), options);
        }
        catch (NotSupportedException refused)
        {
            throw new BadArgumentException($"--tables: the data in these tables cannot be opened: {refused.Message}");
        }
        catch (AuthenticationFailedException failure)
        {
            throw new BadArgumentException(
                $"--tables: the process has no identity that Azure knows ({failure.GetType().Name}). Sign in by 'az login', or run where a managed identity is.");
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new BadArgumentException("--tables: expected a connection string of a storage account, the https address of its tables, or UseDevelopmentStorage=true.");
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or OperationCanceledException)
        {
            var code = (e as RequestFailedException ?? e.InnerException as RequestFailedException)?.ErrorCode;
            throw new BadArgumentException($"--tables: the storage account does not answer or refuses access ({code ?? e.GetType().Name}).");
        }
    }
}
