using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Mails.Content;

/// <summary>What a mail says, once: the HTML part and the text part are two renderings of it and cannot disagree.</summary>
/// <param name="Preview">What a mail program shows beside the subject.</param>
/// <param name="Greeting">Null where nobody is greeted by name.</param>
/// <param name="Signature">A line each.</param>
public sealed record MailContent(
    Language Language,
    string Subject,
    string Preview,
    string Greeting,
    ImmutableArray<MailBlock> Body,
    ImmutableArray<string> Signature,
    ImmutableArray<FooterLine> Footer)
{
    /// <summary>The kind word before the signature; null where a program writes and nobody signs.</summary>
    public string? Closing { get; init; }

    /// <summary>Who writes: of three lines of a signature the middle one, of fewer the first.</summary>
    public string Letterhead => Signature is [_, var department, _] ? department : Signature[0];
}

/// <summary>One piece of a mail's body.</summary>
public abstract record MailBlock;

public sealed record Paragraph(string Text) : MailBlock;

/// <summary>What somebody wrote, set apart as theirs.</summary>
public sealed record Quote(string Text) : MailBlock;

/// <summary>The one thing to do.</summary>
public sealed record ActionButton(string Label, Uri Address) : MailBlock;

public sealed record DefinitionList(ImmutableArray<(string Name, string Value)> Rows) : MailBlock;

/// <summary>A line at the end, a link where it has an address.</summary>
public sealed record FooterLine(string Text, Uri? Address = null);
