using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>A mail that left.</summary>
/// <param name="Projects">The projects that it tells of.</param>
sealed record LawMail(Instant At, MessageKind Kind, string Message, ImmutableArray<string> Projects);
