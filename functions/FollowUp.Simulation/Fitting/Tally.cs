namespace FollowUp.Simulation.Fitting;

/// <summary>How often something was seen among how many.</summary>
sealed class Tally
{
    long part;
    long whole;

    public void Count(bool counts)
    {
        whole++;
        if (counts) part++;
    }

    public Estimate Estimate(string path, string of) => Fitting.Estimate.OfShare(path, part, whole, of);
}
