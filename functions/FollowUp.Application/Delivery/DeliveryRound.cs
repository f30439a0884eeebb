using System.Collections.Immutable;
using FollowUp.Application.Ports;

namespace FollowUp.Application.Delivery;

/// <summary>What became of the due messages of a project.</summary>
/// <param name="Sent">How many were sent.</param>
/// <param name="Pending">What is pending after it: messages that are not due yet, and those that are tried again, each with its time.</param>
/// <param name="Failures">What the senders threw. The times of the next attempts are stored.</param>
public sealed record DeliveryRound(int Sent, ImmutableArray<OutboxEntry> Pending, ImmutableArray<Exception> Failures);
