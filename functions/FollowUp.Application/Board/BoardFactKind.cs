namespace FollowUp.Application.Board;

/// <summary>What a fact of the board counts. Name and number are stored and never change.</summary>
public enum BoardFactKind
{
    /// <summary>A project was posted.</summary>
    Submitted = 1,

    /// <summary>The first call to the client of a project; <see cref="BoardCell.Value"/> is the working time since its submission, in whole minutes.</summary>
    FirstCall = 2,

    /// <summary>An outbound call; the code is <see cref="BoardCodes.Reached"/> or <see cref="BoardCodes.Missed"/>, the hour that of the call.</summary>
    Call = 3,

    /// <summary>A call of phone validation reached the client for the first time in a generation; the value is the number of the attempt.</summary>
    Reached = 4,

    /// <summary>
    /// Phone validation ended; the code is <see cref="BoardCodes.Validated"/> or the reason of death, the step tells whether the client was reached.
    /// </summary>
    ValidationEnded = 5,

    /// <summary>
    /// A project was closed; the code is <see cref="BoardCodes.Won"/> or the reason of death, the step the phase before. The value is 1 when the amount
    /// is known.
    /// </summary>
    Closed = 6,

    /// <summary>A relaunch left or was made by phone; the step and the code (the channel) name it.</summary>
    Relaunch = 7,

    /// <summary>A relaunch was answered: step and code as of the relaunch, on the day of the relaunch.</summary>
    RelaunchAnswered = 8,

    /// <summary>A call became overdue.</summary>
    Overdue = 9,

    /// <summary>Mails to the client are refused; the code tells why.</summary>
    MailRefused = 10,

    /// <summary>An open project by its phase (the code) and the day on which it entered the phase.</summary>
    Open = 11,

    /// <summary>A reply of a client or a question of a provider that waits for a staff member.</summary>
    Waiting = 12,
}
