using System.Collections.Immutable;

namespace FollowUp.Web.Legal;

/// <summary>A part of a legal text.</summary>
public abstract record LegalBlock
{
    public sealed record Heading(string Words) : LegalBlock;

    public sealed record Text(string Words) : LegalBlock;

    public sealed record Items(ImmutableArray<string> Lines) : LegalBlock;
}
