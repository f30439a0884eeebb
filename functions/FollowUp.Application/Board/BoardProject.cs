using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>A project behind a figure.</summary>
/// <param name="Id">The project's id.</param>
/// <param name="Day">The latest day on which it counts.</param>
/// <param name="Count">How often it counts.</param>
public readonly record struct BoardProject(string Id, LocalDate Day, int Count);
