using FollowUp.Application.FirstStart;
using FollowUp.Application.People;
using FollowUp.Application.Settings;
using FollowUp.Domain.Permissions;
using FollowUp.Local.CommandLine;
using FollowUp.Storage.Shared;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Local.FirstStart;

/// <summary>Runs <c>setup</c>: answers, test mail, then the settings and the first manager. May be run again.</summary>
sealed class SetupRunner(IStore store, IServiceProvider services, TimeProvider time)
{
    /// <param name="SkipTestMail">A test mail is declined.</param>
    /// <param name="Password">The password at the mail server; null when none is given.</param>
    public sealed record Input(SetupAnswers Given, bool SkipTestMail, string? Password);

    /// <param name="WebsiteKey">Printed when the department is set up for the first time; null later.</param>
    public sealed record Result(Uri SignInLink, string? WebsiteKey, bool TestMailSent);

    /// <exception cref="BadArgumentException">An answer is missing or wrong, or the test mail did not leave. Nothing was changed.</exception>
    public async Task<Result> Run(Input input, CancellationToken cancellation)
    {
        var stored = (await store.Department.Read(cancellation)).Settings;
        var manager = (await store.Directory.AllStaff(cancellation)).FirstOrDefault(s => s.Role == Role.Manager);
        var proposed = SetupAnswers.FromStored(stored, manager).OrElse(SetupAnswers.Defaults);
        var validators = services.GetRequiredService<RequestValidators>();
        var dialog = SetupDialog.IsPossible ? new SetupDialog(SetupDialog.CreateConsole(), validators) : null;
        var answers = dialog is null ? input.Given : await dialog.Ask(input.Given, proposed, cancellation);
        answers = answers.OrElse(proposed);
        await EnsureValid(answers, validators, cancellation);
        var password = input.Password ?? ReadStoredPassword(stored, answers)
            ?? (answers["smtpUser"] is not null ? dialog?.AskPassword() : null);
        var tested = await SendTestMail(answers, password, input.SkipTestMail, dialog, cancellation);
        var isFirst = manager is null;
        var member = await Save(answers, password, cancellation);
        return new Result(
            (await services.GetRequiredService<SignInLinkFactory>().Create(member, projectId: null, cancellation)).Address,
            isFirst ? await KeyCommand.OpenKeys(store).GetOrCreate(AccessKeyKind.Website, cancellation) : null,
            tested);
    }

    static async Task EnsureValid(SetupAnswers answers, RequestValidators validators, CancellationToken cancellation)
    {
        if (await answers.Validate(validators, cancellation) is { Count: > 0 } wrong)
        {
            throw new BadArgumentException(string.Join(
                Environment.NewLine, wrong.Select(field => $"{SetupQuestion.FindOption(field.Key)}: {field.Value}.")));
        }
    }

    /// <summary>The password stays with its server.</summary>
    string? ReadStoredPassword(DepartmentSettings stored, SetupAnswers answers) =>
        stored.Smtp is { Password: { } encrypted, Host: var host } && host == answers["smtpHost"]
            ? services.GetRequiredService<ISecretProtector>().Unprotect(encrypted)
            : null;

    async Task<bool> SendTestMail(SetupAnswers answers, string? password, bool skip, SetupDialog? dialog, CancellationToken cancellation)
    {
        var to = answers["testMailTo"] ?? answers["managerEmail"]!;
        if (!answers.HasMailServer || skip || dialog?.AskWhetherToTest(to) == false)
        {
            return false;
        }

        return await SetupTestMail.Send(answers, password, time, cancellation) is { } reason
            ? throw new BadArgumentException(
                $"--smtp-host: no test mail could be sent to {to} by {answers["smtpHost"]}: {reason}. Nothing was changed. --no-test-mail sets up without one.")
            : true;
    }

    async Task<Staff> Save(SetupAnswers answers, string? password, CancellationToken cancellation)
    {
        var first = answers.ToDepartment().ToSettings();
        if (await store.Directory.FindStaff(first.Manager.Id, cancellation) is { } known)
        {
            first = first with { Manager = known with { Role = Role.Manager, Name = first.Manager.Name } };
        }

        var setup = services.GetRequiredService<DepartmentSetup>();
        await setup.ChangeSettings(settings => ApplyServer(settings, answers, password), cancellation);
        var member = await setup.Complete(first, cancellation);

        // The link begins with the public address that was just stored.
        await services.GetRequiredService<CurrentSettings>().Refresh(cancellation);
        return member;
    }

    DepartmentSettings ApplyServer(DepartmentSettings settings, SetupAnswers answers, string? password) => settings with
    {
        PublicAddress = answers["publicAddress"] is { } address ? new Uri(address) : null,
        Mail = answers.HasMailServer ? settings.Mail with { FromAddress = answers["fromAddress"] } : settings.Mail,
        Smtp = !answers.HasMailServer ? new SmtpSettings() : new SmtpSettings
        {
            Host = answers["smtpHost"],
            Port = answers["smtpPort"] is { } port ? int.Parse(port, System.Globalization.CultureInfo.InvariantCulture) : null,
            Security = answers["smtpSecurity"],
            User = answers["smtpUser"],
            Password = password is null ? null : services.GetRequiredService<ISecretProtector>().Protect(password),
        },
    };
}
