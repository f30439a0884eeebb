using FollowUp.Domain.Projects;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Equality of projects by what they hold: a record compares its arrays by reference.</summary>
static class ProjectEquality
{
    public static bool IsSameAs(this Project? a, Project? b) => (a, b) switch
    {
        (null, null) => true,
        ({ } x, { } y) => WithoutArrays(x) == WithoutArrays(y) && IsSameAs(x.UndoPoint, y.UndoPoint)
            && x.Undone.AsSpan().SequenceEqual(y.Undone.AsSpan())
            && x.Providers.AsSpan().SequenceEqual(y.Providers.AsSpan())
            && x.OpenQuestions.AsSpan().SequenceEqual(y.OpenQuestions.AsSpan())
            && x.AnsweredQuestions.AsSpan().SequenceEqual(y.AnsweredQuestions.AsSpan())
            && x.RecentQuestions.AsSpan().SequenceEqual(y.RecentQuestions.AsSpan())
            && (x.SharedNotes ?? []).AsSpan().SequenceEqual((y.SharedNotes ?? []).AsSpan())
            && x.WithheldFacts.AsSpan().SequenceEqual(y.WithheldFacts.AsSpan()),
        _ => false,
    };

    static bool IsSameAs(UndoPoint? a, UndoPoint? b) => (a, b) switch
    {
        (null, null) => true,
        ({ } x, { } y) => x with { Before = y.Before } == y && x.Before.IsSameAs(y.Before),
        _ => false,
    };

    static Project WithoutArrays(Project p) => p with { UndoPoint = null, Undone = [], Providers = [], OpenQuestions = [], AnsweredQuestions = [], RecentQuestions = [], WithheldFacts = [], SharedNotes = null };
}
