using FollowUp.Domain.Text;

namespace FollowUp.Domain.Projects.Events;

/// <summary>An attempt of phone validation was a mail, since no call is allowed.</summary>
/// <param name="Attempt">The number of the attempt in this cycle, from 1.</param>
/// <param name="Last">Whether it was the last attempt.</param>
public sealed record AttemptMailed(int Attempt, bool Last) : Event;

/// <summary>Phone validation found the project serious.</summary>
public sealed record ProjectValidated : Event;

/// <summary>The client was asked for missing information.</summary>
/// <param name="What">What is missing, in the words of staff.</param>
public sealed record InformationRequested(FreeText? What) : Event;

/// <summary>The client sent information: a sign of life.</summary>
/// <param name="Text">What the client wrote.</param>
public sealed record InformationGiven(FreeText Text) : Event;

/// <summary>The information did not arrive in time: the attempts start again.</summary>
public sealed record InformationAwaitedInVain : Event;

/// <summary>The number on file is not the client's: no call is planned to it until it is corrected.</summary>
public sealed record NumberFoundWrong : Event;

/// <summary>The client was asked by mail for the right number.</summary>
/// <param name="Last">Whether it is the last mail before the project is closed as unreachable.</param>
public sealed record NumberAsked(bool Last) : Event;

/// <summary>The phone number was corrected. By the client or the website it is a sign of life.</summary>
public sealed record NumberCorrected : Event;
