namespace FollowUp.Application.Ports;

/// <summary>Who acts in the audit log without being staff, client or provider: the role and the id of such an entry are the same.</summary>
public static class AuditActors
{
    /// <summary>The command line. The code of its entries is the id of the staff member whom the command is about, or <c>done</c>.</summary>
    public const string CommandLine = "command-line";

    /// <summary>A caller of whom nothing is known. Their address is not written down.</summary>
    public const string UnknownCaller = "unknown-caller";

    /// <summary>The code of the one entry of a caller who used up a limit: what else they try within its window has none.</summary>
    public const string LimitReached = "limit-reached";
}
