using FollowUp.Web.Shared.Validation;
using Spectre.Console;

namespace FollowUp.Local.FirstStart;

/// <summary>Asks the questions of <c>setup</c> on a terminal. Everything is printed to standard error.</summary>
sealed class SetupDialog(IAnsiConsole console, RequestValidators validators)
{
    /// <summary>Whether somebody can answer.</summary>
    public static bool IsPossible => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    public static IAnsiConsole CreateConsole() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Asks what no option answers, each question until its answer is valid.</summary>
    /// <param name="given">The answers by options.</param>
    /// <param name="proposed">What is stored, or the default: pressing Enter takes it.</param>
    /// <param name="cancellation">Ends the dialog.</param>
    public async Task<SetupAnswers> Ask(SetupAnswers given, SetupAnswers proposed, CancellationToken cancellation)
    {
        console.MarkupLine("[bold]Setting up the department.[/] Enter takes the answer in parentheses.");
        var answers = given;
        foreach (var question in SetupQuestion.All.Where(question => !given.Values.ContainsKey(question.Field)))
        {
            if (question.IsAboutMailServer && !answers.HasMailServer)
            {
                continue;
            }

            answers = await AskUntilValid(question, answers, Propose(question, answers, proposed), cancellation);
        }

        return answers;
    }

    /// <summary>Asks for the password of the mail server, without showing it.</summary>
    public string AskPassword() => console.Prompt(new TextPrompt<string>("Password at the mail server:").Secret());

    /// <summary>Asks whether a test mail is to leave.</summary>
    public bool AskWhetherToTest(string to) => console.Prompt(new ConfirmationPrompt($"Send a test mail to {Markup.Escape(to)} now?"));

    async Task<SetupAnswers> AskUntilValid(SetupQuestion question, SetupAnswers answers, string? proposal, CancellationToken cancellation)
    {
        while (true)
        {
            var prompt = new TextPrompt<string>(Markup.Escape(question.Text) + (proposal is null ? ":" : "")) { AllowEmpty = question.IsOptional };
            if (proposal is not null)
            {
                prompt.DefaultValue(proposal);
            }

            var answered = answers.With(question.Field, await prompt.ShowAsync(console, cancellation));
            if (!(await answered.Validate(validators, cancellation)).TryGetValue(question.Field, out var rule))
            {
                return answered;
            }

            console.MarkupLine($"[red]{Markup.Escape(rule)}[/]");
        }
    }

    static string? Propose(SetupQuestion question, SetupAnswers answers, SetupAnswers proposed) =>
        proposed[question.Field] ?? (question.Field == "testMailTo" ? answers["managerEmail"] : null);
}
