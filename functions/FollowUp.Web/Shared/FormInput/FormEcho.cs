using System.Collections.Immutable;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>A form as it is shown again: what was entered, and what is wrong with it.</summary>
/// <param name="FormName">The form's name, on pages with several.</param>
/// <param name="Error">Why the whole form was turned down; null when only fields are wrong.</param>
public sealed record FormEcho(IFormCollection Values, IReadOnlyDictionary<string, LocalizedText> Errors, string? FormName = null, LocalizedText? Error = null)
{
    public static readonly FormEcho Empty = new(FormCollection.Empty, ImmutableDictionary<string, LocalizedText>.Empty);

    public bool IsRejected => Errors.Count > 0 || Error is not null;

    public string? this[string name] => Values.TryGetValue(name, out var value) ? value.ToString() : null;

    public bool Has(string name, string value) => Values[name].Contains(value);

    /// <summary>This echo when it belongs to the form, else an empty one.</summary>
    public FormEcho For(string form) => FormName == form ? this : Empty;
}
