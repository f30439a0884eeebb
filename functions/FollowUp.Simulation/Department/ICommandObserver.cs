namespace FollowUp.Simulation.Department;

/// <summary>Is told of each command that the simulation gave, as a debug check or a player of a demo needs. One team has one observer.</summary>
public interface ICommandObserver
{
    /// <summary>A command was decided.</summary>
    void OnDecided(in DecidedCommand decided);
}
