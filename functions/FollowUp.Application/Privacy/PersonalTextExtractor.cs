using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Files free text apart from the timeline. The timeline keeps a salted digest: it proves what was written as long as the text
/// exists, and says nothing once text and salt are erased.
/// </summary>
public static class PersonalTextExtractor
{
    public static bool HasText(Event e) => FindText(e) is not null;

    public static (ImmutableArray<RecordedEvent> Events, ImmutableArray<PersonalText> Words) Extract(ImmutableArray<RecordedEvent> events, string salt)
    {
        var filed = ImmutableArray.CreateBuilder<PersonalText>();
        return ([.. events.Select(r => r with { Event = Extract(r.Event, salt, filed) })], filed.ToImmutable());
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

    static Event Extract(Event e, string salt, ImmutableArray<PersonalText>.Builder filed)
    {
        if (FindText(e) is not { Text: { } text })
        {
            return e;
        }

        var key = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(text)));
        var words = new FreeText(null, key);
        filed.Add(new PersonalText(key, text));
        return e switch
        {
            InformationRequested r => r with { What = words },
            InformationGiven g => g with { Text = words },
            ClientReplied r => r with { Text = words },
            Snoozed s => s with { Reason = words },
            NoteAdded n => n with { Text = words },
            QuestionAsked q => q with { Text = words },
            QuestionAnswered q => q with { Text = words },
            ProjectClosed c => c with { Reason = words },
            ProjectReopened r => r with { Reason = words },
            _ => throw new InvalidOperationException($"{e.GetType().Name} is not filed."),
        };
    }
}
