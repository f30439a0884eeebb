using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Console.Settings;

/// <summary>Sends a webhook that a manager asks for: a test, or a repeat of one that was sent before.</summary>
sealed class WebhookTests(IWebhookSender webhooks, IWebhookDeliveries deliveries)
{
    static readonly LocalizedText NoTarget = new("Aucun site ne reçoit de webhooks.", "No website receives webhooks.");
    static readonly LocalizedText Gone = new("Cet envoi n’est plus parmi les derniers.", "This delivery is no longer among the last ones.");

    /// <returns>Null when the website accepted it, otherwise why not.</returns>
    public Task<LocalizedText?> Send(Instant now, CancellationToken cancellation)
    {
        var body = new JsonObject { ["type"] = "webhook.test", ["timestamp"] = now.ToString(), ["data"] = new JsonObject() };
        return TrySend($"test.{RandomNumberGenerator.GetHexString(16, lowercase: true)}", body.ToJsonString(), now, cancellation);
    }

    /// <summary>Sends the body of a delivery again, with its id.</summary>
    public async Task<LocalizedText?> Resend(string messageId, Instant now, CancellationToken cancellation) =>
        (await deliveries.Read(cancellation)).FirstOrDefault(d => d.MessageId == messageId) is { } delivery
            ? await TrySend(delivery.MessageId, delivery.Body, now, cancellation)
            : Gone;

    async Task<LocalizedText?> TrySend(string messageId, string body, Instant now, CancellationToken cancellation)
    {
        if (!webhooks.IsConfigured)
        {
            return NoTarget;
        }

        try
        {
            await webhooks.Send(messageId, body, now, cancellation);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return failure switch
            {
                ThrottledException => new("Le site demande une pause, ou échoue trop souvent : réessayez dans une minute.", "The website asks for a pause, or fails too often: try again in a minute."),
                HttpRequestException { StatusCode: { } status } => new($"Le site a répondu {(int)status}.", $"The website answered {(int)status}."),
                _ => new($"Le site n’a pas répondu ({failure.GetType().Name}).", $"The website did not answer ({failure.GetType().Name})."),
            };
        }
    }
}
