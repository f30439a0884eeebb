namespace FollowUp.Domain.Text;

/// <summary>The two languages that every user-facing text exists in.</summary>
public enum Language
{
    French,
    English,
}
