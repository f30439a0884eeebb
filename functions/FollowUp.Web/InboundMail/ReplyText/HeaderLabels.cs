using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>The header lines that mail programs write above an earlier mail: "De : …", "Sent: …".</summary>
static partial class HeaderLabels
{
    /// <summary>The parts of a header, whatever their names.</summary>
    [Flags]
    public enum Role
    {
        None = 0,
        From = 1,
        To = 2,
        Date = 4,
        Subject = 8,
        Copy = 16,
        Other = 32,
    }

    /// <summary>Reads "label : value"; null for another line. A label is short and has no figures.</summary>
    public static (Role Role, string Value)? Read(string shape) => Label().Match(shape) is { Success: true } match
        ? (GetRole(match.Groups["label"].Value.Trim()), match.Groups["value"].Value.Trim())
        : null;

    static Role GetRole(string label) => label.ToUpperInvariant() switch
    {
        "DE" or "FROM" or "VON" or "DA" or "EXPÉDITEUR" or "EXPEDITEUR" or "ABSENDER" or "SENDER" or "REMITENTE" or "MITTENTE" => Role.From,
        "À" or "A" or "POUR" or "TO" or "AN" or "PARA" or "PER" or "DESTINATAIRE" or "DESTINATAIRES" or "EMPFÄNGER" or "DESTINATARIO" => Role.To,
        "DATE" or "DATUM" or "FECHA" or "DATA" or "ENVOYÉ" or "ENVOYE" or "ENVOYÉ LE" or "SENT" or "SENT AT" or "GESENDET" or "GESENDET AM"
            or "ENVIADO" or "ENVIADO EL" or "ENVIADO EM" or "INVIATO" or "INVIATO IL" or "MESSAGE DU" => Role.Date,
        "OBJET" or "SUJET" or "SUBJECT" or "BETREFF" or "ASUNTO" or "OGGETTO" or "ASSUNTO" => Role.Subject,
        "CC" or "COPIE" or "COPIE À" or "COPIE A" or "KOPIE" or "COPIA" or "CÓPIA" => Role.Copy,
        _ => Role.Other,
    };

    [GeneratedRegex(@"^(?<label>\p{L}[\p{L}' -]{0,24}) ?:(?!//)(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
