using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Text;

/// <summary>The next action in words, as the console and the mails show it.</summary>
public class NextActionTextTests
{
    // Whit Monday is 25 May 2026: the example of the product page, "appel mar. 10:00 : 3e tentative sur 6, lundi est férié".
    [Fact]
    public void A_third_try_that_skips_a_holiday_says_so() =>
        A.CompanyProject.PostedOn("2026-05-20 09:00 +02").Missed(2)
            .NextReads("Appel mar. 26 mai à 10:00\u00a0: 3e tentative sur 6, à une autre demi-journée, lundi est férié (le lundi de Pentecôte)")
            .NextReads("Call Tue 26 May at 10:00: attempt 3 of 6, at a different time of day, Monday is a public holiday (Whit Monday)", Language.English);

    [Fact]
    public void So_does_a_first_call_that_is_put_off_over_a_holiday_weekend() =>
        A.CompanyProject.PostedOn("2026-04-03 18:15 +02").AwaitingValidation
            .NextReads("Appel mar. 7 avr. à 09:45\u00a0: 1re tentative sur 6, dans l’heure ouvrée qui suit le dépôt ou la dernière nouvelle, lundi est férié (le lundi de Pâques)");

    [Fact]
    public void So_does_a_wait_that_is_a_day_longer_for_it() =>
        A.CompanyProject.PostedOn("2026-07-10 09:00 +02").InformationAsked
            .NextReads("Réponse du client attendue jusqu’au lun. 20 juil. à 10:00\u00a0: des informations lui ont été demandées, sans réponse on le rappelle, mardi est férié (le 14 Juillet)");

    [Fact]
    public void An_ordinary_try_has_nothing_to_explain() =>
        A.CompanyProject.Missed(2).NextReads("Appel jeu. 26 nov. à 10:00\u00a0: 3e tentative sur 6, à une autre demi-journée");

    [Fact]
    public void A_mail_that_would_fall_on_a_weekend_says_why_it_is_later() =>
        A.CompanyProject.PostedOn("2026-11-26 09:00 +01").InFollowUp
            .NextReads("Mail lun. 30 nov. à 08:42\u00a0: relance n°\u00a01 du cycle, reporté après le week-end")
            .NextReads("Email Mon 30 Nov at 08:42: relaunch no. 1 of this cycle, put off until after the weekend", Language.English);

    [Fact]
    public void A_mail_that_would_fall_on_a_holiday_names_it() =>
        A.CompanyProject.PostedOn("2026-12-22 09:00 +01").InFollowUp
            .NextReads("Mail lun. 28 déc. à 08:42\u00a0: relance n°\u00a01 du cycle, vendredi est férié (Noël)");

    [Fact]
    public void An_agreed_call_says_that_it_was_agreed() =>
        A.CompanyProject.CallAgreed.NextReads("Appel sam. 28 nov. à 11:15\u00a0: heure convenue avec le client")
            .NextReads("Call Sat 28 Nov at 11:15: time agreed with the client", Language.English);

    [Fact]
    public void A_pause_and_an_approval_read_well()
    {
        A.CompanyProject.Snoozed.NextReads("Mail lun. 25 janv. à 08:42\u00a0: fin de la pause demandée");
        A.CompanyProject.ApprovalAsked.NextReads(
            "Approbation attendue jusqu’au lun. 19 mars à 08:00\u00a0: 24 mois sans signe de vie, faut-il clore\u00a0? Sans réponse le projet reste en sommeil");
    }

    [Fact]
    public void Every_reason_and_every_cause_has_a_text_in_both_languages()
    {
        foreach (var code in Enum.GetValues<ReasonCode>())
            foreach (var cause in Enum.GetValues<AdjustmentCause>())
                foreach (var capped in new[] { false, true })
                {
                    var why = new Reason(code, 2, 6, cause, Paris.Day("2026-05-25"), Holiday.WhitMonday, capped);
                    var (french, english) = (why.Describe(Language.French), why.Describe(Language.English));
                    Assert.False(string.IsNullOrWhiteSpace(french) || string.IsNullOrWhiteSpace(english) || french == english);
                    FrenchTypography.AssertTypography(french);
                    Assert.DoesNotContain('\'', english);
                }
    }

    [Theory]
    [InlineData(AdjustmentCause.Holiday, "lundi est férié (le lundi de Pentecôte)", "Monday is a public holiday (Whit Monday)")]
    [InlineData(AdjustmentCause.Weekend, "reporté après le week-end", "put off until after the weekend")]
    [InlineData(AdjustmentCause.ClosedDay, "reporté\u00a0: jour non travaillé", "put off: not a working day")]
    public void A_slide_is_explained(AdjustmentCause cause, string french, string english)
    {
        var why = new Reason(ReasonCode.RelaunchByMail, 2, 0, cause, Paris.Day("2026-05-25"), Holiday.WhitMonday);
        Assert.Equal($"relance n°\u00a02 du cycle, {french}", why.Describe(Language.French));
        Assert.Equal($"relaunch no. 2 of this cycle, {english}", why.Describe(Language.English));
    }

