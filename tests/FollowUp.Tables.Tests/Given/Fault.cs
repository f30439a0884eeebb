namespace FollowUp.Tables.Tests.Given;

/// <summary>What happens to a request.</summary>
public enum Fault
{
    None,

    /// <summary>The connection breaks before the service gets the request.</summary>
    ResetBefore,

    /// <summary>The service completes the request; the connection breaks before the response arrives.</summary>
    ResetAfter,

    /// <summary>The service completes the request; the client times out.</summary>
    TimeoutAfter,

    /// <summary>The service answers 503 and does nothing.</summary>
    BusyBefore,

    /// <summary>The service completes the request and answers 503.</summary>
    BusyAfter,

    /// <summary>The service gets the request twice; the client gets the second response.</summary>
    Doubled,
}
