namespace FollowUp.Domain.Tests.Model;

/// <summary>Equality of projects by what they hold: a record compares its arrays by reference.</summary>
static class SameProject
{
    public static bool As(this Project? a, Project? b) => (a, b) switch
    {
        (null, null) => true,
        ({ } x, { } y) => Plain(x) == Plain(y)
            && x.Providers.AsSpan().SequenceEqual(y.Providers.AsSpan())
            && x.Questions.AsSpan().SequenceEqual(y.Questions.AsSpan())
            && x.Answered.AsSpan().SequenceEqual(y.Answered.AsSpan())
            && x.Withheld.AsSpan().SequenceEqual(y.Withheld.AsSpan())
            && x.BeforeClosing.As(y.BeforeClosing),
        _ => false,
    };

    static Project Plain(Project p) => p with { Providers = [], Questions = [], Answered = [], Withheld = [], BeforeClosing = null };
}
