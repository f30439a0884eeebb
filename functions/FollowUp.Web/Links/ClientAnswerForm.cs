using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web;

/// <summary>What a client sent: the command that it stands for, and the phone number that came with it.</summary>
/// <param name="Phone">E.164; null when it stays as it is.</param>
sealed record ClientWish(Command Command, string? Phone, string Digest);

/// <summary>Reads the forms of a client's pages. Each purpose has its own choices.</summary>
static class ClientAnswerForm
{
    public static readonly LocalizedText NumberWanted = new(
        "Cette réponse clôt votre projet. Pour la confirmer, indiquez le numéro du projet : il figure au bas de nos mails.",
        "This answer closes your project. To confirm it, give the project number: it stands at the end of our mails.");

    static readonly LocalizedText WhichProvider = new(
        "Choisissez le prestataire, ou écrivez son nom exact tel qu’il figure sur le site.",
        "Choose the provider, or write its exact name as it stands on the website.");

    /// <summary>The answers that close the project and are asked to be confirmed by its number.</summary>
    public static bool Closes(ClientAnswer answer) => answer is ClientAnswer.Chose or ClientAnswer.ChoseElsewhere
        or ClientAnswer.GaveUp or ClientAnswer.LeaveMeAlone;

    /// <returns>Null when a field is wrong; the fields say which and why.</returns>
    public static ClientWish? Read(FormFields fields, ClientCase asked, ImmutableArray<ProviderProfile> directory) => asked.Link.Purpose switch
    {
        LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage => Answer(fields, asked.Project, directory),
        LinkPurpose.CallBackSlot => CallBack(fields),
        LinkPurpose.MissingInformation => Information(fields),
        _ => null,
    };

    static ClientWish? Answer(FormFields fields, Project project, ImmutableArray<ProviderProfile> directory)
    {
        if (fields.Choice<ClientAnswer>("answer") is not { } answer)
        {
            fields.Wrong("answer", Forms.ChooseOne);
            return null;
        }

        var provider = answer is ClientAnswer.TalkingTo or ClientAnswer.Chose ? Provider(fields, directory) : null;
        var until = answer == ClientAnswer.NotNow ? Until(fields) : null;
        var slot = answer == ClientAnswer.CallMe ? fields.Moment("slot") : null;
        var phone = answer == ClientAnswer.CallMe ? Phone(fields) : null;
        if (Closes(answer) && fields.Text("project") is var typed && !ProjectNumber.IsOf(typed, project))
        {
            fields.Wrong("project", typed is null ? NumberWanted : ProjectNumber.OfAnother);
        }

        if (!fields.Valid)
        {
            return null;
        }

        Command command = slot is { } at ? new PickCallBack(at) : new AnswerRelaunch(answer, provider, until);
        return new ClientWish(command, phone, $"{answer}|{provider}|{until}|{slot}");
    }

    static ClientWish? CallBack(FormFields fields)
    {
        var slot = fields.Moment("slot");
        var phone = Phone(fields);
        if (slot is null && phone is null)
        {
            fields.Wrong("slot", new("Choisissez un créneau, ou corrigez votre numéro.", "Pick a time, or correct your number."));
        }

        if (!fields.Valid)
        {
            return null;
        }

        return new ClientWish(slot is { } at ? new PickCallBack(at) : new CorrectNumber(), phone, $"slot|{slot}|{phone}");
    }

    static ClientWish? Information(FormFields fields)
    {
        var text = fields.Required("text", new("Écrivez votre réponse.", "Write your answer."));
        return fields.Valid ? new ClientWish(new GiveInformation(new FreeText(text)), null, $"text|{text}") : null;
    }

    /// <summary>The one chosen from the list, else the one named in words. Nobody completes a name for the client.</summary>
    static string? Provider(FormFields fields, ImmutableArray<ProviderProfile> directory)
    {
        var named = fields.Text("provider") ?? fields.Text("otherProvider");
        var known = named is null
            ? null
            : directory.FirstOrDefault(p => p.Id == named)
                ?? directory.FirstOrDefault(p => string.Equals(p.Name, named, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            fields.Wrong(fields.Text("provider") is null && named is not null ? "otherProvider" : "provider", WhichProvider);
        }

        return known?.Id;
    }

    static LocalDate? Until(FormFields fields)
    {
        var until = fields.Date("until");
        if (until is null)
        {
            fields.Wrong("until", Forms.DateWanted);
        }

        return until;
    }

    static string? Phone(FormFields fields)
    {
        if (fields.Text("phone") is not { } typed)
        {
            return null;
        }

        var number = Checks.E164(typed);
        if (number is null)
        {
            fields.Wrong("phone", new(
                "Ce numéro n’est pas possible. Exemple : 01 99 00 12 34 ou +33 1 99 00 12 34.",
                "This number is not possible. Example: 01 99 00 12 34 or +33 1 99 00 12 34."));
        }

        return number;
    }
}