    [Fact]
    public void Ordinals_and_days_are_those_of_the_language()
    {
        Assert.Equal(["1er", "2e", "1"], [NextActionText.FormatOrdinal(1, Language.French), NextActionText.FormatOrdinal(2, Language.French), NextActionText.FormatOrdinal(1, Language.English)]);
        Assert.Equal("mardi 24 novembre 2026", Paris.Day("2026-11-24").FormatLongDay(Language.French));
        Assert.Equal("Tuesday 24 November 2026", Paris.Day("2026-11-24").FormatLongDay(Language.English));
    }

    [Fact]
    public void A_first_call_after_a_post_on_a_holiday_names_it() =>
        A.CompanyProject.PostedOn("2026-07-14 10:00 +02").AwaitingValidation
            .NextReads("Appel mer. 15 juil. à 10:00\u00a0: 1re tentative sur 6, dans l’heure ouvrée qui suit le dépôt ou la dernière nouvelle, mardi est férié (le 14 Juillet)");

    [Fact]
    public void Attempt_on_a_holiday_does_not_delay_the_next_one() =>
        A.CompanyProject.PostedOn("2026-07-14 10:00 +02").AwaitingValidation.At("2026-07-14 11:00 +02").Calls(CallOutcome.NoAnswer)
            .NextReads("Appel mer. 15 juil. à 15:00\u00a0: 2e tentative sur 6, à une autre demi-journée");

    [Fact]
    public void A_holiday_that_falls_on_a_weekend_puts_nothing_off() =>
        A.CompanyProject.PostedOn("2026-10-29 14:00 +01").Missed(2) // All Saints' Day is a Sunday
            .NextReads("Appel mar. 3 nov. à 15:00\u00a0: 3e tentative sur 6, à une autre demi-journée");

    [Fact]
    public void Last_of_two_holidays_that_moved_a_date_is_named()
    {
        var thursdays = Policy.Default with { OwnHours = Paris.Only(NodaTime.IsoDayOfWeek.Thursday, "09:00", "18:00") };
        var story = A.CompanyProject.Under(thursdays).PostedOn("2026-05-06 10:00 +02").Missed(1); // 8 May is a Friday, Ascension Day is Thursday 14 May
        Assert.Equal((Paris.At("2026-05-21 09:00 +02"), Paris.Day("2026-05-14")), (story.Project.Next!.DueAt, story.Project.Next.Why.ClosedOn));
    }

    [Fact]
    public void Overdue_step_is_not_explained_by_a_past_holiday()
    {
        var late = A.CompanyProject.PostedOn("2026-07-10 15:00 +02").Missed(1).At("2026-07-17 11:00 +02").Gives(new OptOut(Channel.Mail), Who.Jeanne);
        Assert.Equal((Paris.At("2026-07-17 11:00 +02"), AdjustmentCause.None), (late.Project.Next!.DueAt, late.Project.Next.Why.AdjustedFor));
    }

    [Fact]
    public void An_hour_that_was_outside_the_window_needs_no_words() => Assert.Equal(
        new Reason(ReasonCode.RelaunchByMail, 1),
        A.CompanyProject.AwaitingValidation.At("2026-11-23 20:00 +01").Calls(CallOutcome.Serious).Project.Next!.Why);

    [Fact]
    public void A_pause_until_a_weekend_before_a_holiday_names_the_holiday() =>
        A.CompanyProject.PostedOn("2026-03-02 09:00 +01").InFollowUp.Snoozes("2026-04-04")
            .NextReads("Mail mar. 7 avr. à 08:42\u00a0: fin de la pause demandée, lundi est férié (le lundi de Pâques)");

    [Fact]
    public void Light_mails_are_numbered_from_one() =>
        A.CompanyProject.Dormant.NextReads("Mail jeu. 3 juin à 08:42\u00a0: mail trimestriel n°\u00a01 d’un projet en sommeil");

    [Theory]
    [InlineData("2026-12-01", "mar. 1er déc.", "Tue 1 Dec")]
    [InlineData("2026-12-11", "ven. 11 déc.", "Fri 11 Dec")]
    public void French_counts_the_first_of_a_month(string day, string french, string english) => Assert.Equal(
        (french, english), (Paris.Day(day).FormatShortDay(Language.French), Paris.Day(day).FormatShortDay(Language.English)));
}
