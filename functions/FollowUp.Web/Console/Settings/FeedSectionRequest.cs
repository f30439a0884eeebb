using FollowUp.Application.Settings;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Settings;

/// <summary>What a new project publishes to providers.</summary>
sealed record FeedSectionRequest : ISettingsSection
{
    /// <summary>The facts that are published; missing: none.</summary>
    public SharedFact[]? PublishedFacts { get; init; }

    public DepartmentSettings Apply(DepartmentSettings before, ISecretProtector secrets, Func<string, bool> isFixed) => before with
    {
        Feed = new FeedSettings { WithheldFromStart = [.. Enum.GetValues<SharedFact>().Except(PublishedFacts ?? [])] },
    };
}

sealed class FeedSectionValidator : RequestValidator<FeedSectionRequest>;
