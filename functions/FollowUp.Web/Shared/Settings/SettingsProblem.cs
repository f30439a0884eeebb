using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Settings;

/// <summary>Something that a setting leaves undone.</summary>
/// <param name="Section">The section of the settings page: <c>department</c>, <c>mail</c>, <c>webhook</c>, <c>keys</c> or <c>legal</c>.</param>
/// <param name="Text">What is missing, and what to do.</param>
public sealed record SettingsProblem(string Section, LocalizedText Text);
