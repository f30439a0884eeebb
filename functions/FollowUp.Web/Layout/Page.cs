using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FollowUp.Web;

/// <summary>A component as the answer to a request.</summary>
static class Page
{
    public static IResult Of<TPage>(Language language, object? model = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?> { [nameof(Root.Language)] = language, [nameof(Root.Page)] = typeof(TPage) };
        if (model is not null)
        {
            parameters[nameof(Root.Parameters)] = new Dictionary<string, object> { ["Model"] = model };
        }

        return new RazorComponentResult<Root>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
