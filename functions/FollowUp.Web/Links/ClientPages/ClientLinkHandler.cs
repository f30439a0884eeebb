using FollowUp.Application.Appointments;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>Shows the pages of client links and records their forms. Each request loads the project once.</summary>
sealed class ClientLinkHandler(
    LinkRequestRunner requests, ClientPageQuery pages, FormReader forms, ProjectCommands commands, IProjectStore store, IDirectory directory, AppointmentBook appointments)
{
    public static readonly LocalizedText NumberRequired = new(
        "Cette réponse clôt votre projet. Pour la confirmer, indiquez le numéro du projet : il figure au bas de nos mails.",
        "This answer closes your project. To confirm it, give the project number: it stands at the end of our emails.");

    static readonly LocalizedText PhoneNeeded = new(
        "Indiquez le numéro où nous pouvons vous appeler.", "Give the number at which we may call you.");

    public Task<IResult> Show(Link link, string token, HttpContext context) => requests.Run(link, token, context, async opened =>
    {
        if (!opened.IsHeldByClient)
        {
            return LinkEndpoints.Unknown();
        }

        var page = await pages.Load(opened, JustAnsweredCookie.IsSetFor(context, link), context.RequestAborted);
        return PageResult.Create<ClientPage>(page.Language, page);
    });

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        return await requests.Run(link, token, context, opened => Answer(opened, form, context));
    }

    async Task<IResult?> Answer(OpenedLink opened, PostedForm form, HttpContext context)
    {
        if (!opened.IsHeldByClient)
        {
            return LinkEndpoints.Unknown();
        }

        if (!form.HasValidToken)
        {
            return await ShowPage(opened, StatusCodes.Status400BadRequest, context, FormEcho.Refused(FormMessages.PageExpired, form.Values));
        }

        var state = pages.GetState(opened);
        if (state == LinkState.Stale)
        {
            return await ShowPage(opened, StatusCodes.Status409Conflict, context);
        }

        var read = ClientForm.FindType(opened.Link.Purpose) is { } type ? await Read(type, form, opened, context.RequestAborted) : null;
        if (state == LinkState.Used)
        {
            var isSame = read is { IsValid: true }
                && opened.UseRecord!.Digest == SaltedDigest.Compute(await LoadSalt(opened, context), read.Request.Digest);
            return await ShowPage(opened, isSame ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, context);
        }

        return read is { IsValid: true }
            ? await Record(opened, read.Request, form, context)
            : await ShowPage(opened, StatusCodes.Status400BadRequest, context, read is null ? null : FormEcho.WithErrors(form.Values, read.Errors));
    }

    async Task<ReadForm<ClientForm>> Read(Type type, PostedForm form, OpenedLink opened, CancellationToken cancellation)
    {
        var values = await form.Values.WithProviderIds(directory, ["provider", "otherProvider"], cancellation);
        var read = await forms.Read<ClientForm>(type, values, cancellation);
        if (read.Request is PickCallBackForm { Phone: null } && opened.Project.IsNumberWrong)
        {
            return read.WithError("phone", PhoneNeeded);
        }

        return read.Request is AnswerRelaunchForm { ClosesProject: true, Project: var number } && !ProjectNumber.Matches(number, opened.Project)
            ? read.WithError("project", number is null ? NumberRequired : ProjectNumber.Mismatch)
            : read;
    }

    /// <summary>The time for a call that the client chose among those offered; null when they chose none.</summary>
    static Instant? GetSlot(Command command) => command switch
    {
        PickCallBack pick => pick.At,
        AnswerRelaunch { Answer: ClientAnswer.CallMe, CallAt: var at } => at,
        _ => null,
    };

    /// <returns>Null when another request used the link meanwhile.</returns>
    async Task<IResult?> Record(OpenedLink opened, ClientForm answer, PostedForm form, HttpContext context)
    {
        var (link, actor, salt) = (opened.Link, Actor.Client(opened.Project.ClientId), await LoadSalt(opened, context));
        var loaded = opened.Stored;
        var command = answer.ToCommand();
        if (GetSlot(command) is { } slot && !await appointments.TryReserve(opened.Project, slot, context.RequestAborted))
        {
            return await ShowPage(opened, StatusCodes.Status409Conflict, context, FormEcho.Refused(Refusals.SlotTaken.Sentence, form.Values));
        }

        if (answer.PhoneNumber is { } number && command is not CorrectNumber)
        {
            // A number and an answer in one form are two commands. The number has an idempotency key of its own, so that a repeat adds nothing.
            var digest = SaltedDigest.Compute(salt, number);
            var corrected = await commands.Record(
                link.ProjectId, new CorrectNumber(), actor, new IdempotencyKey($"{link.Key}:phone:{digest[..16]}", digest),
                change: d => d with { Phone = number }, loaded: loaded, cancellation: context.RequestAborted);

            // A repeat returns the project as of the first time, which is older than the loaded one.
            if (corrected is CommandResult.Succeeded { Stored: var after } && after.Project.Version > loaded.Project.Version)
            {
                loaded = after;
            }
        }

        switch (await commands.Record(
            link.ProjectId, command, actor, new IdempotencyKey(link.Key, SaltedDigest.Compute(salt, answer.Digest)),
            change: command is CorrectNumber ? d => d with { Phone = answer.PhoneNumber } : null,
            loaded: loaded, cancellation: context.RequestAborted))
        {
            case CommandResult.Succeeded:
                JustAnsweredCookie.Set(context, link);
                return Results.Extensions.SeeOther(opened.Action);
            case CommandResult.Refused { Refusal: var refusal }:
                return await ShowPage(
                    opened, refusal.GetStatus(), context,
                    FormEcho.Refused(refusal.Sentence, form.Values));
            default:
                return null;
        }
    }

    async Task<IResult> ShowPage(OpenedLink opened, int status, HttpContext context, FormEcho? echo = null)
    {
        var page = await pages.Load(opened, isJustRecorded: false, context.RequestAborted);
        return PageResult.Create<ClientPage>(page.Language, page with { Echo = echo ?? FormEcho.Empty }, status);
    }

    async ValueTask<string> LoadSalt(OpenedLink opened, HttpContext context) =>
        (await store.LoadDossier(opened.Link.ProjectId, context.RequestAborted))?.Salt ?? "";
}
