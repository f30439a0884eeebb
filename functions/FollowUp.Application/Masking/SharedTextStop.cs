using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Masking;

/// <summary>Why a text is not published yet.</summary>
/// <param name="Refusal">The refusal <c>personal-data-found</c>, with what was found.</param>
/// <param name="Found">What was found.</param>
/// <param name="Masked">The text as providers would read it.</param>
/// <param name="MayBePublishedAsWritten">Whether everything found is a common word.</param>
public sealed record SharedTextStop(Refusal Refusal, ImmutableArray<PersonalDataFinding> Found, string Masked, bool MayBePublishedAsWritten)
{
    const int MaxShown = 10;

    /// <summary>What stops a text from being published.</summary>
    /// <param name="maskers">One for each client whose data the text must not hold.</param>
    /// <param name="text">The text.</param>
    /// <param name="masking">What its author decided; null before they were asked.</param>
    /// <returns>Null when it holds no personal data, or when its author decided how to publish it.</returns>
    public static SharedTextStop? Find(ImmutableArray<PersonalDataMasker> maskers, string text, SharedTextMasking? masking)
    {
        if (masking == SharedTextMasking.Masked)
        {
            return null;
        }

        ImmutableArray<PersonalDataFinding> found = [.. maskers.SelectMany(masker => masker.Find(text)).Distinct()];
        var isCommon = found.All(part => part.Kind == PersonalDataKind.CommonWord);
        return found.IsEmpty || (isCommon && masking == SharedTextMasking.AsWritten)
            ? null
            : new SharedTextStop(CreateRefusal(found, isCommon), found, Mask(maskers, text), MayBePublishedAsWritten: isCommon);
    }

    /// <summary>The text without the data of any of the maskers; see <see cref="PersonalDataMasker.Mask"/>.</summary>
    internal static string Mask(ImmutableArray<PersonalDataMasker> maskers, string text, bool asWritten = false) =>
        maskers.Aggregate(text, (masked, masker) => masker.Mask(masked, asWritten));

    static Refusal CreateRefusal(ImmutableArray<PersonalDataFinding> found, bool isCommon)
    {
        var french = string.Join(", ", found.Take(MaxShown).Select(part => $"« {part.Text} »"));
        var english = string.Join(", ", found.Take(MaxShown).Select(part => $"“{part.Text}”"));
        return new Refusal("personal-data-found", RefusalKind.Conflict, isCommon
            ? new LocalizedText(
                $"Est-ce un nom ? {french}. Publiez le texte masqué, ou tel quel si ce n’est qu’un mot courant.",
                $"Is it a name? {english}. Publish the text masked, or as it is if it is only a common word.")
            : new LocalizedText(
                $"Les prestataires ne doivent pas lire : {french}. Publiez le texte masqué, ou récrivez-le.",
                $"Providers must not read: {english}. Publish the text masked, or write it again."));
    }
}
