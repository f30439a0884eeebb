using NodaTime;

namespace FollowUp.Web.Console.Persons;

/// <summary>A client who was found.</summary>
/// <param name="Client">The website's id of the client.</param>
/// <param name="Name">Name and company; null once erased.</param>
/// <param name="Email">The mail address; null when none is known.</param>
/// <param name="Phone">The phone number in E.164 form; null when none is known.</param>
/// <param name="Projects">How many projects they have.</param>
/// <param name="LastSignOfLife">The newest contact that came from them in the projects that were found.</param>
public sealed record PersonRow(string Client, string? Name, string? Email, string? Phone, int Projects, Instant LastSignOfLife);
