using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>A posted form, read into a request and checked.</summary>
/// <param name="Request">The request. It is valid when there are no errors.</param>
/// <param name="Errors">Sentences by field name.</param>
sealed record ReadForm<T>(T Request, IReadOnlyDictionary<string, LocalizedText> Errors)
{
    public bool IsValid => Errors.Count == 0;

    /// <summary>The same with an error that only the caller can find; the first error of a field stays.</summary>
    public ReadForm<T> WithError(string field, LocalizedText error)
    {
        var errors = new Dictionary<string, LocalizedText>(Errors);
        errors.TryAdd(field, error);
        return this with { Errors = errors };
    }
}
