namespace FollowUp.Web.Console.Board;

/// <summary>How a figure is drawn.</summary>
public enum BoardChart
{
    /// <summary>As a table alone.</summary>
    None,

    /// <summary>A bar for each row, with that of the period before below it.</summary>
    Bars,

    /// <summary>Steps from top to bottom, each a part of the one above.</summary>
    Funnel,

    /// <summary>A line for each column, from left to right by row.</summary>
    Lines,

    /// <summary>A cell for each row and hour, the darker the greater.</summary>
    HeatMap,
}
