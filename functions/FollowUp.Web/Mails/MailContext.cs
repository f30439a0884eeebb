using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using NodaTime;

namespace FollowUp.Web.Mails;

/// <summary>All that the text of a mail is made from, in the language of its reader.</summary>
/// <param name="Names">What the providers that the mail may speak of are called, by their ids.</param>
sealed record MailContext(
    MailRequest Request, Language Language, MailOptions Department, PagesOptions Pages, LinkTokens Links, WorkingCalendar Calendar,
    ImmutableDictionary<string, string> Names)
{
    public Project Project => Request.Project;

    public OutboxMessage Message => Request.Message;

    /// <summary>The project's title on one line, in quotation marks.</summary>
    public string Title => Say($"« {PlainTitle} »", $"“{PlainTitle}”");

    public string PlainTitle => Request.Dossier?.Title is { } title
        ? string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : Say("votre projet", "your project");

    /// <summary>Who will answer: the coordinator in charge, else the department.</summary>
    public string Signatory => Request.InCharge?.Name ?? Department.DepartmentName;

    public string Say(string french, string english) => new LocalizedText(french, english).In(Language);

    public string Say(LocalizedText phrase) => phrase.In(Language);

    public string Name(string id) => Names.GetValueOrDefault(id, id);

    /// <summary>"mardi 24 novembre", with its year when that is another one.</summary>
    public string FormatDate(Instant at) => Calendar.DateOf(at).FormatLongDay(Language, Calendar.DateOf(Request.Now));

    /// <summary>"mardi 24 novembre à 10:00".</summary>
    public string FormatDateTime(Instant at)
    {
        var time = Calendar.ToLocal(at).TimeOfDay.FormatTime();
        return Say($"{FormatDate(at)} à {time}", $"{FormatDate(at)} at {time}");
    }

    public Uri CreateClientLink(LinkPurpose purpose) => Links.CreateAddress(purpose, Project, Message, Project.ClientId);

    public Uri ProjectPage => Pages.Address($"/desk/projects/{Uri.EscapeDataString(Project.Id)}");

    /// <summary>A mail of these parts; greeting, signature and small print follow from the reader.</summary>
    public MailContent Build(string subject, string preview, params ReadOnlySpan<MailBlock> body) =>
        new(Language, subject, preview, "", [.. body], [], []);
}
