using Microsoft.Extensions.Options;

namespace FollowUp.Web.InboundMail.Messages;

/// <summary>
/// Parses at most two messages at a time: a message of 25 MiB takes memory, and gateways bring many at once. One instance per process.
/// </summary>
sealed class MessageParsing(IOptionsMonitor<InboundMailOptions> options) : IDisposable
{
    public const int MaxParallel = 2;

    readonly SemaphoreSlim free = new(MaxParallel);

    /// <exception cref="FormatException">The bytes are no message.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for its turn.</exception>
    /// <returns>Null for a message without From.</returns>
    public async Task<InboundMessage?> Read(ReadOnlyMemory<byte> raw, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            return InboundMessageReader.Read(raw, options.CurrentValue.AuthenticatedBy);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
