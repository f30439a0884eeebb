namespace FollowUp.Pages.Tests.InboundMail.Corpus;

/// <summary>What mail programs and invented clients write in one language.</summary>
/// <param name="Code">Two letters.</param>
/// <param name="Attribution">The line above a quotation, by program: Gmail, Apple, Thunderbird, Yahoo.</param>
/// <param name="Labels">From, sent, to, subject, as Outlook writes them.</param>
/// <param name="ShortLabels">From, date, to, subject, as Outlook for the Mac, phones and Notes write them.</param>
/// <param name="Sent">A date with its time, in words.</param>
/// <param name="Original">"Original message", as written between dashes.</param>
/// <param name="Devices">Lines that devices add.</param>
/// <param name="Old">The mail that is answered.</param>
/// <param name="Answers">What the client wrote.</param>
/// <param name="Name">The client.</param>
sealed record CorpusLanguage(
    string Code, string[] Attribution, string[] Labels, string[] ShortLabels, string Sent, string Original, string[] Devices, string[] Old, string[] Answers,
    string Name)
{
    public const string Address = "suivi+abcdefghijklmnop@followup.example";

    public static readonly CorpusLanguage[] All =
    [
        new(
            "fr",
            [
                $"Le lun. 30 nov. 2026 à 09:00, Camille · Suivi Projet <{Address}> a écrit :",
                $"Le 30 nov. 2026 à 09:00, Camille · Suivi Projet <{Address}> a écrit :",
                "Le 30/11/2026 à 09:00, Camille · Suivi Projet a écrit :",
                $"Le lundi 30 novembre 2026 à 09:00:12 UTC+1, Camille · Suivi Projet <{Address}> a écrit :",
            ],
            ["De :", "Envoyé :", "À :", "Objet :"], ["De :", "Date :", "Pour :", "Sujet :"], "lundi 30 novembre 2026 09:00", "Message d'origine",
            ["Envoyé de mon iPhone", "Envoyé depuis mon téléphone Orange", "Télécharger Outlook pour Android<https://aka.ms/AAb9ysg>"],
            ["Bonjour Jeanne,", "Où en est votre projet de véranda ?", "Camille"],
            [
                "Oui, lundi me va.",
                "Bonjour,\n\nJe suis disponible :\nDe : 9h00\nÀ : 11h30\nDate : mardi 8 décembre\n\nBonne journée",
                "Le 12/11 le prestataire a écrit :\n« devis 4 500 € », c’est trop cher.",
                "Envoyé depuis trois semaines, toujours aucune réponse du prestataire.",
            ],
            "Jeanne Martin"),
        new(
            "en",
            [
                $"On Mon, Nov 30, 2026 at 9:00 AM Camille · Suivi Projet <{Address}> wrote:",
                $"On 30 Nov 2026, at 09:00, Camille · Suivi Projet <{Address}> wrote:",
                "On 30/11/2026 09:00, Camille · Suivi Projet wrote:",
                $"On Monday, November 30, 2026 at 09:00:12 AM GMT+1, Camille · Suivi Projet <{Address}> wrote:",
            ],
            ["From:", "Sent:", "To:", "Subject:"], ["From:", "Date:", "To:", "Subject:"], "Monday, November 30, 2026 9:00 AM", "Original Message",
            ["Sent from my iPhone", "Sent from my Galaxy", "Get Outlook for iOS<https://aka.ms/o0ukef>"],
            ["Dear Jane,", "How is your conservatory project going?", "Camille"],
            [
                "Yes, Monday is fine.",
                "Hello,\n\nCall me\nFrom: 9 am\nTo: 11.30 am\nDate: Tuesday 8 December\n\nThanks",
                "On 12 November the builder wrote:\n“no time before May”, so I am still looking.",
                "Sent from three companies, and none of the quotes fits.",
            ],
            "Jane Smith"),
        new(
            "de",
            [
                $"Am Mo., 30. Nov. 2026 um 09:00 Uhr schrieb Camille · Suivi Projet <{Address}>:",
                $"Am 30.11.2026 um 09:00 schrieb Camille · Suivi Projet <{Address}>:",
                "Am 30.11.2026 um 09:00 schrieb Camille · Suivi Projet:",
                $"Am Montag, 30. November 2026 um 09:00:12 MEZ hat Camille · Suivi Projet <{Address}> Folgendes geschrieben:",
            ],
            ["Von:", "Gesendet:", "An:", "Betreff:"], ["Von:", "Datum:", "An:", "Betreff:"], "Montag, 30. November 2026 09:00", "Ursprüngliche Nachricht",
            ["Von meinem iPhone gesendet", "Gesendet von Mail für Windows", "Holen Sie sich Outlook für Android<https://aka.ms/AAb9ysg>"],
            ["Guten Tag,", "wie steht es um Ihren Wintergarten?", "Camille"],
            [
                "Ja, Montag passt.",
                "Guten Tag,\n\nich bin erreichbar\nVon: 9 Uhr\nAn: 11 Uhr\nDatum: Dienstag, 8. Dezember\n\nDanke",
                "Am 12.11. schrieb die Firma:\n„erst im Mai“, das ist mir zu spät.",
                "Gesendet habe ich alles, nur kam nie eine Antwort.",
            ],
            "Johanna Becker"),
        new(
            "es",
            [
                $"El lun, 30 nov 2026 a las 9:00, Camille · Suivi Projet (<{Address}>) escribió:",
                $"El 30 nov 2026, a las 9:00, Camille · Suivi Projet <{Address}> escribió:",
                "El 30/11/2026 a las 9:00, Camille · Suivi Projet escribió:",
                $"El lunes, 30 de noviembre de 2026, 09:00:12 CET, Camille · Suivi Projet <{Address}> escribió:",
            ],
            ["De:", "Enviado el:", "Para:", "Asunto:"], ["De:", "Fecha:", "Para:", "Asunto:"], "lunes, 30 de noviembre de 2026 9:00", "Mensaje original",
            ["Enviado desde mi iPhone", "Enviado desde Correo para Windows", "Obtener Outlook para iOS<https://aka.ms/o0ukef>"],
            ["Buenos días:", "¿Cómo va su proyecto?", "Camille"],
            [
                "Sí, el lunes me va bien.",
                "Hola:\n\nEstoy libre\nDe: 9 h\nA: 11 h\nFecha: martes 8 de diciembre\n\nGracias",
                "El 12 de noviembre la empresa escribió:\n«imposible antes de mayo», así que lo dejo.",
                "Enviado hace tres semanas y nadie me ha contestado.",
            ],
            "Juana Ruiz"),
        new(
            "it",
            [
                $"Il giorno lun 30 nov 2026 alle ore 09:00 Camille · Suivi Projet <{Address}> ha scritto:",
                $"Il giorno 30 nov 2026, alle ore 09:00, Camille · Suivi Projet <{Address}> ha scritto:",
                "Il 30/11/2026 09:00, Camille · Suivi Projet ha scritto:",
                $"Il lunedì 30 novembre 2026 alle ore 09:00:12 CET, Camille · Suivi Projet <{Address}> ha scritto:",
            ],
            ["Da:", "Inviato:", "A:", "Oggetto:"], ["Da:", "Data:", "A:", "Oggetto:"], "lunedì 30 novembre 2026 09:00", "Messaggio originale",
            ["Inviato da iPhone", "Inviato da Posta per Windows", "Scarica Outlook per Android<https://aka.ms/AAb9ysg>"],
            ["Buongiorno,", "a che punto è il suo progetto?", "Camille"],
            [
                "Sì, lunedì va bene.",
                "Salve,\n\nsono libera\nDa: 9\nA: 11\nData: martedì 8 dicembre\n\nGrazie",
                "Il 12 novembre la ditta ha scritto:\n«non prima di maggio», quindi rinuncio.",
                "Inviato tre settimane fa, ancora nessuna risposta.",
            ],
            "Giovanna Rossi"),
    ];
}
