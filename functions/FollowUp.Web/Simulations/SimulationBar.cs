namespace FollowUp.Web.Simulations;

/// <summary>One bar of a chart, or two where cadences are compared.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Value">Its length, from 0 to 1.</param>
/// <param name="Text">Its value.</param>
/// <param name="Against">The length for the compared cadence; null without one.</param>
/// <param name="AgainstText">Its value.</param>
public sealed record SimulationBar(string Label, double Value, string Text, double? Against, string? AgainstText);
