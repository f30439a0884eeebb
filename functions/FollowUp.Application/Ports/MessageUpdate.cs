namespace FollowUp.Application.Ports;

/// <summary>A change of the delivery state of a message.</summary>
/// <param name="Before">The message as it was loaded.</param>
/// <param name="After">The message as it is to be stored.</param>
/// <param name="Mail">The mail as it left, to be kept with the mark; null for none.</param>
public sealed record MessageUpdate(OutboxEntry Before, OutboxEntry After, SentMail? Mail = null);
