using System.Collections.Immutable;
using FollowUp.Application.Complaints;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Console.Complaints;

/// <summary>A complaint in a list.</summary>
/// <param name="Due">The day by which the receipt promised an answer.</param>
/// <param name="From">The name of who complains; null when it is erased.</param>
public sealed record ComplaintRow(Complaint Complaint, LocalDate Due, string? From);

/// <summary>All complaints.</summary>
/// <param name="Open">Those without an answer, the first due first.</param>
/// <param name="Answered">The newest answer first.</param>
public sealed record ComplaintListViewModel(ConsoleVisit Visit, ImmutableArray<ComplaintRow> Open, ImmutableArray<ComplaintRow> Answered);

/// <summary>One complaint with the form of its answer, or its file.</summary>
/// <param name="HasAddress">Whether its author can be answered by mail.</param>
/// <param name="Draft">The text that the form proposes.</param>
public sealed record ComplaintViewModel(ConsoleVisit Visit, ComplaintRow Row, ComplaintFile File, bool HasAddress, string Draft)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>What was done just now; null for nothing.</summary>
    public string? Done { get; init; }
}
