using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Board;
using FollowUp.Web.Api.Cadences;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Api.Complaints;
using FollowUp.Web.Api.OpenApi;
using FollowUp.Web.Api.Persons;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.ProviderFeeds;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Staffing;
using FollowUp.Web.Api.StaffQueue;
using FollowUp.Web.InboundMail;
using FollowUp.Web.InboundMail.MailEvents;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Api;

/// <summary>The JSON endpoints of the website and of staff.</summary>
public static class ApiEndpoints
{
    /// <summary>The longest JSON body, in bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>The clock of a demo, which the local host maps.</summary>
    public const string DemoClockPath = "/demo/clock";

    static readonly PathString[] Paths = ["/api", "/openapi", "/health", InboundMailEndpoint.Path, MailEventsEndpoint.Path, DemoClockPath];

    /// <summary>Whether errors at an address are answered with a problem instead of a page.</summary>
    internal static bool IsApiPath(PathString address) => Paths.Any(path => address.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    public static IEndpointRouteBuilder MapFollowUpApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", HealthEndpoint.Handle).AllowHead().ExcludeFromDescription();
        routes.MapApiDescription();

        var api = routes.MapGroup("/api").AddEndpointFilter(AddResponseHeaders).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
        api.MapPost("/projects", SubmitProjectEndpoint.Handle).RequireAuthorization(ApiPolicies.Website).WithOperation(ApiOperations.Submit);
        api.MapGet("/projects", ChangedProjectsEndpoint.Handle).AllowHead().RequireAuthorization(ApiPolicies.Website).WithOperation(ApiOperations.ListChanged);
        api.MapGet("/projects/{id}", GetProjectEndpoint.Handle).AllowHead().RequireAuthorization(ApiPolicies.WebsiteOrStaff).WithOperation(ApiOperations.ReadProject);
        api.MapGet("/projects/{id}/feed", FeedEndpoints.GetProjectFeed).AllowHead().RequireAuthorization(ApiPolicies.WebsiteOrStaff).WithOperation(ApiOperations.ProjectFeed);
        MapWebsite(api.MapGroup("").AddEndpointFilter<RouteGroupBuilder, ValidationFilter>().RequireAuthorization(ApiPolicies.Website));
        MapStaff(api.MapGroup("").AddEndpointFilter<RouteGroupBuilder, ValidationFilter>().RequireAuthorization(ApiPolicies.Staff));
        return routes;
    }

    static void MapWebsite(RouteGroupBuilder website)
    {
        website.MapPost("/projects/{id}/provider-actions", WebsiteReportEndpoints.ProviderAction).WithOperation(ApiOperations.ProviderAction);
        website.MapPost("/projects/{id}/signals", WebsiteReportEndpoints.Signal).WithOperation(ApiOperations.Signal);
        website.MapPost("/projects/{id}/questions", AskQuestionEndpoint.Handle).WithOperation(ApiOperations.Ask);
        website.MapPut("/projects/{id}", WebsiteChangeEndpoints.PutProject).WithOperation(ApiOperations.ChangeProject);
        website.MapPut("/clients/{id}", WebsiteChangeEndpoints.PutClient).WithOperation(ApiOperations.ChangeClient);
        website.MapPut("/providers/{id}", ProviderEndpoint.Handle).CheckId().WithOperation(ApiOperations.PutProvider);
        website.MapGet("/providers/{id}/export", PersonRightsEndpoints.ExportProvider).AllowHead().WithOperation(ApiOperations.ExportProvider);
        website.MapDelete("/providers/{id}", PersonRightsEndpoints.EraseProvider).WithOperation(ApiOperations.EraseProvider);
        website.MapGet("/providers/{id}/feed", FeedEndpoints.GetProviderFeed).AllowHead().WithOperation(ApiOperations.ProviderFeed);
        website.MapPost("/complaints", ComplaintEndpoint.Handle).WithOperation(ApiOperations.Complain);
        website.MapPost("/clients/{id}/consents", PersonEndpoints.RecordConsent).WithOperation(ApiOperations.Consent);
        website.MapGet("/clients/{id}/export", ClientEndpoints.Export).AllowHead().WithOperation(ApiOperations.Export);
        website.MapDelete("/clients/{id}", ClientEndpoints.Erase).WithOperation(ApiOperations.Erase);
    }

