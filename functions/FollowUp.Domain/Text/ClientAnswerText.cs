using System.Diagnostics;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Text;

/// <summary>A client's answer in words, in lower case: "en discussion avec Studio Hirondelle".</summary>
static class ClientAnswerText
{
    /// <param name="answer">The answer.</param>
    /// <param name="provider">The name of the provider that the client named; null for one that is not named here.</param>
    /// <param name="until">When the client wants to be asked again.</param>
    /// <param name="language">The reader's language.</param>
    public static string Describe(ClientAnswer answer, string? provider, LocalDate? until, Language language) => (answer switch
    {
        ClientAnswer.StillLooking => new LocalizedText("cherche toujours", "still looking"),
        ClientAnswer.TalkingTo => new($"en discussion avec {provider ?? "un prestataire"}", $"talking to {provider ?? "a provider"}"),
        ClientAnswer.Chose => new($"a choisi {provider ?? "un prestataire"}", $"chose {provider ?? "a provider"}"),
        ClientAnswer.ChoseElsewhere => new("a choisi quelqu’un hors plateforme", "chose someone outside the platform"),
        ClientAnswer.GaveUp => new("renonce au projet", "gave up"),
        ClientAnswer.NotNow when until is { } day => new(
            $"pas maintenant, à relancer le {day.FormatLongDay(language)}", $"not now, ask again on {day.FormatLongDay(language)}"),
        ClientAnswer.NotNow => new("pas maintenant", "not now"),
        ClientAnswer.CallMe => new("souhaite être appelé", "wants a call"),
        ClientAnswer.LeaveMeAlone => new LocalizedText("ne veut plus être contacté", "wants no more contact"),
        _ => throw new UnreachableException($"No rule for {answer}."),
    }).In(language);
}
