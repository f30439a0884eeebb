using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using FollowUp.Application;
using FollowUp.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime.Text;

namespace FollowUp.Web;

/// <summary>The mailed link that opens the console: it lasts a quarter of an hour and opens one session.</summary>
sealed class SignInLinks(
    IDirectory directory, ISettings settings, LinkBuilder links, MailRenderer renderer, IMailCourier courier, IOptions<MailOptions> department,
    TimeProvider time)
{
    /// <param name="projectId">The project's page to open afterwards; null for the day.</param>
    public async Task Mail(Staff staff, string? projectId, CancellationToken cancellation)
    {
        var number = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        var now = time.Now();
        var link = new Link(LinkPurpose.SignIn, projectId ?? "", 0, number, staff.Id, now + LinkBuilder.Lifetime(LinkPurpose.SignIn));
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
            ? Page.Of<SignInLinkPage>(LanguageOf(staff, context), new SignInLinkCase(token, staff, await Used(link, context.RequestAborted)))
            : LinkEndpoints.Unknown();

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Person, context.RequestAborted) is not { } staff)
        {
            return LinkEndpoints.Unknown();
        }

        if (!await context.IsOurForm())
        {
            return Page.Of<SignInLinkPage>(
                LanguageOf(staff, context), new SignInLinkCase(token, staff, Used: false) { Outdated = true }, StatusCodes.Status400BadRequest);
        }

        // Whoever writes the settings first has the session: two clicks at once open one.
        var mine = $"{InstantPattern.General.Format(time.Now())} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        if (await settings.GetOrSet(link.Key, mine, context.RequestAborted) != mine)
        {
            return Page.Of<SignInLinkPage>(
                LanguageOf(staff, context), new SignInLinkCase(token, staff, Used: true), StatusCodes.Status409Conflict);
        }

        await DeskSession.Open(context, staff);
        return Results.Extensions.SeeOther(link.ProjectId.Length == 0 ? "/desk" : $"/desk/projects/{Uri.EscapeDataString(link.ProjectId)}");
    }

    async Task<bool> Used(Link link, CancellationToken cancellation) => await settings.Get(link.Key, cancellation) is not null;

    static Language LanguageOf(Staff staff, HttpContext context) =>
        context.AskedLanguage() ?? staff.Language;
}
