using FollowUp.Application.Masking;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>A call with a provider took place.</summary>
public sealed record RecordProviderCallRequest : CommandRequest
{
    public string? Provider { get; init; }

    public ProviderCallOutcome? Outcome { get; init; }

    public string? Text { get; init; }

    /// <summary><c>outbound</c> by default.</summary>
    public CallDirection? Direction { get; init; }

    /// <summary><c>shared</c>: the provider's own page shows the words. <c>internal</c> by default.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>How shared words with personal data are published; asked for when they hold any.</summary>
    public SharedTextMasking? Masking { get; init; }

    internal override SharedText? SharedText =>
        Visibility == Domain.Projects.Commands.Visibility.Shared
            ? new SharedText(NormalizedText.MultiLine(Text!), Question: null, Masking) { Provider = Provider }
            : null;

    internal override LocalizedText Confirmation => new("Appel avec le prestataire enregistré.", "Call with the provider recorded.");

    internal override Command ToCommand(Instant now) => new RecordProviderCall(
        Provider!, Outcome == ProviderCallOutcome.Reached, new FreeText(NormalizedText.MultiLine(Text!)), Direction ?? CallDirection.Outbound,
        Visibility ?? Domain.Projects.Commands.Visibility.Internal)
    {
        AsWritten = Masking == SharedTextMasking.AsWritten,
    };
}

sealed class RecordProviderCallValidator : RequestValidator<RecordProviderCallRequest>
{
    public RecordProviderCallValidator(IDirectory directory)
    {
        RuleFor(r => r.Provider).Required().KnownProvider(directory);
        RuleFor(r => r.Outcome).Required();
        RuleFor(r => r.Text).Required().MultiLine();
    }
}
