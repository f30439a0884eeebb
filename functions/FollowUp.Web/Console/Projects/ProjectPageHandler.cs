using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Console.ProjectForms;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Masking;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Projects;

/// <summary>
/// Shows a project's page and records its forms. A form is a command of the API: its hidden field <c>do</c> names the
/// <see cref="CommandRequest"/>. Each request loads the project once. A refusal is shown on the page, at the form that caused it.
/// </summary>
sealed class ProjectPageHandler(ProjectPageQuery pages, FormReader forms, IProjectStore store, IDirectory directory, ProjectCommands commands, SharedTextGate gate,
    CommandGate roles, HandOverLimit handOvers)
{
    static readonly LocalizedText KeyReused = new(
        "Ce formulaire a déjà été envoyé avec un autre contenu. Vérifiez le fil ci-dessous avant de recommencer.",
        "This form was already sent with other content. Check the timeline below before you start again.");

    public async Task<IResult> Show(string id, ConsoleVisit visit, HttpContext context) =>
        await store.Load(id, context.RequestAborted) is { } stored
            ? await new ProjectFormPage(pages, context.RequestAborted).Show(
                await pages.Load(stored, visit, context.RequestAborted) with
                {
                    RecordedForm = context.Request.Query["done"],
                    MailTemplate = ClientMailTemplate.Find(context.Request.Query["template"]),
                },
                StatusCodes.Status200OK)
            : NotFound(visit);

    public Task<IResult> Act(string id, ConsoleVisit visit, HttpContext context) => Act(id, visit, context, new ProjectFormPage(pages, context.RequestAborted));

    /// <summary>Records a form that another page shows.</summary>
    public async Task<IResult> Act(string id, ConsoleVisit visit, HttpContext context, IProjectFormPage page)
    {
        var form = await context.ReadPostedForm();
        var cancellation = context.RequestAborted;
        if (await store.Load(id, cancellation) is not { } stored)
        {
            return NotFound(visit);
        }

        var name = form["do"];
        if (!form.HasValidToken)
        {
            return await Reject(FormEcho.Refused(FormMessages.PageExpired, form.Values, name), StatusCodes.Status400BadRequest);
        }

        if (!CommandTypes.ByName.TryGetValue(name, out var type))
        {
            return await Reject(FormEcho.Refused(FormMessages.ChooseOne, formName: name), StatusCodes.Status400BadRequest);
        }

        var read = await forms.Read<CommandRequest>(type, await form.Values.WithProviderIds(directory, ["provider"], cancellation), cancellation);
        if (!read.IsValid)
        {
            if (await roles.FindRefusal(stored.Project.Id, type, visit.Actor, cancellation) is { } noRight)
            {
                return await Reject(FormEcho.Refused(noRight.Sentence, form.Values, name), noRight.GetStatus());
            }

            return await Reject(FormEcho.WithErrors(form.Values, read.Errors, name), StatusCodes.Status400BadRequest);
        }

        if (read.Request.GetObsoleteReason(stored.Project) is { } reason)
        {
            return await Reject(FormEcho.Refused(reason, formName: name), StatusCodes.Status400BadRequest);
        }

        var key = await CreateIdempotencyKey(form, stored.Project.Id, cancellation);
        if (await GetQuestion(read.Request, form, stored.Project, visit, key, cancellation) is { } question)
        {
            return await Reject(question, StatusCodes.Status409Conflict);
        }

        var command = read.Request.ToCommand(visit.Days.Now);
        if (await handOvers.FindRefusal(stored.Project.Id, command, visit.Actor, key, cancellation) is { } tooMany)
        {
            return await Reject(FormEcho.Refused(tooMany.Sentence, form.Values, name), tooMany.GetStatus());
        }

        if (await gate.FindNoteRefusal(stored, read.Request, cancellation) is { } noNote)
        {
            return await Reject(FormEcho.Refused(noNote.Sentence, form.Values, name), noNote.GetStatus());
        }

        if (await gate.FindStop(stored, read.Request, command, visit.Actor, key, cancellation) is { } stop)
        {
            return await Reject(FormEcho.Stopped(stop, form.Values, name), StatusCodes.Status409Conflict);
        }

        return await commands.Record(
            stored.Project.Id, command, visit.Actor, key, change: read.Request.DossierChange, loaded: stored, cancellation: cancellation) switch
        {
            CommandResult.Succeeded => Results.Extensions.SeeOther(page.GetAddressAfter(stored.Project.Id, name)),
            CommandResult.Refused refused => await Reject(
                FormEcho.Refused(refused.Refusal.Sentence, form.Values, name), refused.Refusal.GetStatus(),
                await LoadIfNewer(stored, refused.Project?.Version, cancellation)),
            _ => await Reject(FormEcho.Refused(KeyReused, formName: name), StatusCodes.Status409Conflict),
        };

        async Task<IResult> Reject(FormEcho echo, int status, StoredProject? newest = null) =>
            await page.Show(await pages.Load(newest ?? stored, visit, cancellation) with { Echo = echo }, status);
    }

    /// <summary>
    /// The form with what it asks first; null when its page showed the newest state, when the question is answered, or when this very form was
    /// recorded.
    /// </summary>
    async ValueTask<FormEcho?> GetQuestion(
        CommandRequest request, PostedForm form, Project project, ConsoleVisit visit, IdempotencyKey? key, CancellationToken cancellation)
    {
        var name = form["do"];
        if (!long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) || seen >= project.Version
            || form["confirmed"] == "true" || (key is not null && await store.FindIdempotencyRecord(project.Id, key.Key, cancellation) is not null))
        {
            return null;
        }

        var echo = request.GetQuestion(project, visit.Days.Now) is { } question ? FormEcho.Asks(question, form.Values, name)
            : ChangedProjectQuestion.IsAskedBy(name) ? FormEcho.Asks(ChangedProjectQuestion.Text, form.Values, name, ChangedProjectQuestion.Confirmation)
            : null;
        return echo is null ? null : echo with { SeenVersion = seen };
    }

    /// <summary>The project as the page shows it: loaded again only after a conflict.</summary>
    async ValueTask<StoredProject> LoadIfNewer(StoredProject stored, long? version, CancellationToken cancellation) =>
        version > stored.Project.Version ? await store.Load(stored.Project.Id, cancellation) ?? stored : stored;

    /// <summary>
    /// A key from the form's hidden field, which is new on each showing of the page, so that a form sent twice is recorded once. Null without it.
    /// </summary>
    async ValueTask<IdempotencyKey?> CreateIdempotencyKey(PostedForm form, string id, CancellationToken cancellation)
    {
        var formKey = form["once"];
        if (formKey.Length is 0 or > 64)
        {
            return null;
        }

        var content = form.Values.Where(f => f.Key != "__RequestVerificationToken").OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => $"{f.Key}={f.Value}");
        var salt = (await store.LoadDossier(id, cancellation))?.Salt ?? formKey;
        return new IdempotencyKey($"form:{formKey}", SaltedDigest.Compute(salt, string.Join('\n', content)));
    }

    static IResult NotFound(ConsoleVisit visit) => PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
}
