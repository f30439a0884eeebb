using FollowUp.Domain.Text;
using MimeKit;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>What the sender of a reply wrote.</summary>
/// <param name="Words">The new part of the text; all of it where nothing new is found; empty only for a mail without text.</param>
/// <param name="Attachments">How many files are attached. The files themselves are not stored.</param>
sealed record ReplyContent(string Words, int Attachments)
{
    /// <summary>The longest stored text in characters, as for a note.</summary>
    public const int MaxLength = 4_000;

    public static ReplyContent Read(MimeMessage mail) => new(
        Truncate(MailTextReader.Read(mail.Body) is { Length: > 0 } words ? words : CalendarAnswer.Find(mail) ?? ""), AttachmentCounter.Count(mail));

    /// <summary>The text as it is stored: the words, and how many attachments there are.</summary>
    public string Format(Language language)
    {
        string Say(string french, string english) => new LocalizedText(french, english).In(language);
        return (Words.Length, Attachments) switch
        {
            (0, 0) => Say("(réponse sans texte)", "(reply without text)"),
            (_, 0) => Words,
            (_, 1) => $"{Words}\n\n{Say("(1 pièce jointe)", "(1 attachment)")}".Trim(),
            var (_, n) => $"{Words}\n\n{Say($"({n} pièces jointes)", $"({n} attachments)")}".Trim(),
        };
    }

    static string Truncate(string words)
    {
        if (words.Length <= MaxLength)
        {
            return words;
        }

        var end = char.IsHighSurrogate(words[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{words[..end].TrimEnd()} […]";
    }
}
