using FollowUp.Application.Ports;
using FollowUp.Application.Projects;

namespace FollowUp.Application.Masking;

/// <summary>Finds personal data in what staff are about to show to providers. Thread-safe; it changes nothing.</summary>
public sealed class SharedTextCheck(IProjectStore store, IDirectory directory)
{
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
        return SharedTextStop.Find([masker], text.Text, text.Masking);
    }
}
