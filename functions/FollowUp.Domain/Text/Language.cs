namespace FollowUp.Domain.Text;

/// <summary>The languages of every user-facing text. The names are stored.</summary>
public enum Language
{
    /// <summary>French.</summary>
    French,

    /// <summary>English.</summary>
    English,
}
