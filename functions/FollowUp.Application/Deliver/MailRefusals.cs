using FollowUp.Domain;

namespace FollowUp.Application;

/// <summary>
/// A bounce or a complaint stops mails to that address, in every project of it, and its relaunches become phone tasks: whether the mail
/// service reports it afterwards or the courier hears it at once.
/// </summary>
public sealed class MailRefusals(Desk desk, IIndex index, IProjectStore store)
{
    /// <returns>In how many projects.</returns>
    public async Task<int> Report(string address, bool complaint, CancellationToken cancellation = default)
    {
        var told = 0;
        var query = new IndexQuery(Text: address);
        while (true)
        {
            var found = await index.Search(query, cancellation);
            foreach (var row in found)
            {
                // The search finds words; the address itself decides.
                var dossier = await store.LoadDossier(row.Project.Id, cancellation);
                if (string.Equals(dossier?.Email, address, StringComparison.OrdinalIgnoreCase))
                {
                    await desk.Record(row.Project.Id, new ReportMailRefused(complaint), Actor.Time, cancellation: cancellation);
                    told++;
                }
            }

            if (found.Length < query.Limit)
            {
                return told;
            }

            query = query with { After = found[^1].Project.Id };
        }
    }
}
