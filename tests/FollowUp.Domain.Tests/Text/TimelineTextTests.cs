using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Text;

/// <summary>The timeline in words.</summary>
public class TimelineTextTests
{
    static readonly TimelineText InFrench = new(Language.French, WorkingCalendar.France, Name, w => w?.Text);
    static readonly TimelineText InEnglish = InFrench with { Language = Language.English };

    [Fact]
    public void Every_event_has_a_sentence_in_both_languages()
    {
        foreach (var e in EventSamples.Events)
        {
            var (french, english) = (InFrench.Describe(e), InEnglish.Describe(e));
            Assert.False(string.IsNullOrWhiteSpace(french) || string.IsNullOrWhiteSpace(english));
            Assert.True(french != english || e is ProviderActed, $"{e}: {french}");
            FrenchTypography.AssertTypography(french);
            Assert.DoesNotContain('\'', english);
        }
    }

    [Fact]
    public void Every_kind_of_event_is_among_the_samples() => Assert.Equal(
        typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event))).Select(t => t.Name).Order(),
        EventSamples.Events.Select(e => e.GetType().Name).Distinct().Order());

    public static TheoryData<int, string, string> Sentences => new()
    {
        { 0, "Tentative n°\u00a01\u00a0: pas de réponse, un mail part", "Attempt no. 1: no answer, an email follows" },
        { 1, "Relance n°\u00a03 par téléphone\u00a0: messagerie (hors des règles de contact)", "Relaunch no. 3 by phone: voicemail (outside the contact rules)" },
        { 2, "Client joint\u00a0: pas maintenant, à relancer le lundi 25 janvier 2027", "Client reached: not now, ask again on Monday 25 January 2027" },
        { 3, "Réponse du client\u00a0: en discussion avec Lumière & Co", "The client’s answer: talking to Lumière & Co" },
        { 4, "Clos, concrétisé avec Lumière & Co pour 4\u202f200\u00a0€, sur la parole du client", "Closed, won with Lumière & Co for €4,200, on the client’s word" },
        { 5, "Clos, mort (pas sérieux), par l’équipe, pas de budget\u00a0: rien avant 2028", "Closed, dead (not serious), by staff, no budget: rien avant 2028" },
        { 6, "Appel convenu sam. 28 nov. à 11:15", "Call agreed Sat 28 Nov at 11:15" },
        { 7, "Note interne\u00a0: (effacé)", "Internal note: (erased)" },
        { 8, "Lumière & Co\u00a0: devis", "Lumière & Co: quote" },
        { 9, "Confié à Camille Roux", "Assigned to Camille Roux" },
        { 23, "Le client a attribué le projet à Lumière & Co sur le site", "The client awarded the project to Lumière & Co on the website" },
        { 10, "Avertissement impossible\u00a0: plus aucun moyen de contact", "Warning impossible: no way of contact is left" },
        { 11, "Relance n°\u00a02 impossible\u00a0: plus aucun moyen de contact", "Relaunch no. 2 impossible: no way of contact is left" },
        { 12, "Pause terminée par une réponse", "Pause ended by an answer" },
        { 13, "Fin de la pause", "End of the pause" },
        { 14, "Note partagée\u00a0: visite faite", "Shared note: visite faite" },
        { 15, "Publié dans le fil de suivi\u00a0: où en est le projet", "Published in the feed: where the project stands" },
        { 16, "Retiré du fil de suivi\u00a0: dernier contact", "Withheld from the feed: last contact" },
        { 17, "Relance n°\u00a03 par mail\u00a0: l’appel prévu n’a pas été passé", "Relaunch no. 3 by email: the call was not made" },
        { 18, "Relance n°\u00a03 par mail", "Relaunch no. 3 by email" },
        { 19, "Appel\u00a0: occupé", "Call: busy" },
        { 20, "En pause jusqu’au mardi 1er décembre 2026", "Paused until Tuesday 1 December 2026" },
        { 21, "Adresse mail refusée\u00a0: plus de mails", "Email address refused: no more emails" },
        { 22, "Mail signalé comme indésirable\u00a0: plus de mails", "Email reported as spam: no more emails" },
        { 24, "Tentative n°\u00a02, nouvel appel dans la même demi-journée\u00a0: occupé", "Attempt no. 2, called again in the same half-day: busy" },
        { 25, "Nouvel appel dans la même demi-journée\u00a0: messagerie", "Called again in the same half-day: voicemail" },
        { 26, "Le client a appelé\u00a0: cherche toujours", "The client called: still looking" },
    };

    static readonly Event[] Told =
    [
        new CallMissed(CallOutcome.NoAnswer, Paris.At(A.Monday), 1, false, true, false),
        new CallMissed(CallOutcome.Voicemail, Paris.At(A.Monday), 0, false, false, true, Relaunch: 3),
        new ClientReached(CallOutcome.NotNow, Paris.At(A.Monday), null, Paris.Day("2027-01-25"), Evidence.None, false),
        new ClientAnswered(ClientAnswer.TalkingTo, "PR-1", null),
        new ProjectClosed(Outcome.Won("PR-1", 4200), ClosingSource.Client),
        new ProjectClosed(Outcome.Dead(DeathReason.NotSerious), ClosingSource.Staff, new FreeText("rien avant 2028"), NotSeriousReason.NoBudget),
        new CallAgreed(Paris.At("2026-11-28 11:15 +01")),
        new NoteAdded(new FreeText(null, "k-1"), Visibility.Internal),
        new ProviderActed("PR-1", ProviderActionKind.Quote, Paris.At(A.Monday)),
        new CoordinatorAssigned("camille@demo.example", true),
        new RelaunchSkipped(5, Warning: true),
        new RelaunchSkipped(2, Warning: false),
        new SnoozeEnded(ByAnswer: true),
        new SnoozeEnded(ByAnswer: false),
        new NoteAdded(new FreeText("visite faite"), Visibility.Shared),
        new FactShared(SharedFact.Phase, Published: true),
        new FactShared(SharedFact.LastContact, Published: false),
        new RelaunchMailed(3, RelaunchKind.Later, InsteadOfCall: true),
        new RelaunchMailed(3, RelaunchKind.Later),
        new CallMissed(CallOutcome.Busy, Paris.At(A.Monday), 0, false, false, false),
        new Snoozed(Paris.Day("2026-12-01"), null, true),
        new ChannelClosed(Channel.Mail, ChannelClosedBy.Bounce),
        new ChannelClosed(Channel.Mail, ChannelClosedBy.Complaint),
        new ClientSignalled(SignalKind.Awarded, "PR-1", Paris.At(A.Monday)),
        new CallMissed(CallOutcome.Busy, Paris.At(A.Monday), 2, false, false, false, SameHalfDay: true),
        new CallMissed(CallOutcome.Voicemail, Paris.At(A.Monday), 0, false, false, false, SameHalfDay: true),
        new ClientReached(CallOutcome.StillLooking, Paris.At(A.Monday), null, null, Evidence.None, false, CallDirection.Inbound),
    ];

    [Theory]
    [InlineData("2026-11-23 09:00 +01", "Appel\u00a0: occupé")]
    [InlineData("2026-11-24 18:10 +01", "Appel\u00a0: occupé (appel lun. 23 nov. à 09:00)")]
    public void Call_that_is_entered_late_names_its_time(string enteredAt, string expected)
    {
        var call = new CallMissed(CallOutcome.Busy, Paris.At(A.Monday), 0, false, false, false);
        Assert.Equal(expected, InFrench.Describe(new RecordedEvent(2, Paris.At(enteredAt), Role.Coordinator, Who.Camille.Id, call)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void No_text_is_no_words(string? text) => Assert.Null(FreeText.CreateOrNull(text));

    [Fact]
    public void Words_are_kept_without_the_spaces_around_them() => Assert.Equal(new FreeText("rien avant 2028"), FreeText.CreateOrNull("  rien avant 2028 "));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_timeline_reads_like_this(int which, string french, string english)
    {
        Assert.Equal(french, InFrench.Describe(Told[which]));
        Assert.Equal(english, InEnglish.Describe(Told[which]));
    }

    [Fact]
    public void Phases_deaths_and_answers_have_names_of_their_own()
    {
        AllDiffer(Enum.GetValues<Phase>().Select(TimelineText.GetPhaseName));
        AllDiffer(Enum.GetValues<DeathReason>().Select(TimelineText.GetDeathReasonName));
        AllDiffer(Enum.GetValues<NotSeriousReason>().Select(TimelineText.GetNotSeriousReasonName));
        AllDiffer(Enum.GetValues<ClientAnswer>().Select(a => new LocalizedText(InFrench.DescribeAnswer(a, null, null), InEnglish.DescribeAnswer(a, null, null))));
    }

    static void AllDiffer(IEnumerable<LocalizedText> phrases)
    {
        var all = phrases.ToList();
        Assert.Equal(all.Count, all.Select(p => p.French).Distinct().Count());
        Assert.Equal(all.Count, all.Select(p => p.English).Distinct().Count());
        Assert.All(all, p => FrenchTypography.AssertTypography(p.In(Language.French)));
    }

    static string Name(string id) => id switch { "PR-1" => "Lumière & Co", "camille@demo.example" => "Camille Roux", _ => id };
}
