using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Simulation.Parameters;
using NodaTime;

namespace FollowUp.Simulation.Fitting;

/// <summary>
/// Estimates the parameters of people from the timelines of real projects. What a timeline does not tell, such as what a silent client decided, keeps its
/// default. It keeps counts only, so any number of projects can be added.
/// </summary>
/// <param name="defaults">What is kept where the history tells nothing.</param>
/// <param name="cadence">Its call hours measure how late a first call was.</param>
/// <param name="calendar">The working days and the clock of Paris.</param>
public sealed class HistoryFitter(PeopleParameters defaults, Cadence cadence, WorkingCalendar calendar)
{
    /// <summary>An answer that comes later than this after a mail answers nothing; a mail that is younger at the end of the history does not count.</summary>
    static readonly Duration AnswerTime = Duration.FromDays(6);

    readonly FirstCallModel firstCalls = new(defaults.Phone);
    readonly long[] byMonth = new long[12];
    readonly long[] byWeekday = new long[7];
    readonly long[] byHour = new long[24];
    readonly Tally[] relaunches = [.. Enumerable.Range(0, defaults.Mail.RelaunchAnswers.Length).Select(_ => new Tally())];
    readonly Tally companies = new();
    readonly Tally callConsents = new();
    readonly Tally laterConsents = new();
    readonly Tally serious = new();
    readonly Tally wrongNumbers = new();
    readonly Tally informationMissing = new();
    readonly Tally doNotCall = new();
    readonly Tally callBacks = new();
    readonly Tally warnings = new();
    readonly Tally lightMails = new();
    readonly Tally optOuts = new();
    readonly Tally notNow = new();
    readonly Tally leaveMeAlone = new();
    readonly HashSet<string> coordinators = new(StringComparer.Ordinal);
    Instant first = Instant.MaxValue;
    Instant last = Instant.MinValue;
    long projects;

    /// <summary>Adds a project.</summary>
    /// <param name="timeline">Its events, oldest first.</param>
    /// <param name="end">When the history was read.</param>
    public void Add(IReadOnlyList<RecordedEvent> timeline, Instant end)
    {
        if (timeline is not [{ Event: ProjectSubmitted submitted }, ..]) return;
        projects++;
        (first, last) = (Instant.Min(first, submitted.SubmittedAt), Instant.Max(last, submitted.SubmittedAt));
        AddSubmission(submitted);
        AddCalls(timeline, submitted);
        AddMails(timeline, end);
    }

    /// <summary>The estimates, and the parameters with them.</summary>
    public HistoryFit Fit()
    {
        var estimates = ImmutableArray.CreateBuilder<Estimate>();
        estimates.AddRange(
            companies.Estimate("clients.companyShare", "projects"),
            callConsents.Estimate("clients.callConsentShare", "projects of private persons"),
            laterConsents.Estimate("clients.laterConsentShare", "consents"),
            serious.Estimate("clients.seriousShare", "verdicts"),
            wrongNumbers.Estimate("clients.wrongNumberShare", "projects with a call"),
            informationMissing.Estimate("clients.informationMissingShare", "serious projects"),
            doNotCall.Estimate("phone.doNotCallShare", "conversations"),
            callBacks.Estimate("phone.callBackShare", "conversations at a first call"),
            warnings.Estimate("mail.warningAnswer", "warnings"),
            lightMails.Estimate("mail.lightMailAnswer", "quarterly mails"),
            optOuts.Estimate("mail.optOutShare", "first relaunches by mail"),
            notNow.Estimate("decisions.notNowShare", "answers of undecided clients"),
            leaveMeAlone.Estimate("decisions.leaveMeAloneShare", "answers of undecided clients"));
        for (var i = 0; i < relaunches.Length; i++) estimates.Add(relaunches[i].Estimate($"mail.relaunchAnswers[{i}]", $"relaunches by mail number {i + 1}"));
        estimates.AddRange(firstCalls.Estimate());
        return new HistoryFit(Apply(estimates.ToImmutable()), estimates.ToImmutable(), projects);
    }

