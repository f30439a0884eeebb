namespace FollowUp.Storage.Tables;

/// <summary>Azure Tables has no room for what was to be written; nothing of it was.</summary>
public sealed class CommitTooLargeException(string sentence) : InvalidOperationException(sentence);
