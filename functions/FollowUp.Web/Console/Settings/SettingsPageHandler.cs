using System.Globalization;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Settings;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Console.Settings;

/// <summary>Shows the settings page and does what its forms ask. For managers; others are refused, which is written to the audit log.</summary>
sealed class SettingsPageHandler(
    SettingsPageQuery pages, FormReader forms, IDepartmentSettings store, CurrentSettings settings, ISecretProtector secrets, AccessKeys keys, IAuditLog audit,
    StaffGate gate, TestMail testMail, WebhookTests webhookTests)
{
    /// <summary>The legal texts are longer than other forms.</summary>
    const int MaxFormBytes = 512 * 1024;

    static readonly LocalizedText Saved = new(
        "Enregistré. Tous les processus l’appliquent en quelques secondes.", "Saved. Every process applies it within seconds.");

    static readonly LocalizedText ChangedMeanwhile = new(
        "Quelqu’un a changé les réglages depuis que cette page est ouverte : rien n’a été enregistré. Vérifiez votre saisie et envoyez-la de nouveau.",
        "Somebody changed the settings since this page was opened: nothing was saved. Check what you entered and send it again.");

    static readonly LocalizedText FromRequired = new(
        "L’adresse d’expédition est obligatoire avec un serveur de mail.", "The sender’s address is required with a mail server.");

    static readonly LocalizedText PasswordAgain = new(
        "Le mot de passe est à saisir de nouveau : il a été donné pour un autre serveur ou un autre utilisateur.",
        "The password must be entered again: it was given for another server or user.");

    static readonly LocalizedText HostNotAllowed = new(
        "L’adresse du site n’est pas parmi les hôtes permis par Webhook__AllowedHosts.", "The website’s address is not among the hosts that Webhook__AllowedHosts allows.");

    public async Task<IResult> Show(ConsoleVisit visit, HttpContext context) => await gate.RequireManager(visit.Actor, "read-settings", context.RequestAborted) is null
        ? await ShowPage(visit, page => page with { Done = context.Request.Query["done"] == "saved" ? Saved : null }, context)
        : ShowRefusal(visit);

    public async Task<IResult> Act(ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "change-settings", context.RequestAborted) is not null)
        {
            return ShowRefusal(visit);
        }

        var form = await context.ReadPostedForm(MaxFormBytes);
        var name = form["do"];
        if (!form.HasValidToken)
        {
            return await ShowForm(visit, FormEcho.Refused(FormMessages.PageExpired, form.Values, name), StatusCodes.Status400BadRequest, context);
        }

        return name switch
        {
            SettingsForms.TestMail => await ShowResult(visit, name, await testMail.Send(visit, context.RequestAborted), new(
                $"Le mail de test est parti vers {visit.Staff.Id}.", $"The test email left for {visit.Staff.Id}."), context),
            SettingsForms.TestWebhook => await ShowResult(
                visit, name, await webhookTests.Send(visit.Days.Now, context.RequestAborted), new("Le site a accepté l’envoi de test.", "The website accepted the test delivery."), context),
            SettingsForms.ResendWebhook => await ShowResult(
                visit, name, await webhookTests.Resend(form["message"], visit.Days.Now, context.RequestAborted), new("Le site a accepté le nouvel envoi.", "The website accepted the repeated delivery."), context),
            SettingsForms.RotateKey => await RotateKey(visit, form, context),
            _ when SettingsForms.Sections.TryGetValue(name, out var section) => await Save(visit, name, section, form, context),
            _ => await ShowForm(visit, FormEcho.Refused(FormMessages.ChooseOne, formName: name), StatusCodes.Status400BadRequest, context),
        };
    }

    async Task<IResult> Save(ConsoleVisit visit, string name, Type section, PostedForm form, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var before = await store.Read(cancellation);
        var read = await forms.Read<ISettingsSection>(section, form.Values, cancellation);
        if (read.IsValid)
        {
            read = CheckTogether(read, before.Settings);
        }

        if (!read.IsValid)
        {
            return await ShowForm(visit, FormEcho.WithErrors(form.Values, read.Errors, name), StatusCodes.Status400BadRequest, context);
        }

        if (form["version"] != before.Version.ToString(CultureInfo.InvariantCulture))
        {
            return await ShowForm(visit, FormEcho.Refused(ChangedMeanwhile, form.Values, name), StatusCodes.Status409Conflict, context);
        }

        var after = read.Request.Apply(before.Settings, secrets, key => settings.FindConfigured(key) is not null);
        var changed = SettingsChange.ListFields(before.Settings, after);
        if (changed.Count > 0)
        {
            if (!await store.TryWrite(after, before.Version, cancellation))
            {
                return await ShowForm(visit, FormEcho.Refused(ChangedMeanwhile, form.Values, name), StatusCodes.Status409Conflict, context);
            }

            await gate.Write(visit.Actor, "change-settings", string.Join(',', changed), cancellation);
            await settings.Refresh(cancellation);
        }

        return FindNewSecret(before.Settings.Webhook, after.Webhook, form) is { } secret
            ? await ShowPage(visit, page => page with { Done = Saved, NewSecret = secret }, context)
            : Results.Extensions.SeeOther($"{ConsoleAddresses.Settings}?done=saved#{name}");
    }

    /// <summary>A secret that the server made is shown once.</summary>
    string? FindNewSecret(WebhookSettings before, WebhookSettings after, PostedForm form) =>
        after.Secret is { } made && made != before.Secret && string.IsNullOrWhiteSpace(form["webhookSecret"]) ? secrets.Unprotect(made) : null;

    /// <summary>What depends on stored values or on the environment.</summary>
    ReadForm<ISettingsSection> CheckTogether(ReadForm<ISettingsSection> read, DepartmentSettings before) => read.Request switch
    {
        MailSectionRequest { SmtpHost: not null, FromAddress: null } when settings.FindConfigured(SettingKeys.FromAddress) is null =>
            read.WithError("fromAddress", FromRequired),
        MailSectionRequest mail when mail.NeedsPasswordAgain(before.Smtp) => read.WithError("smtpPassword", PasswordAgain),
        WebhookSectionRequest { WebhookTarget: { } target } when settings.FindConfigured(SettingKeys.WebhookAllowedHosts) is { } allowed
            && !WebhookSecrets.SplitList(allowed).Contains(new Uri(target.Trim()).IdnHost, StringComparer.OrdinalIgnoreCase) => read.WithError("webhookTarget", HostNotAllowed),
        _ => read,
    };

    async Task<IResult> RotateKey(ConsoleVisit visit, PostedForm form, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var read = await forms.Read<RotateKeyRequest>(form.Values, cancellation);
        if (!read.IsValid)
        {
            return await ShowForm(visit, FormEcho.WithErrors(form.Values, read.Errors, SettingsForms.RotateKey), StatusCodes.Status400BadRequest, context);
        }

        var kind = read.Request.Key!.Value;
        var fixedBy = kind == AccessKeyKind.Website ? SettingKeys.WebsiteKey : SettingKeys.InboundMailKey;
        if (settings.FindConfigured(fixedBy) is not null)
        {
            return await ShowForm(
                visit, FormEcho.Refused(SettingText.FixedBy(fixedBy), form.Values, SettingsForms.RotateKey), StatusCodes.Status409Conflict, context);
        }

        var key = await keys.Rotate(kind, Duration.FromDays(read.Request.Overlap!.Value), cancellation);
        await audit.Write(AccessKeyAudit.CreateEntry(visit.Days.Now, Kebab.Case(visit.Staff.Role), visit.Staff.Id, kind), cancellation);
        return await ShowPage(
            visit,
            page => page with
            {
                Done = kind == AccessKeyKind.Website
                    ? new("La nouvelle clé du site :", "The website’s new key:")
                    : new("La nouvelle clé de la passerelle de mail :", "The mail gateway’s new key:"),
                NewSecret = key,
            },
            context);
    }

    /// <summary>A failure is no 502, although another server caused it: a proxy may show a page of its own in place of ours.</summary>
    async Task<IResult> ShowResult(ConsoleVisit visit, string form, LocalizedText? failure, LocalizedText done, HttpContext context)
    {
        await gate.Write(visit.Actor, form, failure is null ? "done" : "failed", context.RequestAborted);
        return failure is { } reason
            ? await ShowForm(visit, FormEcho.Refused(reason, formName: form), StatusCodes.Status409Conflict, context)
            : await ShowPage(visit, page => page with { Done = done }, context);
    }

    static IResult ShowRefusal(ConsoleVisit visit) => PageResult.Create<ManagersOnlyPage>(visit.Language, visit, StatusCodes.Status403Forbidden);

    Task<IResult> ShowForm(ConsoleVisit visit, FormEcho echo, int status, HttpContext context) =>
        ShowPage(visit, page => page with { Echo = echo }, context, status);

    async Task<IResult> ShowPage(
        ConsoleVisit visit, Func<SettingsPageViewModel, SettingsPageViewModel> change, HttpContext context, int status = StatusCodes.Status200OK) =>
        PageResult.Create<SettingsPage>(visit.Language, change(await pages.Load(visit, context.RequestAborted)), status);
}
