using NodaTime;

namespace FollowUp.Web.Console.SignIn;

/// <summary>An open session, as its owner sees it.</summary>
/// <param name="Id">Names it. It opens nothing: it is the hash of the number that the cookie holds.</param>
/// <param name="OpenedAt">When it was opened, by the clock of the cookie.</param>
/// <param name="Browser">Such as "Firefox, Windows"; null when it is not known.</param>
/// <param name="IsThisOne">Whether the request that asks has it.</param>
public sealed record OpenSession(string Id, Instant OpenedAt, string? Browser, bool IsThisOne);
