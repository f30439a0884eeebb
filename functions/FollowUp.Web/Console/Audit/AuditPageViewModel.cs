using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Audit;

/// <summary>The audit log with its filters.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">The entries of the page, newest first.</param>
/// <param name="Total">How many entries match.</param>
/// <param name="IsCut">Whether there are entries that are older than those searched.</param>
public sealed record AuditPageViewModel(ConsoleVisit Visit, AuditFilter Filter, ImmutableArray<AuditEntry> Rows, int Total, bool IsCut)
{
    /// <summary>What is wrong with the days of the filter; null when nothing is.</summary>
    public LocalizedText? FilterError { get; init; }

    public bool HasNext => (Filter.Page + 1) * AuditPageHandler.PageLength < Total;

    public string? StaffKey => Filter.Staff?.Key();
}
