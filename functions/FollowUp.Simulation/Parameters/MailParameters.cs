using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>How clients answer mails. A share counts the clients who get that mail.</summary>
/// <param name="RelaunchAnswers">Clients who answer, by the number of the relaunch in its cycle, from 1; later relaunches have the last one.</param>
/// <param name="WarningAnswer">Clients who answer the warning before dormancy.</param>
/// <param name="LightMailAnswer">Clients who answer a mail of a quarter of dormancy.</param>
/// <param name="TriedToReachAnswer">Clients who pick a time for a call after "we tried to reach you".</param>
/// <param name="AnswerHours">The hours to an answer: the quantiles 0, 10, 20 … 100 %.</param>
/// <param name="OptOutShare">Clients who want no more mails.</param>
/// <param name="Patience">Contacts without an answer within thirty days from which a client loses patience.</param>
/// <param name="ImpatientFactor">By how much opting out is more likely then.</param>
/// <param name="QuotaAnHour">Mails that the mail service accepts an hour.</param>
public sealed record MailParameters(
    ImmutableArray<double> RelaunchAnswers,
    double WarningAnswer,
    double LightMailAnswer,
    double TriedToReachAnswer,
    ImmutableArray<double> AnswerHours,
    double OptOutShare,
    int Patience,
    double ImpatientFactor,
    int QuotaAnHour);
