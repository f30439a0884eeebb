using NodaTime;

namespace FollowUp.Domain;

/// <summary>The provider that reads a feed, and what has to stay hidden from it.</summary>
/// <param name="Provider">Its id.</param>
/// <param name="Filed">The text of filed words; null once erased.</param>
/// <param name="Mask">Hides who the client and the other providers are.</param>
public sealed record FeedReader(string Provider, Language Language, Func<Words, string?> Filed, FeedMask Mask)
{
    public string? Text(Words words) => Filed(words) is { } text ? Mask.Apply(text) : null;

    /// <summary>The client's answer without another provider's name: "avec vous", or "avec un prestataire".</summary>
    public string Says(ClientAnswer answer, string? provider, LocalDate? until) => (answer, IsReader: provider == Provider) switch
    {
        (ClientAnswer.TalkingTo, true) => Say("en discussion avec vous", "talking to you"),
        (ClientAnswer.TalkingTo, _) => Say("en discussion avec un prestataire", "talking to a provider"),
        (ClientAnswer.Chose, true) => Say("vous a choisi", "chose you"),
        (ClientAnswer.Chose, _) => Say("a choisi un prestataire", "chose a provider"),
        (ClientAnswer.StillLooking, _) => Say("cherche toujours", "still looking"),
        (ClientAnswer.ChoseElsewhere, _) => Say("a choisi quelqu’un hors plateforme", "chose someone outside the platform"),
        (ClientAnswer.GaveUp, _) => Say("renonce au projet", "gave up"),
        (ClientAnswer.NotNow, _) when until is { } day => Say(
            $"pas maintenant, à relancer le {day.LongDay(Language)}", $"not now, ask again on {day.LongDay(Language)}"),
        (ClientAnswer.NotNow, _) => Say("pas maintenant", "not now"),
        (ClientAnswer.CallMe, _) => Say("souhaite être appelé", "wants a call"),
        _ => Say("ne veut plus être contacté", "wants to be left alone"),
    };

    string Say(string french, string english) => new Phrase(french, english).In(Language);
}
