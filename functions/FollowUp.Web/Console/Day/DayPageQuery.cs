using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;

namespace FollowUp.Web.Console.Day;

/// <summary>Reads the queue behind "my day". Managers see everybody's, or one coordinator's.</summary>
sealed class DayPageQuery(IProjectIndex index, IDirectory directory, IProjectStore store, PendingDecisionQueries questions)
{
    /// <summary>More than anybody follows at once; the ones due first come first.</summary>
    const int MaxRows = 5000;

    public async Task<DayPageViewModel> Get(ConsoleVisit visit, string? staff, CancellationToken cancellation)
    {
        var whose = visit.IsManager ? visit.Coordinators.FindByKey(staff) : visit.Staff;
        var queue = await index.GetQueue(whose?.Id, MaxRows, cancellation);

        var elsewhere = await index.GetAwaiting(whose?.Id, MaxRows, cancellation);

        // Everybody's queue holds all open projects, and so whatever is asked on them.
        var asking = await questions.LoadAwaiting(whose?.Id, whose is null ? queue : queue.Concat(elsewhere), DaySection.MaxRows, cancellation);
        var day = DayPageViewModel.Create(visit, whose, queue, [.. elsewhere.Where(r => !r.Project.IsOpen)], asking);
        return day with { Visit = visit.WithProviderNames(await GetProviders(day, cancellation)), ReplyTexts = await GetReplyTexts(day, cancellation) };
    }

    /// <summary>What the newest reply of each project says: whoever reads it here need not open the project to know.</summary>
    async Task<ImmutableDictionary<string, string>> GetReplyTexts(DayPageViewModel day, CancellationToken cancellation)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var id in day.Replies.Take(DaySection.MaxRows).Select(r => r.Project.Id))
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
    async Task<List<ProviderProfile>> GetProviders(DayPageViewModel day, CancellationToken cancellation)
    {
        var known = new List<ProviderProfile>();
        var asking = day.Questions.Take(DaySection.MaxRows).SelectMany(r => r.Project.OpenQuestions).Select(q => q.Provider);
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
