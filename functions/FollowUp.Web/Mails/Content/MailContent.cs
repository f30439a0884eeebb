using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Mails.Content;

/// <summary>The content of a mail, from which both its HTML part and its text part are rendered.</summary>
/// <param name="Preview">The text that mail programs show beside the subject.</param>
/// <param name="Greeting">The line before the body; empty until <see cref="MailBoilerplate"/> sets it.</param>
/// <param name="Signature">One entry per line.</param>
public sealed record MailContent(
    Language Language,
    string Subject,
    string Preview,
    string Greeting,
    ImmutableArray<MailBlock> Body,
    ImmutableArray<string> Signature,
    ImmutableArray<FooterLine> Footer)
{
    /// <summary>The line before the signature; null for mails to staff.</summary>
    public string? Closing { get; init; }

    /// <summary>The department's name: the second of three signature lines, otherwise the first.</summary>
    public string Letterhead => Signature is [_, var department, _] ? department : Signature[0];
}

/// <summary>A part of a mail's body. The renderers handle every subclass.</summary>
public abstract record MailBlock;

public sealed record Paragraph(string Text) : MailBlock;

/// <summary>A text that somebody wrote.</summary>
public sealed record Quote(string Text) : MailBlock;

/// <summary>A button with the mail's main link.</summary>
public sealed record ActionButton(string Label, Uri Address) : MailBlock;

/// <summary>Rows of a name and a value.</summary>
public sealed record DefinitionList(ImmutableArray<(string Name, string Value)> Rows) : MailBlock;

/// <summary>A line of small print.</summary>
/// <param name="Address">Makes the line a link; null for text.</param>
public sealed record FooterLine(string Text, Uri? Address = null);
