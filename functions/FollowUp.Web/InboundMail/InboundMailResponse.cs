using System.Text.Json.Serialization;

namespace FollowUp.Web.InboundMail;

/// <summary>The result of a message. The gateway must not send the message again, whatever the result.</summary>
/// <param name="Result">
/// <c>reply</c>: recorded as a sign of life; <c>repeated</c>: recorded before; <c>passed-on</c>: forwarded to the person in charge, no sign of
/// life; <c>address-refused</c>: no more mails go to that address; <c>ignored</c>.
/// </param>
/// <param name="Why">The reason as a code; null when the result says enough.</param>
/// <param name="Project">The project's id, where one was found.</param>
public sealed record InboundMailResponse(
    string Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Project = null);
