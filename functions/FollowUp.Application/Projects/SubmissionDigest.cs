using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Projects;

/// <summary>
/// The digest of a submission's content, by which a repeat is told from another submission under the same id. It is stored with the dossier and
/// compared for as long as the project exists, so the form below never changes: names, order and values are written here and depend on no C# name.
/// A field that is added later becomes part of the digest only where it has a value, and after all others.
/// </summary>
public static class SubmissionDigest
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly OffsetDateTimePattern InstantInParis =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<+HH:mm>");

    /// <summary>Version 1: SHA-256, lower-case hex, over two JSON objects with a line feed between them.</summary>
    /// <param name="dossier">The personal data; its digest and salt are ignored.</param>
    /// <param name="command">The command; its coordinator is ignored.</param>
    public static string Compute(Dossier dossier, Submit command) => Convert.ToHexStringLower(SHA256.HashData(
        [.. WriteObject(json => Write(json, dossier)), (byte)'\n', .. WriteObject(json => Write(json, command))]));

    static void Write(Utf8JsonWriter json, Dossier dossier)
    {
        json.WriteString("projectId", dossier.ProjectId);
        json.WriteString("clientId", dossier.ClientId);
        json.WriteString("title", dossier.Title);
        json.WriteString("description", dossier.Description);
        json.WriteString("category", dossier.Category);
        json.WriteString("name", dossier.Name);
        json.WriteString("company", dossier.Company);
        json.WriteString("email", dossier.Email);
        json.WriteString("phone", dossier.Phone);
        Write(json, dossier.ConsentToCall);
        Write(json, dossier.Budget);
        json.WriteString("deadline", Format(dossier.Deadline));
        json.WriteString("submissionDigest", "");
        json.WriteString("salt", "");
        if (dossier is { PostalCode: not null } or { Town: not null } or { TimeZone: not null })
        {
            json.WriteString("postalCode", dossier.PostalCode);
            json.WriteString("town", dossier.Town);
            json.WriteString("timeZone", dossier.TimeZone);
        }
    }

    static void Write(Utf8JsonWriter json, Consent? consent)
    {
        if (consent is null)
        {
            json.WriteNull("consentToCall");
            return;
        }

        json.WriteStartObject("consentToCall");
        json.WriteString("at", Format(consent.At));
        json.WriteString("text", consent.Text);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Budget? budget)
    {
        if (budget is null)
        {
            json.WriteNull("budget");
            return;
        }

        json.WriteStartObject("budget");
        Write(json, "min", budget.Min);
        Write(json, "max", budget.Max);
        json.WriteString("currency", budget.Currency);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Submit command)
    {
        json.WriteString("projectId", command.ProjectId);
        json.WriteString("clientId", command.ClientId);
        json.WriteString("clientType", Format(command.ClientType));
        json.WriteString("language", Format(command.Language));
        json.WriteString("category", command.Category);
        json.WriteBoolean("mayCall", command.MayCall);
        json.WriteString("evidence", Format(command.Evidence));
        json.WriteString("deadline", Format(command.Deadline));
        json.WriteString("submittedAt", Format(command.SubmittedAt));
        json.WriteNull("coordinator");
        if (command.Consent is { } consent && consent is not { Scope: ConsentScope.Request, Source: null, Version: null })
        {
            json.WriteStartObject("consent");
            json.WriteString("scope", consent.Scope == ConsentScope.Later ? "later" : "request");
            json.WriteString("source", consent.Source);
            json.WriteString("version", consent.Version);
            json.WriteEndObject();
        }

        if (command.SoleTrader)
        {
            json.WriteBoolean("soleTrader", true);
        }
    }

    static void Write(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    static string? Format(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    static string Format(Instant at) => InstantInParis.Format(at.InZone(WorkingCalendar.France.Zone).ToOffsetDateTime());

    static string Format(ClientType type) => type switch
    {
        ClientType.Company => "company",
        ClientType.Person => "person",
        _ => throw new UnreachableException($"No rule for {type}."),
    };

    static string Format(Language language) => language switch
    {
        Language.French => "french",
        Language.English => "english",
        _ => throw new UnreachableException($"No rule for {language}."),
    };

    static string Format(Evidence evidence)
    {
        (Evidence Flag, string Name)[] names =
        [
            (Evidence.PhoneReached, "phone-reached"),
            (Evidence.NeedDescribed, "need-described"),
            (Evidence.Budget, "budget"),
            (Evidence.Date, "date"),
            (Evidence.DecisionMaker, "decision-maker"),
        ];
        return evidence == Evidence.None ? "none" : string.Join(", ", names.Where(n => evidence.HasFlag(n.Flag)).Select(n => n.Name));
    }

    static byte[] WriteObject(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
