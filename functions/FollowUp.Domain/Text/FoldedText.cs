using System.Text;

namespace FollowUp.Domain.Text;

/// <summary>A text and its folded form (<see cref="TextFold"/>), with the place in the text of each folded character.</summary>
public sealed class FoldedText
{
    /// <summary>For each folded character the index in <see cref="Original"/> of the character that it comes from; then the length of the text.</summary>
    readonly int[] starts;

    FoldedText(string original, string text, int[] starts) => (Original, Text, this.starts) = (original, text, starts);

    /// <summary>The text that was folded, well formed (<see cref="WellFormedText"/>).</summary>
    public string Original { get; }

    /// <summary>The folded text. It may be shorter or longer than the original: "œ" is two characters, an accent none.</summary>
    public string Text { get; }

    /// <summary>Folds a text.</summary>
    public static FoldedText Create(string text)
    {
        var original = text.ToWellFormed();
        var folded = new StringBuilder(original.Length);
        var starts = new List<int>(original.Length + 1);
        var at = 0;
        foreach (var rune in original.EnumerateRunes())
        {
            TextFold.AppendFolded(rune, folded);
            while (starts.Count < folded.Length)
            {
                starts.Add(at);
            }

            at += rune.Utf16SequenceLength;
        }

        starts.Add(original.Length);
        return new FoldedText(original, folded.ToString(), [.. starts]);
    }

    /// <summary>The part of the original that a part of the folded text comes from, with the accents and invisible characters that follow it.</summary>
    /// <param name="at">Where the part begins in <see cref="Text"/>.</param>
    /// <param name="length">Its length, 1 or more.</param>
    public Range GetOriginalRange(int at, int length)
    {
        var end = at + length;
        while (starts[end] == starts[end - 1])
        {
            end++;
        }

        return starts[at]..starts[end];
    }
}
