using FollowUp.Application.Cadences.Trials;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.Cadences.Trials;

/// <summary>The page of a trial.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Trial">The trial.</param>
/// <param name="Echo">Why the trial was not stopped; empty else.</param>
public sealed record TrialPageViewModel(ConsoleVisit Visit, CadenceTrial Trial, FormEcho Echo);
