using System.Collections.Immutable;
using System.Text.Json;

namespace FollowUp.Local.ImportExport;

/// <summary>One project of an imported file.</summary>
/// <param name="Place">Where it stands: "line 3" or "item 3".</param>
/// <param name="Json">The submission in the form of the website API; null for an erased person.</param>
/// <param name="Errors">What cannot be read of it; empty for most.</param>
/// <param name="State">The state that an export gives it; null in other files.</param>
sealed record ImportItem(string Place, JsonElement? Json, ImmutableArray<string> Errors, ExportedState? State)
{
    const char LostCharacter = '\ufffd';

    /// <summary>The errors of texts in which a character was lost before, by the name of the field.</summary>
    public static IEnumerable<string> FindLostCharacters(JsonElement json, string path = "") => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => FindLostCharacters(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.String when json.GetString()!.Contains(LostCharacter, StringComparison.Ordinal) =>
            [$"{path}: holds U+FFFD, which stands for a character that was lost; export the file again, in UTF-8"],
        _ => [],
    };
}
