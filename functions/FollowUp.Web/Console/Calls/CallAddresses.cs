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
    public static string NextOf(Staff? owner, string? recorded = null, string? after = null) => Format(Next, owner, recorded, after);

    public static string Of(string projectId, Staff? owner) => Format($"{Next}/{Uri.EscapeDataString(projectId)}", owner, null, null);

    static string Format(string path, Staff? owner, string? recorded, string? after)
    {
        var query = new[] { ("staff", owner?.Key()), ("recorded", recorded), ("after", after) }
            .Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var text = string.Join('&', query);
        return text.Length == 0 ? path : $"{path}?{text}";
    }
}
