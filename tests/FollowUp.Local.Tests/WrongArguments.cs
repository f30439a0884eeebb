namespace FollowUp.Local.Tests;

/// <summary>Lines of the command line with one wrong argument each.</summary>
static class WrongArguments
{
    public const string Manager = "nadia@demo.example";

    /// <summary>What the message must name, where it is not the option itself, and the line. <c>{…}</c> is a file that the test makes.</summary>
    public static readonly (string Option, string Line)[] All =
    [
        ("--urls", "--urls nowhere"), ("--urls", "serve --urls nowhere"), ("--urls", "serve --urls ftp://127.0.0.1:70"),
        ("--empty", "--empty"), ("--empty", "serve --empty"),
        ("--play", "--play 60"), ("--play", "serve --play 60"), ("--play", "serve --demo --play 0"), ("--play", "serve --demo --play 3601"), ("--play", "serve --demo --play fast"),
        ("--email", "staff add --name Zoe --role sales --languages fr"), ("--email", "staff add --email nobody --name Zoe --role sales --languages fr"),
        ("--email", $"staff add --email {Manager} --name Zoe --role sales --languages fr"),
        ("--name", "staff add --email zoe@demo.example --role sales --languages fr"),
        ("--role", "staff add --email zoe@demo.example --name Zoe --role boss"), ("--role", "staff add --email zoe@demo.example --name Zoe --languages fr"),
        ("--languages", "staff add --email zoe@demo.example --name Zoe --role sales --languages de"),
        ("--capacity", "staff add --email zoe@demo.example --name Zoe --role sales --languages fr --capacity -1"),
        ("--capacity", "staff add --email zoe@demo.example --name Zoe --role coordinator --languages fr --capacity 99999999"),
        ("--phone", "staff add --email zoe@demo.example --name Zoe --role sales --languages fr --phone 12"),
        ("--hours", "staff add --email zoe@demo.example --name Zoe --role sales --languages fr --hours someday"),
        ("--hours", "staff add --email zoe@demo.example --name Zoe --role coordinator --languages fr --hours {hours}"),
        ("--hours", "staff add --email zoe@demo.example --name Zoe --role coordinator --languages fr --hours {three-ends}"),
        ("--screen-language", "staff add --email zoe@demo.example --name Zoe --role sales --languages fr --screen-language de"),
        ("--email", "staff change --email nobody@demo.example"), ("--name", $"staff change --email {Manager} --name {{empty}}"),
        ("--role", $"staff change --email {Manager} --role boss"), ("--role", $"staff change --email {Manager} --role sales"),
        ("--languages", $"staff change --email {Manager} --languages {{empty}}"), ("--capacity", $"staff change --email {Manager} --capacity many"),
        ("--phone", $"staff change --email {Manager} --phone 12"), ("--hours", $"staff change --email {Manager} --hours monday"),
        ("--screen-language", $"staff change --email {Manager} --screen-language de"),
        ("--email", $"staff remove --email {Manager}"), ("--email", "staff remove --email nobody@demo.example"), ("--email", "staff remove"),
        ("--email", "staff reset-passkeys --email nobody@demo.example"),
        ("--staff", "token"), ("--staff", "token --staff nobody@demo.example"), ("--staff", "token --revoke --staff nobody@demo.example"),
        ("--overlap", "key --overlap 3"), ("--overlap", "key --rotate --overlap 31"), ("--overlap", "key --rotate --overlap -1"), ("--overlap", "key --rotate --overlap soon"),
        ("--department", Setup([("--department", "{empty}")])), ("--phone", Setup([("--phone", "12")])), ("--reply-address", Setup([("--reply-address", "nobody")])),
        ("--languages", Setup([("--languages", "de")])), ("--alsace-moselle", Setup([("--alsace-moselle", "maybe")])), ("--manager-name", Setup([("--manager-name", "{empty}")])),
        ("--manager-email", Setup([("--manager-email", "nobody")])), ("--manager-language", Setup([("--manager-language", "de")])), ("--public-address", Setup([("--public-address", "suivi")])),
        ("--smtp-host", Setup([("--smtp-host", "a!b")])), ("--smtp-port", Setup([("--smtp-host", "mx.example"), ("--from-address", "a@b.example"), ("--smtp-port", "0")])),
        ("--smtp-security", Setup([("--smtp-host", "mx.example"), ("--from-address", "a@b.example"), ("--smtp-security", "some")])),
        ("--smtp-user", Setup([("--smtp-host", "mx.example"), ("--from-address", "a@b.example"), ("--smtp-security", "none"), ("--smtp-user", "{long}")])),
        ("--from-address", Setup([("--smtp-host", "mx.example"), ("--from-address", "nobody")])), ("--test-mail-to", Setup([("--smtp-host", "mx.example"), ("--from-address", "a@b.example"), ("--test-mail-to", "nobody")])),
        ("--smtp-password-file", Setup([("--smtp-password-file", "{missing}")])),
        ("--smtp-host", Setup([("--smtp-host", "127.0.0.1"), ("--smtp-port", "9"), ("--smtp-security", "none"), ("--from-address", "a@b.example")])),
        ("--staff", "sign-in"), ("--staff", "sign-in --staff nobody@demo.example"),
        ("--format", "export --format xml"),
        ("FILE", "import"), ("FILE", "import {missing}"), ("FILE", "import {text}"), ("FILE", "import --providers {missing}"), ("FILE", "import --providers {text}"),
        ("--dry-run", "import {empty-list} --dry-run --restore"), ("--restore", "import {empty-list} --restore --dry-run"), ("--providers", "import {text} --providers --dry-run"),
        ("--since", "audit --since yesterday"),
        ("--anchor-key", "verify --anchor-key {missing}"), ("--anchors", "verify --anchors {missing}"), ("--anchors", "verify --anchors {text}"),
        ("--anchor-key", "anchor"), ("--anchor-key", "anchor --anchor-key {missing}"), ("--anchor-key", "anchor --anchor-key {text}"),
        ("FILE", "anchor-key"), ("FILE", "anchor-key {text}"), ("FILE", "anchor-key {in-data}"), ("FILE", "anchor-key {missing} --rotate"),
        ("FILE", "anchor-key {no-folder}"),
        ("ErasureProof__Key", "proof"),
        ("FILE", "backup"), ("FILE", "backup {text}"), ("FILE", "backup {in-data}"), ("FILE", "backup {no-folder}"),
        ("FILE", "restore"), ("FILE", "restore {missing}"), ("--data", "restore {text}"), ("--stopped-at", "restore {text} --stopped-at soon"),
        ("--stopped-at", "restore {text} --stopped-at 2099-01-01T00:00:00+01:00"), ("--audit", "restore {text} --audit {missing}"), ("--audit", "restore {text} --audit {empty-list}"),
        ("--projects", "simulate --projects 0"), ("--months", "simulate --months 121"), ("--seed", "simulate --seed much"), ("--cadence", "simulate --cadence {text}"),
        ("--against", "simulate --against {missing}"), ("--people", "simulate --people {empty-list}"), ("--runs", "simulate --runs 0"),
        ("--json", "simulate --json --csv"), ("--csv", "simulate --csv --json"), ("--html", "simulate --html {no-folder}"),
    ];

    /// <summary>A line that sets a department up, with other or more options.</summary>
    public static string Setup((string Option, string Value)[] options)
    {
        var all = new List<(string Option, string Value)>
        {
            ("--department", "Suivi"), ("--phone", "+33199000100"), ("--manager-name", "Nadia"), ("--manager-email", Manager), ("--no-test-mail", ""),
        };
        all.RemoveAll(right => options.Any(given => given.Option == right.Option) || (right.Option == "--no-test-mail" && options.Contains(("--smtp-host", "127.0.0.1"))));
        return $"setup {string.Join(' ', all.Concat(options).Select(option => $"{option.Option} {option.Value}"))}";
    }
}
