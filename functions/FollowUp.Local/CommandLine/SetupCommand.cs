using System.CommandLine;
using FollowUp.Local.Demo;
using FollowUp.Local.FirstStart;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary>
/// <c>setup</c>: asks for the department, its first manager and the mail server, or takes the answers as options, and prints a sign-in link. May be
/// run again to change answers.
/// </summary>
static class SetupCommand
{
    public static Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var options = SetupQuestion.All.ToDictionary(
            question => question.Field, question => new Option<string?>(question.Option) { Description = $"{question.Text}.", HelpName = question.HelpName });
        var passwordFile = new Option<string?>("--smtp-password-file") { Description = "A file with the password at the mail server.", HelpName = "FILE" };
        var noTestMail = new Option<bool>("--no-test-mail") { Description = "Sends no test mail." };
        var command = new Command("setup", "Sets the department up: asks on a terminal, or takes every answer as an option.") { data, passwordFile, noTestMail };
        foreach (var option in options.Values)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var given = options.Aggregate(
                SetupAnswers.None, (answers, option) => parsed.GetValue(option.Value) is { } value ? answers.With(option.Key, value) : answers);
            var input = new SetupRunner.Input(given, parsed.GetValue(noTestMail), ReadPassword(parsed.GetValue(passwordFile)));
            using var store = await DemoStartup.OpenRealStore(FollowUpCommand.GetOrCreateInstallation(parsed, data));
            var time = HostClock.Read();
            await using var services = await CommandServices.Build(store, time, cancellation);
            await Print(await new SetupRunner(store, services, time).Run(input, cancellation));
            return 0;
        });
        return command;
    }

    /// <summary>Standard output has one result a line, its name before it.</summary>
    static async Task Print(SetupRunner.Result result)
    {
        if (result.TestMailSent)
        {
            await Console.Error.WriteLineAsync("The test mail has left.");
        }

        if (result.WebsiteKey is { } key)
        {
            await Console.Error.WriteLineAsync("The department is set up. The website sends this key as x-functions-key:");
            await Console.Out.WriteLineAsync($"website-key {key}");
        }

        await Console.Error.WriteLineAsync("This link signs the manager in once, within a quarter of an hour, where the department is served:");
        await Console.Out.WriteLineAsync($"sign-in {result.SignInLink.AbsoluteUri}");
    }

    static string? ReadPassword(string? path) => path is null ? null : NamedFile.Read("--smtp-password-file", path, file =>
    {
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().TrimEnd('\r', '\n');
    });
}
