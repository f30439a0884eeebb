using System.Text.RegularExpressions;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Keeps an earlier mail without marks where the sender says that the answers stand inside it ("mes réponses en rouge"), or writes no more than a
/// greeting above it: the answers cannot be told from it.
/// </summary>
static partial class InlineAnswerPass
{
    public static void Mark(ReplyLines lines)
    {
        var (hasOldMail, announces, hasWords) = (false, false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            hasOldMail |= lines.Kind(i) == LineKind.OldMail;
            if (lines.IsOwn(i) && !lines.IsBlank(i))
            {
                announces |= Announcement().IsMatch(lines.Shape(i));
                hasWords |= !Greeting().IsMatch(lines.Shape(i));
            }
        }

        for (var i = 0; hasOldMail && (announces || !hasWords) && i < lines.Count; i++)
        {
            if (lines.Kind(i) == LineKind.OldMail)
            {
                lines.Mark(i, LineKind.Own);
            }
        }
    }

    /// <summary>A line that greets and says nothing else.</summary>
    [GeneratedRegex(
        @"^(bonjour|bonsoir|salut|coucou|madame|monsieur|hello|hi|dear|good (morning|afternoon|evening)|hallo|guten (tag|morgen|abend)"
        + @"|sehr geehrte[rs]?|liebe[rs]?|hola|buenos días"
        + @"|buenas|estimad[oa]s?|buongiorno|buonasera|salve|gentile|ciao)( \p{L}[\p{L}.'-]*){0,3} ?[,!.:]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"\ben (rouge|bleu|vert|gras|couleur|majuscules)\b|(répon|commentaire|remarque|annotation)\w* (\w+ ){0,3}(ci-dessous|plus bas"
        + @"|dessous|dans (le|votre) (texte|mail|message|corps))"
        + @"|entre (les|vos) lignes|(answer|repl|comment)\w* (\w+ ){0,2}(below|inline|in line)|\bin (red|blue|green|bold|rot|blau|grün"
        + @"|rosso|blu|verde)\b"
        + @"|(Antwort|Anmerkung)\w* (\w+ ){0,2}(unten|im Text)|(respuesta|comentario)\w* (\w+ ){0,2}(abajo|en el texto)|en (rojo|azul|verde)\b"
        + @"|(rispost|comment)\w* (\w+ ){0,2}(sotto|nel testo)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();
}
