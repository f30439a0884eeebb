using System.Runtime.CompilerServices;

namespace FollowUp.Functions.Tests;

static class SilentLogging
{
    /// <summary>The test host logs each call to the console, and takes no logger for the half of it that stands in for Azure.</summary>
    [ModuleInitializer]
    internal static void TurnLoggingOff() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");
}
