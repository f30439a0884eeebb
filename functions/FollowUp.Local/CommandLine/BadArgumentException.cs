namespace FollowUp.Local.CommandLine;

/// <summary>Something that the caller asked for cannot be: the process says what, and exits with 2.</summary>
public sealed class BadArgumentException(string sentence) : Exception(sentence);
