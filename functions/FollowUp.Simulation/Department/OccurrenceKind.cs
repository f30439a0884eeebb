namespace FollowUp.Simulation.Department;

/// <summary>What happens at a time of the simulation.</summary>
enum OccurrenceKind : byte
{
    /// <summary>The project's wake time.</summary>
    Wake,

    /// <summary>A coordinator looks at the queue of calls.</summary>
    Look,

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

    /// <summary>The client decides.</summary>
    Decide,

    /// <summary>A provider proposes.</summary>
    Propose,

    /// <summary>A provider sends a quote.</summary>
    Quote,

    /// <summary>Staff answer whether to close a silent project.</summary>
    AnswerClosing,

    /// <summary>Staff answer whether a provider may have its good-chances notice.</summary>
    AnswerNotice,
}
