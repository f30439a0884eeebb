using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Mails;

/// <summary>No mail to a provider holds what the client or another provider is known by, whatever the client wrote into the title.</summary>
public sealed class ProviderMailMaskTests
{
    const string Title = "Refonte du site de Jeanne Martin (Atelier Martin), 01.99.00.12.34, avec Northlight";

    [Fact]
    public async Task A_title_with_personal_data_is_masked_in_every_mail_to_a_provider()
    {
        await using var app = await TestApp.Start();
        var found = 0;
        foreach (var kind in SampleMailRequests.Kinds)
        {
            foreach (var language in new[] { Language.French, Language.English })
            {
                var request = await SampleMailRequests.Create(app, kind, language);
                if (request.Message.To != RecipientKind.Provider)
                {
                    continue;
                }

                found++;
                var mail = (await app.Services.GetRequiredService<IMailWriter>().Write(
                    request with { Dossier = request.Dossier! with { Title = Title } }, TestContext.Current.CancellationToken))!;
                foreach (var part in new[] { mail.Subject, mail.Text, mail.Html })
                {
                    Assert.DoesNotContain("Martin", part, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("00.12", part, StringComparison.Ordinal);
                    Assert.DoesNotContain("Northlight", part, StringComparison.OrdinalIgnoreCase);
                    Assert.Contains("Refonte du site", part.Replace('\n', ' '), StringComparison.Ordinal);
                }
            }
        }

        Assert.Equal(8, found);
    }
}
