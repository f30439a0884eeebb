namespace FollowUp.Domain.Cadences;

/// <summary>The shape that a field has in the cadence document.</summary>
public enum CadenceFieldKind
{
    /// <summary>A list of days of the week.</summary>
    Days,

    /// <summary>A list of windows, each a list of two times.</summary>
    Windows,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A list of whole numbers.</summary>
    Numbers,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A list of channels.</summary>
    Channels,
}
