using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Marks lines that a phone, a mail program or a virus scanner adds: "Envoyé de mon iPhone". Such a line is a paragraph of its own and names a
/// device or a program; a sentence that begins in the same way goes on in another one.
/// </summary>
static partial class DeviceLinePass
{
    public static void Mark(ReplyLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var isAlone = (i == 0 || lines.IsBlank(i - 1) || !lines.IsOwn(i - 1) || LineShape.IsRule(lines[i - 1]))
                && (i + 1 == lines.Count || lines.IsBlank(i + 1) || !lines.IsOwn(i + 1)
                    || IsDeviceLine(lines.Shape(i + 1)) || LineShape.IsRule(lines[i + 1]));
            if (lines.IsOwn(i) && isAlone && IsDeviceLine(lines.Shape(i)))
            {
                lines.Mark(i, LineKind.Signature);
            }
        }
    }

    static bool IsDeviceLine(string shape) => shape.Length is > 0 and <= 120 && (Sent().IsMatch(shape) || Scanned().IsMatch(shape));

    const string Device =
        @"(i ?(Phone|Pad|OS)|iMac|MacBook|Android|Samsung|Galaxy|Huawei|Honor|Xiaomi|Redmi|Oppo|OnePlus|Pixel|Nokia|Motorola|Sony|Xperia"
        + @"|BlackBerry|Windows"
        + @"|Outlook|Mail|Courrier|Posta|Correo|Yahoo|Gmail|Orange|SFR|RED|Bouygues|Free|La Poste|Laposte|Proton|BlueMail|Spark|Thunderbird"
        + @"|K-9|FairEmail|AOL|GMX|WEB\.DE"
        + @"|Telekom|Libero|Virgilio|TIM|Movistar|Vodafone|O2|tablette?|tablet|smartphone|smart|t[ée]l[ée]phone|t[ée]l|mobile|portable"
        + @"|appareil|ordinateur|phone"
        + @"|device|Handy|Mobiltelefon|Ger[äa]t|m[óo]vil|tel[ée]fono|dispositivo|cellulare|telefonino|messagerie|application|app|e-?mail|client)";

    /// <summary>A verb of sending, a device or program, and nothing that could be a sentence.</summary>
    [GeneratedRegex(
        @"^((Message )?(Envoyé|Expédié|Provenance|Écrit) ?:? (de|depuis|à partir de|à l'aide de|avec|par|via|sur|:)?|Provenance ?:|Sent"
        + @"|Enviado|Inviato|Gesendet|Verzonden|Von"
        + @"|Télécharge[rz]|Obtene[zr]|Obtenir|Get|Download|Outlook für .{0,20} (beschaffen|herunterladen)|Holen Sie sich|Laden Sie"
        + @"|Descarg(a|ar|ue)|Obt(én|ener)|Scarica|Ottieni)"
        + @" ?((from|with|using|via|by|de|du|desde|con|da|dal|mit|von|vom|aus|for|pour|my|mon|ma|mes|mi|mio|mia|meinem|meiner|un|une|a|an"
        + @"|la|le|l'|il|the|dem|der|votre|your)[ '])*"
        + Device + @"(?![\p{L}])([ -]?(" + Device + @"|gesendet|beschaffen|herunterladen|sécurisée?|secure|secured?|chiffrée?|encrypted"
        + @"|securizada|sicura|verschlüsselte?|Communications"
        + @"|S\.?A\.?|[0-9]{1,3}G?|[A-Z][\p{L}0-9-]*|pour|for|für|para|per|sur|on|auf|de|la|avec|with|von|und|et|and|e|y|my|mon|meine[mr]?|mi))*"
        + @" ?[.!]?( ?[<(\[]?https?://\S*[>)\]]?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    /// <summary>What virus scanners add.</summary>
    [GeneratedRegex(
        @"^(Garanti sans virus|Sans virus|L'absence de virus dans ce courrier|Virus-free|This email has been (checked|scanned)|Virenfrei"
        + @"|Diese E-Mail wurde (von|auf)"
        + @"|Libre de virus|Este correo electrónico ha sido comprobado|Privo di virus|Questa e-?mail è stata (controllata|esaminata))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scanned();
}
