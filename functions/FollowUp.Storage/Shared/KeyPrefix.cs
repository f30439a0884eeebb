namespace FollowUp.Storage.Shared;

/// <summary>Ranges of keys that begin with a prefix.</summary>
static class KeyPrefix
{
    /// <summary>The first key after all keys with the prefix, in ordinal order: the last character is replaced by its successor.</summary>
    public static string GetEnd(string prefix) => $"{prefix.AsSpan(0, prefix.Length - 1)}{(char)(prefix[^1] + 1)}";
}
