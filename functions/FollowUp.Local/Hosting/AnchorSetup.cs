using FollowUp.Application.Integrity;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.Hosting;

/// <summary>Reads the keys that sign heads and anchors, and where anchors are kept outside the store.</summary>
static class AnchorSetup
{
    const string KeyFileSetting = "Anchors__KeyFile";

    /// <summary>Adds keys and options to the services.</summary>
    /// <exception cref="BadArgumentException">The file or the setting holds no keys; the message names it.</exception>
    public static IServiceCollection AddAnchors(this IServiceCollection services, IConfiguration configuration)
    {
        var options = ReadOptions(configuration);
        return services.AddSingleton(options).AddSingleton(ReadKeys(options));
    }

    /// <summary>The settings of the environment, for a process that is no host.</summary>
    public static AnchorOptions ReadEnvironment() => ReadOptions(
        new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build());

    /// <summary>The keys of a file, or of the setting.</summary>
    /// <exception cref="BadArgumentException">See <see cref="AddAnchors"/>.</exception>
    public static AnchorKeys ReadKeys(AnchorOptions options, string source = KeyFileSetting)
    {
        var text = options.KeyFile is { Length: > 0 } file ? NamedFile.ReadPrivateText(source, file) : options.Keys;
        try
        {
            return string.IsNullOrWhiteSpace(text) ? AnchorKeys.None : AnchorKeys.Parse(text);
        }
        catch (FormatException bad)
        {
            throw new BadArgumentException($"{(options.KeyFile is { Length: > 0 } ? $"{source}: '{options.KeyFile}'" : "Anchors__Keys")}: {bad.Message}.");
        }
    }

    static AnchorOptions ReadOptions(IConfiguration configuration) => configuration.GetSection(AnchorOptions.Section).Get<AnchorOptions>() ?? new AnchorOptions();
}
