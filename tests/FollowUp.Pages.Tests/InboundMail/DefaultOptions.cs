using Microsoft.Extensions.Options;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Options with their defaults, for classes that take a monitor.</summary>
static class DefaultOptions
{
    public static IOptionsMonitor<T> Create<T>()
        where T : class => new OptionsMonitor<T>(new OptionsFactory<T>([], []), [], new OptionsCache<T>());
}
