using FollowUp.Application.People;

namespace FollowUp.Web.Console.Calls;

/// <summary>The paths of the call screen. For a manager they carry whose calls are made.</summary>
static class CallAddresses
{
    public const string Next = "/desk/call";

    /// <summary>The next due call.</summary>
    /// <param name="owner">Whose calls; null for one's own or everybody's.</param>
    /// <param name="recorded">The project whose call was recorded just before.</param>
    /// <param name="after">The project whose call is skipped.</param>
    /// <param name="call">The id of the conversation that was recorded.</param>
    public static string NextOf(Staff? owner, string? recorded = null, string? after = null, string? call = null) => Format(Next, owner, recorded, after, call);

    /// <summary>The call of one project.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="owner">Whose calls; null for one's own or everybody's.</param>
    /// <param name="call">The id of a conversation that is recorded on another project of the client.</param>
    public static string Of(string projectId, Staff? owner, string? call = null) => Format($"{Next}/{Uri.EscapeDataString(projectId)}", owner, null, null, call);

    static string Format(string path, Staff? owner, string? recorded, string? after, string? call)
    {
        var query = new[] { ("staff", owner?.Key()), ("recorded", recorded), ("after", after), ("call", call) }
            .Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var text = string.Join('&', query);
        return text.Length == 0 ? path : $"{path}?{text}";
    }
}
