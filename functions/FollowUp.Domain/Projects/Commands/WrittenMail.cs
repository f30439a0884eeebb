namespace FollowUp.Domain.Projects.Commands;

/// <summary>A mail that staff write to the client: one free text whose first line is the subject.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">The text without greeting and signature.</param>
public sealed record WrittenMail(string Subject, string Body)
{
    /// <summary>Reads the free text of <see cref="WriteToClient"/>.</summary>
    public static WrittenMail Parse(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? new WrittenMail(text.Trim(), "") : new WrittenMail(text[..end].Trim(), text[end..].Trim());
    }

    /// <summary>The free text of <see cref="WriteToClient"/>.</summary>
    public override string ToString() => $"{Subject}\n\n{Body}";
}
