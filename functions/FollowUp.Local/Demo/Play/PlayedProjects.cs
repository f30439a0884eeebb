using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Local.Demo.SampleData;
using FollowUp.Simulation.Players;
using NodaTime;

namespace FollowUp.Local.Demo.Play;

/// <summary>Posts new projects of invented people. Mail addresses do not exist (RFC 2606); numbers are of the ranges that the ARCEP reserves for fiction.</summary>
sealed class PlayedProjects(ArrivalPlayer arrivals)
{
    static readonly ImmutableArray<string> FirstNames =
        ["Adèle", "Bastien", "Capucine", "Damien", "Élodie", "Farid", "Gaëlle", "Hugo", "Imane", "Jonas", "Karine", "Ludovic", "Mélanie", "Nadège", "Olivier", "Pauline"];

    static readonly ImmutableArray<string> Surnames =
        ["Arnoux", "Bellanger", "Courtois", "Delaunay", "Estève", "Fontaine", "Guérin", "Hamelin", "Jourdan", "Lemoine", "Marchand", "Naudin", "Perrot", "Rivière", "Sauvage", "Vasseur"];

    /// <summary>Posts the projects of a stretch of five minutes.</summary>
    /// <param name="commands">Takes the submissions.</param>
    /// <param name="at">Its end.</param>
    public async Task Post(ProjectCommands commands, Instant at)
    {
        for (var number = 0; number < arrivals.Count(at); number++)
        {
            var (command, dossier) = Create(at, number);
            await commands.Submit(command, dossier);
        }
    }

    (Submit Command, Dossier Dossier) Create(Instant at, int number)
    {
        var place = number * 10;
        var (first, surname) = (FirstNames[arrivals.Choose(at, FirstNames.Length, place)], Surnames[arrivals.Choose(at, Surnames.Length, place + 1)]);
        var like = SampleProjects.All[arrivals.Choose(at, SampleProjects.All.Length, place + 2)];
        var isCompany = like.Company is not null;
        var id = string.Create(CultureInfo.InvariantCulture, $"P-{ArrivalPlayer.NumberOf(at)}{number}");
        var client = $"C-{id[2..]}";
        var phone = string.Create(CultureInfo.InvariantCulture, $"{(isCompany ? "+3319900" : "+3363998")}{arrivals.Choose(at, 10_000, place + 3):0000}");
        var mail = $"{id[2..]}@courriel.example";
        var submit = new Submit(
            id, client, isCompany ? ClientType.Company : ClientType.Person, Language.French, like.Category, MayCall: true, Evidence.NeedDescribed, null, at, Coordinator: null);
        return (submit, new Dossier(
            id, client, like.Title, like.Description, like.Category, $"{first} {surname}", isCompany ? $"{surname} et associés" : null, mail, phone,
            isCompany ? null : new Consent(at, "J’accepte d’être rappelé au sujet de ce projet."), null, null, SubmissionDigest: "played",
            Salt: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("played " + id)))));
    }
}
