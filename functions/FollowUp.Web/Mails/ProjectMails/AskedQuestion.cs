using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>What the staff member in charge is to answer: a question of a provider, or a provider whom staff handed over.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="DueAt">When the answer is due.</param>
/// <param name="IsHandOver">Whether staff handed the provider over.</param>
sealed record AskedQuestion(string Provider, Instant DueAt, bool IsHandOver)
{
    /// <summary>Null for another event.</summary>
    public static AskedQuestion? Of(Event? cause) => cause switch
    {
        QuestionAsked asked => new AskedQuestion(asked.Provider, asked.DueAt, IsHandOver: false),
        ProviderHandedOver handedOver => new AskedQuestion(handedOver.Provider, handedOver.DueAt, IsHandOver: true),
        _ => null,
    };
}
