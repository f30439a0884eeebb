using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>
/// What one event adds to the figures of the board. Facts are only ever added: what is taken back is a fact with a negative count. A fact is
/// identified by its project, <paramref name="Seq"/> and <paramref name="Cell"/>, so storing it again changes nothing. It holds no datum of a client.
/// </summary>
/// <param name="Seq">The version of the event.</param>
/// <param name="Recorded">The day in Paris on which the event was recorded.</param>
/// <param name="Cell">What it counts for.</param>
/// <param name="Count">1 or more, or less than 0.</param>
/// <param name="Cents">The amount in cents of euro.</param>
public sealed record BoardFact(long Seq, LocalDate Recorded, BoardCell Cell, int Count, long Cents = 0);
