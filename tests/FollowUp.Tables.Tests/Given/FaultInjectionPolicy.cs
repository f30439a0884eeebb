using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Tables.Tests.Given;

public enum Fault
{
    None,

    /// <summary>The connection breaks before the service has the request.</summary>
    ResetBefore,

    /// <summary>The service did it; the connection breaks before its answer is here.</summary>
    ResetAfter,

    /// <summary>The service did it; the caller waited too long for the answer.</summary>
    TimeoutAfter,

    /// <summary>The service is too busy, and did nothing.</summary>
    BusyBefore,

    /// <summary>The service did it and says that it is too busy.</summary>
    BusyAfter,

    /// <summary>The request reaches the service twice; the second answer is the one that counts.</summary>
    Doubled,
}

/// <summary>Makes calls go wrong as they do on a network.</summary>
sealed class FaultInjectionPolicy : HttpPipelinePolicy
{
    int transactions;

    /// <summary>What happens to a request; by its text, and for a transaction its number from 1 (0 for any other request).</summary>
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
