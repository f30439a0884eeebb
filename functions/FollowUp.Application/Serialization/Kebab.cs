using System.Text;

namespace FollowUp.Application.Serialization;

/// <summary>Names as they stand in values: <c>awaiting-validation</c> for <c>AwaitingValidation</c>.</summary>
public static class Kebab
{
    public static string Case<T>(T value)
        where T : struct, Enum => Case(value.ToString());

    public static string Case(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
