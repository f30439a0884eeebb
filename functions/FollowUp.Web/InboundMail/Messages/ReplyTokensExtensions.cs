using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Web.Mails.Addressing;

namespace FollowUp.Web.InboundMail.Messages;

static class ReplyTokensExtensions
{
    /// <summary>The project of the first token that is one, with the generation that the token stands for; null without such a token.</summary>
    public static async Task<(Project Project, int Generation)?> FindProject(
        this ReplyTokens tokens, IProjectStore store, IEnumerable<string> candidates, CancellationToken cancellation)
    {
        foreach (var candidate in candidates)
        {
            if (await tokens.Find(candidate, cancellation) is { } target && await store.Load(target.ProjectId, cancellation) is { } stored)
            {
                return (stored.Project, target.Generation);
            }
        }

        return null;
    }
}