    void AddSubmission(ProjectSubmitted e)
    {
        var local = calendar.ToLocal(e.SubmittedAt);
        byMonth[local.Month - 1]++;
        byWeekday[(int)local.DayOfWeek - 1]++;
        byHour[local.Hour]++;
        companies.Count(e.ClientType == ClientType.Company);
        if (e.ClientType == ClientType.Company) return;
        callConsents.Count(e.MayCall);
        if (e.Consent is { } consent) laterConsents.Count(consent.Scope == ConsentScope.Later);
    }

    void AddCalls(IReadOnlyList<RecordedEvent> timeline, ProjectSubmitted submitted)
    {
        var (calls, agreed, wrong, asked, validated) = (0, false, false, false, false);
        foreach (var recorded in timeline)
        {
            switch (recorded.Event)
            {
                case CoordinatorAssigned { Coordinator: { } coordinator }:
                    coordinators.Add(coordinator);
                    break;
                case CallAgreed:
                    agreed = true;
                    break;
                case ClientAnswered or ClientReplied or ClientSignalled when calls == 0:
                    // The client acted before the first call: it does not tell how soon a client is lost.
                    agreed = true;
                    break;
                case CallMissed e:
                    if (calls++ == 0 && !agreed && e.Outcome != CallOutcome.WrongNumber) AddFirstCall(submitted, e.At, reached: false);
                    wrong |= e.Outcome == CallOutcome.WrongNumber;
                    break;
                case ClientReached { Direction: CallDirection.Outbound } e:
                    if (calls++ == 0 && !agreed)
                    {
                        AddFirstCall(submitted, e.At, reached: true);
                        if (e.Outcome != CallOutcome.DoNotCall) callBacks.Count(e.Outcome == CallOutcome.CallBack);
                    }

                    doNotCall.Count(e.Outcome == CallOutcome.DoNotCall);
                    if (e.Outcome is CallOutcome.StillLooking or CallOutcome.TalkingTo or CallOutcome.NotNow or CallOutcome.RefusesContact) CountUndecided(e.Outcome == CallOutcome.NotNow, e.Outcome == CallOutcome.RefusesContact);
                    break;
                case InformationRequested:
                    asked = true;
                    break;
                case ProjectValidated when !validated:
                    validated = true;
                    serious.Count(true);
                    break;
                case ProjectClosed { Outcome.Reason: DeathReason.NotSerious }:
                    serious.Count(false);
                    break;
            }
        }

        if (calls > 0) wrongNumbers.Count(wrong);
        if (validated || asked) informationMissing.Count(asked);
    }

    void AddFirstCall(ProjectSubmitted submitted, Instant at, bool reached)
    {
        var delay = calendar.OpenTimeBetween(submitted.SubmittedAt, at, cadence.For(submitted.ClientType).Calls);
        var local = calendar.ToLocal(at);
        firstCalls.Add(local.Hour, (int)local.DayOfWeek - 1, delay.TotalHours, reached);
    }

    void AddMails(IReadOnlyList<RecordedEvent> timeline, Instant end)
    {
        var open = default((Tally? Tally, Instant At, bool First));
        foreach (var recorded in timeline)
        {
            switch (recorded.Event)
            {
                case RelaunchMailed e:
                    Close(answered: false, recorded.At);
                    open = (e.Kind == RelaunchKind.Warning ? warnings : relaunches[Math.Min(e.Number, relaunches.Length) - 1], recorded.At, e is { Number: 1 } and not { Kind: RelaunchKind.Warning });
                    break;
                case LightMailSent:
                    Close(answered: false, recorded.At);
                    open = (lightMails, recorded.At, false);
                    break;
                case ClientAnswered e:
                    var isAnswer = open.Tally is not null;
                    Close(answered: true, recorded.At);
                    if (isAnswer && e.Answer is not (ClientAnswer.Chose or ClientAnswer.ChoseElsewhere or ClientAnswer.GaveUp))
                        CountUndecided(e.Answer == ClientAnswer.NotNow, e.Answer == ClientAnswer.LeaveMeAlone);
                    break;
                case ChannelClosed { Channel: Channel.Mail, By: ChannelClosedBy.OptOut }:
                    if (open.Tally is not null && open.First) optOuts.Count(true);
                    if (open.Tally is { } opted) opted.Count(false);
                    open = default;
                    break;
                case CallMissed or ClientReached or ClientSignalled or ClientReplied:
                    // What happens before an answer could come hides whether one would have come.
                    if (recorded.At - open.At < AnswerTime) open = default;
                    Close(answered: false, recorded.At);
                    break;
            }
        }

        Close(answered: false, end);

        void Close(bool answered, Instant at)
        {
            if (open.Tally is { } tally && (answered || at - open.At >= AnswerTime))
            {
                tally.Count(answered);
                if (open.First) optOuts.Count(false);
            }

            open = default;
        }
    }

