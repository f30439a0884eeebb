using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.Rendering;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.SignIn;

/// <summary>The mailed link that opens the console: it lasts a quarter of an hour, or until there is a newer one, and opens one session.</summary>
sealed class SignInLinkHandler(
    IDirectory directory, LatestSignInLinks newest, WorkingCalendar calendar, LinkTokens links, MailRenderer renderer, IMailSender courier, IOptions<MailOptions> department,
    TimeProvider time)
{
    /// <param name="projectId">The project's page to open afterwards; null for the day.</param>
    public async Task SendLink(Staff staff, string? projectId, CancellationToken cancellation)
    {
        var number = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        var now = time.GetCurrentInstant();
        var link = new Link(LinkPurpose.SignIn, projectId ?? "", 0, number, staff.Id, now + LinkTokens.GetLifetime(LinkPurpose.SignIn));

        // Before it leaves: a mail that arrives works, and one that was refused is asked for again.
        await newest.Register(link, cancellation);
        var text = SignInMail.Write(staff, links.FormatAddress(link), department.Value);
        await courier.Send(
            MailHeaderGuard.EnsureSingleLines(new OutgoingMail(
                $"sign-in.{number:x}", null, staff.Id, staff.Name, department.Value.DepartmentName, department.Value.FormatReplyAddress(),
                text.Subject, PlainTextRenderer.Render(text), await renderer.RenderHtml(text), ImmutableDictionary<string, string>.Empty,
                MailWriter.GetLinks(text))),
            now, cancellation);
    }

    public async Task<IResult> Show(Link link, string token, HttpContext context) =>
        await directory.FindStaff(link.Person, context.RequestAborted) is { } staff
            ? Render(link, token, staff, await newest.GetState(link, context.RequestAborted), context)
            : LinkEndpoints.Unknown();

    public async Task<IResult> SignIn(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Person, context.RequestAborted) is not { } staff)
        {
            return LinkEndpoints.Unknown();
        }

        if (!await context.HasValidAntiforgeryToken())
        {
            return Render(
                link, token, staff, await newest.GetState(link, context.RequestAborted), context, StatusCodes.Status400BadRequest, outdated: true);
        }

        if (await newest.Use(link, context.RequestAborted) is { State: not LinkState.Live } state)
        {
            return Render(link, token, staff, state, context, StatusCodes.Status409Conflict);
        }

        await StaffSession.SignIn(context, staff);
        return Results.Extensions.SeeOther(link.ProjectId.Length == 0 ? "/desk" : $"/desk/projects/{Uri.EscapeDataString(link.ProjectId)}");
    }

    IResult Render(
        Link link, string token, Staff staff, SignInLinkState state, HttpContext context, int status = StatusCodes.Status200OK, bool outdated = false)
    {
        var language = context.GetRequestedLanguage() ?? staff.Language;
        return PageResult.Create<SignInLinkPage>(
            language, new SignInLinkViewModel(link, token, staff, state, new DateTimeText(calendar, language, time.GetCurrentInstant())) { FormExpired = outdated }, status);
    }
}
