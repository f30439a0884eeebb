namespace FollowUp.Application.Settings;

/// <summary>What the privacy notice (GDPR, articles 13 and 14) and the legal mentions (LCEN, article 1-1) name, and the texts of the public pages. A missing value is left out.</summary>
public sealed record LegalSettings
{
    /// <summary>The legal name of the controller, such as "Exemple SAS".</summary>
    public string? Organisation { get; init; }

    /// <summary>The postal address of the controller, on one line.</summary>
    public string? PostalAddress { get; init; }

    /// <summary>Legal form, capital and register number.</summary>
    public string? Registration { get; init; }

    /// <summary>The director of publication.</summary>
    public string? PublicationDirector { get; init; }

    /// <summary>Name, address and phone number of the company that hosts the pages.</summary>
    public string? HostingProvider { get; init; }

    /// <summary>Mail address of the data protection officer, or of the person responsible for personal data.</summary>
    public string? DataProtectionContact { get; init; }

    /// <summary>The privacy notice in French; null for the default text.</summary>
    public string? PrivacyNoticeFrench { get; init; }

    /// <summary>The privacy notice in English; null for the default text.</summary>
    public string? PrivacyNoticeEnglish { get; init; }

    /// <summary>The legal mentions in French; null for the default text.</summary>
    public string? LegalMentionsFrench { get; init; }

    /// <summary>The legal mentions in English; null for the default text.</summary>
    public string? LegalMentionsEnglish { get; init; }

    /// <summary>The charter in French; null for the default text.</summary>
    public string? CharterFrench { get; init; }

    /// <summary>The charter in English; null for the default text.</summary>
    public string? CharterEnglish { get; init; }

    /// <summary>The client's guide in French; null for the default text.</summary>
    public string? GuideFrench { get; init; }

    /// <summary>The client's guide in English; null for the default text.</summary>
    public string? GuideEnglish { get; init; }
}
