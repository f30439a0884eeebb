namespace FollowUp.Domain.Outbox;

/// <summary>What the website can be told of by a webhook. The names are stored and part of message ids: never rename one.</summary>
public enum WebhookEvent
{
    /// <summary>The project entered another phase (<c>project.moved</c>); always sent.</summary>
    Moved,

    /// <summary>The project was closed (<c>project.closed</c>); always sent.</summary>
    Closed,

    /// <summary>The project's next action changed (<c>project.next-action</c>).</summary>
    NextAction,

    /// <summary>Another person is in charge of the project (<c>project.assigned</c>).</summary>
    Assigned,

    /// <summary>The client is interested in a provider (<c>provider.wanted</c>).</summary>
    ProviderWanted,

    /// <summary>A provider's question was answered (<c>question.answered</c>).</summary>
    QuestionAnswered,

    /// <summary>A complaint arrived (<c>complaint.received</c>).</summary>
    ComplaintReceived,

    /// <summary>Projects of a provider with a subscription have moved (<c>provider.news</c>), once a working day at most.</summary>
    ProviderNews,
}
