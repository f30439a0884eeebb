using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>The same lives in French and in English, lived once for all tests of their mails.</summary>
public sealed class MailsInBothLanguages : IAsyncLifetime
{
    readonly Dictionary<Language, (TestApp House, ImmutableArray<SentMail> Mails)> lived = [];

    public (TestApp House, ImmutableArray<SentMail> Mails) In(Language language) => lived[language];

    public async ValueTask InitializeAsync()
    {
        foreach (var language in new[] { Language.French, Language.English })
        {
            var house = await TestApp.Start();
            lived[language] = (house, await EveryMailScenario.Run(house, language));
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
