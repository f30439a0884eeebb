using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Cadences;

/// <summary>
/// The rules of a cadence: ranges and orders that keep every project with a next action, and for private persons the limits of décret
/// 2022-1313.
/// </summary>
sealed class CadenceValidator
{
    static readonly OpeningHours LegalCallHours = DefaultCadence.Person.Calls;

    readonly ImmutableArray<CadenceProblem>.Builder problems = ImmutableArray.CreateBuilder<CadenceProblem>();

    CadenceValidator()
    {
    }

    /// <summary>All problems; empty when the cadence is valid.</summary>
    public static ImmutableArray<CadenceProblem> Validate(Cadence cadence)
    {
        var validator = new CadenceValidator();
        validator.CheckRange("version", cadence.Version, 1, 1_000_000);
        validator.CheckRange("consentMonths", cadence.ConsentMonths, 1, 36);
        validator.CheckCategories("consumersNotRelaunched", cadence.ConsumersNotRelaunched);
        validator.CheckSection("company", cadence.Company);
        validator.CheckSection("person", cadence.Person);
        validator.CheckDecree("person", cadence.Person);
        return validator.problems.ToImmutable();
    }

    void CheckCategories(string at, ImmutableArray<string> categories)
    {
        CheckCount(at, categories.Length, 0, 200);
        for (var i = 0; i < categories.Length; i++)
        {
            if (categories[i].Length is 0 or > 100 || categories[i].Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
                AddProblem($"{at}[{i}]", "Une catégorie est en minuscules, comme « isolation ».", "A category is in lower case, as “isolation”.");
            else if (categories.IndexOf(categories[i]) < i)
                AddProblem($"{at}[{i}]", "Cette catégorie est déjà dans la liste.", "This category is in the list already.");
        }
    }

    void CheckSection(string at, CadenceTable table)
    {
        CheckSection($"{at}.validation", table.Validation, table.Calls);
        CheckSection($"{at}.relaunch", table.Relaunch);
        CheckSection($"{at}.dormancy", table.Dormancy);
        CheckRange($"{at}.quietDaysAfterDoNotCall", table.QuietDaysAfterDoNotCall, 0, 365);
        if (table.Cap is not { } cap) return;
        CheckRange($"{at}.cap.calls", cap.Calls, 1, 100);

        // A project keeps the calls of the last ninety days.
        CheckRange($"{at}.cap.days", cap.Days, 1, 90);
    }

    void CheckSection(string at, ValidationCadence validation, OpeningHours calls)
    {
        CheckRange($"{at}.firstCallWithinMinutes", (int)validation.FirstCallWithin.TotalMinutes, 1, 2400);
        CheckCount($"{at}.gaps", validation.Gaps.Length, 0, 11);
        CheckEach($"{at}.gaps", validation.Gaps, 1, 30);
        CheckRange($"{at}.closeAfter", validation.CloseAfter, 1, 60);
        CheckRange($"{at}.informationWithin", validation.InformationWithin, 1, 60);
        CheckEach($"{at}.mailAfter", validation.MailAfter, 1, validation.Attempts);
        for (var i = 1; i < validation.MailAfter.Length; i++)
        {
            if (validation.MailAfter[i] <= validation.MailAfter[i - 1])
                AddProblem($"{at}.mailAfter[{i}]", "Les tentatives suivies d’un mail vont en croissant.", "The attempts that an email follows are in rising order.");
        }

        if (!validation.MailAfter.Contains(validation.Attempts))
        {
            AddProblem($"{at}.mailAfter", $"Un mail suit toujours la dernière tentative, ici la {NextActionText.FormatOrdinal(validation.Attempts, Language.French, feminine: true)}.",
                $"An email always follows the last attempt, here no. {validation.Attempts}.");
        }

        CheckHalfDayTime($"{at}.morningAt", validation.MorningAt, HalfDayPart.Morning, calls);
        CheckHalfDayTime($"{at}.afternoonAt", validation.AfternoonAt, HalfDayPart.Afternoon, calls);
    }

    void CheckHalfDayTime(string at, LocalTime time, HalfDayPart part, OpeningHours calls)
    {
        if (GetHalfDayPart(time) != part)
        {
            AddProblem(at, "Le matin finit à 13:30 ; l’après-midi commence alors.", "The morning ends at 13:30; the afternoon begins then.");
        }
        else if (calls.Windows.Any(w => GetHalfDayPart(w.From) == part) && !calls.Windows.Any(w => w.From <= time && time < w.To))
        {
            AddProblem(at, "Cette heure est dans une plage d’appel.", "This time lies in a window for calls.");
        }
    }

    static HalfDayPart GetHalfDayPart(LocalTime time) => HalfDay.Of(new LocalDate(2026, 1, 1) + time).Part;

    void CheckSection(string at, RelaunchCadence relaunch)
    {
        CheckCount($"{at}.delays", relaunch.Delays.Length, 1, 12);
        CheckEach($"{at}.delays", relaunch.Delays, 1, 365);
        CheckRange($"{at}.thenEvery", relaunch.ThenEvery, 1, 365);
        CheckCount($"{at}.channels", relaunch.Channels.Length, 1, 12);
        CheckRange($"{at}.silentBeforeWarning", relaunch.SilentBeforeWarning, 1, 24);
        CheckRange($"{at}.sleepAfterWarning", relaunch.SleepAfterWarning, 1, 365);
        CheckRange($"{at}.mailInsteadOfCallAfter", relaunch.MailInsteadOfCallAfter, 1, 60);
    }

    void CheckSection(string at, DormancyCadence dormancy)
    {
        CheckRange($"{at}.everyMonths", dormancy.EveryMonths, 1, 12);
        CheckRange($"{at}.askAfterMonths", dormancy.AskAfterMonths, Math.Max(dormancy.EveryMonths, 1), 60);

        // The approval is due before the next quarter.
        CheckRange($"{at}.approveWithin", dormancy.ApproveWithin, 1, Math.Clamp(dormancy.EveryMonths * 15, 1, 60));
    }

    void CheckDecree(string at, CadenceTable table)
    {
        if (table.Calls.Days.Any(d => !LegalCallHours.Includes(d)))
            AddProblem($"{at}.calls.days", "Un particulier n’est appelé que du lundi au vendredi.", "A private person is called from Monday to Friday only.");
        for (var i = 0; i < table.Calls.Windows.Length; i++)
        {
            var window = table.Calls.Windows[i];
            if (!LegalCallHours.Windows.Any(w => w.From <= window.From && window.To <= w.To))
            {
                AddProblem($"{at}.calls.windows[{i}]", "Un particulier n’est appelé que de 10:00 à 13:00 et de 14:00 à 20:00.",
                    "A private person is called from 10:00 to 13:00 and from 14:00 to 20:00 only.");
            }
        }

        if (table.Cap is null) AddProblem($"{at}.cap", "Un particulier est appelé quatre fois au plus en trente jours.", "A private person is called four times at most in thirty days.");
        else
        {
            CheckRange($"{at}.cap.calls", table.Cap.Calls, 1, 4);
            CheckRange($"{at}.cap.days", table.Cap.Days, 30, 90);
        }

        CheckRange($"{at}.quietDaysAfterDoNotCall", table.QuietDaysAfterDoNotCall, 60, 365);
    }

    void CheckEach(string at, ImmutableArray<int> values, int least, int most)
    {
        for (var i = 0; i < values.Length; i++) CheckRange($"{at}[{i}]", values[i], least, most);
    }

    void CheckRange(string at, int value, int least, int most)
    {
        if ((value < least || value > most) && problems.All(p => p.Path != at))
            AddProblem(at, $"Un nombre de {least} à {most} est attendu, et non {value}.", $"A number from {least} to {most} is expected, not {value}.");
    }

    void CheckCount(string at, int count, int least, int most)
    {
        if (count < least || count > most)
            AddProblem(at, $"De {least} à {most} valeurs sont attendues, et non {count}.", $"From {least} to {most} values are expected, not {count}.");
    }

    void AddProblem(string path, string french, string english) => problems.Add(new CadenceProblem(path, new LocalizedText(french, english)));
}
