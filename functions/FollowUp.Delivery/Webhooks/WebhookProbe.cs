using Microsoft.Extensions.Options;

namespace FollowUp.Delivery.Webhooks;

/// <summary>Tries whether the website of the webhooks answers, by the connection that webhooks use. It sends no webhook.</summary>
public sealed class WebhookProbe(IHttpClientFactory clients, IOptionsMonitor<WebhookOptions> options)
{
    /// <param name="Failure">Why the website does not answer; null when it does, with any status.</param>
    /// <param name="Date">The website's clock; null when it tells none.</param>
    public sealed record Result(string? Failure, DateTimeOffset? Date);

    /// <summary>Asks for the headers of the target.</summary>
    /// <returns>Null when no website is configured.</returns>
    public async Task<Result?> Try(CancellationToken cancellation)
    {
        if (options.CurrentValue.Target is not { } target)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.CurrentValue.Timeout);
        try
        {
            using var client = clients.CreateClient(WebhookSender.HttpClientName);
            using var request = new HttpRequestMessage(HttpMethod.Head, target);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new Result(null, response.Headers.Date);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Result($"it did not answer within {options.CurrentValue.Timeout.TotalSeconds:0} s", null);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return new Result((failure.InnerException ?? failure).Message, null);
        }
    }
}
