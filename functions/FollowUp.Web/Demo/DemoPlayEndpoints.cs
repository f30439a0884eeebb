using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Demo;

/// <summary>The page that pauses a demo whose clock runs, and makes it faster or slower. It exists only where one runs.</summary>
static class DemoPlayEndpoints
{
    public const string Path = "/demo/play";

    const int MaxFormBytes = 4_096;

    public static void Map(IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<IDemoPlay>() is null) return;
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var pages = app.MapGroup(Path).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        pages.MapMethods("", reading, (HttpContext context, IDemoPlay play) => PageResult.Create<DemoPlayPage>(context.GetLanguage(), play));
        pages.MapPost("", Control);
    }

    /// <summary>The token of the form shows that this host's own page sent it.</summary>
    static async Task<IResult> Control(HttpContext context, IDemoPlay play)
    {
        var form = await context.ReadPostedForm(MaxFormBytes);
        if (!form.HasValidToken) return PageResult.Create<DemoPlayPage>(context.GetLanguage(), play, StatusCodes.Status400BadRequest);
        switch (form["do"])
        {
            case "pause":
                play.Pause(true);
                break;
            case "resume":
                play.Pause(false);
                break;
            case "faster":
                play.GoFaster();
                break;
            case "slower":
                play.GoSlower();
                break;
            default:
                return PageResult.Create<DemoPlayPage>(context.GetLanguage(), play, StatusCodes.Status400BadRequest);
        }

        return Results.Extensions.SeeOther(Path);
    }
}
