using System.Globalization;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Commands;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Responses;

// The problems that follow from a status alone.
public sealed partial record Problem
{
    internal static IResult ForStatus(int status, Language language)
    {
        var (code, title, detail) = status switch
        {
            StatusCodes.Status400BadRequest => (
                "invalid", new LocalizedText("Demande illisible", "Unreadable request"),
                new LocalizedText("Cette demande n’a pas pu être lue.", "This request could not be read.")),
            StatusCodes.Status401Unauthorized => (
                "unauthorized", new("Accès refusé", "Unauthorized"),
                new("La clé ou le jeton manque, ou n’est pas le bon.", "The key or token is missing or wrong.")),
            StatusCodes.Status404NotFound => (
                "not-found", new("Introuvable", "Not found"),
                new("Il n’y a rien à cette adresse.", "There is nothing at this address.")),
            StatusCodes.Status405MethodNotAllowed => (
                "method-not-allowed", new("Méthode refusée", "Method not allowed"),
                new("Cette adresse n’accepte pas cette méthode.", "This address does not take this method.")),
            StatusCodes.Status413PayloadTooLarge => (
                "too-large", new("Demande trop longue", "Request too large"),
                new(
                    $"Une demande fait {ApiEndpoints.MaxBodyBytes / 1024} Kio au plus, une liste de commandes {BatchEndpoint.MaxBodyBytes / 1024} Kio.",
                    $"A request is {ApiEndpoints.MaxBodyBytes / 1024} KiB long at most, a list of commands {BatchEndpoint.MaxBodyBytes / 1024} KiB.")),
            StatusCodes.Status415UnsupportedMediaType => (
                "unsupported-media-type", new("Format refusé", "Unsupported media type"),
                new("Une demande s’écrit en application/json.", "A request is written in application/json.")),
            StatusCodes.Status429TooManyRequests => (
                "too-many-requests", new("Trop de demandes", "Too many requests"),
                new("Trop de demandes en peu de temps : réessayez plus tard.", "Too many requests in a short time: try again later.")),
            >= 500 => (
                "error", new("Erreur", "Error"),
                new("Une erreur est survenue ; la demande peut être répétée.", "Something went wrong; the request may be repeated.")),
            _ => (
                string.Create(CultureInfo.InvariantCulture, $"status-{status}"), new("Demande refusée", "Request refused"),
                new LocalizedText("Cette demande a été refusée.", "This request was refused.")),
        };
        return Of(status, code, title, detail, language);
    }
}
