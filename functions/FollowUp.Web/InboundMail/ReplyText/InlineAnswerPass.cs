using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Keeps an earlier mail without marks where the sender says that the answers stand inside it ("mes réponses en rouge"): they cannot be told from
/// it.
/// </summary>
static partial class InlineAnswerPass
{
    public static void Mark(ReplyLines lines)
    {
        var announces = false;
        for (var i = 0; i < lines.Count; i++)
        {
            announces |= lines.IsOwn(i) && Announcement().IsMatch(lines.Shape(i));
            if (announces && lines.Kind(i) == LineKind.OldMail)
            {
                lines.Mark(i, LineKind.Own);
            }
        }
    }

    [GeneratedRegex(
        @"\ben (rouge|bleu|vert|gras|couleur|majuscules)\b|(répon|commentaire|remarque|annotation)\w* (\w+ ){0,3}(ci-dessous|plus bas|dessous|dans (le|votre) (texte|mail|message|corps))"
        + @"|entre (les|vos) lignes|(answer|repl|comment)\w* (\w+ ){0,2}(below|inline|in line)|\bin (red|blue|green|bold|rot|blau|grün|rosso|blu|verde)\b"
        + @"|(Antwort|Anmerkung)\w* (\w+ ){0,2}(unten|im Text)|(respuesta|comentario)\w* (\w+ ){0,2}(abajo|en el texto)|en (rojo|azul|verde)\b"
        + @"|(rispost|comment)\w* (\w+ ){0,2}(sotto|nel testo)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();
}
