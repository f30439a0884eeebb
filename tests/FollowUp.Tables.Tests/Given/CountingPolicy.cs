using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Tables.Tests.Given;

/// <summary>Records every request to the service, retries included.</summary>
sealed class CountingPolicy : HttpPipelinePolicy
{
    readonly ConcurrentQueue<CountedRequest> requests = new();

    /// <summary>How long each request is held up, so that requests made at once overlap whatever the load of the machine.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The operations since the last call, such as <c>read Projects</c>, sorted by name.</summary>
    public IReadOnlyList<string> TakeOperations() => [.. Take().Select(request => request.Operation).Order(StringComparer.Ordinal)];

    /// <summary>The requests that were answered since the last call.</summary>
    public IReadOnlyList<CountedRequest> Take()
    {
        var taken = new List<CountedRequest>();
        while (requests.TryDequeue(out var request)) taken.Add(request);
        return taken;
    }

    /// <summary>The requests that were answered so far, without taking them.</summary>
    public IReadOnlyList<CountedRequest> Answered => [.. requests];

    /// <summary>The length of the longest chain of requests of which each began after the one before it was answered.</summary>
    public static int CountSerial(IEnumerable<CountedRequest> requests)
    {
        var (count, free) = (0, long.MinValue);
        foreach (var request in requests.OrderBy(request => request.End))
        {
            if (request.Start < free) continue;
            count++;
            free = request.End;
        }

        return count;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var start = TimeProvider.System.GetTimestamp();
        ProcessNext(message, pipeline);
        Record(message, start);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var start = TimeProvider.System.GetTimestamp();
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, TimeProvider.System);
        await ProcessNextAsync(message, pipeline);
        Record(message, start);
    }

    void Record(HttpMessage message, long start)
    {
        var sent = message.Request.Content is { } content && content.TryComputeLength(out var length) ? length : 0;
        var received = message.HasResponse ? message.Response.Headers.ContentLengthLong ?? message.Response.ContentStream?.Length ?? 0 : 0;
        requests.Enqueue(new CountedRequest(NameOf(message.Request), start, TimeProvider.System.GetTimestamp(), sent + received));
    }

    static string NameOf(Request request)
    {
        var path = Uri.UnescapeDataString(request.Uri.Path);
        var table = TablesUnderTest.TableNames.FirstOrDefault(name => path.Contains(name, StringComparison.Ordinal));
        return (request.Method.Method, path) switch
        {
            ("POST", _) when path.EndsWith("$batch", StringComparison.Ordinal) => $"transaction {TableOf(request)}",
            ("GET", _) when path.Contains("RowKey=", StringComparison.Ordinal) => $"read {table}",
            ("GET", _) => $"query {table}",
            ("DELETE", _) => $"delete {table}",
            _ => $"write {table}",
        };
    }

    /// <summary>The table of a transaction, which only its content names.</summary>
    static string? TableOf(Request request)
    {
        using var content = new MemoryStream();
        request.Content!.WriteTo(content, default);
        var text = System.Text.Encoding.UTF8.GetString(content.ToArray());
        return TablesUnderTest.TableNames.FirstOrDefault(name => text.Contains($"x{name}", StringComparison.Ordinal));
    }
}
