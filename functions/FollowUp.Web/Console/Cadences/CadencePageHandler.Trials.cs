using System.Collections.Immutable;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Cadences.Trials;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FollowUp.Web.Console.Cadences;

/// <summary>What a cadence that is typed but not saved would change: for the open projects at once, for a year of new ones in the background.</summary>
sealed partial class CadencePageHandler
{
    static readonly LocalizedText NothingToTry = new(
        "Rien ne change par rapport à la version en cours : il n’y a rien à simuler.", "Nothing changes against the current version: there is nothing to simulate.");

    static readonly LocalizedText TooManyTrials = new(
        "Trop de simulations attendent déjà. Attendez la fin de l’une d’elles, ou arrêtez-la.",
        "Too many simulations are waiting already. Wait for one of them to end, or stop it.");

    /// <summary>A part takes some tenths of a second, so that a page with 100,000 open projects is there within two seconds.</summary>
    static readonly TimeSpan ComparisonBegunWithin = TimeSpan.FromSeconds(1.5);

    async Task<IResult> Compare(ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, IFormCollection values, CancellationToken cancellation)
    {
        var (cadence, errors) = CadenceInput.Read(values, revisions[^1].Cadence.Version);
        if (cadence is null) return await ShowErrors(visit, revisions, values, errors);
        var differences = CadenceComparison.Compare(revisions[^1].Cadence, cadence);
        return await ShowPage(Fill(visit, revisions, cadence) with
        {
            Echo = FormEcho.Filled(values),
            Differences = differences,

            // Where it takes long, it is part of the simulation in the background.
            Live = differences.IsEmpty || !index.ReadsOpenFast ? null : await comparer.CompareWithin(cadence, ComparisonBegunWithin, cancellation),
        });
    }

    async Task<IResult> Simulate(ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, IFormCollection values, CancellationToken cancellation)
    {
        var current = revisions[^1].Cadence;
        var (cadence, errors) = CadenceInput.Read(values, current.Version);
        if (cadence is null) return await ShowErrors(visit, revisions, values, errors);
        if (CadenceComparison.Compare(current, cadence).IsEmpty) return await RefuseTrial(NothingToTry, StatusCodes.Status400BadRequest);

        var trial = await trials.Add(TrialSimulation.Create(current, cadence, visit.Staff.Id), cancellation);
        if (await runner.Queue(trial.Id, cancellation)) return Results.Extensions.SeeOther(TrialAddress.Of(trial.Id));
        await trials.End(trial.Id, TrialState.Cancelled, cancellation);
        return await RefuseTrial(TooManyTrials, StatusCodes.Status503ServiceUnavailable);

        Task<IResult> RefuseTrial(LocalizedText why, int status) =>
            ShowPage(Fill(visit, revisions, cadence) with { Echo = FormEcho.Refused(why, values) }, status);
    }

    /// <summary>The form with the cadence of a trial.</summary>
    Task<IResult> ShowTrial(ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, CadenceTrial trial)
    {
        var page = Fill(visit, revisions, trial.After);
        return ShowPage(page with
        {
            Echo = FormEcho.Filled(new FormCollection(new Dictionary<string, StringValues>(page.Echo.Values) { ["trial"] = trial.Id })),
            Differences = CadenceComparison.Compare(revisions[^1].Cadence, trial.After),
            Live = trial.Live,
        });
    }
}
