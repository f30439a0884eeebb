using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>
/// Reads a posted form into a request (<see cref="FormBinder"/>) and checks it with the request's validator, which is the one of the API where
/// the API has the same request. Thread-safe.
/// </summary>
sealed class FormReader(RequestValidators validators, WorkingCalendar calendar)
{
    public async Task<ReadForm<T>> Read<T>(IFormCollection form, CancellationToken cancellation)
        where T : class => await Read<T>(typeof(T), form, cancellation);

    /// <param name="type">The type of the request, <typeparamref name="T"/> or derived from it.</param>
    public async Task<ReadForm<T>> Read<T>(Type type, IFormCollection form, CancellationToken cancellation)
        where T : class
    {
        var (request, unreadable) = FormBinder.Bind(type, form, calendar);
        var errors = new Dictionary<string, LocalizedText>();

        // A field that cannot be read is empty in the request. What the validator says of it is then beside the point.
        foreach (var failure in unreadable.Concat(await validators.Validate(request, cancellation)))
        {
            errors.TryAdd(failure.PropertyName, FieldNames.Describe(failure));
        }

        return new ReadForm<T>((T)request, errors);
    }
}
