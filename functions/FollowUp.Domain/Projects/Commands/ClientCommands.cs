using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Commands;

/// <summary>A command of the client, by a link in a mail or on the website.</summary>
public abstract record ClientCommand : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.Client;
}

/// <summary>The client says where the project stands. The same answer on the same day is a repeat when nothing changed in between.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Provider">The provider that the client named; required for <see cref="ClientAnswer.TalkingTo"/> and <see cref="ClientAnswer.Chose"/>.</param>
/// <param name="Until">When the client wants to be asked again; required for <see cref="ClientAnswer.NotNow"/>, within 24 months.</param>
/// <param name="CallAt">When the client wants to be called, within twelve months; the soonest time for a first call when absent.</param>
/// <param name="Amount">What the client pays the chosen provider, in euros.</param>
public sealed record AnswerRelaunch(
    ClientAnswer Answer, string? Provider = null, LocalDate? Until = null, Instant? CallAt = null, decimal? Amount = null) : ClientCommand;

/// <summary>The client picks a slot to be called back.</summary>
/// <param name="At">Within the call hours and within twelve months.</param>
public sealed record PickCallBack(Instant At) : ClientCommand;

/// <summary>The client, the website or staff corrected the phone number. The number itself is in the dossier.</summary>
public sealed record CorrectNumber : ClientCommand
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.ClientStaffAndWebsite;
}

/// <summary>The client sends the information that was missing.</summary>
/// <param name="Text">What the client wrote.</param>
public sealed record GiveInformation(FreeText Text) : ClientCommand;

/// <summary>The client wants no more mails or no more calls. It is accepted on a closed project too.</summary>
/// <param name="Channel">The channel that is closed.</param>
public sealed record OptOut(Channel Channel) : ClientCommand;

/// <summary>
/// The client answered a mail in their own words; staff may record one that reached them. Automatic replies are filtered out before this by
/// their headers.
/// </summary>
/// <param name="Text">The reply without the quoted mail.</param>
/// <param name="At">When it was written or received. The same instant is a repeat.</param>
public sealed record ReportReply(FreeText Text, Instant At) : ClientCommand
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.ClientAndStaff;
}

/// <summary>
/// A consent to be called was given or withdrawn: by the person, or on the website, or to staff. It is accepted on a closed project too. The same
/// scope and instant is a repeat.
/// </summary>
/// <param name="Scope">What it covers.</param>
/// <param name="Given">False withdraws it.</param>
/// <param name="At">When it was given or withdrawn; an instant after now counts as now.</param>
/// <param name="Source">Where, such as the name of a form; null when that is not known.</param>
/// <param name="Wording">The sentence that the person agreed to; null for a withdrawal without words.</param>
/// <param name="Version">The version of the form; null when that is not known.</param>
public sealed record RecordConsent(
    ConsentScope Scope, bool Given, Instant At, string? Source = null, FreeText? Wording = null, string? Version = null) : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.ClientStaffAndWebsite;
}

/// <summary>Erases the person behind the project. An open project is closed first. A repeat changes nothing.</summary>
public sealed record Erase : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.PersonRights;
}
