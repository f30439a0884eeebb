using System.Diagnostics;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Calendars;

/// <summary>The common names of the holidays with their French article, as in "mardi 14 juillet est férié (le 14 Juillet)".</summary>
public static class HolidayNames
{
    /// <summary>The name of a holiday in a language.</summary>
    /// <exception cref="UnreachableException">No such holiday or language.</exception>
    public static string In(this Holiday holiday, Language language)
    {
        var (french, english) = GetNames(holiday);
        return language switch
        {
            Language.French => french,
            Language.English => english,
            _ => throw new UnreachableException($"No rule for {language}."),
        };
    }

    static (string French, string English) GetNames(Holiday holiday) => holiday switch
    {
        Holiday.NewYear => ("le jour de l’An", "New Year’s Day"),
        Holiday.EasterMonday => ("le lundi de Pâques", "Easter Monday"),
        Holiday.LabourDay => ("le 1er Mai", "Labour Day"),
        Holiday.VictoryDay => ("le 8 Mai", "Victory Day"),
        Holiday.Ascension => ("l’Ascension", "Ascension Day"),
        Holiday.WhitMonday => ("le lundi de Pentecôte", "Whit Monday"),
        Holiday.BastilleDay => ("le 14 Juillet", "Bastille Day"),
        Holiday.Assumption => ("l’Assomption", "Assumption Day"),
        Holiday.AllSaints => ("la Toussaint", "All Saints’ Day"),
        Holiday.Armistice => ("le 11 Novembre", "Armistice Day"),
        Holiday.Christmas => ("Noël", "Christmas Day"),
        Holiday.GoodFriday => ("le Vendredi saint", "Good Friday"),
        Holiday.SaintStephen => ("la Saint-Étienne", "Saint Stephen’s Day"),
        Holiday.AbolitionOfSlavery => ("l’abolition de l’esclavage", "the abolition of slavery"),
        _ => throw new UnreachableException($"No rule for {holiday}."),
    };
}
