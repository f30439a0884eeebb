using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>A client sends the information that was missing.</summary>
sealed record GiveInformationForm : ClientForm
{
    public string? Text { get; init; }

    public override string Digest => $"text|{Text}";

    public override Command ToCommand() => new GiveInformation(new FreeText(Text!));
}

sealed class GiveInformationValidator : RequestValidator<GiveInformationForm>
{
    public GiveInformationValidator() => RuleFor(f => f.Text).Required().MultiLine();
}
