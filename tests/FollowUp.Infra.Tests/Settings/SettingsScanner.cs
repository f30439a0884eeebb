using System.Text.RegularExpressions;

namespace FollowUp.Infra.Tests.Settings;

/// <summary>
/// The settings that the code of some folders reads, found in the code itself: sections bound to a type, single names, and the names that
/// <c>host.json</c> leaves to a setting.
/// </summary>
static partial class SettingsScanner
{
    /// <summary>A section of the settings and the type that it is bound to.</summary>
    public sealed record BoundSection(string Section, string Type);

    public static IReadOnlyCollection<BoundSection> Sections(params string[] projects)
    {
        var code = ReadSources(projects);
        var named = code.SelectMany(c => SectionConstant().Matches(c)).ToDictionary(m => m.Groups["type"].Value, m => m.Groups["section"].Value);
        return [.. code.SelectMany(c => Binding().Matches(c).Select(m => new BoundSection(
            m.Groups["literal"].Success ? m.Groups["literal"].Value
                : m.Groups["constant"].Success ? named[m.Groups["constant"].Value]
                : SectionConstant().Match(c).Groups["section"].Value,
            m.Groups["configured"].Success ? m.Groups["configured"].Value : m.Groups["got"].Value))).Distinct()];
    }

    /// <summary>As an environment variable is written: two underscores a level.</summary>
    public static IEnumerable<string> Names(params string[] projects)
    {
        var code = ReadSources(projects);
        var declared = code.SelectMany(c => Declaration().Matches(c)).ToLookup(m => m.Groups["type"].Value, m => m.Groups["body"].Value);
        var bound = Sections(projects).SelectMany(s => declared[s.Type].SelectMany(body => Property().Matches(body))
            .Select(p => $"{s.Section}:{p.Groups["name"].Value}"));
        var single = code.SelectMany(c => Single().Matches(c).Select(m => m.Groups["name"].Success ? m.Groups["name"].Value : Constant(c, m.Groups["constant"].Value)))
            .OfType<string>();
        return bound.Concat(single).Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Distinct();
    }

    /// <summary>What stands between percent signs in the Functions host's configuration.</summary>
    public static IEnumerable<string> NamesInHostJson() =>
        Percent().Matches(RepositoryFiles.ReadText("host.json")).Select(m => m.Groups["name"].Value).Distinct();

    /// <summary>A name that stands in a constant of the same file; null when what is in the brackets is none.</summary>
    static string? Constant(string code, string name) =>
        Regex.Match(code, $@"const string {name} = ""([\w:]+)""") is { Success: true } m ? m.Groups[1].Value : null;

    static string[] ReadSources(string[] projects) => [.. projects.SelectMany(project => RepositoryFiles.GetSources("functions", project)).Select(File.ReadAllText)];

    [GeneratedRegex(@"(?:class|record) (?<type>\w+)[^{;]*\{(?:(?!^\}).)*?const string Section = ""(?<section>\w+)""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex SectionConstant();

    [GeneratedRegex(@"(?:Configure<(?<configured>\w+)>\([^;]*?)?GetSection\((?:(?<constant>\w+)\.Section|Section|""(?<literal>[\w:]+)"")\)(?:\.Get<(?<got>\w+)>)?")]
    private static partial Regex Binding();

    [GeneratedRegex(@"(?:class|record) (?<type>\w+)[^{;]*^\{(?<body>.*?)^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^    public [^=;{(]+ (?<name>\w+) \{ get; (?:set|init); \}", RegexOptions.Multiline)]
    private static partial Regex Property();

    [GeneratedRegex(@"(?:[cC]onfiguration\[|GetEnvironmentVariable\()(?:""(?<name>[\w:]+)""|(?<constant>\w+))[\])]")]
    private static partial Regex Single();

    [GeneratedRegex("\"%(?<name>\\w+)%\"")]
    private static partial Regex Percent();
}
