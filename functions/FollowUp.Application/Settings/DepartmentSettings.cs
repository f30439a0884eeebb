using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Settings;

/// <summary>
/// What a manager sets for the department. A missing value has the default of the program, or the value of the configuration, which wins over the
/// stored one. The names are stored.
/// </summary>
public sealed record DepartmentSettings
{
    /// <summary>The name under which the department writes.</summary>
    public string? Name { get; init; }

    /// <summary>The phone number in mails and on pages, as people read it.</summary>
    public string? Phone { get; init; }

    /// <summary>The address that people can write to; it receives the replies as long as no reply domain is set.</summary>
    public string? ReplyAddress { get; init; }

    /// <summary>The languages in which the department follows projects up; default: French and English.</summary>
    public ImmutableArray<Language> Languages { get; init; }

    /// <summary>The two public holidays of Alsace-Moselle are closed too (Code du travail, L3134-13).</summary>
    public bool AlsaceMoselle { get; init; }

    /// <summary>Days on which the department is closed besides weekends and public holidays, such as bridges.</summary>
    public ImmutableArray<ClosingDay> ClosingDays { get; init; }

    /// <summary>The address with which links in mails begin; absolute, http or https.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The identity of mails and where replies go.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>The mail server.</summary>
    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>The website that webhooks go to.</summary>
    public WebhookSettings Webhook { get; init; } = new();

    /// <summary>What providers read of a new project.</summary>
    public FeedSettings Feed { get; init; } = new();

    /// <summary>The privacy notice and the legal mentions, and what they name.</summary>
    public LegalSettings Legal { get; init; } = new();

    /// <summary>The working calendar with the holidays and closing days of the department.</summary>
    public WorkingCalendar CreateCalendar()
    {
        var calendar = AlsaceMoselle ? WorkingCalendar.AlsaceMoselle : WorkingCalendar.France;
        return ClosingDays.IsDefaultOrEmpty ? calendar : calendar.WithClosingDays(ClosingDays.Select(day => day.Date));
    }
}
