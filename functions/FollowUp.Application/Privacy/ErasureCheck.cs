namespace FollowUp.Application.Privacy;

/// <summary>One line of the report of an erasure: where the person was searched again. It is part of the API.</summary>
/// <param name="What">The place, in kebab-case: <c>project</c>, <c>dossier</c>, <c>text</c>, <c>mail</c>, <c>search</c>, <c>complaint</c> or <c>named-in-complaint</c>.</param>
/// <param name="Searched">How many places of this kind were searched.</param>
/// <param name="Left">In how many something of the person was found.</param>
public sealed record ErasureCheck(string What, int Searched, int Left);
