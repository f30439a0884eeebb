namespace FollowUp.Domain.Tests.Model;

/// <summary>Where a project stands, as the document of the path tells it.</summary>
enum Place
{
    Reaching,
    InformationAsked,
    InformationGiven,
    LastMailSent,
    Relaunching,
    Warned,
    Asleep,
    ApprovalAsked,
    Pause,
    CallAgreed,
    Won,
    Dead,
}

static class Places
{
    public static Place Of(Project p) => p switch
    {
        { Phase: Phase.Won } => Place.Won,
        { Phase: Phase.Dead } => Place.Dead,
        { CallAgreedAt: not null } => Place.CallAgreed,
        { Snooze: not null } => Place.Pause,
        _ => Enum.Parse<Place>(p.Stage.ToString()),
    };

    public static string Name(Place place) => place switch
    {
        Place.Reaching => "Awaiting validation: reaching the client",
        Place.InformationAsked => "Awaiting validation: information asked",
        Place.InformationGiven => "Awaiting validation: information given",
        Place.LastMailSent => "Awaiting validation: last mail sent",
        Place.Relaunching => "In follow-up: relaunching",
        Place.Warned => "In follow-up: warned",
        Place.Asleep => "Dormant: asleep",
        Place.ApprovalAsked => "Dormant: approval asked",
        Place.Pause => "On a pause",
        Place.CallAgreed => "A call is agreed",
        Place.Won => "Won",
        _ => "Dead",
    };

    public static string Explained(Place place) => place switch
    {
        Place.Reaching => "The client was not reached yet. Calls follow the cadence, at different half-days; after some of them a mail says \"we tried to reach you\". A client who may not be called gets those mails only.",
        Place.InformationAsked => "The client was reached, and something is missing before a verdict. A mail asked for it; after five working days without an answer the calls begin again.",
        Place.InformationGiven => "The client sent what was missing; a call goes through it.",
        Place.LastMailSent => "Every attempt failed. The client has five working days; then the project dies as unreachable, by itself.",
        Place.Relaunching => "The project is serious. Relaunches by mail and phone follow the cadence; any sign of life starts it over.",
        Place.Warned => "Four contacts stayed silent and a warning is out. Silent to that too, the project sleeps.",
        Place.Asleep => "Silent, not dead. A light mail goes out every quarter, up to 24 months; one sign of life wakes the project.",
        Place.ApprovalAsked => "24 months of sleep, or a quarter more. Staff were asked whether to close; without an answer in ten working days the project sleeps on.",
        Place.Pause => "Asked for by the client or made by staff, in any of the open states; it ages nothing and closes nothing. When it is over the client is relaunched once, or called where the project awaits validation or takes no mails.",
        Place.CallAgreed => "The client asked for a call, in any of the open states. The time is kept whatever the windows say, and nothing else happens by itself until the call was made.",
        Place.Won => "Names the provider and, where known, the amount. A closing can be taken back for ten minutes, and tells nobody before.",
        _ => "Names one of the nine reasons. For ten minutes it can be taken back; after that a client who comes back makes it a new generation of the same project.",
    };

    public static string PhaseOf(Place place) => place switch
    {
        <= Place.LastMailSent => nameof(Phase.AwaitingValidation),
        <= Place.Warned => nameof(Phase.InFollowUp),
        <= Place.ApprovalAsked => nameof(Phase.Dormant),
        _ => place.ToString(),
    };

    public static string PhaseName(Place place) => Name(place).Split(": ")[0];

    /// <summary>A set of places in words.</summary>
    public static string Among(SortedSet<Place> places) => Enum.GetValues<Place>().Except(places).ToList() switch
    {
        [] => "anywhere",
        [Place.Won, Place.Dead] => "wherever it is open",
        _ when places.SetEquals([Place.Won, Place.Dead]) => "once it is closed",
        { Count: < 5 } but => $"anywhere but in: {string.Join(", ", but.Select(Name))}",
        _ => $"in: {string.Join(", ", places.Select(Name))}",
    };

    /// <summary>Who does a move, for the arrows of the diagram.</summary>
    public static string Doer(string move) => move.Split(':')[0] switch
    {
        "time passes" => "time",
        "call" or "call back" => "call",
        "client" => "client",
        "website" => "website",
        "mail service" => "mail service",
        _ => "staff",
    };
}
