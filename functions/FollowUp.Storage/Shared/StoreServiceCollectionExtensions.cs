using FollowUp.Storage.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Storage.Shared;

/// <summary>Registration of an open store. The caller opens the store before the host is built and closes it after the host.</summary>
public static class StoreServiceCollectionExtensions
{
    /// <summary>Registers the ports that every store has.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, IStore store) => services
        .AddSingleton(store.Projects)
        .AddSingleton(store.Persons)
        .AddSingleton(store.Index)
        .AddSingleton(store.Directory)
        .AddSingleton(store.Settings)
        .AddSingleton(store.Department)
        .AddSingleton(store.WebhookDeliveries)
        .AddSingleton(store.Tokens)
        .AddSingleton(store.KeyRing)
        .AddSingleton(store.Audit)
        .AddSingleton(store.Board)
        .AddSingleton(store.Complaints)
        .AddSingleton(store.Mailbox);

    /// <summary>Registers the ports of <see cref="AddStore"/> and the mail quota that all workers of an installation share.</summary>
    public static IServiceCollection AddTablesStore(this IServiceCollection services, TablesStore store) =>
        services.AddStore(store).AddSingleton(store.MailQuota);
}
