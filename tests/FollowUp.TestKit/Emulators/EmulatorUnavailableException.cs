namespace FollowUp.TestKit.Emulators;

/// <summary>The emulator cannot run on this machine. The tests that need it are skipped with the message as their reason.</summary>
/// <param name="reason">A sentence without its full stop: it follows a colon.</param>
sealed class EmulatorUnavailableException(string reason) : Exception(reason);
