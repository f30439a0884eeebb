using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Persons;

/// <summary>A search for clients by name, company, mail address, phone number, project number or their id on the website.</summary>
public sealed record SearchPersonsRequest
{
    public string? Text { get; init; }
}

sealed class SearchPersonsValidator : RequestValidator<SearchPersonsRequest>
{
    const int MaxLength = 200;

    public SearchPersonsValidator() => RuleFor(r => r.Text).Required().SingleLine(MaxLength);
}
