using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FollowUp.Web.Shared.Http;

/// <summary>Renders a page as the result of a request.</summary>
static class PageResult
{
    /// <typeparam name="TPage">The component of the page.</typeparam>
    /// <param name="model">The value of its parameter <c>Model</c>; null for a page without one.</param>
    public static IResult Create<TPage>(Language language, object? model = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?> { [nameof(PageRoot.Language)] = language, [nameof(PageRoot.Page)] = typeof(TPage) };
        if (model is not null)
        {
            parameters[nameof(PageRoot.Parameters)] = new Dictionary<string, object> { ["Model"] = model };
        }

        return new RazorComponentResult<PageRoot>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
