using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Shared.Settings;

/// <summary>Finds what the settings leave undone: for mails, for replies, for webhooks, for what the law asks. It sends nothing.</summary>
public sealed class SettingsCheck(
    CurrentSettings settings, ISecretProtector secrets, AccessKeys keys, IDirectory directory, IOptionsMonitor<MailOptions> mail,
    IOptionsMonitor<InboundMailOptions> inboundMail, IOptionsMonitor<PagesOptions> pages, IWebhookSender webhooks,
    IMailDomains mailDomains)
{
    static readonly string DefaultPhone = new MailOptions().DepartmentPhone;

    /// <summary>How long a page waits for DNS. The look-up goes on after that, and its answer is there for the next page.</summary>
    public static readonly TimeSpan PagePatience = TimeSpan.FromMilliseconds(250);

    /// <summary>The problems, by section.</summary>
    /// <param name="dnsPatience">How long to wait for DNS; null: as long as the look-up takes.</param>
    /// <param name="cancellation">Cancels the checks.</param>
    public async Task<ImmutableArray<SettingsProblem>> Run(TimeSpan? dnsPatience = null, CancellationToken cancellation = default) =>
    [
        .. await CheckDepartment(cancellation),
        .. await CheckMail(dnsPatience ?? Timeout.InfiniteTimeSpan, cancellation),
        .. CheckWebhooks(),
        .. CheckLegal(),
    ];

    async Task<IEnumerable<SettingsProblem>> CheckDepartment(CancellationToken cancellation)
    {
        var problems = new List<SettingsProblem>();
        if (mail.CurrentValue.DepartmentPhone == DefaultPhone)
        {
            problems.Add(new("department", new(
                "Le numéro de téléphone du service manque : les mails donnent un numéro d’exemple.", "The department’s phone number is missing: emails give a sample number.")));
        }

        if (pages.CurrentValue.PublicBase.IsLoopback)
        {
            problems.Add(new("department", new(
                $"L’adresse publique est {pages.CurrentValue.PublicBase} : les liens des mails ne s’ouvrent que sur cette machine.",
                $"The public address is {pages.CurrentValue.PublicBase}: the links in emails open on this machine only.")));
        }

        var coordinators = (await directory.AllStaff(cancellation)).Where(s => s.Role == Role.Coordinator).ToList();
        var wanted = settings.Stored.Settings.Languages is { IsDefaultOrEmpty: false } chosen ? chosen : [Language.French, Language.English];
        foreach (var language in wanted.Where(l => !coordinators.Exists(c => c.Languages.Contains(l))))
        {
            problems.Add(new("department", language == Language.French
                ? new("Aucun suiveur projet ne travaille en français.", "No coordinator works in French.")
                : new("Aucun suiveur projet ne travaille en anglais.", "No coordinator works in English.")));
        }

        return problems;
    }

    async Task<IEnumerable<SettingsProblem>> CheckMail(TimeSpan dnsPatience, CancellationToken cancellation)
    {
        var problems = new List<SettingsProblem>();
        var stored = settings.Stored.Settings;
        if (pages.CurrentValue.MailboxPage && !pages.CurrentValue.Demo)
        {
            problems.Add(new("mail", new(
                "Aucun serveur de mail : les mails restent dans la boîte aux lettres de cette machine.", "No email server: emails stay in the mailbox of this machine.")));
        }

        if (stored.Smtp.Password is { } password && secrets.Unprotect(password) is null)
        {
            problems.Add(new("mail", new(
                "Le mot de passe du serveur de mail ne peut plus être déchiffré : saisissez-le de nouveau.",
                "The email server’s password can no longer be decrypted: enter it again.")));
        }

        if (mail.CurrentValue.ReplyDomain == MailOptions.DefaultReplyDomain && mail.CurrentValue.ReplyAddress is not { Length: > 0 })
        {
            problems.Add(new("mail", new(
                "Les réponses n’arrivent nulle part : donnez un domaine de réponse, ou l’adresse de réponse du service.",
                "Replies arrive nowhere: set a reply domain, or the department’s reply address.")));
        }
        else if (settings.FindConfigured(SettingKeys.ReplyDomain) is null && stored.Mail.ReplyDomain is null)
        {
            problems.Add(new("mail", new(
                "Sans domaine de réponse, les réponses des clients ne sont pas enregistrées dans leurs projets.",
                "Without a reply domain, clients’ replies are not recorded in their projects.")));
        }
        else if (inboundMail.CurrentValue.Key is not { Length: > 0 } && await keys.Find(AccessKeyKind.InboundMail, cancellation) is null)
        {
            problems.Add(new("mail", new(
                "La passerelle de mail n’a pas de clé : créez-la plus bas, et donnez-la à la passerelle qui apporte les réponses.",
                "The email gateway has no key: make it below, and give it to the gateway that brings the replies.")));
        }
        else if (inboundMail.CurrentValue.AuthenticatedBy is not { Length: > 0 })
        {
            problems.Add(new("mail", new(
                "Le nom de la passerelle dans Authentication-Results manque : l’authenticité de l’expéditeur n’est pas vérifiée.",
                "The gateway’s name in Authentication-Results is missing: the authenticity of senders is not checked.")));
        }

        return await CheckReplyDomain(dnsPatience, cancellation) is { } problem ? [.. problems, problem] : problems;
    }

    /// <summary>Whether mail to the reply domain arrives anywhere. A domain that no setting names is not looked up: it is a sample, or that of the sender.</summary>
    async Task<SettingsProblem?> CheckReplyDomain(TimeSpan dnsPatience, CancellationToken cancellation)
    {
        if ((settings.FindConfigured(SettingKeys.ReplyDomain) ?? settings.Stored.Settings.Mail.ReplyDomain) is not { } domain)
        {
            return null;
        }

        return await FindMailHosts(domain, dnsPatience, cancellation) switch
        {
            null => new("mail", new(
                $"Le DNS n’a pas répondu : l’enregistrement MX de {domain} n’a pas pu être vérifié.",
                $"DNS did not answer: the MX record of {domain} could not be checked.")),
            { IsEmpty: true } => new("mail", new(
                $"Le domaine {domain} n’a pas d’enregistrement MX : les réponses des clients se perdent. Ajoutez-en un qui mène à votre passerelle de mail.",
                $"The domain {domain} has no MX record: clients’ replies get lost. Add one that leads to your mail gateway.")),
            _ => null,
        };
    }

    async Task<ImmutableArray<string>?> FindMailHosts(string domain, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            return await mailDomains.FindMailHosts(domain, CancellationToken.None).WaitAsync(patience, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    IEnumerable<SettingsProblem> CheckWebhooks()
    {
        if (settings.Stored.Settings.Webhook.Target is not null && !webhooks.IsConfigured)
        {
            yield return new("webhook", new(
                "Le site enregistré ne reçoit rien : son secret ne peut plus être déchiffré, ou Webhook__AllowedHosts ne le permet pas.",
                "The stored website receives nothing: its secret can no longer be decrypted, or Webhook__AllowedHosts does not allow it."));
        }
    }

    IEnumerable<SettingsProblem> CheckLegal()
    {
        var legal = settings.Stored.Settings.Legal;
        if (legal.Organisation is null || legal.PostalAddress is null || legal.DataProtectionContact is null)
        {
            yield return new("legal", new(
                "La notice d’information doit nommer le responsable du traitement, son adresse et un contact (RGPD, articles 13 et 14).",
                "The privacy notice must name the controller, its address and a contact (GDPR, articles 13 and 14)."));
        }

        if (legal.PublicationDirector is null || legal.HostingProvider is null || legal.Registration is null)
        {
            yield return new("legal", new(
                "Les mentions légales doivent donner l’immatriculation, le directeur de la publication et l’hébergeur (LCEN, article 1-1).",
                "The legal mentions must give the registration, the director of publication and the hosting company (LCEN, article 1-1)."));
        }
    }
}
