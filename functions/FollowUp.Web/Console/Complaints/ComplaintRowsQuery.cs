using System.Collections.Immutable;
using FollowUp.Application.Complaints;
using FollowUp.Application.Ports;
using FollowUp.Web.Mails.DepartmentMails;

namespace FollowUp.Web.Console.Complaints;

/// <summary>Reads complaints with the day of their answer and who complains.</summary>
sealed class ComplaintRowsQuery(IComplaints complaints, ComplaintAuthors authors)
{
    /// <summary>Those without an answer, the first due first.</summary>
    public async Task<ImmutableArray<ComplaintRow>> LoadOpen(ConsoleVisit visit, CancellationToken cancellation) =>
        [.. (await LoadAll(visit, complaint => !complaint.IsAnswered, cancellation)).OrderBy(row => row.Due).ThenBy(row => row.Complaint.At)];

    /// <summary>Those with an answer, the newest first.</summary>
    public async Task<ImmutableArray<ComplaintRow>> LoadAnswered(ConsoleVisit visit, CancellationToken cancellation) =>
        [.. (await LoadAll(visit, complaint => complaint.IsAnswered, cancellation)).OrderByDescending(row => row.Complaint.Handling!.At)];

    async Task<List<ComplaintRow>> LoadAll(ConsoleVisit visit, Func<Complaint, bool> include, CancellationToken cancellation)
    {
        var rows = new List<ComplaintRow>();
        foreach (var complaint in (await complaints.All(cancellation)).Where(include))
        {
            rows.Add(new ComplaintRow(
                complaint, ComplaintTerms.GetAnswerDeadline(complaint.At, visit.Days.Calendar), (await authors.Find(complaint, cancellation))?.Name));
        }

        return rows;
    }
}
