using System.Collections.Immutable;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Finds and masks a person in what others wrote: complaints of providers and of other clients. A complaint about a project of the person counts as
/// one that names them.
/// </summary>
public sealed class PersonMention
{
    /// <summary>Names that are shorter than this occur within other words.</summary>
    const int MinWordLength = 6;

    /// <summary>What the masker puts in place of personal data.</summary>
    const string Placeholder = "[…]";

    /// <summary>For a text that the placeholder would make longer: a stored text is never made longer.</summary>
    static readonly string[] ShorterMasks = ["…", "*"];

    readonly ImmutableHashSet<string> projects;
    readonly ImmutableArray<PersonalDataMasker> maskers;
    readonly ImmutableArray<string> words;

    /// <param name="projects">The projects of the person.</param>
    /// <param name="dossiers">What is known of the person.</param>
    public PersonMention(IEnumerable<string> projects, IEnumerable<Dossier> dossiers)
    {
        var known = dossiers.ToList();
        this.projects = [.. projects];
        maskers =
        [
            .. known.Select(d => new HiddenClient(d.Name, d.Company, d.Phone, d.Email)).Distinct().Select(client => PersonalDataMasker.Create(client, [])),
        ];
        words =
        [
            .. known.SelectMany(d => new[] { d.Name, d.Company, d.Email, d.Phone }).OfType<string>().Select(TextFold.FoldToWord)
                .Where(word => word.Length >= MinWordLength).Distinct(),
        ];
    }

    /// <summary>Whether a complaint of somebody else is about a project of the person, or names them.</summary>
    public bool IsIn(Complaint complaint) =>
        (complaint.ProjectId is { } project && projects.Contains(project)) || Names(complaint.Text) || Names(complaint.Handling?.Answer);

    /// <summary>Whether a text has the name, the company, the mail address or the number of the person.</summary>
    public bool Names(string? text)
    {
        if (text is null)
        {
            return false;
        }

        var folded = TextFold.FoldToWord(text);
        return words.Any(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The text without the person: names, companies, mail addresses and numbers are replaced. It is not longer in UTF-8.</summary>
    public string Mask(string text)
    {
        var masked = maskers.Aggregate(text, (current, masker) => masker.Mask(current));
        var shorter = ShorterMasks.Select(mask => masked.Replace(Placeholder, mask, StringComparison.Ordinal)).Prepend(masked).ToList();
        return shorter.Find(fitting => Encoding.UTF8.GetByteCount(fitting) <= Encoding.UTF8.GetByteCount(text)) ?? shorter[^1];
    }
}
