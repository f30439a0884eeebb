using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web;

/// <summary>All that the text of a mail is made from, in the language of its reader.</summary>
/// <param name="Names">What the providers that the mail may speak of are called, by their ids.</param>
sealed record MailMatter(
    MailRequest Letter, Language Language, MailOptions Department, PagesOptions Pages, LinkBuilder Links, WorkingCalendar Calendar,
    ImmutableDictionary<string, string> Names)
{
    public Project Project => Letter.Project;

    public OutboxMessage Message => Letter.Message;

    /// <summary>The project's title on one line, in quotation marks.</summary>
    public string Title => Say($"« {PlainTitle} »", $"“{PlainTitle}”");

    public string PlainTitle => Letter.Dossier?.Title is { } title
        ? string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : Say("votre projet", "your project");

    /// <summary>Who will answer: the coordinator in charge, else the department.</summary>
    public string Signatory => Letter.InCharge?.Name ?? Department.DepartmentName;

    public string Say(string french, string english) => new LocalizedText(french, english).In(Language);

    public string Say(LocalizedText phrase) => phrase.In(Language);

    public string Name(string id) => Names.GetValueOrDefault(id, id);

    /// <summary>"mardi 24 novembre", with its year when that is another one.</summary>
    public string Day(Instant at) => Calendar.DateOf(at).FormatLongDay(Language, Calendar.DateOf(Letter.Now));

    /// <summary>"mardi 24 novembre à 10:00".</summary>
    public string When(Instant at)
    {
        var time = Calendar.ToLocal(at).TimeOfDay.FormatTime();
        return Say($"{Day(at)} à {time}", $"{Day(at)} at {time}");
    }

    public Uri ClientLink(LinkPurpose purpose) => Links.For(purpose, Project, Message, Project.ClientId);

    public Uri StaffPage => Pages.Address($"/desk/projects/{Uri.EscapeDataString(Project.Id)}");

    /// <summary>A mail of these parts; greeting, signature and small print follow from the reader.</summary>
    public MailText Mail(string subject, string preview, params ReadOnlySpan<MailBlock> body) =>
        new(Language, subject, preview, "", [.. body], [], []);
}
