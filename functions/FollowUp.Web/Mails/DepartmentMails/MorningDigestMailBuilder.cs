using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Digest;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Reads what a coordinator is to be told this morning, and says it.</summary>
sealed class MorningDigestMailBuilder(
    MorningDigestQuery reader, ProjectQueries words, IDirectory directory, LinkTokens links, WorkingCalendar calendar, IOptions<PagesOptions> pages,
    IOptions<MailOptions> department, TimeProvider time)
{
    /// <returns>Null when the day is over, the person is gone, or there is nothing left to say.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        if (calendar.DateOf(now) != mail.Day || await directory.FindStaff(mail.Recipient, cancellation) is not { } staff)
        {
            return null;
        }

        var digest = await reader.Load(staff, mail.Day, mail.Since ?? mail.OwedAt, cancellation);
        if (!digest.HasContent)
        {
            return null;
        }

        var language = staff.Languages.IsDefaultOrEmpty ? Language.French : staff.Languages[0];
        var said = ImmutableDictionary.CreateBuilder<string, TimelineText>();
        foreach (var project in digest.Answers.Select(a => a.Item.Project.Id).Distinct())
        {
            said[project] = await words.LoadTimelineText(project, language, cancellation);
        }

        var matter = new MorningDigestContext(
            digest, new DateTimeText(calendar, language, now), pages.Value, department.Value,
            answer => Said(said[answer.Item.Project.Id], answer),
            (await words.LoadNames(language, cancellation)).ResolveName,
            approval => links.FormatAddress(new Link(
                LinkPurpose.Approval, approval.Item.Project.Id, approval.Item.Project.Generation, approval.Decision.EventSeq, staff.Id,
                now + LinkTokens.GetLifetime(LinkPurpose.Approval))));
        return new AddressedMail(staff.Id, staff.Name, MorningDigestMail.Build(matter));
    }

    static string Said(TimelineText words, DigestAnswer answer)
    {
        var said = words.Describe(answer.Entry.Event);
        if (answer.Item.Project.Outcome is not { } outcome)
        {
            return said;
        }

        var ended = said[^1] is '.' or '!' or '?' or '…' ? said : said + ".";
        return ended + new LocalizedText($" Projet clos : {words.DescribeOutcome(outcome)}.", $" Project closed: {words.DescribeOutcome(outcome)}.").In(words.Language);
    }
}

/// <summary>All that the digest's text is made from.</summary>
/// <param name="DescribeAnswer">An answer in words.</param>
/// <param name="Name">A person's or provider's name by its id.</param>
/// <param name="ApprovalLink">The link by which this person decides.</param>
sealed record MorningDigestContext(
    MorningDigest Digest, DateTimeText Days, PagesOptions Pages, MailOptions Department, Func<DigestAnswer, string> DescribeAnswer,
    Func<string, string> Name, Func<DigestApproval, Uri> ApprovalLink)
{
    public string Say(string french, string english) => new LocalizedText(french, english).In(Days.Language);

    public Uri ProjectPage(Project project) => Pages.Address($"/desk/projects/{Uri.EscapeDataString(project.Id)}");
}
