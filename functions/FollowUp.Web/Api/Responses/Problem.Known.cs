using System.Diagnostics;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Responses;

// The problems with a code of their own, except bad input.
public sealed partial record Problem
{
    static readonly LocalizedText Forbidden = new("Action refusée", "Refused");
    static readonly LocalizedText Conflict = new("Conflit", "Conflict");
    static readonly LocalizedText TooMany = new("Trop de demandes", "Too many requests");
    static readonly LocalizedText Unknown = new("Introuvable", "Not found");

    internal static IResult Of(Refusal refusal, Language language)
    {
        var title = refusal.Kind switch
        {
            RefusalKind.Conflict => Conflict,
            RefusalKind.TooMany => TooMany,
            _ => Forbidden,
        };
        return Of(refusal.GetStatus(), refusal.Code, title, refusal.Sentence, language);
    }

    /// <summary>The problem for a command that did not succeed.</summary>
    internal static IResult Of(CommandResult result, Language language) => result switch
    {
        CommandResult.Refused refused => Of(refused.Refusal, language),
        CommandResult.NotFound => UnknownProject(language),
        CommandResult.VersionMismatch stale => Of(StatusCodes.Status412PreconditionFailed, "stale", Conflict, new LocalizedText(
            $"Le projet a changé depuis : il en est à la version {stale.Version}.",
            $"The project has changed since: it is at version {stale.Version}."), language),
        CommandResult.SubmissionConflict => Of(StatusCodes.Status409Conflict, "project-differs", Conflict, new LocalizedText(
            "Un projet d’un autre contenu porte déjà ce numéro.",
            "A project with other content has this id already."), language),
        CommandResult.KeyReused => KeyReused(language),
        _ => throw new UnreachableException($"No problem for {result.GetType().Name}"),
    };

    internal static IResult KeyReused(Language language) => Of(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", Conflict, new LocalizedText(
            "Cette clé d’idempotence a déjà servi à une autre demande.",
            "This idempotency key was used for another request."), language);

    /// <param name="byHeader">Whether <c>If-Match</c> named the version, and not the document.</param>
    internal static IResult CadenceChanged(int version, bool byHeader, Language language) => Of(
        byHeader ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict, byHeader ? "stale" : "cadence-changed", Conflict, new LocalizedText(
            $"La cadence a changé depuis : elle en est à la version {version}.", $"The cadence has changed since: it is at version {version}."), language);

    internal static IResult UnknownProject(Language language) => Of(
        StatusCodes.Status404NotFound, "unknown-project", Unknown,
        new LocalizedText("Aucun projet ne porte ce numéro.", "There is no project with this id."), language);

    internal static IResult UnknownProvider(Language language) => Of(
        StatusCodes.Status404NotFound, "unknown-provider", Unknown,
        new LocalizedText("Aucun prestataire ne porte ce numéro.", "There is no provider with this id."), language);

    internal static IResult UnknownStaff(Language language) => Of(
        StatusCodes.Status404NotFound, "unknown-staff", Unknown,
        new LocalizedText("Aucun membre de l’équipe n’a cette adresse.", "No member of the team has this address."), language);

    internal static IResult UnknownAbsence(Language language) => Of(
        StatusCodes.Status404NotFound, "unknown-absence", Unknown,
        new LocalizedText("Cette personne n’a pas d’absence de ce nom.", "This person has no absence of this name."), language);

    internal static IResult UnknownComplaint(Language language) => Of(
        StatusCodes.Status404NotFound, "unknown-complaint", Unknown,
        new LocalizedText("Aucune réclamation ne porte ce numéro.", "There is no complaint with this id."), language);

    internal static IResult UnknownClient(Language language) => Of(
        StatusCodes.Status404NotFound, "unknown-client", Unknown,
        new LocalizedText("Rien n’est connu de ce client.", "Nothing is known of this client."), language);

    internal static IResult ErasureIncomplete(Language language) => Of(
        StatusCodes.Status500InternalServerError, "erasure-incomplete", new LocalizedText("Effacement incomplet", "Erasure incomplete"),
        new LocalizedText(
            "Des données de cette personne ont été retrouvées après l’effacement : demandez-le à nouveau.",
            "Data of this person were found after the erasure: ask for it again."), language);
}
