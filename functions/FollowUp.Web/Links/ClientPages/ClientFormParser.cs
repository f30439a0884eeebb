using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>What a client sent: the command that it stands for, and the phone number that came with it.</summary>
/// <param name="Phone">E.164; null when it stays as it is.</param>
sealed record ParsedClientForm(Command Command, string? Phone, string Digest);

/// <summary>Reads the forms of a client's pages. Each purpose has its own choices.</summary>
static class ClientFormParser
{
    public static readonly LocalizedText NumberRequired = new(
        "Cette réponse clôt votre projet. Pour la confirmer, indiquez le numéro du projet : il figure au bas de nos mails.",
        "This answer closes your project. To confirm it, give the project number: it stands at the end of our mails.");

    static readonly LocalizedText WhichProvider = new(
        "Choisissez le prestataire, ou écrivez son nom exact tel qu’il figure sur le site.",
        "Choose the provider, or write its exact name as it stands on the website.");

    /// <summary>The answers that close the project and are asked to be confirmed by its number.</summary>
    public static bool ClosesProject(ClientAnswer answer) => answer is ClientAnswer.Chose or ClientAnswer.ChoseElsewhere
        or ClientAnswer.GaveUp or ClientAnswer.LeaveMeAlone;

    /// <returns>Null when a field is wrong; the fields say which and why.</returns>
    public static ParsedClientForm? Parse(FormFields fields, ClientPageViewModel asked, ImmutableArray<ProviderProfile> directory) => asked.Link.Purpose switch
    {
        LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage => Answer(fields, asked.Project, directory),
        LinkPurpose.CallBackSlot => CallBack(fields),
        LinkPurpose.MissingInformation => Information(fields),
        _ => null,
    };

    static ParsedClientForm? Answer(FormFields fields, Project project, ImmutableArray<ProviderProfile> directory)
    {
        if (fields.GetChoice<ClientAnswer>("answer") is not { } answer)
        {
            fields.AddError("answer", FormMessages.ChooseOne);
            return null;
        }

        var provider = answer is ClientAnswer.TalkingTo or ClientAnswer.Chose ? Provider(fields, directory) : null;
        var until = answer == ClientAnswer.NotNow ? Until(fields) : null;
        var slot = answer == ClientAnswer.CallMe ? fields.GetInstant("slot") : null;
        var phone = answer == ClientAnswer.CallMe ? Phone(fields) : null;
        if (ClosesProject(answer) && fields.GetText("project") is var typed && !ProjectNumber.Matches(typed, project))
        {
            fields.AddError("project", typed is null ? NumberRequired : ProjectNumber.Mismatch);
        }

        if (!fields.IsValid)
        {
            return null;
        }

        Command command = slot is { } at ? new PickCallBack(at) : new AnswerRelaunch(answer, provider, until);
        return new ParsedClientForm(command, phone, $"{answer}|{provider}|{until}|{slot}");
    }

    static ParsedClientForm? CallBack(FormFields fields)
    {
        var slot = fields.GetInstant("slot");
        var phone = Phone(fields);
        if (slot is null && phone is null)
        {
            fields.AddError("slot", new("Choisissez un créneau, ou corrigez votre numéro.", "Pick a time, or correct your number."));
        }

        if (!fields.IsValid)
        {
            return null;
        }

        return new ParsedClientForm(slot is { } at ? new PickCallBack(at) : new CorrectNumber(), phone, $"slot|{slot}|{phone}");
    }

    static ParsedClientForm? Information(FormFields fields)
    {
        var text = fields.GetRequiredText("text", new("Écrivez votre réponse.", "Write your answer."));
        return fields.IsValid ? new ParsedClientForm(new GiveInformation(new FreeText(text)), null, $"text|{text}") : null;
    }

    /// <summary>The one chosen from the list, else the one named in words. Nobody completes a name for the client.</summary>
    static string? Provider(FormFields fields, ImmutableArray<ProviderProfile> directory)
    {
        var named = fields.GetText("provider") ?? fields.GetText("otherProvider");
        var known = named is null
            ? null
            : directory.FirstOrDefault(p => p.Id == named)
                ?? directory.FirstOrDefault(p => string.Equals(p.Name, named, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            fields.AddError(fields.GetText("provider") is null && named is not null ? "otherProvider" : "provider", WhichProvider);
        }

        return known?.Id;
    }

    static LocalDate? Until(FormFields fields)
    {
        var until = fields.GetDate("until");
        if (until is null)
        {
            fields.AddError("until", FormMessages.DateExpected);
        }

        return until;
    }

    static string? Phone(FormFields fields)
    {
        if (fields.GetText("phone") is not { } typed)
        {
            return null;
        }

        var number = PhoneNumberParser.ToE164(typed);
        if (number is null)
        {
            fields.AddError("phone", new(
                "Ce numéro n’est pas possible. Exemple : 01 99 00 12 34 ou +33 1 99 00 12 34.",
                "This number is not possible. Example: 01 99 00 12 34 or +33 1 99 00 12 34."));
        }

        return number;
    }
}
