namespace FollowUp.Local.Checks;

/// <summary>What <c>check</c> found about one thing.</summary>
/// <param name="Area">What was tried.</param>
/// <param name="State">Whether it is well.</param>
/// <param name="Text">What was found, and what to do about it.</param>
sealed record CheckResult(string Area, CheckState State, string Text)
{
    public static CheckResult Ok(string area, string text) => new(area, CheckState.Ok, text);

    public static CheckResult Note(string area, string text) => new(area, CheckState.Note, text);

    public static CheckResult Mend(string area, string text) => new(area, CheckState.Mend, text);
}
