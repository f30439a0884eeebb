namespace FollowUp.Local.Hosting;

/// <summary>Every port that the store implements. Whoever opened the store closes it, after the host.</summary>
static class StoreRegistration
{
    public static IServiceCollection AddStore(this IServiceCollection services, OpenedStore store) => services
        .AddSingleton(store.Projects)
        .AddSingleton(store.Index)
        .AddSingleton(store.Directory)
        .AddSingleton(store.Settings)
        .AddSingleton(store.Tokens)
        .AddSingleton(store.KeyRing)
        .AddSingleton(store.Audit)
        .AddSingleton(store.Complaints)
        .AddSingleton(store.Mailbox);
}
