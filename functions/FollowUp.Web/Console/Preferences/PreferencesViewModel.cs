namespace FollowUp.Web.Console.Preferences;

/// <summary>The preferences of one browser.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Saved">Whether they were saved just before.</param>
public sealed record PreferencesViewModel(ConsoleVisit Visit, bool Saved);
