namespace FollowUp.Domain.Calendars;

/// <summary>
/// A French public holiday: the eleven of article L3133-1 of the Code du travail, then the two that article L3134-13 adds in the
/// départements of Moselle, Bas-Rhin and Haut-Rhin.
/// </summary>
public enum Holiday
{
    NewYear,
    EasterMonday,
    LabourDay,
    VictoryDay,
    Ascension,
    WhitMonday,
    BastilleDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,

    /// <summary>
    /// Alsace-Moselle only. The law has it only where there is a Protestant church or a shared one; taken here as closed everywhere,
    /// since a call too few does less harm than one on a holiday.
    /// </summary>
    GoodFriday,

    /// <summary>Alsace-Moselle only: 26 December.</summary>
    SaintStephen,
}
