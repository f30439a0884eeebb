namespace FollowUp.Application.Integrity;

/// <summary>Settings of signatures and anchors.</summary>
public sealed class AnchorOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Anchors";

    /// <summary>A file with the keys, outside the data folder (<see cref="AnchorKeys.Parse"/>); null for none.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The text of such a file, for a secret of Key Vault; null for none.</summary>
    public string? Keys { get; set; }

    /// <summary>A file outside the store to which each day's anchor is appended, one line of JSON each; null for none.</summary>
    public string? File { get; set; }
}
