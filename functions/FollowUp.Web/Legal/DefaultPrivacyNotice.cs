namespace FollowUp.Web.Legal;

/// <summary>
/// The default privacy notice: what articles 13 and 14 of the GDPR ask to be told to clients and providers, and what the product does. The
/// retention is that of <c>RetentionPeriods</c> and of <c>RetentionJob</c>.
/// </summary>
static class DefaultPrivacyNotice
{
    public const string French = """
        # Qui traite vos données
        {organisation} est responsable du traitement. Le service {department} suit les projets déposés sur le site et aide leurs auteurs à trouver un prestataire.
        - Adresse : {address}
        - Téléphone : {phone}
        - Contact pour vos données (délégué à la protection des données, s’il y en a un) : {contact}
        # Quelles données, et d’où elles viennent
        Si vous avez déposé un projet : votre nom, votre société, votre adresse mail, votre numéro de téléphone, votre commune, votre projet et son budget. Vous les avez donnés au site, qui nous les transmet. S’y ajoutent ce que vous nous dites par téléphone, par mail ou sur votre page de suivi, et les dates de ces échanges.
        Si vous êtes prestataire : votre nom, votre adresse mail, votre numéro de téléphone, votre langue, la fin de votre abonnement et ce que vous avez fait au sujet d’un projet (proposition, message, devis, visite, question, réclamation). Ces données viennent du site et de vous.
        Rien ne vous oblige à nous répondre. Sans numéro de téléphone ni adresse mail, nous ne pouvons pas suivre le projet.
        # Pourquoi, et sur quelle base
        - Vérifier que le projet est sérieux, vous aider à le mener et savoir ce qu’il devient : mesures prises à votre demande avant un contrat, et notre intérêt légitime à la qualité du site (RGPD, article 6, 1, b et f).
        - Appeler un particulier : son consentement, qu’il peut retirer à tout moment (RGPD, article 6, 1, a ; code de la consommation, article L223-1).
        - Renseigner les prestataires abonnés sur l’avancement d’un projet : notre intérêt légitime. Ils ne reçoivent ni votre nom, ni votre téléphone, ni votre adresse mail.
        - Répondre aux réclamations, garder la preuve de ce qui a été fait et refuser les abus : notre intérêt légitime et nos obligations légales (RGPD, article 6, 1, c et f).
        Aucune décision qui vous engage n’est prise par une machine : vous seul choisissez un prestataire.
        # Qui les reçoit
        Les personnes du service {department}, et les sociétés qui hébergent cette application et acheminent nos mails, sur nos instructions. Elles ne sont ni vendues ni louées.
        - Hébergement : {host}
        # Combien de temps
        Vos données sont effacées trois ans après votre dernier contact avec nous, ou plus tôt si vous le demandez. Vous êtes prévenu avant. Il ne reste ensuite que des chiffres qui ne vous désignent pas.
        # Vos droits
        Vous pouvez demander l’accès à vos données, leur rectification, leur effacement, la limitation de leur traitement, leur portabilité, vous opposer à leur traitement et retirer un consentement. Écrivez à {contact}. Vous pouvez aussi dire ce qu’il doit advenir de vos données après votre mort.
        Chaque mail que nous vous envoyons de nous-mêmes contient un lien pour ne plus en recevoir ; votre page de suivi permet d’arrêter tout contact.
        Si notre réponse ne vous convient pas, vous pouvez saisir la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.
        """;

    public const string English = """
        # Who processes your data
        {organisation} is the controller. The department {department} follows up the projects posted on the website and helps their authors to find a provider.
        - Address: {address}
        - Phone: {phone}
        - Contact for your data (the data protection officer, if there is one): {contact}
        # Which data, and where they come from
        If you posted a project: your name, your company, your mail address, your phone number, your town, your project and its budget. You gave them to the website, which passes them on to us. We add what you tell us by phone, by mail or on your project’s page, and the dates of these contacts.
        If you are a provider: your name, your mail address, your phone number, your language, the end of your subscription and what you did about a project (proposal, message, quote, visit, question, complaint). These data come from the website and from you.
        Nothing obliges you to answer us. Without a phone number or a mail address we cannot follow up the project.
        # Why, and on what basis
        - To check that the project is serious, to help you with it and to know what becomes of it: steps taken at your request before a contract, and our legitimate interest in the quality of the website (GDPR, article 6(1)(b) and (f)).
        - To call a private person: their consent, which they can withdraw at any time (GDPR, article 6(1)(a); French Consumer Code, article L223-1).
        - To tell providers with a subscription how a project gets on: our legitimate interest. They receive neither your name, nor your phone number, nor your mail address.
        - To answer complaints, to keep evidence of what was done and to refuse abuse: our legitimate interest and our legal obligations (GDPR, article 6(1)(c) and (f)).
        No machine takes a decision that binds you: you alone choose a provider.
        # Who receives them
        The people of the department {department}, and the companies that host this application and carry our mails, on our instructions. Your data are neither sold nor rented.
        - Hosting: {host}
        # For how long
        Your data are erased three years after your last contact with us, or sooner if you ask. You are told before. Only figures that do not identify you remain.
        # Your rights
        You can ask for access to your data, for their rectification, their erasure, the restriction of their processing and their portability; you can object to their processing and withdraw a consent. Write to {contact}. You can also say what should become of your data after your death.
        Every mail that we send of our own accord has a link to receive no more of them; your project’s page lets you stop all contact.
        If our answer does not satisfy you, you can turn to the French authority: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.
        """;
}
