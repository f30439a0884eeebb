using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.SecondFactors;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Local.Hosting;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Web.Api.Staffing;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Local.CommandLine;

/// <summary><c>staff list|add|change|remove|reset-passkeys</c>: the staff members, by the rules of the API and the console.</summary>
static class StaffCommand
{
    const string EmailOption = "--email";

    /// <summary>The option of each field of a request, for errors.</summary>
    static readonly Dictionary<string, string> OptionNames = new(StringComparer.Ordinal)
    {
        ["email"] = EmailOption,
        ["name"] = "--name",
        ["role"] = "--role",
        ["languages"] = "--languages",
        ["capacity"] = "--capacity",
        ["phone"] = "--phone",
        ["screenLanguage"] = "--screen-language",
        ["hours.days"] = "--hours",
        ["hours.windows"] = "--hours",
    };

    public static System.CommandLine.Command Build() => new("staff", "Lists, adds, changes and removes members of staff.")
    {
        BuildList(), BuildAddOrChange("add", adds: true), BuildAddOrChange("change", adds: false), BuildRemove(), BuildResetPasskeys(),
    };

    static System.CommandLine.Command BuildList()
    {
        var data = FollowUpCommand.CreateDataOption();
        var command = new System.CommandLine.Command("list", "Prints the members of staff as JSON, and those who left and still have projects.") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await StaffList.Load(store.Directory, store.Index, cancellation), StaffList.Json));
            return 0;
        });
        return command;
    }

    static System.CommandLine.Command BuildAddOrChange(string name, bool adds)
    {
        var data = FollowUpCommand.CreateDataOption();
        var email = CreateEmailOption();
        var fullName = new Option<string?>("--name") { Description = "The name.", HelpName = "NAME" };
        var role = new Option<string?>("--role") { Description = "coordinator, manager or sales.", HelpName = "ROLE" };
        var languages = new Option<string?>("--languages") { Description = "The languages of their projects, the preferred one first (fr).", HelpName = "fr,en" };
        var capacity = new Option<string?>("--capacity") { Description = "How many open projects a coordinator follows (100).", HelpName = "N" };
        var phone = new Option<string?>("--phone") { Description = "The phone number; empty for none.", HelpName = "P" };
        var hours = new Option<string?>("--hours")
        {
            Description = "Own working hours, as \"monday,tuesday 09:00-12:30,14:00-18:30\"; empty for those of the cadence.", HelpName = "HOURS",
        };
        var screen = new Option<string?>("--screen-language") { Description = "The language of the console and of mails: fr or en.", HelpName = "fr|en" };
        var noMail = new Option<bool>("--no-invitation") { Description = "Sends no invitation by mail." };
        var command = new System.CommandLine.Command(name, adds ? "Adds a member of staff and invites them by mail." : "Changes the given fields of a member of staff.")
        {
            email, fullName, role, languages, capacity, phone, hours, screen, data,
        };
        if (adds)
        {
            command.Add(noMail);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var id = parsed.GetRequiredValue(email);
            var before = adds ? null : await StaffOption.Find(store, id, cancellation, EmailOption);
            var known = before is null ? new StaffRequest() : StaffRequest.Of(before);
            var request = new StaffEntryRequest
            {
                Email = id,
                Name = parsed.GetValue(fullName) ?? known.Name,
                Role = parsed.GetValue(role) is { } roleName ? ParseRole(roleName) : known.Role,
                Languages = parsed.GetValue(languages)?.Split(',', StringSplitOptions.TrimEntries) ?? known.Languages,
                Capacity = parsed.GetValue(capacity) is { } number ? ParseCapacity(number) : known.Capacity,
                Phone = parsed.GetValue(phone) ?? known.Phone,
                Hours = parsed.GetValue(hours) is { } text ? ParseHours(text) : known.Hours,
                ScreenLanguage = parsed.GetValue(screen) ?? known.ScreenLanguage,
            };
            await using var services = await CommandServices.Build(store, await HostClock.ReadOf(store.Settings), cancellation);
            await Validate(services, request, cancellation);
            var administration = services.GetRequiredService<StaffAdministration>();
            switch (adds ? await administration.Add(request.ToDetails(id), cancellation) : await administration.Change(request.ToDetails(id), cancellation))
            {
                case StaffChange.Added { Staff: var added }:
                    await CommandLineAudit.Write(store, "put-staff", added.Id);
                    if (!parsed.GetValue(noMail))
                    {
                        await services.GetRequiredService<StaffInvitations>().Send(added, cancellation);
                    }

                    await Console.Error.WriteLineAsync($"{added.Name} is a member of staff.");
                    return 0;
                case StaffChange.Changed { Staff: var changed }:
                    await CommandLineAudit.Write(store, "put-staff", changed.Id);
                    await Console.Error.WriteLineAsync($"{changed.Name} is changed.");
                    return 0;
                case StaffChange.AlreadyStaff:
                    throw new BadArgumentException($"--email: {StaffRefusals.AlreadyStaff.Sentence.English}");
                case StaffChange.LastManager:
                    throw new BadArgumentException($"--role: {StaffRefusals.LastManager.Sentence.English}");
                default:
                    throw new BadArgumentException($"--email: no staff member has the address '{id}'.");
            }
        });
        return command;
    }

    static System.CommandLine.Command BuildRemove()
    {
        var data = FollowUpCommand.CreateDataOption();
        var email = CreateEmailOption();
        var command = new System.CommandLine.Command(
            "remove", "Removes a member of staff. Sessions and tokens end at once; the host that serves hands the projects over.")
        {
            email, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var member = await StaffOption.Find(store, parsed.GetRequiredValue(email), cancellation, EmailOption);
            await using var services = await CommandServices.Build(store, await HostClock.ReadOf(store.Settings), cancellation);
            switch (await services.GetRequiredService<StaffAdministration>().Remove(member.Id, cancellation))
            {
                case StaffChange.Removed:
                    await CommandLineAudit.Write(store, "remove-staff", member.Id);
                    var left = (await store.Index.GetWorkloads(cancellation)).GetValueOrDefault(member.Id)?.OpenProjects ?? 0;
                    await Console.Error.WriteLineAsync(left == 0
                        ? $"{member.Name} is no longer a member of staff."
                        : $"{member.Name} is no longer a member of staff. The host hands {left} open projects over.");
                    return 0;
                case StaffChange.LastManager:
                    throw new BadArgumentException($"--email: {StaffRefusals.LastManager.Sentence.English}");
                default:
                    throw new BadArgumentException($"--email: no staff member has the address '{member.Id}'.");
            }
        });
        return command;
    }

    static System.CommandLine.Command BuildResetPasskeys()
    {
        var data = FollowUpCommand.CreateDataOption();
        var email = CreateEmailOption();
        var command = new System.CommandLine.Command(
            "reset-passkeys", "Removes the passkeys and recovery codes of a member of staff who lost them, and ends their sessions.")
        {
            email, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var member = await StaffOption.Find(store, parsed.GetRequiredValue(email), cancellation, EmailOption);
            using var signal = new ScheduleSignal();
            if (!await CreateSecondFactors(store, signal, await HostClock.ReadOf(store.Settings)).Reset(member.Id, cancellation))
            {
                await Console.Error.WriteLineAsync($"{member.Name} has no passkey.");
                return 0;
            }

            await CommandLineAudit.Write(store, "reset-passkeys", member.Id);
            await Console.Error.WriteLineAsync($"{member.Name} signs in by the next link that comes by email.");
            return 0;
        });
        return command;
    }

    /// <summary>By hand and without the key ring, which a vault may wrap: a staff member without passkey and codes is helped in that case too.</summary>
    static SecondFactorAdministration CreateSecondFactors(IStore store, ScheduleSignal signal, TimeProvider time) =>
        new(store.Directory, new SecondFactorMails(new DepartmentOutbox(store.Settings), signal, WorkingCalendar.France, time));

    static Option<string> CreateEmailOption() => new(EmailOption) { Description = "The mail address.", HelpName = "E", Required = true };

    /// <exception cref="BadArgumentException">It names each option and its rule.</exception>
    static async Task Validate(ServiceProvider services, StaffEntryRequest request, CancellationToken cancellation)
    {
        var failures = await services.GetRequiredService<RequestValidators>().Validate(request, cancellation);
        if (failures.Count > 0)
        {
            throw new BadArgumentException(string.Join(Environment.NewLine, FieldErrors.Describe(failures, Language.English)
                .Select(field => $"{OptionNames.GetValueOrDefault(field.Key, field.Key)}: {string.Join("; ", field.Value)}.").Distinct()));
        }
    }

    static StaffRole ParseRole(string name) => Kebab.TryParse<StaffRole>(name, out var role)
        ? role
        : throw new BadArgumentException($"--role: '{name}' is not one of: {string.Join(", ", Enum.GetValues<StaffRole>().Select(Kebab.Case))}.");

    static int ParseCapacity(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new BadArgumentException($"--capacity: '{text}' is not a whole number from 0 up.");

    /// <summary>Reads <c>monday,tuesday 09:00-12:30,14:00-18:30</c>; null for an empty text.</summary>
    static HoursRequest? ParseHours(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var days, var windows]
            && windows.Split(',').Select(window => window.Split('-')).ToList() is var ends && ends.TrueForAll(pair => pair.Length == 2)
            ? new HoursRequest { Days = days.Split(','), Windows = [.. ends.Select(pair => new WindowRequest { From = pair[0], To = pair[1] })] }
            : throw new BadArgumentException("--hours: write days and times, as \"monday,tuesday 09:00-12:30,14:00-18:30\".");
    }
}
