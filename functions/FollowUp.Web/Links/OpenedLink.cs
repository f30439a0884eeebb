using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Links;

/// <summary>A link in a request, with its project as this request has loaded it.</summary>
public sealed record OpenedLink
{
    public required Link Link { get; init; }

    public required string Token { get; init; }

    /// <summary>The language that the request names by <c>?lang=</c>; the links of the page keep it. Null when it names none.</summary>
    public required Language? RequestedLanguage { get; init; }

    public required StoredProject Stored { get; init; }

    /// <summary>What the link recorded; null while it is unused.</summary>
    public required IdempotencyRecord? UseRecord { get; init; }

    public Project Project => Stored.Project;

    /// <summary>Whether the link was made for the client of its project.</summary>
    public bool IsHeldByClient => Link.Holder == Project.ClientId;

    /// <summary>Where the forms of the page are posted.</summary>
    public string Action => Format(Token);

    /// <summary>The path of another link, in the language of this page.</summary>
    public string Format(string token, string suffix = "") => LinkPath.Format(token, RequestedLanguage, suffix);
}
