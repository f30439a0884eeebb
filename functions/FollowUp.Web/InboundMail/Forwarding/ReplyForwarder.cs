using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Web.Console;
using FollowUp.Web.InboundMail.Messages;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.InboundMail.Forwarding;

/// <summary>
/// Forwards a message that a human must read to the staff member in charge, once. The mail is sent before the gateway gets its answer; when sending
/// fails, the gateway sends the message again.
/// </summary>
sealed class ReplyForwarder(
    IDirectory directory, IProjectStore store, IKeyValueStore settings, IMailSender sender, DepartmentMailComposer composer, IOptionsMonitor<MailOptions> department,
    IOptionsMonitor<PagesOptions> pages, RequestLimiter limiter, TimeProvider time)
{
    public async Task<InboundMailResult> Forward(IReadOnlyList<Project> projects, InboundMessage message, string why, CancellationToken cancellation)
    {
        var text = message.Content.Format(projects[0].Language);
        var only = projects is [var one] ? one.Id : null;
        var fingerprint = message.Digest[..32];
        var row = $"passed-on:{fingerprint}";
        if (await settings.Get(row, cancellation) is not null)
        {
            return new InboundMailResult.PassedOn(only, InboundMailResult.RepeatedCode);
        }

        // A mailbox of staff is no target for a flood. The gateway brings the message again later, so that nothing is lost.
        if (!await limiter.TryAcquire(RateLimit.ForwardedMails, projects[0].Id, cancellation))
        {
            throw new ThrottledException(time.GetCurrentInstant() + Duration.FromTimeSpan(RateLimit.ForwardedMails.Window));
        }

        var everybody = await directory.AllStaff(cancellation);
        var manager = everybody.FindFirstManager();
        foreach (var theirs in projects.GroupBy(p => everybody.FirstOrDefault(s => s.Id == p.InCharge) ?? manager))
        {
            if (theirs.Key is not { } reader)
            {
                continue;
            }

            try
            {
                await Mail(reader, [.. theirs], message, text, why, fingerprint, cancellation);
            }
            catch (AddressRejectedException) when (manager is not null && manager.Id != reader.Id)
            {
                // The staff member in charge has no address any more. A repeat by the gateway would not change that.
                await Mail(manager, [.. theirs], message, text, why, fingerprint, cancellation);
            }
        }

        await settings.Set(row, why, time.GetCurrentInstant() + RetentionPeriods.Mails, cancellation);
        return new InboundMailResult.PassedOn(only, why);
    }

    async Task Mail(
        Staff reader, ImmutableArray<Project> projects, InboundMessage message, string text, string why, string fingerprint,
        CancellationToken cancellation)
    {
        var titles = new List<(string Title, Uri Page)>();
        foreach (var project in projects)
        {
            var title = (await store.LoadDossier(project.Id, cancellation))?.Title ?? project.Id;
            titles.Add((
                title.ToOneLine(),
                pages.CurrentValue.Address(ConsoleAddresses.Project(project.Id))));
        }

        var mail = ForwardedReplyMail.Write(reader, titles, message.Sender!, text, why, department.CurrentValue);
        await sender.Send(
            await composer.Compose($"passed-on.{fingerprint}.{reader.Id}", projects.Length == 1 ? projects[0].Id : null, reader.Id, reader.Name, mail),
            time.GetCurrentInstant(), cancellation);
    }
}
