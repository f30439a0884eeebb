namespace FollowUp.Web.Legal;

/// <summary>The default legal mentions: what article 1-1 of the law of 21 June 2004 (LCEN) asks of the publisher of a site.</summary>
static class DefaultLegalMentions
{
    public const string French = """
        # Éditeur
        {organisation}
        - {registration}
        - Adresse : {address}
        - Téléphone : {phone}
        - Mail : {mail}
        - Directeur de la publication : {director}
        # Hébergeur
        {host}
        # Données personnelles
        La notice d’information dit quelles données le service {department} traite, pourquoi, et quels sont vos droits. Ces pages n’utilisent que des cookies nécessaires : la session d’un membre du service et la protection des formulaires.
        """;

    public const string English = """
        # Publisher
        {organisation}
        - {registration}
        - Address: {address}
        - Phone: {phone}
        - Mail: {mail}
        - Director of publication: {director}
        # Hosting
        {host}
        # Personal data
        The privacy notice says which data the department {department} processes, why, and what your rights are. These pages use necessary cookies only: the session of a member of staff and the protection of forms.
        """;
}
