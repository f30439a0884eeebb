using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;

namespace FollowUp.Application.Ports;

/// <summary>What the store has for the text of a mail.</summary>
/// <param name="Cause">The timeline entry that caused the mail; null when there is none.</param>
/// <param name="Dossier">Null when the person was erased or never known.</param>
/// <param name="Texts">The personal texts by their keys, where they were asked for; erased ones are left out.</param>
public sealed record MailSource(TimelineEntry? Cause, Dossier? Dossier, IReadOnlyDictionary<string, string> Texts);
