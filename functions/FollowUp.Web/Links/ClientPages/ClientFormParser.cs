using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Application.People;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>Parses the forms of client pages. Each link purpose has its own form.</summary>
static class ClientFormParser
{
    public static readonly LocalizedText NumberRequired = new(
        "Cette réponse clôt votre projet. Pour la confirmer, indiquez le numéro du projet : il figure au bas de nos mails.",
        "This answer closes your project. To confirm it, give the project number: it stands at the end of our mails.");

    static readonly LocalizedText WhichProvider = new(
        "Choisissez le prestataire, ou écrivez son nom exact tel qu’il figure sur le site.",
        "Choose the provider, or write its exact name as it stands on the website.");

    /// <summary>Whether the answer closes the project, which the client confirms by the project number.</summary>
    static bool ClosesProject(ClientAnswer answer) => answer is ClientAnswer.Chose or ClientAnswer.ChoseElsewhere
        or ClientAnswer.GaveUp or ClientAnswer.LeaveMeAlone;

    /// <param name="providers">Every known provider.</param>
    /// <returns>Null when a field is wrong, with the errors in <paramref name="fields"/>, or when the purpose has no form.</returns>
    public static ParsedClientForm? Parse(FormFields fields, LinkPurpose purpose, Project project, ImmutableArray<ProviderProfile> providers) => purpose switch
    {
        LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage => ParseAnswer(fields, project, providers),
        LinkPurpose.CallBackSlot => ParseCallBack(fields),
        LinkPurpose.MissingInformation => ParseInformation(fields),

        // Its only form is posted to the opt-out address.
        LinkPurpose.Unsubscribe => null,
        _ => throw new UnreachableException($"No rule for {purpose}."),
    };

    static ParsedClientForm? ParseAnswer(FormFields fields, Project project, ImmutableArray<ProviderProfile> providers)
    {
        if (fields.GetChoice<ClientAnswer>("answer") is not { } answer)
        {
            fields.AddError("answer", FormMessages.ChooseOne);
            return null;
        }

        var provider = answer is ClientAnswer.TalkingTo or ClientAnswer.Chose ? ParseProvider(fields, providers) : null;
        var until = answer == ClientAnswer.NotNow ? fields.GetRequiredDate("until") : null;
        var slot = answer == ClientAnswer.CallMe ? fields.GetInstant("slot") : null;
        var phone = answer == ClientAnswer.CallMe ? ParsePhone(fields) : null;
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

    static ParsedClientForm? ParseCallBack(FormFields fields)
    {
        var slot = fields.GetInstant("slot");
        var phone = ParsePhone(fields);
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

    static ParsedClientForm? ParseInformation(FormFields fields)
    {
        var text = fields.GetRequiredText("text", new("Écrivez votre réponse.", "Write your answer."));
        return fields.IsValid ? new ParsedClientForm(new GiveInformation(new FreeText(text)), null, $"text|{text}") : null;
    }

    /// <summary>The provider chosen from the list, else the one whose exact name was typed.</summary>
    static string? ParseProvider(FormFields fields, ImmutableArray<ProviderProfile> providers)
    {
        var field = fields.GetText("provider") is null && fields.GetText("otherProvider") is not null ? "otherProvider" : "provider";
        var provider = providers.FindByIdOrName(fields.GetText(field));
        if (provider is null)
        {
            fields.AddError(field, WhichProvider);
        }

        return provider?.Id;
    }

    static string? ParsePhone(FormFields fields)
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
