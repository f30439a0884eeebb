namespace FollowUp.Storage.Shared;

/// <summary>The personal part of a mail as it left, as it is stored.</summary>
sealed record SentMailText(string To, string Subject, string Text);
