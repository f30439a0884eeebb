namespace FollowUp.Domain.Calendars;

/// <summary>
/// A French public holiday: the eleven of article L3133-1 of the Code du travail, then the two that article L3134-13 adds in the
/// départements of Moselle, Bas-Rhin and Haut-Rhin. The names are stored.
/// </summary>
public enum Holiday
{
    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>The day after Easter Sunday.</summary>
    EasterMonday,

    /// <summary>1 May.</summary>
    LabourDay,

    /// <summary>8 May.</summary>
    VictoryDay,

    /// <summary>39 days after Easter Sunday.</summary>
    Ascension,

    /// <summary>50 days after Easter Sunday.</summary>
    WhitMonday,

    /// <summary>14 July.</summary>
    BastilleDay,

    /// <summary>15 August.</summary>
    Assumption,

    /// <summary>1 November.</summary>
    AllSaints,

    /// <summary>11 November.</summary>
    Armistice,

    /// <summary>25 December.</summary>
    Christmas,

    /// <summary>
    /// Alsace-Moselle only. The law limits it to places with a Protestant or a shared church. Here it closes all of Alsace-Moselle, since a
    /// missing call does less harm than a call on a holiday.
    /// </summary>
    GoodFriday,

    /// <summary>Alsace-Moselle only: 26 December.</summary>
    SaintStephen,

    /// <summary>Overseas only, by the client's place: the commemoration of the abolition of slavery (Code du travail, L3422-2).</summary>
    AbolitionOfSlavery,
}
