using NodaTime;

namespace FollowUp.Web.Api.Complaints;

/// <summary>The file of a complaint.</summary>
/// <param name="Chain">Whether the timeline is as it was recorded; null without a project.</param>
/// <param name="Shared">What was shared with providers.</param>
/// <param name="ProviderActions">What providers did themselves.</param>
/// <param name="Charter">What the department does not do.</param>
public sealed record ComplaintFileResponse(
    ManagerComplaintResponse Complaint, ComplaintChainResponse? Chain, ComplaintPromiseResponse[] Promises, ComplaintEntryResponse[] Calls,
    ComplaintMailResponse[] Mails, ComplaintEntryResponse[] Shared, ComplaintReadResponse[] FeedReads, ComplaintEntryResponse[] ProviderActions, string[] Charter,
    ComplaintEntryResponse[] Timeline)
{
    /// <summary>The rules that calls outside the contact rules broke.</summary>
    public IReadOnlyList<ComplaintOutsideCallResponse> OutsideCalls { get; init; } = [];
}

/// <param name="Seq">The number of the call's entry in the timeline.</param>
/// <param name="Article">The article of the law; null where only the cadence of the department decides.</param>
public sealed record ComplaintOutsideCallResponse(long Seq, Instant At, string Rule, string? Article);

/// <param name="FirstBroken">The first entry that does not follow from those before it.</param>
/// <param name="ChangedTexts">Entries whose text differs from its digest.</param>
/// <param name="Missing">How many entries are missing at the end.</param>
public sealed record ComplaintChainResponse(bool Intact, int Entries, string Head, long? FirstBroken, IReadOnlyList<long> ChangedTexts, long Missing)
{
    /// <summary>Whether the newest entry has a right signature.</summary>
    public bool HasSignature { get; init; }

    /// <summary>Everything that is not as it was recorded.</summary>
    public IReadOnlyList<ComplaintFaultResponse> Faults { get; init; } = [];
}

/// <param name="Code">The kind of fault.</param>
/// <param name="Entry">The number of the entry; null when it is about none.</param>
public sealed record ComplaintFaultResponse(string Code, long? Entry, string Text);

/// <param name="Kept">Null while there still is time.</param>
public sealed record ComplaintPromiseResponse(string What, Instant DueAt, Instant? KeptAt, bool? Kept);

/// <param name="OutsideRules">A call outside the allowed hours or over the cap.</param>
public sealed record ComplaintEntryResponse(long Seq, Instant At, string Event, string By, string Text, string Hash, bool OutsideRules);

/// <param name="Text">The mail as it left; null where no copies are kept.</param>
public sealed record ComplaintMailResponse(string Id, Instant At, string Kind, string? Subject, string? Text);

/// <param name="Code"><c>read</c>, or the code of the refusal.</param>
public sealed record ComplaintReadResponse(Instant At, string Provider, string Code);
