using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>Who calls, and how much they can do.</summary>
/// <param name="NewProjectsAMonth">New projects a coordinator gets a month. It gives the number of coordinators.</param>
/// <param name="Hours">The working hours from Monday to Friday: windows such as <c>["09:00", "12:30"]</c>.</param>
/// <param name="PhoneMinutesADay">Minutes a day that a coordinator can spend on calls.</param>
/// <param name="MissedCallMinutes">Minutes that a call takes which reaches nobody, with its recording.</param>
/// <param name="ConversationMinutes">Minutes that a conversation takes, with its recording.</param>
/// <param name="AbsentDaysAYear">Working days of absence a year, in whole weeks. The next coordinator of the team stands in.</param>
/// <param name="ClosingApprovedShare">Requests to close a silent project that staff approve.</param>
/// <param name="NoticeApprovedShare">Requests for a good-chances notice that staff approve.</param>
public sealed record CoordinatorParameters(
    int NewProjectsAMonth,
    ImmutableArray<ImmutableArray<string>> Hours,
    int PhoneMinutesADay,
    double MissedCallMinutes,
    double ConversationMinutes,
    int AbsentDaysAYear,
    double ClosingApprovedShare,
    double NoticeApprovedShare);
