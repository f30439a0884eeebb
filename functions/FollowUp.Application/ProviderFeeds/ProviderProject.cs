using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.ProviderFeed;
using NodaTime;

namespace FollowUp.Application.ProviderFeeds;

/// <summary>A project as a provider that acted on it may see it.</summary>
/// <param name="View">The project. Only what follows may be shown to the provider.</param>
/// <param name="Title">The project's title without personal data; null once it is erased.</param>
/// <param name="Feed">What the follow-up learned; null without a live subscription.</param>
/// <param name="Masker">Masks what the provider may not read.</param>
public sealed record ProviderProject(ProjectView View, string? Title, ProjectFeed? Feed, PersonalDataMasker Masker)
{
    /// <summary>What the provider did, oldest first, with the time since the project was posted.</summary>
    public ImmutableArray<ProviderDeed> GetDeeds(string provider) => ProviderDeed.FindAll(View, provider);

    /// <summary>The calls with the provider whose words it may read, newest first, without personal data.</summary>
    public IEnumerable<(Instant At, string Text)> GetCalls(string provider) =>
        from line in View.Timeline.Reverse()
        let call = line.Event as ProviderCalled
        where call is { Visibility: Domain.Projects.Commands.Visibility.Shared } && call.Provider == provider
        let text = View.TimelineText.ResolveText(call.Text)
        where text is not null
        select (line.At, Masker.Mask(text, call.AsWritten == true));

    /// <summary>The provider's questions without an answer, oldest first.</summary>
    public IEnumerable<OpenQuestion> GetOpenQuestions(string provider) => View.Project.OpenQuestions.Where(question => question.Provider == provider);
}

/// <summary>Something that a provider did on a project.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="At">When.</param>
/// <param name="AfterSubmission">How long after the project was posted; zero when the clocks differ.</param>
public sealed record ProviderDeed(Domain.Projects.Commands.ProviderActionKind Kind, Instant At, Duration AfterSubmission)
{
    /// <summary>What a provider did on a project, oldest first.</summary>
    public static ImmutableArray<ProviderDeed> FindAll(ProjectView view, string provider) =>
    [
        .. view.Timeline.Select(line => line.Event).OfType<ProviderActed>().Where(acted => acted.Provider == provider).OrderBy(acted => acted.At)
            .Select(acted => new ProviderDeed(acted.Kind, acted.At, Duration.Max(acted.At - view.Project.SubmittedAt, Duration.Zero))),
    ];
}
