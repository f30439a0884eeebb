using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Pages.Tests;

/// <summary>The same lives in French and in English, lived once for all tests of their mails.</summary>
public sealed class BothLanguages : IAsyncLifetime
{
    readonly Dictionary<Language, (House House, ImmutableArray<SentMail> Mails)> lived = [];

    public (House House, ImmutableArray<SentMail> Mails) In(Language language) => lived[language];

    public async ValueTask InitializeAsync()
    {
        foreach (var language in new[] { Language.French, Language.English })
        {
            var house = await House.Open();
            lived[language] = (house, await EveryMail.Of(house, language));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (house, _) in lived.Values)
        {
            await house.DisposeAsync();
        }
    }
}
