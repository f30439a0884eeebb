namespace FollowUp.Web.Api.Cadences;

/// <summary>One field that a version of the cadence changed.</summary>
/// <param name="Path">As <c>company.relaunch.delays</c>.</param>
/// <param name="Text">New and old value, in a sentence.</param>
public sealed record CadenceDifferenceResponse(string Path, string Text);
