using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Separates free text from events. The event keeps a salted digest of the text as its key: it proves what was written as long as the text exists,
/// and reveals nothing once text and salt are erased.
/// </summary>
public static class PersonalTextExtractor
{
    /// <summary>Whether an event has free text.</summary>
    public static bool HasText(Event e) => FindText(e) is not null;

    /// <summary>Replaces the text of events by its key.</summary>
    /// <param name="events">The events. Text that has a key already stays as it is.</param>
    /// <param name="salt">The salt of the dossier; empty once that is erased.</param>
    /// <returns>The events without text, and the texts by their keys.</returns>
    public static (ImmutableArray<RecordedEvent> Events, ImmutableArray<PersonalText> Texts) Extract(ImmutableArray<RecordedEvent> events, string salt)
    {
        var texts = ImmutableArray.CreateBuilder<PersonalText>();
        return ([.. events.Select(r => r with { Event = Extract(r.Event, salt, texts) })], texts.ToImmutable());
    }

    /// <summary>The free text of an event; null when it has none.</summary>
    public static FreeText? FindText(Event e) => e switch
    {
        InformationRequested r => r.What,
        InformationGiven g => g.Text,
        ClientReplied r => r.Text,
        Snoozed s => s.Reason,
        NoteAdded n => n.Text,
        QuestionAsked q => q.Text,
        QuestionAnswered q => q.Text,
        ProjectClosed c => c.Reason,
        ProjectReopened r => r.Reason,
        _ => null,
    };

    /// <summary>Puts the text of an event back in place.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="texts">Texts by their keys. A text that is not there was erased: the event's text stays null.</param>
    public static RecordedEvent Restore(RecordedEvent recorded, IReadOnlyDictionary<string, string> texts) =>
        FindText(recorded.Event) is { Text: null, Key: { } key } && texts.TryGetValue(key, out var text)
            ? recorded with { Event = ReplaceText(recorded.Event, new FreeText(text, key)) }
            : recorded;

    static Event Extract(Event e, string salt, ImmutableArray<PersonalText>.Builder texts)
    {
        if (FindText(e) is not { Text: { } text })
        {
            return e;
        }

        var key = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(text)));
        texts.Add(new PersonalText(key, text));
        return ReplaceText(e, new FreeText(null, key));
    }

    static Event ReplaceText(Event e, FreeText text) => e switch
    {
        InformationRequested r => r with { What = text },
        InformationGiven g => g with { Text = text },
        ClientReplied r => r with { Text = text },
        Snoozed s => s with { Reason = text },
        NoteAdded n => n with { Text = text },
        QuestionAsked q => q with { Text = text },
        QuestionAnswered q => q with { Text = text },
        ProjectClosed c => c with { Reason = text },
        ProjectReopened r => r with { Reason = text },
        _ => throw new UnreachableException($"No rule for the text of {e.GetType().Name}."),
    };
}
