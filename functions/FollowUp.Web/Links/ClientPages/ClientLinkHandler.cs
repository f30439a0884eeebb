using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>The links that clients hold: their pages, and what their forms do.</summary>
sealed class ClientLinkHandler(ClientPageQuery cases, FollowUp.Application.Projects.ProjectCommands desk, IDirectory directory, TimeProvider time)
{
    public async Task<IResult> Show(Link link, string token, HttpContext context)
    {
        var found = await cases.Find(link, token, context.GetRequestedLanguage(), context.RequestAborted);
        return found is null
            ? LinkEndpoints.Unknown()
            : PageResult.Create<ClientPage>(found.Language, found with { IsJustRecorded = JustAnsweredCookie.IsSetFor(context, link) });
    }

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await cases.Find(link, token, context.GetRequestedLanguage(), context.RequestAborted) is not { } found)
        {
            return LinkEndpoints.Unknown();
        }

        if (await context.ReadPostedForm() is not { } form || !await context.HasValidAntiforgeryToken())
        {
            return ShowForm(found, new FormEcho(await context.ReadPostedForm() ?? FormCollection.Empty, FormEcho.Empty.Errors, null, FormMessages.PageExpired));
        }

        if (found.State == LinkState.Stale)
        {
            return PageResult.Create<ClientPage>(found.Language, found, StatusCodes.Status409Conflict);
        }

        var fields = new FormFields(form, found.Calendar);
        var wish = ClientFormParser.Parse(fields, found, await directory.AllProviders(context.RequestAborted));
        if (found.State == LinkState.Used)
        {
            return ShowRecorded(found, wish);
        }

        return wish is null
            ? ShowForm(found, new FormEcho(form, fields.Errors))
            : await Record(found, wish, form, context);
    }

    async Task<IResult> Record(ClientPageViewModel found, ParsedClientForm wish, IFormCollection form, HttpContext context)
    {
        var (link, actor) = (found.Link, Actor.Client(found.Project.ClientId));
        if (wish is { Phone: { } number, Command: not CorrectNumber })
        {
            // A number and a time in one form are two facts: the number first, under a receipt of its own, so that a repeat adds nothing.
            var digest = Digest(found, number);
            await desk.Record(
                link.ProjectId, new CorrectNumber(), actor, new IdempotencyKey($"{link.Key}:phone:{digest[..16]}", digest),
                change: d => d with { Phone = number }, cancellation: context.RequestAborted);
        }

        var answer = await desk.Record(
            link.ProjectId, wish.Command, actor, new IdempotencyKey(link.Key, Digest(found, wish.Digest)),
            change: wish is { Phone: { } corrected, Command: CorrectNumber } ? d => d with { Phone = corrected } : null,
            cancellation: context.RequestAborted);
        switch (answer)
        {
            case CommandResult.Succeeded:
                JustAnsweredCookie.Set(context, link);
                return Results.Extensions.SeeOther(found.Action);
            case CommandResult.Refused { Refusal: var refusal }:
                return ShowForm(
                    found, new FormEcho(form, FormEcho.Empty.Errors, null, refusal.Sentence),
                    refusal.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict);
            default:
                // Somebody else used the same link up in between.
                var fresh = await cases.Find(link, found.Token, found.RequestedLanguage, context.RequestAborted);
                return fresh is null ? LinkEndpoints.Unknown() : ShowRecorded(fresh, wish);
        }
    }

    IResult ShowRecorded(ClientPageViewModel found, ParsedClientForm? wish)
    {
        var same = wish is not null && found.UseRecord?.Digest == Digest(found, wish.Digest);
        return PageResult.Create<ClientPage>(
            found.Language, found with { Now = time.GetCurrentInstant() }, same ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    static IResult ShowForm(ClientPageViewModel found, FormEcho echo, int status = StatusCodes.Status400BadRequest) =>
        PageResult.Create<ClientPage>(found.Language, found with { Echo = echo }, status);

    /// <summary>Under the dossier's salt: a receipt outlives the person's erasure and must not tell what was answered.</summary>
    static string Digest(ClientPageViewModel found, string answer) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(found.View.Dossier?.Salt ?? ""), Encoding.UTF8.GetBytes(answer)));
}
