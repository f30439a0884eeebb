using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.ProjectForms;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Projects;

/// <summary>Shows a project's page and takes its forms. What the charter refuses is said on the page, at the form that asked for it.</summary>
sealed class ProjectPageHandler(ProjectQueries reader, IDirectory directory, IProjectStore store, IAuditLog audit, FollowUp.Application.Projects.ProjectCommands desk)
{
    static readonly LocalizedText KeyReused = new(
        "Ce formulaire a déjà été envoyé avec un autre contenu. Vérifiez le fil ci-dessous avant de recommencer.",
        "This form was already sent with other content. Check the timeline below before you start again.");

    public async Task<IResult> Show(string id, ConsoleVisit visit, HttpContext context) =>
        await Load(id, visit, context) is { } found
            ? PageResult.Create<ProjectPage>(visit.Language, found with { RecordedForm = context.Request.Query["done"] })
            : PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);

    public async Task<IResult> Act(string id, ConsoleVisit visit, HttpContext context)
    {
        if (await Load(id, visit, context) is not { } found)
        {
            return PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
        }

        var form = await context.ReadPostedForm() ?? FormCollection.Empty;
        var name = form["do"].ToString();
        if (!await context.HasValidAntiforgeryToken())
        {
            return ShowForm(found, new FormEcho(form, FormEcho.Empty.Errors, name, FormMessages.PageExpired), StatusCodes.Status400BadRequest);
        }

        var fields = new FormFields(form, visit.Days.Calendar);
        if (ProjectFormParser.Parse(name, new ProjectFormContext(fields, found.Project, visit, found.Providers)) is not { } command)
        {
            return ShowForm(found, new FormEcho(form, fields.Errors, name), StatusCodes.Status400BadRequest);
        }

        return await desk.Record(found.Project.Id, command, visit.Actor, CreateIdempotencyKey(form, found), cancellation: context.RequestAborted) switch
        {
            CommandResult.Succeeded => Results.Extensions.SeeOther($"{found.Address}?done={Uri.EscapeDataString(name)}"),
            CommandResult.Refused { Refusal: var refusal } => ShowForm(
                await Load(id, visit, context) ?? found, new FormEcho(form, FormEcho.Empty.Errors, name, refusal.Sentence),
                refusal.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict),
            _ => ShowForm(
                await Load(id, visit, context) ?? found, new FormEcho(FormCollection.Empty, FormEcho.Empty.Errors, name, KeyReused),
                StatusCodes.Status409Conflict),
        };
    }

    async Task<ProjectPageViewModel?> Load(string id, ConsoleVisit visit, HttpContext context)
    {
        if (await reader.Load(id, visit.Language, cancellation: context.RequestAborted) is not { } view)
        {
            return null;
        }

        // Any form of staff stands for all of them: who may note may act.
        var mayNot = Charter.GetRefusal(view.Project, new Undo(), visit.Actor);
        var providers = await directory.AllProviders(context.RequestAborted);
        return new ProjectPageViewModel(
            visit.WithProviderNames(providers), view, mayNot, providers, visit.IsSales ? null : await LoadTechnicalLayer(id, context.RequestAborted),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), null, FormEcho.Empty);
    }

    async Task<TechnicalLayerViewModel> LoadTechnicalLayer(string id, CancellationToken cancellation) => new(
        await audit.Read(id, TechnicalLayerViewModel.MaxAuditEntries, cancellation), await store.LoadMessages(id, pendingOnly: false, cancellation));

    /// <summary>Two clicks on one button are one decision.</summary>
    static IdempotencyKey? CreateIdempotencyKey(IFormCollection form, ProjectPageViewModel found)
    {
        var once = form["once"].ToString();
        if (once.Length is 0 or > 64)
        {
            return null;
        }

        var content = form.Where(f => f.Key != "__RequestVerificationToken").OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => $"{f.Key}={f.Value}");
        return new IdempotencyKey($"form:{once}", Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(found.Dossier?.Salt ?? once), Encoding.UTF8.GetBytes(string.Join('\n', content)))));
    }

    static IResult ShowForm(ProjectPageViewModel found, FormEcho echo, int status) => PageResult.Create<ProjectPage>(found.Visit.Language, found with { Echo = echo }, status);
}