    void CountUndecided(bool isNotNow, bool isLeaveMeAlone)
    {
        notNow.Count(isNotNow);
        leaveMeAlone.Count(isLeaveMeAlone);
    }

    PeopleParameters Apply(ImmutableArray<Estimate> estimates)
    {
        var used = estimates.Where(e => e.IsUsed).ToDictionary(e => e.Path);
        double Get(string path, double otherwise) => used.TryGetValue(path, out var e) ? Math.Round(e.Value, 4) : otherwise;
        ImmutableArray<double> GetAll(string path, ImmutableArray<double> otherwise) => [.. otherwise.Select((value, i) => Get($"{path}[{i}]", value))];
        var (c, p, m, d) = (defaults.Clients, defaults.Phone, defaults.Mail, defaults.Decisions);
        var months = projects < 2 ? 0 : (last - first).TotalDays / 30.44;
        var sources = defaults.Sources;
        foreach (var e in used.Values) sources = sources.SetItem(e.Path, Describe(e));
        var parameters = defaults with
        {
            Clients = c with
            {
                CompanyShare = Get("clients.companyShare", c.CompanyShare),
                CallConsentShare = Get("clients.callConsentShare", c.CallConsentShare),
                LaterConsentShare = Get("clients.laterConsentShare", c.LaterConsentShare),
                SeriousShare = Get("clients.seriousShare", c.SeriousShare),
                WrongNumberShare = Get("clients.wrongNumberShare", c.WrongNumberShare),
                InformationMissingShare = Get("clients.informationMissingShare", c.InformationMissingShare),
            },
            Phone = p with
            {
                ByHour = [.. GetAll("phone.byHour", p.ByHour).Select(v => Math.Min(v, 1))],
                ByWeekday = GetAll("phone.byWeekday", p.ByWeekday),
                DoNotCallShare = Get("phone.doNotCallShare", p.DoNotCallShare),
                CallBackShare = Get("phone.callBackShare", p.CallBackShare),
            },
            Mail = m with
            {
                RelaunchAnswers = GetAll("mail.relaunchAnswers", m.RelaunchAnswers),
                WarningAnswer = Get("mail.warningAnswer", m.WarningAnswer),
                LightMailAnswer = Get("mail.lightMailAnswer", m.LightMailAnswer),
                OptOutShare = Get("mail.optOutShare", m.OptOutShare),
            },
            Decisions = d with
            {
                NotNowShare = Get("decisions.notNowShare", d.NotNowShare),
                LeaveMeAloneShare = Get("decisions.leaveMeAloneShare", d.LeaveMeAloneShare),
            },
        };

        // A weight needs many projects: three months of them at least, and two hundred.
        if (projects >= Estimate.Enough && months >= 3)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"counted over {projects:#,0} projects");
            parameters = parameters with
            {
                Arrivals = new ArrivalParameters(
                    months >= 11.5 ? [.. byMonth.Select(n => (double)n)] : defaults.Arrivals.ByMonth, [.. byWeekday.Select(n => (double)n)], [.. byHour.Select(n => (double)n)]),
                Coordinators = defaults.Coordinators with { NewProjectsAMonth = (int)Math.Clamp(Math.Round(projects / months / Math.Max(coordinators.Count, 1)), 1, 100_000) },
            };
            sources = sources.SetItem("arrivals.byWeekday", text).SetItem("arrivals.byHour", text)
                .SetItem("coordinators.newProjectsAMonth", string.Create(CultureInfo.InvariantCulture, $"{text}, for {coordinators.Count} coordinators"));
            if (months >= 11.5) sources = sources.SetItem("arrivals.byMonth", text);
        }

        return parameters with { Sources = sources };
    }

    static string Describe(Estimate e) => string.Create(
        CultureInfo.InvariantCulture, $"fitted: {e.Sample:#,0} {e.Of}, 95 % between {e.Low:0.####} and {e.High:0.####}{(e.IsTooFew ? "; too few to decide by" : "")}");
}
