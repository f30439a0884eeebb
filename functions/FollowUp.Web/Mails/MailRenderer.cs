using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web;

/// <summary>Renders the HTML part of a mail outside any request.</summary>
sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> Html(MailText text)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MailLayout.Text)] = text });
            var output = await renderer.RenderComponentAsync<MailLayout>(parameters);
            return output.ToHtmlString();
        });
    }
}
