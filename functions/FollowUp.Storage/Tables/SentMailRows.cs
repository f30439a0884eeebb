using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>Mails as they left, as rows of their project's partition, by message id.</summary>
static class SentMailRows
{
    public const string Prefix = "mail:";

    public static TableEntity BuildRow(string project, SentMail mail) => new TableEntity(Keys.Escape(project), $"{Prefix}{Keys.Escape(mail.MessageId)}")
    {
        ["Message"] = mail.MessageId,
        ["At"] = InstantColumn.ToNanoseconds(mail.At),
    }.SetText("Mail", JsonSerializer.Serialize(new SentMailText(mail.To, mail.Subject, mail.Text)));

    public static SentMail Read(TableEntity row)
    {
        var text = JsonSerializer.Deserialize<SentMailText>(row.GetText("Mail"))!;
        return new SentMail(row.GetString("Message"), InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0), text.To, text.Subject, text.Text);
    }
}
