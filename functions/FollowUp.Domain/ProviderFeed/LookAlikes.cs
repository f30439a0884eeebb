namespace FollowUp.Domain.ProviderFeed;

/// <summary>Digits and signs that people write for letters.</summary>
static class LookAlikes
{
    /// <summary>The letter that a digit or sign looks like; null for another character.</summary>
    public static char? ToLetter(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => null,
    };

    /// <summary>A letter that a digit may stand for as well as another one, as that other one.</summary>
    public static char Merge(char c) => c == 'l' ? 'i' : c;

    /// <summary>Whether a letter stands beside, with none but such characters between.</summary>
    public static bool IsWithinWord(string text, int at) => HasLetter(text, at, -1) || HasLetter(text, at, 1);

    static bool HasLetter(string text, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < text.Length; i += step)
        {
            if (char.IsLetter(text[i]))
            {
                return true;
            }

            if (ToLetter(text[i]) is null)
            {
                return false;
            }
        }

        return false;
    }
}
