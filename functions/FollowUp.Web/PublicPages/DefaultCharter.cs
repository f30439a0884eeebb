namespace FollowUp.Web.PublicPages;

/// <summary>The default charter: what the department does, what it does not do, and why (product page, "Who may do what").</summary>
static class DefaultCharter
{
    public const string French = """
        Le service {department} suit chaque projet déposé sur le site, de l’appel de validation jusqu’à son issue. Voici ce que nous faisons, ce que nous ne faisons pas, et pourquoi.
        # Ce que nous faisons
        - Nous appelons chaque client qui dépose un projet, et nous ne validons que les projets sérieux.
        - Nous gardons le contact avec le client jusqu’à ce que le projet soit concrétisé ou abandonné.
        - Ce que nous apprenons, les prestataires qui ont un abonnement privilège peuvent le lire : où en est le projet, ce qu’en dit le client, la date prévue. La personne en charge décide de ce qui est publié.
        - Nous aidons les clients et les prestataires par mail et par téléphone. À la question d’un prestataire, la personne en charge du projet répond sous deux jours ouvrés.
        - Quand un client nous dit s’intéresser à un prestataire qui s’est déjà manifesté sur son projet, nous pouvons le faire savoir à ce prestataire : une seule fois, et sans rien promettre.
        - Chacun de nos gestes est daté et conservé. En cas de réclamation, le responsable du suivi reprend tout ce qui a été fait, et répond par écrit.
        # Ce que nous ne faisons pas
        - Nous ne poussons aucun prestataire. Nous n’en recommandons pas, et nous ne relançons pas un client au nom de l’un d’eux.
        - Un prestataire qui n’a rien fait sur un projet ne reçoit pas d’avis de notre part au sujet de ce projet.
        - Nous ne choisissons pas à la place du client. Il compare, il décide, il peut changer d’avis.
        - Nos commerciaux ne suivent pas les projets. Ils vendent les abonnements, et transmettent les questions à la personne en charge.
        - Nous ne donnons jamais le nom, le téléphone ni l’adresse mail d’un client, ni le nom d’un autre prestataire.
        # Pourquoi
        Un client n’écoute un service de suivi que s’il est neutre. Le jour où nous pousserions un prestataire plutôt qu’un autre, les clients cesseraient de nous répondre, et il n’y aurait plus rien à partager avec personne.
        L’abonnement privilège donne le droit de lire ce que le suivi apprend. Il n’achète ni recommandation, ni priorité. Ce qui fait gagner un projet, c’est ce que le prestataire fait lui-même : une proposition claire, une réponse rapide, une visite.
        # Une question, un désaccord
        Écrivez à {mail} ou appelez le {phone}.
        """;

    public const string English = """
        The department {department} follows every project posted on the website, from the validation call to its outcome. This is what we do, what we do not do, and why.
        # What we do
        - We call every client who posts a project, and we validate serious projects only.
        - We keep in touch with the client until the project is won or given up.
        - What we learn can be read by providers with a privilege subscription: where the project stands, what the client says, the expected date. The person in charge decides what is published.
        - We help clients and providers by email and by phone. The person in charge of a project answers a provider’s question within two working days.
        - When a client tells us that they are interested in a provider who has already come forward on their project, we may tell that provider: once, and without promising anything.
        - Everything we do is dated and kept. When somebody complains, the manager of the follow-up goes through all that was done, and answers in writing.
        # What we do not do
        - We push no provider. We recommend none, and we do not contact a client again on behalf of one.
        - A provider who has done nothing on a project gets no notice from us about that project.
        - We do not choose for the client. They compare, they decide, they may change their mind.
        - Our sales people do not follow projects up. They sell subscriptions, and pass questions on to the person in charge.
        - We never give away a client’s name, phone number or email address, nor the name of another provider.
        # Why
        A client listens to a follow-up department only if it is neutral. If we pushed one provider rather than another, clients would stop answering us, and there would be nothing left to share with anybody.
        The privilege subscription is the right to read what the follow-up learns. It buys neither recommendation nor priority. What wins a project is what the provider does: a clear proposal, a quick answer, a visit.
        # A question, a disagreement
        Write to {mail} or call {phone}.
        """;
}
