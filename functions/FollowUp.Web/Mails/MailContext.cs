using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Mails;

/// <summary>What the text of a project mail is made from, in the language of its recipient.</summary>
/// <param name="Names">The names of the providers that the mail may mention, by id.</param>
sealed record MailContext(
    MailRequest Request, Language Language, MailOptions Department, PagesOptions Pages, LinkTokens Tokens, WorkingCalendar Calendar,
    ImmutableDictionary<string, string> Names)
{
    public Project Project => Request.Project;

    public OutboxMessage Message => Request.Message;

    /// <summary>The project's title on one line, in quotation marks.</summary>
    public string Title => Say($"« {PlainTitle} »", $"“{PlainTitle}”");

    /// <summary>The project's title on one line; "votre projet" once it is erased.</summary>
    public string PlainTitle => Request.Dossier?.Title is { } title
        ? title.RemoveInvisible().ToOneLine()
        : Say("votre projet", "your project");

    public DepartmentContact Contact => DepartmentContact.Create(Request.InCharge, Department);

    /// <summary>The name of the coordinator in charge, else of the department.</summary>
    public string Signatory => Contact.Name;

    public string Say(string french, string english) => Language.Pick(french, english);

    public string Say(LocalizedText phrase) => phrase.In(Language);

    /// <summary>A provider's name; the id itself when it is not known.</summary>
    public string Name(string id) => Names.GetValueOrDefault(id, id);

    /// <summary>"mardi 24 novembre", with the year when it is not the current one.</summary>
    public string FormatDate(Instant at) => Calendar.DateOf(at).FormatLongDay(Language, Calendar.DateOf(Request.Now));

    /// <summary>"mardi 24 novembre à 10:00".</summary>
    public string FormatDateTime(Instant at)
    {
        var time = Calendar.ToLocal(at).TimeOfDay.FormatTime();
        return Say($"{FormatDate(at)} à {time}", $"{FormatDate(at)} at {time}");
    }

    /// <summary>A link for the client, made for this message.</summary>
    public Uri CreateClientLink(LinkPurpose purpose) => Tokens.CreateAddress(purpose, Project, Message, Project.ClientId);

    public Uri ProjectPage => Pages.Address(ConsoleAddresses.Project(Project.Id));

    /// <summary>A mail without greeting, signature and small print, which <see cref="MailBoilerplate"/> adds.</summary>
    public MailContent Build(string subject, string preview, params ReadOnlySpan<MailBlock> body) =>
        new(Language, subject, preview, "", [.. body], [], []);
}
