using System.Text.Json;
using FollowUp.Application.Json;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// Spends what the mail service allows, one mail at a time, written down before the mail leaves: a worker that dies in between has spent a
/// mail too many, never sent one too many.
/// </summary>
public sealed class MailBudget(IMailLedger ledger, MailLimits limits, Metrics? metrics = null)
{
    /// <summary>Workers that write at the same moment; the last one comes back a little later.</summary>
    const int Rounds = 20;

    /// <summary>Takes one mail out of the budget.</summary>
    /// <returns>Null when it may leave; else when to ask again.</returns>
    public async Task<Instant?> Take(OutgoingMail mail, Instant now, CancellationToken cancellation = default)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var page = await ledger.Read(cancellation);
            var spending = Parse(page.Json);
            var free = FreeAt(spending, mail.Kind, now);
            if (free > now)
            {
                Measure(spending, now);
                return free + Spread(mail, free - now);
            }

            var after = spending.SpendOne(now);
            if (await ledger.Write(page with { Json = Write(after) }, cancellation))
            {
                Measure(after, now);
                return null;
            }
        }

        return now + Duration.FromSeconds(1) + Spread(mail, Duration.FromSeconds(10));
    }

    /// <summary>The mail service asked to be left alone.</summary>
    public async Task Close(Instant until, CancellationToken cancellation = default)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var page = await ledger.Read(cancellation);
            var spending = Parse(page.Json);
            if (spending.ClosedUntil >= until
                || await ledger.Write(page with { Json = Write(spending with { ClosedUntil = until }) }, cancellation))
            {
                return;
            }
        }
    }

    Instant FreeAt(MailSpending spending, MessageKind? kind, Instant now) => Instant.Max(
        spending.ClosedUntil ?? now,
        Instant.Max(
            spending.FreeAt(now, MailSpending.Minute, limits.InMinute(kind)),
            spending.FreeAt(now, MailSpending.Hour, limits.InHour(kind))));

    void Measure(MailSpending spending, Instant now)
    {
        metrics?.SpentOfMailBudget("minute", (double)spending.Within(now, MailSpending.Minute) / limits.PerMinute);
        metrics?.SpentOfMailBudget("hour", (double)spending.Within(now, MailSpending.Hour) / limits.PerHour);
    }

    /// <summary>Those that wait do not all come back at the same instant: each project has a moment of its own.</summary>
    static Duration Spread(OutgoingMail mail, Duration over)
    {
        if (!MailLimits.MayWait(mail.Kind))
        {
            return Duration.Zero;
        }

        var share = Fingerprint.Of(mail.ProjectId ?? mail.MessageId) % 1000 / 1000.0;
        return Duration.Min(over, Duration.FromMinutes(10)) * share;
    }

    static MailSpending Parse(string? json) =>
        json is null ? MailSpending.None : JsonSerializer.Deserialize<MailSpending>(json, StoredJson.Options) ?? MailSpending.None;

    static string Write(MailSpending spending) => JsonSerializer.Serialize(spending, StoredJson.Options);
}
