using System.Collections.Immutable;
using FollowUp.Simulation.Department;

namespace FollowUp.Simulation.Parameters;

/// <summary>What the clients of serious projects decide, and when. The clients of the others decide nothing.</summary>
/// <param name="PlatformShare">Clients who choose a provider of the platform, where one came forward.</param>
/// <param name="ElsewhereShare">Clients who choose someone outside the platform.</param>
/// <param name="GiveUpShare">Clients who give the project up. The rest never decides.</param>
/// <param name="DaysToDecide">Days from the posting to the decision: the quantiles 0, 10, 20 … 100 %.</param>
/// <param name="ReportedShare">Decisions that the client reports on the website; the others become known by a call or an answer.</param>
/// <param name="ForgetAfterDays">Days without any contact after which a client may forget the platform.</param>
/// <param name="ForgottenShare">Clients who choose elsewhere instead, when they decide after so long a silence.</param>
/// <param name="NotNowShare">Undecided clients whose answer is "not now".</param>
/// <param name="CallMeShare">Undecided clients who answer a mail with "call me".</param>
/// <param name="LeaveMeAloneShare">Undecided clients who want to be left alone.</param>
public sealed record DecisionParameters(
    double PlatformShare,
    double ElsewhereShare,
    double GiveUpShare,
    ImmutableArray<double> DaysToDecide,
    double ReportedShare,
    double ForgetAfterDays,
    double ForgottenShare,
    double NotNowShare,
    double CallMeShare,
    double LeaveMeAloneShare)
{
    /// <summary>What the client of a serious project decides in the end.</summary>
    /// <param name="place">Where the client stands among all, from 0 to 1.</param>
    internal Wish GetWish(double place) => place < PlatformShare ? Wish.Platform
        : place < PlatformShare + ElsewhereShare ? Wish.Elsewhere
        : place < PlatformShare + ElsewhereShare + GiveUpShare ? Wish.GiveUp
        : Wish.Nothing;
}
