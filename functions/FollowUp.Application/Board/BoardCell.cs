using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>What facts are added up by. Equal cells count together.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Day">The day in Paris that it counts for; <see cref="NoDay"/> where no day matters.</param>
/// <param name="Coordinator">A staff id; empty for none.</param>
/// <param name="Step">See <see cref="BoardFactKind"/>; empty for none.</param>
/// <param name="Code">See <see cref="BoardFactKind"/>; empty for none.</param>
/// <param name="Hour">The hour in Paris, from 0 to 23; 0 where no hour matters.</param>
/// <param name="Value">See <see cref="BoardFactKind"/>; 0 for none.</param>
public sealed record BoardCell(
    BoardFactKind Kind, LocalDate Day, string Coordinator = "", string Step = "", string Code = "", int Hour = 0, long Value = 0)
{
    /// <summary>The day of facts that count until they are taken back.</summary>
    public static readonly LocalDate NoDay = new(1970, 1, 1);
}
