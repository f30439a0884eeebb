using System.Collections.Immutable;

namespace FollowUp.Web.Legal;

/// <summary>A part of a text of a public page: the legal ones, the charter and the guide.</summary>
public abstract record LegalBlock
{
    public sealed record Heading(string Words) : LegalBlock;

    public sealed record Text(string Words) : LegalBlock;

    public sealed record Items(ImmutableArray<string> Lines) : LegalBlock;
}
