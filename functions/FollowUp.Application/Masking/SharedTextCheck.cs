using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Masking;

/// <summary>Finds personal data in what staff are about to show to providers. Thread-safe; it changes nothing.</summary>
public sealed class SharedTextCheck(IProjectStore store, IDirectory directory)
{
    const int MaxShown = 10;

    /// <summary>What stops a text from being published.</summary>
    /// <returns>Null when it holds no personal data, or when its author decided how to publish it.</returns>
    public async ValueTask<SharedTextStop?> FindStop(StoredProject stored, SharedText text, CancellationToken cancellation = default)
    {
        if (text.Masking == SharedTextMasking.Masked)
        {
            return null;
        }

        var reader = text.Provider ?? stored.Project.OpenQuestions.FirstOrDefault(question => question.Id == text.Question)?.Provider;
        var masker = MaskerFactory.Create(
            await store.LoadDossier(stored.Project.Id, cancellation), await directory.AllProviders(cancellation), reader);
        var found = masker.Find(text.Text);
        var isCommon = found.All(part => part.Kind == PersonalDataKind.CommonWord);
        return found.IsEmpty || (isCommon && text.Masking == SharedTextMasking.AsWritten)
            ? null
            : new SharedTextStop(CreateRefusal(found, isCommon), found, masker.Mask(text.Text), MayBePublishedAsWritten: isCommon);
    }

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
