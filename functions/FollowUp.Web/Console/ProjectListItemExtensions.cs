using FollowUp.Application.Ports;

namespace FollowUp.Web.Console;

static class ProjectListItemExtensions
{
    /// <summary>"Jeanne Martin, Atelier Martin"; null once the client is erased.</summary>
    public static string? FormatClient(this ProjectListItem item) => (item.ClientName, item.Company) switch
    {
        ({ } name, { } company) => $"{name}, {company}",
        ({ } name, null) => name,
        _ => null,
    };
}
