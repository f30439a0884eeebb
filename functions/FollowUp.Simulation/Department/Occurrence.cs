namespace FollowUp.Simulation.Department;

/// <summary>Something that happens at a time.</summary>
/// <param name="At">Seconds of Unix time.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Subject">The number of the project in its team, or of the coordinator.</param>
/// <param name="Detail">The number of the provider, of the relaunch, or the version of the project that it belongs to.</param>
readonly record struct Occurrence(long At, OccurrenceKind Kind, int Subject, long Detail);