    static void MapStaff(RouteGroupBuilder staff)
    {
        staff.MapPost("/projects/{id}/commands", CommandEndpoint.Handle).WithOperation(ApiOperations.Command);
        staff.MapPost("/commands", BatchEndpoint.Handle).Accepts<BatchItemRequest[]>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(BatchEndpoint.MaxBodyBytes)).WithOperation(ApiOperations.Batch);
        staff.MapGet("/staff", StaffEndpoints.List).AllowHead().WithOperation(ApiOperations.ListStaff);
        staff.MapPut("/staff/{email}", StaffEndpoints.Put).ForManagers("put-staff").WithOperation(ApiOperations.PutStaff);
        staff.MapDelete("/staff/{email}", StaffEndpoints.Remove).WithOperation(ApiOperations.RemoveStaff);
        staff.MapGet("/staff/{email}/export", PersonRightsEndpoints.ExportStaff).AllowHead().WithOperation(ApiOperations.ExportStaff);
        staff.MapDelete("/staff/{email}/data", PersonRightsEndpoints.EraseStaff).WithOperation(ApiOperations.EraseStaff);
        staff.MapPost("/staff/{email}/hand-over", StaffEndpoints.HandOver).ForManagers("hand-over").WithOperation(ApiOperations.HandOver);
        staff.MapPut("/staff/{email}/absences/{id}", AbsenceEndpoints.Put).ForAbsences("put-absence").WithOperation(ApiOperations.PutAbsence);
        staff.MapDelete("/staff/{email}/absences/{id}", AbsenceEndpoints.Remove).WithOperation(ApiOperations.RemoveAbsence);
        staff.MapPost("/persons/join", PersonEndpoints.Join).ForFollowUp("join-persons").WithOperation(ApiOperations.JoinPersons);
        staff.MapPost("/persons/search", ManagerPersonEndpoints.Search).ForManagers("list-persons").WithOperation(ApiOperations.SearchPersons);
        staff.MapGet("/persons/{id}/export", ManagerPersonEndpoints.Export).AllowHead().WithOperation(ApiOperations.ExportPerson);
        staff.MapDelete("/persons/{id}", ManagerPersonEndpoints.Erase).WithOperation(ApiOperations.ErasePerson);
        staff.MapGet("/board", BoardEndpoint.Handle).AllowHead().WithOperation(ApiOperations.ReadBoard);
        staff.MapGet("/cadence", CadenceEndpoints.Get).AllowHead().WithOperation(ApiOperations.ReadCadence);
        staff.MapPut("/cadence", CadenceEndpoints.Put).ForManagers("put-cadence").WithOperation(ApiOperations.PutCadence);
        staff.MapGet("/cadence/versions", CadenceEndpoints.List).AllowHead().WithOperation(ApiOperations.ListCadences);
        staff.MapGet("/complaints", ManagerComplaintEndpoints.List).AllowHead().WithOperation(ApiOperations.ListComplaints);
        staff.MapGet("/complaints/{id}/file", ManagerComplaintEndpoints.File).AllowHead().WithOperation(ApiOperations.ReadComplaintFile);
        staff.MapPost("/complaints/{id}/answer", ManagerComplaintEndpoints.Answer).ForManagers("answer-complaint").WithOperation(ApiOperations.AnswerComplaint);
        staff.MapGet("/queue", QueueEndpoint.Handle).AllowHead().WithOperation(ApiOperations.Queue);
    }

    /// <summary>Adds HEAD to an endpoint that is mapped by GET, which alone refuses HEAD.</summary>
    internal static TBuilder AllowHead<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));

    /// <summary>Answers hold personal data, so no cache may store them.</summary>
    static ValueTask<object?> AddResponseHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentLanguage = context.HttpContext.GetLanguage().ToLanguageCode();
        headers.Vary = "Accept-Language";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
