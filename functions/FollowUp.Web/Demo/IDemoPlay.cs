using NodaTime;

namespace FollowUp.Web.Demo;

/// <summary>A demo whose clock runs. Registered only where one does.</summary>
public interface IDemoPlay
{
    /// <summary>The demo's time.</summary>
    Instant Now { get; }

    /// <summary>How many times faster than time the clock runs while it is not paused.</summary>
    int Speed { get; }

    /// <summary>Whether the clock stands still.</summary>
    bool IsPaused { get; }

    /// <summary>The name of the coordinator whose work is left to the visitor who tries the demo.</summary>
    string You { get; }

    /// <summary>Lets the clock stand still, or run again.</summary>
    void Pause(bool paused);

    /// <summary>Doubles the speed, up to the highest one.</summary>
    void GoFaster();

    /// <summary>Halves the speed, down to the lowest one.</summary>
    void GoSlower();
}
