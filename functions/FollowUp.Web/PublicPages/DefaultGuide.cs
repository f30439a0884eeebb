namespace FollowUp.Web.PublicPages;

/// <summary>The default guide for clients whose project is validated.</summary>
static class DefaultGuide
{
    public const string French = """
        Votre projet est validé, des prestataires peuvent venir vers vous. Voici comment comparer, décider et travailler ensemble. Le choix reste entièrement le vôtre.
        # Comparer
        - Demandez deux ou trois devis, pas dix : vous les lirez vraiment.
        - Donnez à chacun les mêmes informations, par écrit : le besoin, le budget, la date.
        - Comparez ce qui est compris et ce qui ne l’est pas, avant de comparer les prix.
        - Demandez des réalisations récentes qui ressemblent à votre projet, et parlez à un de leurs clients.
        - Vérifiez l’existence de l’entreprise (numéro SIREN) et, pour des travaux, son assurance décennale.
        # Se mettre d’accord par écrit
        - Ce qui est livré, pour quelle date, à quel prix, taxes comprises.
        - Ce qui se passe en cas de retard ou de changement, et qui l’accepte.
        - Le calendrier des paiements : un acompte raisonnable, puis des paiements liés à des étapes visibles.
        - À qui appartient le résultat : textes, images, fichiers, accès.
        - Un seul interlocuteur de chaque côté.
        # Ce qui doit vous alerter
        - Une pression pour signer aujourd’hui.
        - Un prix très inférieur aux autres sans explication.
        - La demande de tout payer d’avance, ou en espèces.
        - Un devis sans détail, ou qui ne vous est jamais envoyé par écrit.
        - Un prestataire qui demande à quitter le site avant même d’avoir compris votre besoin.
        # Pendant le projet
        - Fixez un point régulier, même court, et gardez une trace écrite des décisions.
        - Dites tout de suite ce qui ne va pas : cela coûte moins cher qu’à la fin.
        - Contrôlez avant le dernier paiement.
        # Et nous
        Le service {department} prend de vos nouvelles jusqu’à ce que vous ayez trouvé. Nous n’en recommandons aucun et nous ne choisissons pas pour vous. Une question ? Écrivez à {mail} ou appelez le {phone}.
        """;

    public const string English = """
        Your project is validated, and providers can come forward to you. This is how to compare, decide and work together. The choice is entirely yours.
        # Compare
        - Ask for two or three quotes rather than ten: you will really read them.
        - Give everyone the same information in writing: the need, the budget, the date.
        - Compare what is included and what is not before you compare prices.
        - Ask for recent work that resembles your project, and talk to one of their clients.
        - Check that the company exists (SIREN number) and, for building work, its ten-year liability insurance.
        # Agree in writing
        - What is delivered, by what date, at what price, taxes included.
        - What happens if there is a delay or a change, and who accepts it.
        - When payments are due: a reasonable deposit, then payments tied to visible steps.
        - Who owns the result: texts, images, files, access.
        - One person to talk to on each side.
        # What should warn you
        - Pressure to sign today.
        - A price far below the others without an explanation.
        - A request to pay everything in advance, or in cash.
        - A quote without detail, or one that is never sent in writing.
        - A provider who wants to leave the website before understanding what you need.
        # During the project
        - Agree on a regular check, even a short one, and keep a written trace of decisions.
        - Say at once what is wrong: it costs less than at the end.
        - Inspect before the last payment.
        # And we
        The department {department} will ask for news until you have found what you need. We recommend no provider, and we do not choose for you. A question? Write to {mail} or call {phone}.
        """;
}
