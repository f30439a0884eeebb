using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>The provider that reads a feed, and what has to stay hidden from it.</summary>
/// <param name="Provider">Its id.</param>
/// <param name="ResolveText">The text of filed words; null once erased.</param>
/// <param name="Masker">Hides who the client and the other providers are.</param>
public sealed record FeedAudience(string Provider, Language Language, Func<FreeText, string?> ResolveText, PersonalDataMasker Masker)
{
    public string? GetMaskedText(FreeText words) => ResolveText(words) is { } text ? Masker.Mask(text) : null;

    /// <summary>The client's answer without another provider's name: "avec vous", or "avec un prestataire".</summary>
    public string DescribeAnswer(ClientAnswer answer, string? provider, LocalDate? until) => (answer, IsReader: provider == Provider) switch
    {
        (ClientAnswer.TalkingTo, true) => Localize("en discussion avec vous", "talking to you"),
        (ClientAnswer.TalkingTo, _) => Localize("en discussion avec un prestataire", "talking to a provider"),
        (ClientAnswer.Chose, true) => Localize("vous a choisi", "chose you"),
        (ClientAnswer.Chose, _) => Localize("a choisi un prestataire", "chose a provider"),
        (ClientAnswer.StillLooking, _) => Localize("cherche toujours", "still looking"),
        (ClientAnswer.ChoseElsewhere, _) => Localize("a choisi quelqu’un hors plateforme", "chose someone outside the platform"),
        (ClientAnswer.GaveUp, _) => Localize("renonce au projet", "gave up"),
        (ClientAnswer.NotNow, _) when until is { } day => Localize(
            $"pas maintenant, à relancer le {day.FormatLongDay(Language)}", $"not now, ask again on {day.FormatLongDay(Language)}"),
        (ClientAnswer.NotNow, _) => Localize("pas maintenant", "not now"),
        (ClientAnswer.CallMe, _) => Localize("souhaite être appelé", "wants a call"),
        _ => Localize("ne veut plus être contacté", "wants to be left alone"),
    };

    string Localize(string french, string english) => new LocalizedText(french, english).In(Language);
}
