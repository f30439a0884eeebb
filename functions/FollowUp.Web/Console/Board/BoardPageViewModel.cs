using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Board;

/// <summary>The board.</summary>
/// <param name="Report">The figures.</param>
/// <param name="Today">The tiles of today, as a table.</param>
/// <param name="Tables">The figures as tables.</param>
public sealed record BoardPageViewModel(ConsoleVisit Visit, BoardReport Report, BoardTable Today, ImmutableArray<BoardTable> Tables)
{
    /// <summary>Why it is not the period that was asked for; null when it is.</summary>
    public LocalizedText? PeriodError { get; init; }
}
