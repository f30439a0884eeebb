using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>All mails in French and in English, made once for all tests of this collection.</summary>
public sealed class MailsInBothLanguages : IAsyncLifetime
{
    readonly Dictionary<Language, (TestApp App, ImmutableArray<SentMail> Mails)> lived = [];

    public (TestApp App, ImmutableArray<SentMail> Mails) In(Language language) => lived[language];

    public async ValueTask InitializeAsync()
    {
        foreach (var language in new[] { Language.French, Language.English })
        {
            var app = await TestApp.Start();
            lived[language] = (app, await EveryMailScenario.Run(app, language));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (app, _) in lived.Values)
        {
            await app.DisposeAsync();
        }
    }
}
