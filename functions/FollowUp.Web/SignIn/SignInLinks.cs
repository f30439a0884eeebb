using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web;

/// <summary>The mailed link that opens the console: it lasts a quarter of an hour, or until there is a newer one, and opens one session.</summary>
sealed class SignInLinks(
    IDirectory directory, NewestSignIns newest, WorkingCalendar calendar, LinkBuilder links, MailRenderer renderer, IMailSender courier, IOptions<MailOptions> department,
    TimeProvider time)
{
    /// <param name="projectId">The project's page to open afterwards; null for the day.</param>
    public async Task Mail(Staff staff, string? projectId, CancellationToken cancellation)
    {
        var number = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        var now = time.Now();
        var link = new Link(LinkPurpose.SignIn, projectId ?? "", 0, number, staff.Id, now + LinkBuilder.Lifetime(LinkPurpose.SignIn));

        // Before it leaves: a mail that arrives works, and one that was refused is asked for again.
        await newest.Succeed(link, cancellation);
        var text = SignInMail.Write(staff, links.Address(link), department.Value);
        await courier.Send(
            MailFields.Checked(new OutgoingMail(
                $"sign-in.{number:x}", null, staff.Id, staff.Name, department.Value.DepartmentName, department.Value.ReplyTo(),
                text.Subject, PlainText.Of(text), await renderer.Html(text), ImmutableDictionary<string, string>.Empty,
                MailWriter.LinksOf(text))),
            now, cancellation);
    }

    public async Task<IResult> Show(Link link, string token, HttpContext context) =>
        await directory.FindStaff(link.Person, context.RequestAborted) is { } staff
            ? Shown(link, token, staff, await newest.Of(link, context.RequestAborted), context)
            : LinkEndpoints.Unknown();

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Person, context.RequestAborted) is not { } staff)
        {
            return LinkEndpoints.Unknown();
        }

        if (!await context.IsOurForm())
        {
            return Shown(
                link, token, staff, await newest.Of(link, context.RequestAborted), context, StatusCodes.Status400BadRequest, outdated: true);
        }

        if (await newest.Use(link, context.RequestAborted) is { Link: not LinkState.Live } state)
        {
            return Shown(link, token, staff, state, context, StatusCodes.Status409Conflict);
        }

        await DeskSession.Open(context, staff);
        return Results.Extensions.SeeOther(link.ProjectId.Length == 0 ? "/desk" : $"/desk/projects/{Uri.EscapeDataString(link.ProjectId)}");
    }

    IResult Shown(
        Link link, string token, Staff staff, SignInState state, HttpContext context, int status = StatusCodes.Status200OK, bool outdated = false)
    {
        var language = context.AskedLanguage() ?? staff.Language;
        return Page.Of<SignInLinkPage>(
            language, new SignInLinkCase(link, token, staff, state, new DayWords(calendar, language, time.Now())) { Outdated = outdated }, status);
    }
}
