using System.Diagnostics;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Settings;

/// <summary>What the page calls the events of webhooks.</summary>
static class WebhookText
{
    /// <summary>The events that can be chosen; changes of the phase and closings are always sent.</summary>
    public static readonly IReadOnlyList<WebhookEvent> Choices =
        [WebhookEvent.NextAction, WebhookEvent.Assigned, WebhookEvent.ProviderWanted, WebhookEvent.QuestionAnswered, WebhookEvent.ComplaintReceived, WebhookEvent.ProviderNews];

    public static LocalizedText Describe(WebhookEvent kind) => kind switch
    {
        WebhookEvent.NextAction => new("la prochaine action change", "the next action changes"),
        WebhookEvent.Assigned => new("le projet change de suiveur", "another coordinator is in charge"),
        WebhookEvent.ProviderWanted => new("le client s’intéresse à un prestataire", "the client is interested in a provider"),
        WebhookEvent.QuestionAnswered => new("la question d’un prestataire a sa réponse", "a provider’s question is answered"),
        WebhookEvent.ComplaintReceived => new("une réclamation arrive", "a complaint arrives"),
        WebhookEvent.ProviderNews => new(
            "des projets d’un prestataire abonné ont bougé (une fois par jour ouvré)", "projects of a provider with a subscription have moved (once a working day)"),
        _ => throw new UnreachableException($"No text for {kind}"),
    };
}
