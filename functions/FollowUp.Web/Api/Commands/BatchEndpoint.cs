using System.Text.Json;
using FluentValidation.Results;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Api.Commands;

/// <summary>
/// <c>POST /api/commands</c>: up to <see cref="MaxCommands"/> commands on different projects. Each is checked, authorized, committed and answered
/// on its own; 200 lists the answers in the order of the commands. Two commands on one project would depend on each other: the second gets 400.
/// </summary>
sealed partial class BatchEndpoint(CommandRunner runner, CommandGate gate, RequestValidators validators, ILogger<BatchEndpoint> log)
{
    public const int MaxCommands = 100;

    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBodyBytes = 2 * 1024 * 1024;

    /// <summary>How many commands of one batch run at once.</summary>
    const int MaxParallel = 16;

    static readonly LocalizedText MustBeBatch = new(
        $"est une liste de 1 à {MaxCommands} commandes", $"is a list of 1 to {MaxCommands} commands");

    static readonly LocalizedText MustBeAnotherProject = new(
        "est déjà visé par une commande de cette liste", "is named by an earlier command of this list");

    public static Task<IResult> Handle(HttpContext http, JsonElement body, BatchEndpoint batch) => batch.Answer(http, body);

    async Task<IResult> Answer(HttpContext http, JsonElement body)
    {
        var language = http.GetLanguage();
        if (body.ValueKind != JsonValueKind.Array || body.GetArrayLength() is < 1 or > MaxCommands)
        {
            return Problem.Invalid(FieldErrors.Body, MustBeBatch, language);
        }

        var actor = ApiCaller.Of(http).Actor;
        var items = await ReadItems(body, http.RequestAborted);
        var answers = new BatchItemResponse[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count),
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = http.RequestAborted },
            async (i, cancellation) => answers[i] = await Run(items[i], actor, language, cancellation));
        return TypedResults.Ok(answers);
    }

    async Task<List<Item>> ReadItems(JsonElement body, CancellationToken cancellation)
    {
        var items = new List<Item>();
        var projects = new HashSet<string>(StringComparer.Ordinal);
        foreach (var json in body.EnumerateArray())
        {
            var item = await Read(json, cancellation);
            if (item.Request.Project is { } project && !projects.Add(project))
            {
                item = item with { Failures = [.. item.Failures, FieldErrors.Create("project", MustBeAnotherProject)] };
            }

            items.Add(item);
        }

        return items;
    }

    async Task<Item> Read(JsonElement json, CancellationToken cancellation)
    {
        if (TryRead<BatchItemRequest>(json, out var fault) is not { } request)
        {
            return new Item(new BatchItemRequest { Project = FindProject(json) }, null, [fault!]);
        }

        var failures = new List<ValidationFailure>(await validators.Validate(request, cancellation));
        if (request.Command is not { } commandJson)
        {
            return new Item(request, null, failures);
        }

        var command = TryRead<CommandRequest>(commandJson, out var commandFault);
        failures.AddRange((commandFault is null ? await validators.Validate(command!, cancellation) : [commandFault]).Select(InCommand));
        return new Item(request, command, failures);
    }

    /// <returns>Null with the fault.</returns>
    static T? TryRead<T>(JsonElement json, out ValidationFailure? fault)
        where T : class
    {
        try
        {
            var read = json.Deserialize<T>(ApiJsonOptions.Options);
            fault = read is null ? JsonFault.NoObject : null;
            return read;
        }
        catch (JsonException exception)
        {
            fault = JsonFault.Describe(exception, typeof(T));
            return null;
        }
    }

    static string? FindProject(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("project", out var project) && project.ValueKind == JsonValueKind.String
            ? project.GetString()
            : null;

    static ValidationFailure InCommand(ValidationFailure failure)
    {
        failure.PropertyName = failure.PropertyName == FieldErrors.Body ? "command" : $"command.{failure.PropertyName}";
        return failure;
    }

    async Task<BatchItemResponse> Run(Item item, Actor actor, Language language, CancellationToken cancellation)
    {
        var project = item.Request.Project;
        try
        {
            if (item.Failures.Count > 0)
            {
                return Describe(project, await FindRefusal(item, actor, cancellation) is { } refusal
                    ? Problem.Of(refusal, language)
                    : Problem.Invalid(item.Failures, language), version: null);
            }

            var result = await runner.Run(project!, item.Command!, actor, CreateKey(item, actor), item.Request.IfMatch, cancellation);
            return result is CommandResult.Succeeded done
                ? new BatchItemResponse(project, StatusCodes.Status200OK, null, done.Project.Version)
                : Describe(project, Problem.Of(result, language), FindVersion(result));
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The others of the batch are answered all the same. The message of an exception may contain a name or an address.
            LogFailed(project, failure.GetType().Name);
            return Describe(project, Problem.ForStatus(StatusCodes.Status500InternalServerError, language), version: null);
        }
    }

    /// <summary>What the role is refused whatever the fields say, as for a command sent alone. Without a project there is no address that it would be refused at.</summary>
    async ValueTask<Refusal?> FindRefusal(Item item, Actor actor, CancellationToken cancellation) =>
        item is { Command: { } command, Request.Project: { } project } ? await gate.FindRefusal(project, command.GetType(), actor, cancellation) : null;

    /// <summary>The key of the same command sent alone: a repeat may come either way.</summary>
    static IdempotencyKey? CreateKey(Item item, Actor actor) => item.Request.Key is { } key
        ? IdempotencyKeyHeader.Create(actor, key, $"/api/projects/{item.Request.Project}/commands", item.Command!)
        : null;

    static long? FindVersion(CommandResult result) => result switch
    {
        CommandResult.Refused refused => refused.Project?.Version,
        CommandResult.VersionMismatch stale => stale.Version,
        _ => null,
    };

    static BatchItemResponse Describe(string? project, IResult answer, long? version)
    {
        var problem = (Problem)((IValueHttpResult)answer).Value!;
        return new BatchItemResponse(project, problem.Status, problem.Code, version, problem.Detail, problem.Errors);
    }

    [LoggerMessage(LogLevel.Error, "A command of a batch on project {ProjectId} failed ({Failure}).")]
    partial void LogFailed(string? projectId, string failure);

    /// <param name="Command">Null when it cannot be read; then there are failures.</param>
    sealed record Item(BatchItemRequest Request, CommandRequest? Command, IReadOnlyList<ValidationFailure> Failures);
}
