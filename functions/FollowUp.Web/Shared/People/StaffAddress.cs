using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Shared.People;

/// <summary>The mail address that an address of the API names.</summary>
sealed record StaffAddress
{
    public string? Email { get; init; }
}

sealed class StaffAddressValidator : RequestValidator<StaffAddress>
{
    public StaffAddressValidator() => RuleFor(r => r.Email).Required().MailAddress();
}
