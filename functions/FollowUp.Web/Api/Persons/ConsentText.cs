namespace FollowUp.Web.Api.Persons;

/// <summary>Limits of what is told of a consent.</summary>
static class ConsentText
{
    /// <summary>The longest source and version.</summary>
    public const int MaxLength = 200;
}
