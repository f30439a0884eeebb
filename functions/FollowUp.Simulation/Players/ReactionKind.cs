namespace FollowUp.Simulation.Players;

/// <summary>What somebody does because of an event.</summary>
public enum ReactionKind
{
    /// <summary>The client answers a relaunch, a warning or a light mail.</summary>
    AnswerMail,

    /// <summary>The client picks a time for a call.</summary>
    PickCallBack,

    /// <summary>The client gives the right number.</summary>
    CorrectNumber,

    /// <summary>The client sends the missing information.</summary>
    GiveInformation,

    /// <summary>The client wants no more mails.</summary>
    OptOut,

    /// <summary>The client reports on the website what they decided.</summary>
    Report,

    /// <summary>A provider proposes.</summary>
    Propose,

    /// <summary>A provider sends a quote.</summary>
    Quote,

    /// <summary>A coordinator answers whether to close a silent project.</summary>
    AnswerClosing,

    /// <summary>A coordinator answers whether a provider may have its good-chances notice.</summary>
    AnswerNotice,
}
