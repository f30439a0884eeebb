namespace FollowUp.Domain.Tests.ProviderFeed.Masking;

/// <summary>Notes as coordinators write them: around a datum, and harmless ones.</summary>
static class GeneratedNotes
{
    static readonly string[] Before =
    [
        "", "Vu avec ", "Le client, ", "J’ai eu ", "Rappeler ", "Pour info : ", "Contact : ", "d’après ", "Échange avec ", "Devis reçu de ", "Spoke with ", "Ask for ", "Bonjour,\n", "— ", "NB ",
        "il hésite avec ", "demandez ", "voir ", "cf. ", "Chez ",
    ];

    static readonly string[] After =
    [
        "", " est d’accord.", ", à rappeler lundi", " a dit oui", " !", " ; budget 4 200 €", " (décision en mars)", " is fine with it", "… à suivre", ", merci", "\nRdv le 15/12/2026 à 14 h", " ?",
        " pour le 3 février", ".",
    ];

    static readonly string[] Harmless =
    [
        "Le client est intéressé et demande {0} jours pour comparer les devis.", "Budget confirmé autour de {1} €, hors taxes.", "Décision attendue avant le {2}.",
        "Il souhaite une visite sur place la semaine du {2}.", "Projet repoussé au {2}, la salle n’est pas libre.", "Il attend encore {0} propositions avant de trancher.",
        "La cliente préfère être contactée par la messagerie du site.", "Besoin précisé : {0} pages, deux langues, un formulaire.", "Le cahier des charges a été mis à jour le {2}.",
        "Chantier de {0} m², accès par la cour, pas d’ascenseur.", "Un acompte de {0} % est possible à la commande.", "Le délai de livraison compte plus que le prix.",
        "Réunion interne prévue le {2} à {0} h, réponse dans la foulée.", "Il a lu tous les messages et répondra cette semaine.", "Still comparing quotes; decision by {2}.",
        "The client would like a fixed price, about {1} euros.", "They need the translation of {0} pages before {2}.", "Pas de préférence sur la technologie, mais un site facile à modifier.",
        "Le lot électricité est déjà attribué, restent plomberie et peinture.", "Surface exacte : {0},5 m². Hauteur sous plafond 2,50 m.", "Référence du cahier des charges : V{0}, 12 pages.",
        "Le projet passe en commission le {2} ; résultat deux jours plus tard.", "Client joint, il réfléchit encore.", "Il veut comparer avant de choisir, rien ne presse.",
        "Appel prévu le {2} entre 10:00 et 12:30.", "Prix plafond : {1} €. Au-delà, le projet sera réduit.", "La photo du local est sur la page du projet.",
        "Les travaux peuvent commencer dès le {2}, clés disponibles.", "Ils ont aimé les maquettes, il manque un chiffrage détaillé.", "Option vidéo abandonnée, le reste est maintenu.",
        "Fourchette réaliste entre {1} et {1} € selon les options.", "Premier échange très positif, besoin clair, calendrier serré.", "Demande un devis détaillé poste par poste.",
        "Le décideur est en congé jusqu’au {2}.", "Garantie décennale exigée, attestation à joindre au devis.", "La mairie doit donner son accord, environ {0} semaines.",
        "Le site actuel compte {0} articles, à reprendre en partie.", "Livraison en deux lots : textes d’abord, images ensuite.", "Financement validé par la banque.",
        "Second tour de devis le {2}, trois candidats retenus.", "No news yet, the board meets on {2}.", "Half of the budget is already approved.", "The project is on hold until {2}.",
        "Il faut prévoir une nacelle et deux jours d’échafaudage.", "Paiement à trente jours fin de mois.", "Tout est prêt de son côté, il attend la TVA à {0} %.",
        "Le client relance ses collègues et revient vers nous en {0} jours.", "Il préfère travailler avec un artisan du département.", "Rénovation complète d’un appartement de {0} m² au 3e étage.",
        "Traduction du français vers l’anglais, relecture comprise.",
    ];

    static readonly string[] Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "septembre", "octobre", "novembre", "décembre"];

    public static (string Before, string After) Around(Random random) => (KnownPeople.Pick(random, Before), KnownPeople.Pick(random, After));

    public static string CreateHarmless(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, KnownPeople.Pick(random, Harmless), random.Next(2, 90), $"{random.Next(1, 90)} {random.Next(100, 1000)}",
        random.Next(2) == 0 ? $"{random.Next(1, 29)} {KnownPeople.Pick(random, Months)}" : $"{random.Next(1, 29):D2}/{random.Next(1, 13):D2}/2027")));
}
