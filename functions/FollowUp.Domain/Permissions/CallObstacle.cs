namespace FollowUp.Domain.Permissions;

/// <summary>Why a client is not called now.</summary>
public enum CallObstacle
{
    /// <summary>Nothing: a call is allowed now.</summary>
    None,

    /// <summary>It is outside the hours of the cadence, by the client's clock.</summary>
    OutsideHours,

    /// <summary>The cap on calls to a private person is reached.</summary>
    CapReached,

    /// <summary>The days without any call after "do not call" have not passed.</summary>
    QuietDays,

    /// <summary>The client gave no consent to calls, or wants no calls.</summary>
    NotAllowed,

    /// <summary>The private person agreed to calls about the request alone, and the project is past its validation: a relaunch call needs the consent for later.</summary>
    OnlyForRequest,

    /// <summary>The client wants to be left alone about another project.</summary>
    LeftAlone,

    /// <summary>The law forbids relaunches of private persons in the category of service.</summary>
    CategoryNotRelaunched,

    /// <summary>The project is closed, and no reply of the client waits for an answer.</summary>
    ProjectClosed,

    /// <summary>The number on file is known to be wrong.</summary>
    NumberWrong,
}
