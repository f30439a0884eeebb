using System.Text.Json;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Settings;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The stored JSON of a project's records and of those that it depends on. A record that is written and read is equal to the original. Fields may
/// be added; an absent field has its default.
/// </summary>
/// <remarks>Reading throws <see cref="JsonException"/> on text that is no such record. Thread-safe.</remarks>
public static class RecordJson
{
    /// <summary>Serializes a project.</summary>
    public static string Write(Project project) => To(ProjectSnapshot.Of(project));

    /// <summary>Serializes a dossier.</summary>
    public static string Write(Dossier dossier) => To(dossier);

    /// <summary>Serializes an outbox message.</summary>
    public static string Write(OutboxMessage message) => To(message);

    /// <summary>Serializes a cadence.</summary>
    public static string Write(Cadence cadence) => To(cadence);

    /// <summary>Serializes a person.</summary>
    public static string Write(Person person) => To(person);

    /// <summary>Reads a person.</summary>
    public static Person ReadPerson(string json) => From<Person>(json);

    /// <summary>Reads a person from UTF-8, as stores return it.</summary>
    public static Person ReadPerson(ReadOnlySpan<byte> utf8) => From<Person>(utf8);

    /// <summary>Serializes a staff member.</summary>
    public static string Write(Staff staff) => To(staff);

    /// <summary>Serializes a provider.</summary>
    public static string Write(ProviderProfile provider) => To(provider);

    /// <summary>Serializes a mail.</summary>
    public static string Write(OutgoingMail mail) => To(mail);

    /// <summary>Serializes the settings of the department.</summary>
    public static string Write(DepartmentSettings settings) => To(settings);

    /// <summary>Reads a project.</summary>
    public static Project ReadProject(string json) => From<ProjectSnapshot>(json).ToProject();

    /// <summary>Reads a project from UTF-8, as stores return it.</summary>
    public static Project ReadProject(ReadOnlySpan<byte> utf8) => From<ProjectSnapshot>(utf8).ToProject();

    /// <summary>Reads a project without its undo point, which is half of its JSON, in three fifths of the time.</summary>
    public static Project ReadProjectWithoutUndo(ReadOnlySpan<byte> utf8) =>
        (JsonSerializer.Deserialize<ProjectSnapshot>(utf8, StoredJson.OptionsWithoutUndo) ?? throw Null<ProjectSnapshot>()).ToProject();

    /// <summary>Reads a dossier.</summary>
    public static Dossier ReadDossier(string json) => From<Dossier>(json);

    /// <summary>Reads a dossier from UTF-8, as stores return it.</summary>
    public static Dossier ReadDossier(ReadOnlySpan<byte> utf8) => From<Dossier>(utf8);

    /// <summary>Reads an outbox message.</summary>
    public static OutboxMessage ReadMessage(string json) => From<OutboxMessage>(json);

    /// <summary>Reads a cadence.</summary>
    public static Cadence ReadCadence(string json) => From<Cadence>(json);

    /// <summary>Reads a staff member.</summary>
    public static Staff ReadStaff(string json) => From<Staff>(json);

    /// <summary>Reads a provider.</summary>
    public static ProviderProfile ReadProvider(string json) => From<ProviderProfile>(json);

    /// <summary>Reads a mail.</summary>
    public static OutgoingMail ReadMail(string json) => From<OutgoingMail>(json);

    /// <summary>Reads the settings of the department.</summary>
    public static DepartmentSettings ReadDepartmentSettings(string json) => From<DepartmentSettings>(json);

    static string To<T>(T value) => JsonSerializer.Serialize(value, StoredJson.Options);

    static T From<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, StoredJson.Options) ?? throw Null<T>();

    static T From<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<T>(utf8, StoredJson.Options) ?? throw Null<T>();

    static JsonException Null<T>() => new($"A stored {typeof(T).Name} is never null.");
}
