namespace FollowUp.Simulation.Fitting;

/// <summary>A parameter that was estimated from history.</summary>
/// <param name="Path">Its path in the document, such as <c>phone.byHour[9]</c>.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The lower end of the interval that holds the true value with a probability of 95 %.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Sample">How many observations it rests on.</param>
/// <param name="Of">What they are, in the plural.</param>
public sealed record Estimate(string Path, double Value, double Low, double High, long Sample, string Of)
{
    /// <summary>Below this many observations the default is kept.</summary>
    public const int Fewest = 30;

    /// <summary>Below this many observations the interval is too wide to decide by.</summary>
    public const int Enough = 200;

    /// <summary>Whether it replaces the default.</summary>
    public bool IsUsed => Sample >= Fewest;

    /// <summary>Whether a warning is due.</summary>
    public bool IsTooFew => Sample < Enough;

    /// <summary>A share with its Wilson interval (1927), which holds for small samples and for shares near 0 and 1 too.</summary>
    /// <param name="path">The path in the document.</param>
    /// <param name="part">The observations that count.</param>
    /// <param name="whole">All observations.</param>
    /// <param name="of">What they are.</param>
    /// <param name="value">The value when it is not the share itself but in proportion to it.</param>
    public static Estimate OfShare(string path, long part, long whole, string of, double? value = null)
    {
        if (whole == 0) return new Estimate(path, 0, 0, 0, 0, of);
        const double z = 1.96;
        var share = (double)part / whole;
        var centre = (share + (z * z / (2 * whole))) / (1 + (z * z / whole));
        var half = z / (1 + (z * z / whole)) * Math.Sqrt((share * (1 - share) / whole) + (z * z / (4.0 * whole * whole)));
        var scale = value is { } scaled && share > 0 ? scaled / share : 1;
        return new Estimate(path, share * scale, Math.Max(0, centre - half) * scale, (centre + half) * scale, whole, of);
    }
}
