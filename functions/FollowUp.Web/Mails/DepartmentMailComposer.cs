using FollowUp.Application.Ports;
using FollowUp.Web.Legal;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.Rendering;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails;

/// <summary>Renders a mail that comes from the department as a whole, with the legal links at its foot.</summary>
sealed class DepartmentMailComposer(MailRenderer renderer, IOptionsMonitor<MailOptions> department, IOptionsMonitor<PagesOptions> pages)
{
    /// <param name="id">The id of the mail; the same for each attempt to send it.</param>
    /// <param name="projectId">The project that it is about; null when it is about none or several.</param>
    /// <param name="to">The address.</param>
    /// <param name="name">The recipient's name; null when it is not known.</param>
    /// <param name="content">The content without the legal links.</param>
    /// <param name="unsubscribe">The address of the one-click opt-out; null for a mail without one.</param>
    public async Task<OutgoingMail> Compose(string id, string? projectId, string to, string? name, MailContent content, Uri? unsubscribe = null)
    {
        var (sender, whole) = (department.CurrentValue, content.WithLegalLinks(pages.CurrentValue));
        return MailHeaderGuard.EnsureSingleLines(new OutgoingMail(
            id, projectId, to, name, sender.DepartmentName, sender.FormatReplyAddress(), content.Subject, PlainTextRenderer.Render(whole),
            await renderer.RenderHtml(whole), unsubscribe is null ? AutomaticMailHeaders.All : MailWriter.OptOutHeaders(unsubscribe), MailWriter.GetLinks(content)));
    }
}
