namespace FollowUp.Web.InboundMail;

/// <summary>What an inbound message led to. One of the nested types; there are no others.</summary>
/// <param name="Project">The project's id; null where none, or several, were found.</param>
/// <param name="Why">The reason as a code; null where the type says enough.</param>
abstract record InboundMailResult(string? Project, string? Why)
{
    /// <summary>The reason of a message that was handled before, with the result that it had then.</summary>
    public const string RepeatedCode = "repeated";

    /// <summary>Recorded as the client's reply, a sign of life.</summary>
    public sealed record Reply(string? Project, string? Why = null) : InboundMailResult(Project, Why);

    /// <summary>Mailed to the staff member in charge, who decides what it means. No sign of life.</summary>
    public sealed record PassedOn(string? Project, string? Why) : InboundMailResult(Project, Why);

    /// <summary>The client's address takes no mail, or the client reported a mail as spam: no more mails go there.</summary>
    public sealed record AddressRefused(string? Project, string? Why) : InboundMailResult(Project, Why);

    /// <summary>Nothing follows from it.</summary>
    public sealed record Ignored(string? Project, string? Why) : InboundMailResult(Project, Why);
}
