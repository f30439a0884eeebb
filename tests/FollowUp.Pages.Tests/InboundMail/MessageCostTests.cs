using System.Diagnostics;
using System.Text;
using FollowUp.Domain.Tests.Given;
using FollowUp.Web.InboundMail;
using FollowUp.Web.InboundMail.Messages;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Anybody can send a mail and make it costly to read: each of these has 25 MiB, of which every byte is meant to hurt.</summary>
[Collection(nameof(MeasuresAlone))]
public sealed class MessageCostTests
{
    const long MaxAllocated = 200L << 20;

    /// <summary>Processor time, which other work on the machine does not lengthen.</summary>
    static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    const string Head = "From: jeanne@martin.example\r\nTo: suivi@followup.example\r\n";

    /// <summary>What stands once, and what is repeated up to the limit.</summary>
    public static TheoryData<string, string, string> Kinds => new()
    {
        { "parts", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\n" },
        { "parts with headers", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nA: b\r\nContent-Type: text/plain\r\n\r\nx\r\n" },
        { "nested parts", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" },
        { "nested messages", Head + "Content-Type: message/rfc822\r\n\r\n", "Content-Type: message/rfc822\r\n\r\n" },
        { "a digest", Head + "Content-Type: multipart/digest; boundary=b\r\n\r\n", "--b\r\n\r\nFrom: x@y\r\nSubject: z\r\n\r\nx\r\n" },
        { "headers", Head, "A: b\r\n" },
        { "one header", Head + "Subject: ", "=?utf-8?q?=C3=A9?= " },
        { "senders", "To: suivi@followup.example\r\nFrom: ", "a@b.example, " },
        { "headers of a part", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "A: b\r\n" },
        { "one header of a part", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; x=", "aaaaaaaaaaaaaaaa" },
        { "headers of an attached message", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n", "A: b\r\n" },
        { "a delivery status", Head + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n", "Action: failed\r\n\r\n" },
        { "text", Head + "\r\n", "Bonjour, oui. " },
        { "lines", Head + "\r\n", "\n" },
        { "marks", Head + "Content-Type: text/plain; charset=utf-8\r\n\r\n", "\u0301\u0323" },
        { "flowed lines", Head + "Content-Type: text/plain; format=flowed\r\n\r\n", "a \r\n" },
        { "labels", Head + "\r\n", "De : x\n\n" },
        { "attributions", Head + "\r\n", "Le 1 a écrit :\n" },
        { "signatures", Head + "\r\n", "--\nx\n\n" },
        { "spaces", Head + "\r\n", "                                 " },
        { "tags", Head + "Content-Type: text/html\r\n\r\n", "<div>" },
        { "quotations", Head + "Content-Type: text/html\r\n\r\n", "<blockquote type=cite>" },
        { "attributes", Head + "Content-Type: text/html\r\n\r\n<div ", "a=b " },
        { "open brackets", Head + "Content-Type: text/html\r\n\r\n", "<" },
        { "references", Head + "Content-Type: text/html\r\n\r\n", "&amp" },
        { "comments", Head + "Content-Type: text/html\r\n\r\n", "<!--" },
        { "line breaks", Head + "Content-Type: text/html\r\n\r\n", "<br>" },
        { "an attachment", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nOui.\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo\r\n" },
        { "tokens", Head + "Cc: ", "suivi+abcdefghijklmnop@x.example, " },
        { "brackets in an address", "From: ", "(((((((((((((((" },
        { "a bounce", "From: mailer-daemon@x.example\r\n\r\nHi. This is the qmail-send program\r\n\r\n", "<a@b.example>:\r\n550 5.1.1 user unknown\r\n" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_message_of_the_greatest_length_costs_little(string kind, string start, string piece)
    {
        var raw = Compose(start, piece, InboundMailEndpoint.MaxMessageBytes);
        Read(Compose(start, piece, 10_000));

        var (allocated, time) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var before = Environment.CpuUsage.UserTime;
        Read(raw);
        var cost = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var spent = Environment.CpuUsage.UserTime - before;
        for (var again = 0; again < 2 && spent > MaxTime; again++)
        {
            // Beside other programs the same work takes more processor time: the caches are theirs too.
            before = Environment.CpuUsage.UserTime;
            Read(raw);
            spent = Environment.CpuUsage.UserTime - before;
        }

        Measurements.Report(
            TestContext.Current.TestOutputHelper!,
            FormattableString.Invariant($"25 MiB of {kind}: {cost >> 20} MiB allocated, {spent.TotalMilliseconds:F0} ms of processor time, {time.ElapsedMilliseconds} ms"));
        Assert.True(raw.Length + cost <= MaxAllocated, $"{kind}: {cost >> 20} MiB");
        Assert.True(spent <= MaxTime, $"{kind}: {spent}");
    }

    public static TheoryData<string, byte[]> ClaimedLengths => new()
    {
        { "a body", Tnef.WriteBodyOfClaimedLength(0x7ffffff0) },
        { "a body of more than two gigabytes", Tnef.WriteBodyOfClaimedLength(0xfffffff0) },
        { "a property", Tnef.WritePropertyOfClaimedLength(0x7ffffff0) },
        { "a property of more than two gigabytes", Tnef.WritePropertyOfClaimedLength(0xfffffff0) },
        { "compressed text", Tnef.WriteCompressedOfClaimedLength(0x7ffffff0) },
        { "nothing", [0x78, 0x9f, 0x3e, 0x22] },
    };

    [Theory]
    [MemberData(nameof(ClaimedLengths))]
    public void A_winmail_dat_that_claims_to_be_long_costs_little_and_is_one_file(string kind, byte[] tnef)
    {
        var raw = Encoding.ASCII.GetBytes(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
            + $"Content-Disposition: attachment; filename=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(tnef)}\r\n--b--\r\n");
        Read(raw);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var message = Read(raw);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated <= MaxAllocated, kind);
        Assert.InRange(message!.Content.Attachments, 0, 1);
    }

    [Fact]
    public void What_people_write_stands_before_the_cut()
    {
        var start = Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nOui, lundi.\r\n";

        var message = Read(Compose(start, "--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n", 1 << 20));

        Assert.Equal("Oui, lundi.", message!.Content.Words);
        Assert.InRange(message.Content.Attachments, 900, 5_000);
    }

    /// <summary>As the endpoint does it; null for a message that is refused.</summary>
    static InboundMessage? Read(byte[] raw)
    {
        try
        {
            return MessageLimits.Apply(raw) is { } bounded ? InboundMessageReader.Read(bounded) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    static byte[] Compose(string start, string piece, int length)
    {
        var (first, repeated) = (Encoding.UTF8.GetBytes(start), Encoding.UTF8.GetBytes(piece));
        var raw = new byte[length];
        first.CopyTo(raw, 0);
        for (var at = first.Length; at < length; at++)
        {
            raw[at] = repeated[(at - first.Length) % repeated.Length];
        }

        return raw;
    }
}

/// <summary>Tests that measure processor time run beside no other.</summary>
[CollectionDefinition(nameof(MeasuresAlone), DisableParallelization = true)]
public sealed class MeasuresAlone;
