using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;

namespace FollowUp.Web;

/// <summary>Reads the queue behind "my day". Managers see everybody's, or one coordinator's.</summary>
sealed class DayDesk(IProjectIndex index, IDirectory directory, IProjectStore store, PendingDecisionQueries questions)
{
    /// <summary>More than anybody follows at once; the ones due first come first.</summary>
    const int Longest = 5000;

    public async Task<DayCase> Of(DeskVisit visit, string? staff, CancellationToken cancellation)
    {
        var whose = visit.IsManager ? visit.Coordinators.ByKey(staff) : visit.Staff;
        var queue = await index.GetQueue(whose?.Id, Longest, cancellation);

        var elsewhere = await index.GetAwaiting(whose?.Id, Longest, cancellation);

        // Everybody's queue holds all open projects, and so whatever is asked on them.
        var asking = await questions.LoadAwaiting(whose?.Id, whose is null ? queue : queue.Concat(elsewhere), DaySection.Shown, cancellation);
        var day = DayCase.Of(visit, whose, queue, [.. elsewhere.Where(r => !r.Project.IsOpen)], asking);
        return day with { Visit = visit.Knowing(await Asking(day, cancellation)), ReplyTexts = await Texts(day, cancellation) };
    }

    /// <summary>What the newest reply of each project says: whoever reads it here need not open the project to know.</summary>
    async Task<ImmutableDictionary<string, string>> Texts(DayCase day, CancellationToken cancellation)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var id in day.Replies.Take(DaySection.Shown).Select(r => r.Project.Id))
        {
            ClientReplied? newest = null;
            await foreach (var recorded in store.ReadEvents(id, cancellation))
            {
                newest = recorded.Event as ClientReplied ?? newest;
            }

            if (newest?.Text.Key is { } key && (await store.LoadPersonalTexts(id, cancellation)).GetValueOrDefault(key) is { } text)
            {
                texts[id] = text;
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The providers who wait for an answer, and those that are asked about.</summary>
    async Task<List<ProviderProfile>> Asking(DayCase day, CancellationToken cancellation)
    {
        var known = new List<ProviderProfile>();
        var asking = day.Questions.Take(DaySection.Shown).SelectMany(r => r.Project.OpenQuestions).Select(q => q.Provider);
        var told = day.Approvals.SelectMany(r => r.Decisions).Select(a => a.Decision).OfType<PendingGoodChancesNotice>().Select(q => q.Provider);
        foreach (var id in asking.Concat(told).Distinct())
        {
            if (await directory.FindProvider(id, cancellation) is { } provider)
            {
                known.Add(provider);
            }
        }

        return known;
    }
}
