using System.Net;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Web.Console;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static FollowUp.Pages.Tests.Console.ConsoleDoors;

namespace FollowUp.Pages.Tests.Console;

/// <summary>Every address of the console by every role and without a session. An address that is not in <see cref="ConsoleDoors"/> fails the survey.</summary>
public sealed class DoorSurveyTests
{
    [Fact]
    public async Task Each_role_gets_its_pages_and_forms_and_is_refused_the_others()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject();
        await app.Services.GetRequiredService<IComplaints>().Add(
            new Complaint("R-1", "client", TestApp.Client, "P-1", "Personne ne rappelle.", app.Now), TestContext.Current.CancellationToken);
        var trial = await app.Services.GetRequiredService<CadenceTrials>().Add(
            new CadenceTrial
            {
                Id = "", Before = DefaultCadence.Initial, After = DefaultCadence.Initial, By = TestApp.Nadia.Id, StartedAt = app.Now, Runs = 1, Projects = 1,
                Months = 1, Metrics = [],
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(FindAddresses(app), All.Keys.Order());

        var faults = new List<string>();
        var (nadia, camille, simon) = (await app.SignIn(TestApp.Nadia), await app.SignIn(TestApp.Camille), await app.SignIn(TestApp.Simon));
        foreach (var ((method, pattern), (path, who)) in All.Where(door => door.Value.Who != Who.Everybody))
        {
            var address = path.Replace("{key}", TestApp.Yanis.Key(), StringComparison.Ordinal).Replace("{trial}", trial.Id, StringComparison.Ordinal);
            await Check(app.NewBrowser(), null, Outcome.SignIn);
            await Check(camille, TestApp.Camille, who is Who.Managers || (who is Who.OwnOnly && method == "POST") ? Outcome.Refused : Outcome.Allowed);
            await Check(simon, TestApp.Simon, who switch { Who.Staff => Outcome.Allowed, Who.SalesElsewhere => Outcome.Elsewhere, _ => Outcome.Refused });
            await Check(nadia, TestApp.Nadia, Outcome.Allowed);

            async Task Check(Browser browser, Staff? by, Outcome expected)
            {
                var answer = method == "GET" ? await browser.Get(address) : await browser.Fill(by is null ? "/desk/sign-in" : "/desk/search", Posted(pattern), to: address);
                var found = Judge(answer, method);
                var entry = (await app.Audit(null))[0];
                if (found != expected || (found == Outcome.Refused && (entry.By != by?.Id || entry.Code is "done")))
                {
                    faults.Add($"{by?.Id ?? "nobody"} {method} {path}: {answer.Status} is {found}, not {expected}; the newest entry of the audit log is {entry}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What a role may be refused for whatever else is wrong.</summary>
    static Dictionary<string, string> Posted(string pattern) => pattern switch
    {
        "/desk/projects/{id}" or "/desk/call/{id}" => new() { ["do"] = "snooze" },
        "/desk/read" => new() { ["read"] = "P-1:1" },
        "/desk/absences" => new() { ["do"] = "enter", ["person"] = TestApp.Yanis.Key() },
        _ => [],
    };

    static Outcome Judge(Browser.Page answer, string method) => answer.Status switch
    {
        HttpStatusCode.Forbidden => Outcome.Refused,
        HttpStatusCode.SeeOther when answer.Location.StartsWith("/desk/sign-in", StringComparison.Ordinal) => Outcome.SignIn,
        HttpStatusCode.SeeOther when method == "GET" && !answer.Location.StartsWith("/desk/call", StringComparison.Ordinal) => Outcome.Elsewhere,
        HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.BadRequest or HttpStatusCode.Conflict => Outcome.Allowed,
        _ => Outcome.Broken,
    };

    static IEnumerable<(string Method, string Pattern)> FindAddresses(TestApp app) =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } pattern && pattern.StartsWith("/desk", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (method, endpoint.RoutePattern.RawText!.TrimEnd('/'))))
            .Where(address => address.method != "HEAD").Distinct().Order();

    enum Outcome
    {
        Allowed,
        Refused,
        Elsewhere,
        SignIn,
        Broken,
    }
}
