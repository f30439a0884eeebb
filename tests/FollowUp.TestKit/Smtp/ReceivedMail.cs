using MimeKit;

namespace FollowUp.TestKit.Smtp;

/// <summary>A message that a mail server received.</summary>
/// <param name="From">The address of the envelope.</param>
/// <param name="To">The addresses of the envelope.</param>
/// <param name="Raw">The message as it came.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, byte[] Raw)
{
    public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(Raw));
}
