using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Web.Shared.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Shared.Setup;

/// <summary>Registers ASP.NET Core Data Protection with its keys in the store.</summary>
public static class KeyRingServices
{
    /// <summary>May be called twice. The host adds <see cref="IKeyRing"/> as a singleton.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("FollowUp");
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<KeyManagementOptions>, StoreKeyRing>());
        services.TryAddSingleton<ISecretProtector, SecretProtector>();
        return services;
    }

    /// <summary>Encrypts secrets with a key ring, for a process that is no host.</summary>
    /// <param name="ring">The key ring.</param>
    /// <param name="protect">Adds what encrypts the key ring; null for nothing.</param>
    public static ISecretProtector CreateSecretProtector(IKeyRing ring, Action<IServiceCollection>? protect = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(ring).AddKeyRing();
        protect?.Invoke(services);
        return services.BuildServiceProvider().GetRequiredService<ISecretProtector>();
    }

    sealed class StoreKeyRing(IKeyRing ring) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options) => options.XmlRepository = new KeyRingRepository(ring);
    }
}
