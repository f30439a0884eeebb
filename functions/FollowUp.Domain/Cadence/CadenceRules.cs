using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain;

/// <summary>
/// What a cadence must keep to, so that no project is left without a way on: every list has an entry, every delay an end, every mail and
/// call an hour. For private persons it must keep to the décret 2022-1313 as well.
/// </summary>
sealed class CadenceRules
{
    static readonly OpeningHours PersonsMayBeCalled = DefaultCadence.Person.Calls;

    readonly ImmutableArray<CadenceProblem>.Builder problems = ImmutableArray.CreateBuilder<CadenceProblem>();

    CadenceRules()
    {
    }

    public static ImmutableArray<CadenceProblem> Problems(Cadence cadence)
    {
        var rules = new CadenceRules();
        rules.Between("version", cadence.Version, 1, 1_000_000);
        rules.Check("company", cadence.Company);
        rules.Check("person", cadence.Person);
        rules.ByTheDecree("person", cadence.Person);
        return rules.problems.ToImmutable();
    }

    void Check(string at, CadenceTable table)
    {
        Check($"{at}.validation", table.Validation, table.Calls);
        Check($"{at}.relaunch", table.Relaunch);
        Check($"{at}.dormancy", table.Dormancy);
        Between($"{at}.quietDaysAfterDoNotCall", table.QuietDaysAfterDoNotCall, 0, 365);
        if (table.Cap is not { } cap) return;
        Between($"{at}.cap.calls", cap.Calls, 1, 100);

        // A project keeps its calls of ninety days on record.
        Between($"{at}.cap.days", cap.Days, 1, 90);
    }

    void Check(string at, ValidationCadence validation, OpeningHours calls)
    {
        Between($"{at}.firstCallWithinMinutes", (int)validation.FirstCallWithin.TotalMinutes, 1, 2400);
        Count($"{at}.gaps", validation.Gaps.Length, 0, 11);
        Each($"{at}.gaps", validation.Gaps, 1, 30);
        Between($"{at}.closeAfter", validation.CloseAfter, 1, 60);
        Between($"{at}.informationWithin", validation.InformationWithin, 1, 60);
        Each($"{at}.mailAfter", validation.MailAfter, 1, validation.Attempts);
        for (var i = 1; i < validation.MailAfter.Length; i++)
        {
            if (validation.MailAfter[i] <= validation.MailAfter[i - 1])
                Problem($"{at}.mailAfter[{i}]", "Les essais suivis d’un mail vont en croissant.", "The attempts that a mail follows are in rising order.");
        }

        if (!validation.MailAfter.Contains(validation.Attempts))
        {
            Problem($"{at}.mailAfter", $"Un mail suit toujours le dernier essai, ici le {ReasonWords.Ordinal(validation.Attempts, Language.French)}.",
                $"A mail always follows the last attempt, here no. {validation.Attempts}.");
        }

        HalfDayTime($"{at}.morningAt", validation.MorningAt, HalfDayPart.Morning, calls);
        HalfDayTime($"{at}.afternoonAt", validation.AfternoonAt, HalfDayPart.Afternoon, calls);
    }

    void HalfDayTime(string at, LocalTime time, HalfDayPart part, OpeningHours calls)
    {
        if (PartOf(time) != part)
        {
            Problem(at, "Le matin finit à 13:30 ; l’après-midi commence alors.", "The morning ends at 13:30; the afternoon begins then.");
        }
        else if (calls.Windows.Any(w => PartOf(w.From) == part) && !calls.Windows.Any(w => w.From <= time && time < w.To))
        {
            Problem(at, "Cette heure est dans une plage d’appel.", "This time lies in a window for calls.");
        }
    }

    static HalfDayPart PartOf(LocalTime time) => HalfDay.Of(new LocalDate(2026, 1, 1) + time).Part;

    void Check(string at, RelaunchCadence relaunch)
    {
        Count($"{at}.delays", relaunch.Delays.Length, 1, 12);
        Each($"{at}.delays", relaunch.Delays, 1, 365);
        Between($"{at}.thenEvery", relaunch.ThenEvery, 1, 365);
        Count($"{at}.channels", relaunch.Channels.Length, 1, 12);
        Between($"{at}.silentBeforeWarning", relaunch.SilentBeforeWarning, 1, 24);
        Between($"{at}.sleepAfterWarning", relaunch.SleepAfterWarning, 1, 365);
        Between($"{at}.mailInsteadOfCallAfter", relaunch.MailInsteadOfCallAfter, 1, 60);
    }

    void Check(string at, DormancyCadence dormancy)
    {
        Between($"{at}.everyMonths", dormancy.EveryMonths, 1, 12);
        Between($"{at}.askAfterMonths", dormancy.AskAfterMonths, Math.Max(dormancy.EveryMonths, 1), 60);

        // The answer is due before the next quarter asks again.
        Between($"{at}.approveWithin", dormancy.ApproveWithin, 1, Math.Clamp(dormancy.EveryMonths * 15, 1, 60));
    }

    void ByTheDecree(string at, CadenceTable table)
    {
        if (table.Calls.Days.Any(d => !PersonsMayBeCalled.Include(d)))
            Problem($"{at}.calls.days", "Un particulier n’est appelé que du lundi au vendredi.", "A private person is called from Monday to Friday only.");
        for (var i = 0; i < table.Calls.Windows.Length; i++)
        {
            var window = table.Calls.Windows[i];
            if (!PersonsMayBeCalled.Windows.Any(w => w.From <= window.From && window.To <= w.To))
            {
                Problem($"{at}.calls.windows[{i}]", "Un particulier n’est appelé que de 10:00 à 13:00 et de 14:00 à 20:00.",
                    "A private person is called from 10:00 to 13:00 and from 14:00 to 20:00 only.");
            }
        }

        if (table.Cap is null) Problem($"{at}.cap", "Un particulier est appelé quatre fois au plus en trente jours.", "A private person is called four times at most in thirty days.");
        else
        {
            Between($"{at}.cap.calls", table.Cap.Calls, 1, 4);
            Between($"{at}.cap.days", table.Cap.Days, 30, 90);
        }

        Between($"{at}.quietDaysAfterDoNotCall", table.QuietDaysAfterDoNotCall, 60, 365);
    }

    void Each(string at, ImmutableArray<int> values, int least, int most)
    {
        for (var i = 0; i < values.Length; i++) Between($"{at}[{i}]", values[i], least, most);
    }

    void Between(string at, int value, int least, int most)
    {
        if ((value < least || value > most) && problems.All(p => p.Path != at))
            Problem(at, $"Un nombre de {least} à {most} est attendu, et non {value}.", $"A number from {least} to {most} is expected, not {value}.");
    }

    void Count(string at, int count, int least, int most)
    {
        if (count < least || count > most)
            Problem(at, $"De {least} à {most} valeurs sont attendues, et non {count}.", $"From {least} to {most} values are expected, not {count}.");
    }

    void Problem(string path, string french, string english) => problems.Add(new CadenceProblem(path, new Phrase(french, english)));
}
