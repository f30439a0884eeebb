using System.Text.Json.Serialization;

namespace FollowUp.Web.InboundMail;

/// <summary>What became of a message. The gateway has done its part, whatever it says.</summary>
/// <param name="Result">
/// <c>reply</c>: a sign of life, recorded; <c>repeated</c>: it was recorded before; <c>passed-on</c>: read by whoever is in charge, no sign of
/// life; <c>address-refused</c>: no more mails go to that address; <c>ignored</c>.
/// </param>
/// <param name="Why">A code, where the result leaves it open.</param>
/// <param name="Project">The project's id, where one was found.</param>
public sealed record InboundMailResponse(
    string Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Project = null);
