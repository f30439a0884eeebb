using System.Globalization;

namespace FollowUp.Web.Mails.Addressing;

/// <summary>The project that a reply address stands for, and the generation whose mails carried it. Stored as <c>{generation} {projectId}</c>.</summary>
public sealed record ReplyTarget(string ProjectId, int Generation)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Generation} {ProjectId}");

    /// <summary>Null for a text of another form.</summary>
    public static ReplyTarget? Parse(string text) =>
        text.Split(' ', 2) is [var number, { Length: > 0 } id] && int.TryParse(number, CultureInfo.InvariantCulture, out var generation)
            ? new ReplyTarget(id, generation)
            : null;
}
