namespace FollowUp.Web.Mails.Content;

/// <summary>A heading before other blocks.</summary>
public sealed record Heading(string Text) : MailBlock;
