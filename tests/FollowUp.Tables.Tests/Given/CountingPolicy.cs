using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Tables.Tests.Given;

/// <summary>Records every request to the service, retries included.</summary>
sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    readonly ConcurrentQueue<string> operations = new();

    /// <summary>The operations since the last call, such as <c>read Projects</c>, sorted by name.</summary>
    public IReadOnlyList<string> TakeOperations()
    {
        var taken = new List<string>();
        while (operations.TryDequeue(out var operation)) taken.Add(operation);
        return [.. taken.Order(StringComparer.Ordinal)];
    }

    public override void OnSendingRequest(HttpMessage message) => operations.Enqueue(NameOf(message.Request));

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
