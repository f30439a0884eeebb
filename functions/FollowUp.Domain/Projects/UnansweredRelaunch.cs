using System.Globalization;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>A relaunch that the client has not answered.</summary>
/// <param name="Step">The number of the relaunch in its cycle, <see cref="Warning"/> or <see cref="Quarter"/>.</param>
/// <param name="Channel">Mail or phone.</param>
/// <param name="At">When it was recorded.</param>
public sealed record UnansweredRelaunch(string Step, Channel Channel, Instant At)
{
    /// <summary>The step of the warning before dormancy.</summary>
    public const string Warning = "warning";

    /// <summary>The step of a quarterly mail of a dormant project.</summary>
    public const string Quarter = "quarter";

    /// <summary>A relaunch of a cycle.</summary>
    public static UnansweredRelaunch By(Channel channel, int number, bool isWarning, Instant at) => new(FormatStep(number, isWarning), channel, at);

    /// <summary>The name of a step of a cycle.</summary>
    public static string FormatStep(int number, bool isWarning) => isWarning ? Warning : number.ToString(CultureInfo.InvariantCulture);
}
