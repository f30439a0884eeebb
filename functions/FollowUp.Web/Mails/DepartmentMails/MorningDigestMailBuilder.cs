using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Digest;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Builds the morning digest of a coordinator.</summary>
sealed class MorningDigestMailBuilder(
    MorningDigestQuery digests, ProjectQueries projects, IDirectory directory, LinkTokens tokens, WorkingCalendar calendar, IOptionsMonitor<PagesOptions> pages,
    IOptionsMonitor<MailOptions> department, TimeProvider time)
{
    /// <returns>Null when the day is over, when the staff member has left, or when the digest is empty.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        if (calendar.DateOf(now) != mail.Day || await directory.FindStaff(mail.Recipient, cancellation) is not { } staff)
        {
            return null;
        }

        var digest = await digests.Load(staff, mail.Day, mail.Since ?? mail.OwedAt, cancellation);
        if (!digest.HasContent)
        {
            return null;
        }

        var language = staff.Language;
        var texts = ImmutableDictionary.CreateBuilder<string, TimelineText>();
        foreach (var project in digest.Answers.Select(a => a.Item.Project.Id).Distinct())
        {
            texts[project] = await projects.LoadTimelineText(project, language, cancellation);
        }

        var context = new MorningDigestContext
        {
            Digest = digest,
            Days = new DateTimeText(calendar, language, now),
            Pages = pages.CurrentValue,
            Department = department.CurrentValue,
            DescribeAnswer = answer => Describe(texts[answer.Item.Project.Id], answer),
            Name = (await projects.LoadNames(language, cancellation)).ResolveName,
            DecisionLink = decision => tokens.FormatAddress(new Link(
                LinkPurpose.Approval, decision.Item.Project.Id, decision.Item.Project.Generation, decision.Details.EventSeq, staff.Id,
                now + LinkTokens.GetLifetime(LinkPurpose.Approval))),
        };
        return new AddressedMail(staff.Id, staff.Name, MorningDigestMail.Build(context));
    }

    /// <summary>The answer, and the outcome when the project has been closed since.</summary>
    static string Describe(TimelineText text, DigestAnswer answer)
    {
        var sentence = text.Describe(answer.Entry.Event);
        if (answer.Item.Project.Outcome is not { } outcome)
        {
            return sentence;
        }

        var ended = sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".";
        return ended + text.Language.Pick($" Projet clos : {text.DescribeOutcome(outcome)}.", $" Project closed: {text.DescribeOutcome(outcome)}.");
    }
}
