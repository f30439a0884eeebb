using FollowUp.Application.Ports;

namespace FollowUp.Application.Cadences;

/// <summary>What became of a cadence that a manager saves.</summary>
public abstract record CadenceChange
{
    CadenceChange()
    {
    }

    /// <summary>It is the newest version, and projects take it with their next cycle.</summary>
    public sealed record Saved(CadenceRevision Revision) : CadenceChange;

    /// <summary>It says what the newest version says already; nothing was written.</summary>
    public sealed record Unchanged(CadenceRevision Current) : CadenceChange;

    /// <summary>Another version was saved since the one that it was made from; nothing was written.</summary>
    public sealed record Outdated(CadenceRevision Current) : CadenceChange;
}
