namespace FollowUp.Local.ImportExport;

/// <summary>What an import does with a project of its file.</summary>
enum ImportMode
{
    /// <summary>Submits it as new. A project that an export knows as ended, opted out or erased is refused.</summary>
    Submit,

    /// <summary>Brings it back in the state of the export. A project without a state is submitted.</summary>
    Restore,

    /// <summary>Stores nothing.</summary>
    DryRun,
}
