using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>The figures of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Submitted">Projects that were posted.</param>
/// <param name="Validated">Projects that were validated.</param>
/// <param name="Won">Projects that were won.</param>
/// <param name="Dead">Projects that died.</param>
public sealed record DayFigures(LocalDate Day, int Submitted, int Validated, int Won, int Dead);
