using System.Diagnostics;
using System.Text.Json.Serialization;

namespace FollowUp.Web.InboundMail;

/// <summary>The answer to the gateway, which must not send the message again, whatever the result.</summary>
/// <param name="Result"><c>reply</c>, <c>passed-on</c>, <c>address-refused</c> or <c>ignored</c>; see <see cref="InboundMailResult"/>.</param>
/// <param name="Why">See <see cref="InboundMailResult.Why"/>.</param>
/// <param name="Project">See <see cref="InboundMailResult.Project"/>.</param>
public sealed record InboundMailResponse(
    string Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Project = null)
{
    internal static InboundMailResponse From(InboundMailResult result) => new(GetName(result), result.Why, result.Project);

    static string GetName(InboundMailResult result) => result switch
    {
        InboundMailResult.Reply => "reply",
        InboundMailResult.PassedOn => "passed-on",
        InboundMailResult.AddressRefused => "address-refused",
        InboundMailResult.Ignored => "ignored",
        _ => throw new UnreachableException($"No name for {result}"),
    };
}
