using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>One attempt to send a webhook.</summary>
/// <param name="MessageId">The <c>webhook-id</c>; the same at every attempt for one message.</param>
/// <param name="At">When the attempt began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Status">The HTTP status of the answer; null when there was none.</param>
/// <param name="Failure">Why it failed, in English and without an address; null when the website accepted it.</param>
/// <param name="Body">The JSON that was sent; it holds no personal data.</param>
public sealed record WebhookDelivery(string MessageId, Instant At, Duration Duration, int? Status, string? Failure, string Body);
