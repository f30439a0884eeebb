using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>The form that adds a passkey.</summary>
public sealed record AddPasskeyRequest
{
    /// <summary>What the staff member calls it.</summary>
    public string? Name { get; init; }

    /// <summary>What the browser answered, as JSON.</summary>
    public string? Credential { get; init; }
}

sealed class AddPasskeyValidator : RequestValidator<AddPasskeyRequest>
{
    const int MaxName = 60;

    public AddPasskeyValidator()
    {
        RuleFor(r => r.Name).Required().SingleLine(MaxName);
        RuleFor(r => r.Credential).Required();
    }
}
