namespace FollowUp.Application.Board;

/// <summary>Codes and steps of facts that are no name of a domain type. They are stored and never change.</summary>
public static class BoardCodes
{
    /// <summary>The client was reached.</summary>
    public const string Reached = "reached";

    /// <summary>The client was not reached.</summary>
    public const string Missed = "missed";

    /// <summary>The project was validated.</summary>
    public const string Validated = "validated";

    /// <summary>The project was won.</summary>
    public const string Won = "won";

    /// <summary>A reply of the client.</summary>
    public const string Reply = "reply";

    /// <summary>A question of a provider.</summary>
    public const string Question = "question";
}
