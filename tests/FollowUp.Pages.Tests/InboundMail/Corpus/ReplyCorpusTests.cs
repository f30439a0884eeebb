using System.Text;
using FollowUp.Domain.Tests.Given;
using FollowUp.Web.InboundMail.Messages;

namespace FollowUp.Pages.Tests.InboundMail.Corpus;

/// <summary>What is found of the client's words in mails of many programs, in five languages.</summary>
public sealed class ReplyCorpusTests
{
    const double ExactShare = 0.98;

    static string Read(CorpusMail mail)
    {
        var raw = $"From: Jeanne Martin <jeanne@martin.example>\nTo: suivi@followup.example\nSubject: Re: 2026\nMIME-Version: 1.0\n{mail.Body}";
        return InboundMessageReader.Read(Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n")))!.Content.Words;
    }

    [Fact]
    public void The_clients_words_are_found_exactly_and_none_is_lost()
    {
        var mails = MailPrograms.All.ToArray();
        var read = mails.Select(mail => (Mail: mail, Words: Read(mail))).ToArray();
        var inexact = read.Where(r => r.Words != r.Mail.Expected).ToArray();
        var lost = read.Where(r => !r.Mail.Expected.Split('\n').All(line => r.Words.Contains(line, StringComparison.Ordinal))).ToArray();
        var share = (mails.Length - inexact.Length) / (double)mails.Length;
        var figures = FormattableString.Invariant($"Corpus of replies: {mails.Length} mails, {share:P1} exactly right, {lost.Length} with lost words");
        Measurements.Report(TestContext.Current.TestOutputHelper!, figures);

        Assert.True(mails.Length >= 150);
        Assert.Empty(lost.Select(r => $"{r.Mail.Name}: {r.Words}"));
        Assert.True(share >= ExactShare, figures + "\n" + string.Join("\n---\n", inexact.Select(r => $"{r.Mail.Name}\n{r.Words}")));
    }
}
