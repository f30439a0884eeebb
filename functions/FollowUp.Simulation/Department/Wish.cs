namespace FollowUp.Simulation.Department;

/// <summary>What a client decides in the end.</summary>
enum Wish : byte
{
    Nothing,
    Platform,
    Elsewhere,
    GiveUp,
}
