using Azure;
using FollowUp.Storage.Tables;

namespace FollowUp.Local;

/// <summary>Where everything of one installation is: a folder of this machine, or the tables of a storage account.</summary>
sealed class Installation
{
    readonly DataFolder? folder;
    readonly string? tables;

    Installation(DataFolder? folder, string? tables) => (this.folder, this.tables) = (folder, tables);

    public static Installation In(DataFolder folder) => new(folder, null);

    /// <param name="connection">A connection string. It may hold a key: it is shown nowhere.</param>
    public static Installation InTables(string connection) => new(null, connection);

    /// <summary>How a command line names it.</summary>
    public string Option => folder is null ? "--tables CONNECTION" : $"--data {folder.Path}";

    /// <inheritdoc cref="DataFolder.LockForServing"/>
    /// <remarks>Tables may be served by several hosts at once.</remarks>
    public IDisposable? LockForServing() => folder?.LockForServing();

    /// <exception cref="BadArgumentException">It cannot be opened.</exception>
    public async Task<OpenedStore> Open() => folder is null ? OpenedStore.Of(await OpenTables()) : OpenedStore.Of(folder.Open());

    /// <summary>Throws everything away.</summary>
    public async Task Clear()
    {
        if (folder is null) await (await OpenTables()).Clear();
        else folder.Clear();
    }

    async Task<TablesStore> OpenTables()
    {
        try
        {
            return await TablesStore.Open(tables!);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new BadArgumentException("--tables: expected a connection string of a storage account, or UseDevelopmentStorage=true.");
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or OperationCanceledException)
        {
            var refused = (e as RequestFailedException ?? e.InnerException as RequestFailedException)?.ErrorCode;
            throw new BadArgumentException($"--tables: the storage account does not answer or does not let this program in ({refused ?? e.GetType().Name}).");
        }
    }
}
