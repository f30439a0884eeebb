using System.Collections.Immutable;
using System.Security.Cryptography;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.Settings;

/// <summary>Sends a mail to the staff member who asks, by the settings in effect, and says what became of it.</summary>
sealed class TestMail(IMailSender sender, DepartmentMailComposer composer, IOptionsMonitor<MailOptions> department)
{
    /// <summary>How long the page waits for the mail server.</summary>
    static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(20);

    /// <returns>Null when the mail was accepted, otherwise why not.</returns>
    public async Task<LocalizedText?> Send(ConsoleVisit visit, CancellationToken cancellation)
    {
        var (staff, now) = (visit.Staff, visit.Days.Now);
        var id = $"test.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        try
        {
            var mail = await composer.Compose(id, null, staff.Id, staff.Name, Build(visit, department.CurrentValue));
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(MaxWait);
            await sender.Send(mail with { Headers = ImmutableDictionary<string, string>.Empty }, now, limit.Token).WaitAsync(MaxWait, TimeProvider.System, cancellation);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Describe(failure);
        }
    }

    /// <summary>The message of an exception may hold an address or a password, so a refusal is told by its code and anything else by its kind.</summary>
    static LocalizedText Describe(Exception failure) => failure switch
    {
        DeliveryRejectedException { Code: var code } => new(
            $"Le serveur de mail a refusé le mail de test ({code}).", $"The mail server refused the test email ({code})."),
        ThrottledException => new(
            "Le serveur de mail n’a pas répondu il y a un instant : réessayez dans une minute.", "The mail server did not answer a moment ago: try again in a minute."),
        TimeoutException or OperationCanceledException => new(
            "Le serveur de mail ne répond pas à temps : vérifiez son nom, son port et son chiffrement.", "The mail server does not answer in time: check its name, port and encryption."),
        _ => new(
            $"Le mail de test n’est pas parti ({failure.GetType().Name}) : vérifiez le serveur, le port, le chiffrement, l’utilisateur et le mot de passe.",
            $"The test email did not leave ({failure.GetType().Name}): check the server, its port, encryption, user and password."),
    };

    static MailContent Build(ConsoleVisit visit, MailOptions department)
    {
        var language = visit.Language;
        string Say(string french, string english) => language.Pick(french, english);
        return new MailContent(
            language,
            Say("Mail de test du suivi de projets", "Test email of the project follow-up"),
            Say("Les réglages de mail fonctionnent.", "The email settings work."),
            Say($"Bonjour {visit.Staff.Name},", $"Hello {visit.Staff.Name},"),
            [
                new Paragraph(Say(
                    $"Ce mail est parti de la page des réglages le {visit.Days.FormatDateTime(visit.Days.Now)}. S’il vous parvient, le serveur de mail et l’adresse d’expédition fonctionnent.",
                    $"This mail left the settings page on {visit.Days.FormatDateTime(visit.Days.Now)}. If it reaches you, the mail server and the sender’s address work.")),
                new Paragraph(Say($"Les réponses à ce mail vont à {department.FormatReplyAddress()}.", $"Replies to this email go to {department.FormatReplyAddress()}.")),
            ],
            [department.DepartmentName],
            []);
    }
}
