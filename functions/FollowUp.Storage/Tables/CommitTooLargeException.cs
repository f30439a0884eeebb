namespace FollowUp.Storage.Tables;

/// <summary>A commit exceeds a limit of Azure Tables. Nothing of it was written.</summary>
public sealed class CommitTooLargeException(string message) : InvalidOperationException(message);
