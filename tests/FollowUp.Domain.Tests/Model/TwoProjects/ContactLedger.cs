using System.Collections.Immutable;
using FollowUp.Domain.Persons;
using NodaTime;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>
/// The law of contact over all projects of a person, read naively from the facts: an independent reader, which shares no code with the rules.
/// </summary>
sealed record ContactLedger(ImmutableList<ContactFact> Facts)
{
    static readonly Duration Month = Duration.FromDays(30), Minute = Duration.FromMinutes(1);

    public static readonly ContactLedger Empty = new([]);

    public ContactLedger Add(params ContactFact[] facts) => new(Facts.AddRange(facts));

    /// <summary>Calls in the thirty days up to an instant; one conversation about two projects is one call.</summary>
    public int CountCalls(Instant at) => Facts.Where(f => f.Kind == FactKind.Call && f.At > at - Month && f.At <= at)
        .Select((f, i) => f.Conversation ?? $"{i}").Distinct().Count();

    public Instant? NoCallsSince => Last(FactKind.NoCalls)?.At;

    /// <summary>Whether an instant is within the sixty days of a refusal. The last of them is left open, since a repeat on its day prolongs nothing.</summary>
    public bool IsQuiet(Instant at) => NoCallsSince is { } refused && at < refused + Duration.FromDays(59);

    /// <summary>Whether the person wants no mails about a project that was posted before they said so.</summary>
    public bool WantsNoMails(string project) => Facts.Any(f => f.Kind == FactKind.NoMails && f.At >= PostedAt(project));

    /// <summary>Whether "leave me alone" about the other project stands: neither the person nor staff said anything about this one since.</summary>
    public bool IsLeftAlone(string project) => Facts.LastOrDefault(f => f.Kind == FactKind.LeftAlone && f.Project != project) is { } alone && alone.At >= PostedAt(project)
        && !Facts.Any(f => f.Project == project && f.Kind is FactKind.SignOfLife or FactKind.GoesOn && f.At >= alone.At);

    /// <summary>Why no call is allowed by consent; null when one is.</summary>
    public string? WhyNoConsent(string project, Instant now, bool isRelaunch)
    {
        var later = Newest(ConsentScope.Later, project);
        if (IsGood(later, now)) return null;
        if (isRelaunch) return later is { Given: false } ? "a call after a withdrawal" : Explain(later, now) ?? "a relaunch by phone without a consent for later";
        var request = Newest(ConsentScope.Request, project);
        return IsGood(request, now) ? null : Explain(request, now) ?? (request is null ? "a call about a request without a consent" : "a call after a withdrawal");
    }

    string? Explain(ContactFact? consent, Instant now) =>
        consent is { Given: true } && consent.At <= NoCallsSince ? "a call after a refusal without a newer consent"
        : consent is { Given: true } && now >= EndOf(consent) ? "a call on a consent that has ended"
        : null;

    bool IsGood(ContactFact? consent, Instant now) => consent is { Given: true } && !(consent.At <= NoCallsSince) && now < EndOf(consent);

    /// <summary>24 months after the consent, or after the newest contact of the person that came before the end.</summary>
    Instant EndOf(ContactFact consent) => Facts
        .Where(f => f.Kind is FactKind.SignOfLife or FactKind.Posted or FactKind.Consent && f.At >= consent.At)
        .Aggregate(AddMonths(consent.At), (end, contact) => contact.At < end ? Instant.Max(end, AddMonths(contact.At)) : end);

    ContactFact? Newest(ConsentScope scope, string project) => Facts.LastOrDefault(f => f.Kind == FactKind.Consent && f.Scope == scope
        && (scope == ConsentScope.Later || f.Project == project || !f.Given || (f.ByItself && f.At >= PostedAt(project))));

    ContactFact? Last(FactKind kind) => Facts.LastOrDefault(f => f.Kind == kind);

    Instant PostedAt(string project) => Facts.First(f => f.Kind == FactKind.Posted && f.Project == project).At;

    static Instant AddMonths(Instant at) => at.InUtc().LocalDateTime.PlusMonths(24).InUtc().ToInstant();

    /// <summary>All that the rules may depend on, with ages instead of dates.</summary>
    public string GetKey(Instant now) => string.Join(' ', Facts.Select(f => f switch
    {
        { Kind: FactKind.Call } when f.At <= now - Month - Minute => null,
        { Kind: FactKind.SignOfLife } when Facts.Any(l => l.Kind == FactKind.LeftAlone && l.At > f.At) => null,
        { Kind: FactKind.NoCalls } when f != Last(FactKind.NoCalls) => null,
        { Kind: FactKind.Consent } when Facts.Any(l => l.Kind == f.Kind && l.Scope == f.Scope && l.At > f.At && (l.Project == f.Project || !l.Given || f.Scope == ConsentScope.Later)) => null,
        { Kind: FactKind.SignOfLife or FactKind.GoesOn } when Last(FactKind.LeftAlone) is null => null,
        _ => $"{(int)f.Kind}{f.Project}{(int)f.Scope}{(f.Given ? '+' : '-')}{(f.Conversation is null ? "" : "c")}{GetAge(f, now)}",
    }).OfType<string>());

    static int GetAge(ContactFact fact, Instant now) => (int)(now - fact.At).TotalDays / 7 is var weeks && weeks < 10 ? weeks : now < AddMonths(fact.At) ? 10 : 11;
}
