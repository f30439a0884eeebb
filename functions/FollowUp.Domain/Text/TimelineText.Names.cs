using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Domain.Text;

public sealed partial record TimelineText
{
    /// <summary>A reason of death, as it stands in brackets behind "dead".</summary>
    public static LocalizedText GetDeathReasonName(DeathReason reason) => reason switch
    {
        DeathReason.NotSerious => new("pas sérieux", "not serious"),
        DeathReason.Duplicate => new("doublon", "duplicate"),
        DeathReason.Unreachable => new("injoignable", "unreachable"),
        DeathReason.NoSignOfLife => new("sans signe de vie", "no sign of life"),
        DeathReason.Abandoned => new("abandonné", "abandoned"),
        DeathReason.ChoseElsewhere => new("prestataire choisi hors plateforme", "chose a provider off the platform"),
        DeathReason.SuspectedBypass => new("soupçon de contournement", "suspected bypass"),
        DeathReason.RefusedContact => new("refuse d’être contacté", "refused contact"),
        DeathReason.Erased => new("effacé", "erased"),
        _ => throw new UnreachableException($"No rule for {reason}."),
    };

    /// <summary>A phase, capitalized.</summary>
    public static LocalizedText GetPhaseName(Phase phase) => phase switch
    {
        Phase.AwaitingValidation => new("En attente de validation", "Awaiting validation"),
        Phase.InFollowUp => new("En suivi", "In follow-up"),
        Phase.Dormant => new("En sommeil", "Dormant"),
        Phase.Won => new("Concrétisé", "Won"),
        Phase.Dead => new("Mort", "Dead"),
        _ => throw new UnreachableException($"No rule for {phase}."),
    };

    /// <summary>A reason why a project is not serious.</summary>
    public static LocalizedText GetNotSeriousReasonName(NotSeriousReason reason) => reason switch
    {
        NotSeriousReason.NoRealNeed => new("pas de besoin réel", "no real need"),
        NotSeriousReason.NoBudget => new("pas de budget", "no budget"),
        NotSeriousReason.JustCurious => new("simple curiosité", "just curious"),
        NotSeriousReason.Competitor => new("concurrent qui se renseigne", "a competitor asking around"),
        NotSeriousReason.Test => new("essai ou canular", "a test or a hoax"),
        NotSeriousReason.Other => new("autre raison", "another reason"),
        _ => throw new UnreachableException($"No rule for {reason}."),
    };

    /// <summary>What a provider did, as a noun.</summary>
    public static LocalizedText GetProviderActionName(ProviderActionKind kind) => kind switch
    {
        ProviderActionKind.Proposal => new("proposition", "proposal"),
        ProviderActionKind.Message => new("message", "message"),
        ProviderActionKind.Quote => new("devis", "quote"),
        ProviderActionKind.Visit => new("visite", "visit"),
        _ => throw new UnreachableException($"No rule for {kind}."),
    };
}
