namespace FollowUp.Local.CommandLine;

/// <summary>An argument or a setting is wrong. The process prints the message to standard error and exits with 2.</summary>
/// <param name="message">A sentence that names the argument or the setting.</param>
public sealed class BadArgumentException(string message) : Exception(message);
