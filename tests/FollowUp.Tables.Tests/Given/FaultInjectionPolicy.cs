using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Tables.Tests.Given;

/// <summary>Injects network faults into requests.</summary>
sealed class FaultInjectionPolicy : HttpPipelinePolicy
{
    int transactions;

    /// <summary>The fault of a request, by its text and, for a transaction, its number from 1 (0 for any other request).</summary>
    public Func<string, int, Fault> Next { get; set; } = (_, _) => Fault.None;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isTransaction = message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);
        var fault = Next(TextOf(message.Request), isTransaction ? Interlocked.Increment(ref transactions) : 0);
        if (fault is Fault.ResetBefore) throw new IOException("Connection reset by peer");
        if (fault is Fault.BusyBefore) throw new RequestFailedException(503, "Server busy");

        await ProcessNextAsync(message, pipeline);
        if (fault is Fault.Doubled) await ProcessNextAsync(message, pipeline);
        if (fault is Fault.ResetAfter) throw new IOException("Connection reset by peer");
        if (fault is Fault.BusyAfter) throw new RequestFailedException(503, "Server busy");
        if (fault is Fault.TimeoutAfter) throw new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout");
    }

    static string TextOf(Request request)
    {
        if (request.Content is null) return $"{request.Method} {request.Uri}";
        using var content = new MemoryStream();
        request.Content.WriteTo(content, default);
        return $"{request.Method} {request.Uri} {System.Text.Encoding.UTF8.GetString(content.ToArray())}";
    }
}
