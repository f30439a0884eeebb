using FluentValidation;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.FirstStart;

/// <summary>What the command <c>setup</c> asks of the server beside <see cref="SetupRequest"/>: its public address and the mail server.</summary>
public sealed record ServerRequest
{
    /// <summary>The address with which links in mails begin.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The address that mails come from.</summary>
    public string? FromAddress { get; init; }

    /// <summary>The name of the mail server; missing for none.</summary>
    public string? SmtpHost { get; init; }

    /// <summary>A number.</summary>
    public string? SmtpPort { get; init; }

    /// <summary><c>tls</c>, <c>starttls</c> or <c>none</c>.</summary>
    public string? SmtpSecurity { get; init; }

    public string? SmtpUser { get; init; }

    /// <summary>The address that a test mail goes to.</summary>
    public string? TestMailTo { get; init; }
}

sealed class ServerRequestValidator : RequestValidator<ServerRequest>
{
    const int MaxLength = 255;

    static readonly LocalizedText MustBeAddress = new(
        "est une adresse http ou https, comme https://suivi.exemple.fr", "is an http or https address, as https://suivi.example.com");

    static readonly LocalizedText MustBePort = new("est un nombre de 1 à 65535", "is a number from 1 to 65535");
    static readonly LocalizedText MustBeSecurity = new("vaut tls, starttls ou none", "is tls, starttls or none");
    static readonly LocalizedText MustBeHost = new("est un nom de serveur, comme smtp.exemple.fr", "is the name of a server, as smtp.example.com");
    static readonly LocalizedText GoesWithMailServer = new("est obligatoire avec un serveur de mails", "is required with a mail server");

    public ServerRequestValidator()
    {
        RuleFor(r => r.PublicAddress).Must(IsWebAddress).WithText(MustBeAddress);
        RuleFor(r => r.SmtpHost).AtMost(MaxLength).Must(host => host is null || Uri.CheckHostName(host) != UriHostNameType.Unknown).WithText(MustBeHost);
        RuleFor(r => r.SmtpPort).Must(port => port is null || (ushort.TryParse(port, out var number) && number > 0)).WithText(MustBePort);
        RuleFor(r => r.SmtpSecurity).Must(security => security is null or "tls" or "starttls" or "none").WithText(MustBeSecurity);
        RuleFor(r => r.SmtpUser).OptionalSingleLine(MaxLength);
        RuleFor(r => r.FromAddress).Must((request, from) => request.SmtpHost is null || from is not null).WithText(GoesWithMailServer).MailAddress();
        RuleFor(r => r.TestMailTo).MailAddress();
    }

    static bool IsWebAddress(string? text) => text is null
        || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0);
}
