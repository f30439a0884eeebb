using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.ProviderFeed;

namespace FollowUp.Application.Masking;

/// <summary>Why a text is not published yet.</summary>
/// <param name="Refusal">The refusal <c>personal-data-found</c>, with what was found.</param>
/// <param name="Found">What was found.</param>
/// <param name="Masked">The text as providers would read it.</param>
/// <param name="MayBePublishedAsWritten">Whether everything found is a common word.</param>
public sealed record SharedTextStop(Refusal Refusal, ImmutableArray<PersonalDataFinding> Found, string Masked, bool MayBePublishedAsWritten);
