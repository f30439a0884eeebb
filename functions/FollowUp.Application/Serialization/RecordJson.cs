using System.Text.Json;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The stored form of the records that a project consists of, and of those that it depends on. Reading what was written gives an equal
/// record. Fields may be added; an absent one reads as its default.
/// </summary>
/// <remarks>Reading throws <see cref="JsonException"/> on text that is no such record.</remarks>
public static class RecordJson
{
    public static string Write(Project project) => To(project);

    public static string Write(Dossier dossier) => To(dossier);

    public static string Write(OutboxMessage message) => To(message);

    public static string Write(Cadence cadence) => To(cadence);

    public static string Write(Staff staff) => To(staff);

    public static string Write(ProviderProfile provider) => To(provider);

    public static string Write(OutgoingMail mail) => To(mail);

    public static Project ReadProject(string json) => From<Project>(json);

    /// <inheritdoc cref="ReadProject(string)"/>
    /// <param name="utf8">The same text as a store gives it, without a detour over a string.</param>
    public static Project ReadProject(ReadOnlySpan<byte> utf8) => From<Project>(utf8);

    public static Dossier ReadDossier(string json) => From<Dossier>(json);

    /// <inheritdoc cref="ReadProject(ReadOnlySpan{byte})"/>
    public static Dossier ReadDossier(ReadOnlySpan<byte> utf8) => From<Dossier>(utf8);

    public static OutboxMessage ReadMessage(string json) => From<OutboxMessage>(json);

    public static Cadence ReadCadence(string json) => From<Cadence>(json);

    public static Staff ReadStaff(string json) => From<Staff>(json);

    public static ProviderProfile ReadProvider(string json) => From<ProviderProfile>(json);

    public static OutgoingMail ReadMail(string json) => From<OutgoingMail>(json);

    static string To<T>(T value) => JsonSerializer.Serialize(value, StoredJson.Options);

    static T From<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, StoredJson.Options) ?? throw Null<T>();

    static T From<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<T>(utf8, StoredJson.Options) ?? throw Null<T>();

    static JsonException Null<T>() => new($"A stored {typeof(T).Name} is never null.");
}
