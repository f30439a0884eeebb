using FollowUp.Web.Mails.Content;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Mails.Rendering;

/// <summary>Renders the HTML part of a mail. Needs no request.</summary>
sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderHtml(MailContent text)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MailLayout.Content)] = text });
            var output = await renderer.RenderComponentAsync<MailLayout>(parameters);
            return output.ToHtmlString();
        });
    }
}
