using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>The provider that reads a feed, and what is hidden from it.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="ResolveText">Looks stored free text up; null once it is erased.</param>
/// <param name="Masker">Masks personal data and the names of other providers.</param>
public sealed record FeedAudience(string Provider, Language Language, Func<FreeText, string?> ResolveText, PersonalDataMasker Masker)
{
    /// <summary>Free text with personal data masked; null once it is erased.</summary>
    /// <param name="freeText">What staff wrote.</param>
    /// <param name="asWritten">Whether its author decided that the common words in it are no names.</param>
    public string? GetMaskedText(FreeText freeText, bool asWritten = false) => ResolveText(freeText) is { } text ? Masker.Mask(text, asWritten) : null;

    /// <summary>The client's answer in words. The reader is "vous"; another provider is "un prestataire" without its name.</summary>
    public string DescribeAnswer(ClientAnswer answer, string? provider, LocalDate? until) => (answer, IsReader: provider == Provider) switch
    {
        (ClientAnswer.TalkingTo, true) => Localize("en discussion avec vous", "talking to you"),
        (ClientAnswer.Chose, true) => Localize("vous a choisi", "chose you"),
        _ => ClientAnswerText.Describe(answer, provider: null, until, Language),
    };

    string Localize(string french, string english) => new LocalizedText(french, english).In(Language);
}
