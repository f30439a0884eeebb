using System.Collections.Immutable;
using FollowUp.Application.Masking;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>A form shown again after a rejected POST: the values that were entered, and the errors.</summary>
public sealed record FormEcho
{
    public static readonly FormEcho Empty = new();

    /// <summary>Shared by copies of this echo.</summary>
    readonly Place place = new();

    FormEcho()
    {
    }

    public IFormCollection Values { get; private init; } = FormCollection.Empty;

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Errors { get; private init; } = ImmutableDictionary<string, LocalizedText>.Empty;

    /// <summary>Which form it is, on pages with several; null on pages with one.</summary>
    public string? FormName { get; private init; }

    /// <summary>Why the whole form was refused; null when only fields are wrong.</summary>
    public LocalizedText? Error { get; private init; }

    /// <summary>Whether <see cref="Error"/> is a question that the form's field <c>confirmed</c> answers.</summary>
    public bool IsQuestion { get; private init; }

    /// <summary>The label of the field <c>confirmed</c>; null without a question and for the usual one.</summary>
    public LocalizedText? Confirmation { get; private init; }

    /// <summary>The version of the project that the form's page showed; null unless it asks about what happened since.</summary>
    public long? SeenVersion { get; init; }

    /// <summary>The personal data that stopped the form; null when another reason did.</summary>
    public SharedTextStop? Stop { get; private init; }

    /// <summary>Whether the page that is being rendered has a place for the errors (<see cref="FormErrors"/>).</summary>
    internal bool IsShown => place.IsShown;

    public bool IsRejected => Errors.Count > 0 || Error is not null;

    public string? this[string name] => Values.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A form with values that nobody has posted yet.</summary>
    public static FormEcho Filled(IFormCollection values) => new() { Values = values };

    /// <summary>A form with wrong fields.</summary>
    public static FormEcho WithErrors(IFormCollection values, IReadOnlyDictionary<string, LocalizedText> errors, string? formName = null) =>
        new() { Values = values, Errors = errors, FormName = formName };

    /// <summary>A form that was refused as a whole.</summary>
    /// <param name="values">Null to show the form empty.</param>
    public static FormEcho Refused(LocalizedText error, IFormCollection? values = null, string? formName = null) =>
        new() { Values = values ?? FormCollection.Empty, Error = error, FormName = formName };

    /// <summary>A form that asks before it records anything.</summary>
    /// <param name="question">The question.</param>
    /// <param name="values">What was posted.</param>
    /// <param name="formName">See <see cref="FormName"/>.</param>
    /// <param name="confirmation">See <see cref="Confirmation"/>.</param>
    public static FormEcho Asks(LocalizedText question, IFormCollection values, string? formName = null, LocalizedText? confirmation = null) =>
        new() { Values = values, Error = question, FormName = formName, IsQuestion = true, Confirmation = confirmation };

    /// <summary>A form whose text holds personal data.</summary>
    public static FormEcho Stopped(SharedTextStop stop, IFormCollection values, string? formName) =>
        new() { Values = values, Error = stop.Refusal.Sentence, FormName = formName, Stop = stop };

    public bool Has(string name, string value) => Values[name].Contains(value);

    /// <summary>This echo when it belongs to the named form, else an empty one.</summary>
    public FormEcho For(string form) => FormName == form ? this : Empty;

    internal void MarkShown()
    {
        if (IsRejected)
        {
            place.IsShown = true;
        }
    }

    sealed class Place
    {
        public bool IsShown { get; set; }
    }
}
