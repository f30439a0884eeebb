using System.Collections.Frozen;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Shared.Validation;

/// <summary>The validators of all requests, by the type of the request. Thread-safe.</summary>
public sealed class RequestValidators(IServiceProvider services)
{
    static readonly FrozenDictionary<Type, Type> Types = AssemblyScanner
        .FindValidatorsInAssembly(typeof(RequestValidators).Assembly, includeInternalTypes: true)
        .ToFrozenDictionary(found => found.InterfaceType.GetGenericArguments()[0], found => found.ValidatorType);

    readonly FrozenDictionary<Type, IValidator> validators = Types.ToFrozenDictionary(
        pair => pair.Key, pair => (IValidator)ActivatorUtilities.CreateInstance(services, pair.Value));

    /// <summary>Checks a request against the rules of its run-time type.</summary>
    /// <returns>The broken rules by JSON path; none for a valid request, and for a type without rules.</returns>
    public async Task<IReadOnlyList<ValidationFailure>> Validate(object request, CancellationToken cancellation)
    {
        if (!validators.TryGetValue(request.GetType(), out var validator))
        {
            return [];
        }

        return FieldErrors.WithJsonPaths((await validator.ValidateAsync(new ValidationContext<object>(request), cancellation)).Errors);
    }

    /// <summary>The validator of a type; null for a type without rules.</summary>
    public IValidator? Find(Type requestType) => validators.GetValueOrDefault(requestType);
}
