using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A provider came forward on a project.</summary>
public sealed record ProviderActionRequest
{
    public string? Provider { get; init; }

    public ProviderActionKind? Kind { get; init; }

    public Instant? At { get; init; }
}

sealed class ProviderActionValidator : RequestValidator<ProviderActionRequest>
{
    public ProviderActionValidator(IDirectory directory, TimeProvider time)
    {
        RuleFor(r => r.Provider).Required().KnownProvider(directory);
        RuleFor(r => r.Kind).Required();
        RuleFor(r => r.At).Required().InPast(time);
    }
}
