using FollowUp.Simulation.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FollowUp.Web.Simulations;

/// <summary>A report of the simulator as one HTML page with charts, in both languages, without scripts. It needs no host.</summary>
public static class SimulationHtml
{
    /// <summary>Renders the page.</summary>
    public static async Task<string> Render(SimulationReport report)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(SimulationPage.Report)] = report });
            return (await renderer.RenderComponentAsync<SimulationPage>(parameters)).ToHtmlString();
        });
    }
}
