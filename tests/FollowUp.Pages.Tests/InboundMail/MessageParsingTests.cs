using System.Buffers;
using System.Text;
using FollowUp.Web.InboundMail;
using FollowUp.Web.InboundMail.Messages;
using Microsoft.Extensions.Options;

namespace FollowUp.Pages.Tests.InboundMail;

public sealed class MessageParsingTests
{
    [Fact]
    public async Task Two_messages_are_parsed_at_a_time_and_no_third()
    {
        var options = new OptionsMonitor<InboundMailOptions>(new OptionsFactory<InboundMailOptions>([], []), [], new OptionsCache<InboundMailOptions>());
        using var parsing = new MessageParsing(options);
        using var reading = new CountedReads(MessageParsing.MaxParallel);

        var messages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => parsing.Read(new CountedMemory(reading).Memory, TestContext.Current.CancellationToken))));

        Assert.All(messages, message => Assert.Equal("Oui.", message!.Content.Words));
        Assert.Equal(MessageParsing.MaxParallel, reading.Most);
    }

    /// <summary>Counts the reads at the same time. The first ones wait for each other, so that they do overlap.</summary>
    sealed class CountedReads(int together) : IDisposable
    {
        readonly Barrier barrier = new(together);
        int now;
        int begun;

        public int Most { get; private set; }

        public void Read()
        {
            lock (barrier)
            {
                Most = Math.Max(Most, ++now);
            }

            if (Interlocked.Increment(ref begun) <= together)
            {
                barrier.SignalAndWait(TestContext.Current.CancellationToken);
            }

            lock (barrier)
            {
                now--;
            }
        }

        public void Dispose() => barrier.Dispose();
    }

    sealed class CountedMemory(CountedReads reads) : MemoryManager<byte>
    {
        static readonly byte[] Message = Encoding.ASCII.GetBytes("From: jeanne@martin.example\r\n\r\nOui.\r\n");

        // The one of the base class reads the bytes.
        public override Memory<byte> Memory => CreateMemory(Message.Length);

        public override Span<byte> GetSpan()
        {
            reads.Read();
            return Message;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
