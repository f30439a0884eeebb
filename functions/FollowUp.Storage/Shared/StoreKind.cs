namespace FollowUp.Storage.Shared;

/// <summary>What a store is for. A store gets its kind when it is made, and keeps it.</summary>
public enum StoreKind
{
    /// <summary>The work of a department.</summary>
    Real,

    /// <summary>A demonstration with sample data and a clock that is moved.</summary>
    Demo,
}
