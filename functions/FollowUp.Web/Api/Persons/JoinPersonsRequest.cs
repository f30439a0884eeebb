using FluentValidation;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Persons;

/// <summary>Clients of the website who are one person, by the word of staff.</summary>
public sealed record JoinPersonsRequest
{
    /// <summary>The website's ids of the clients, two at least.</summary>
    public string[]? Clients { get; init; }
}

sealed class JoinPersonsValidator : RequestValidator<JoinPersonsRequest>
{
    const int MaxClients = 20;

    public JoinPersonsValidator()
    {
        RuleFor(r => r.Clients).Required().Must(list => list is null or { Length: >= 2 and <= MaxClients }).WithText(
            new LocalizedText($"nomme 2 à {MaxClients} clients", $"names 2 to {MaxClients} clients"));
        RuleForEach(r => r.Clients).Required().Id();
    }
}
