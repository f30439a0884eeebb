using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Staffing;

/// <summary>The fields of the form of a staff member. Own hours are days and two windows; the API takes any number of windows.</summary>
public sealed record StaffForm
{
    public string? Email { get; init; }

    public string? Name { get; init; }

    public StaffRole? Role { get; init; }

    public string[]? Languages { get; init; }

    public int? Capacity { get; init; }

    public string? Phone { get; init; }

    public string? ScreenLanguage { get; init; }

    public string[]? Days { get; init; }

    public string? From1 { get; init; }

    public string? To1 { get; init; }

    public string? From2 { get; init; }

    public string? To2 { get; init; }

    /// <summary>The request of the API.</summary>
    /// <param name="email">The address of a staff member who is changed; null for a new one, whose address is a field.</param>
    internal StaffEntryRequest ToRequest(string? email) => new()
    {
        Email = email ?? Email,
        Name = Name,
        Role = Role,
        Languages = Languages ?? [],
        Capacity = Capacity,
        Phone = Phone,
        ScreenLanguage = ScreenLanguage,
        Hours = Days is null && From1 is null && To1 is null && From2 is null && To2 is null ? null : new HoursRequest
        {
            Days = Days,
            Windows =
            [
                .. new[] { new WindowRequest { From = From1, To = To1 }, new WindowRequest { From = From2, To = To2 } }
                    .Where(window => window.From is not null || window.To is not null),
            ],
        },
    };

    /// <summary>The values of the form for a staff member, by field name.</summary>
    internal static FormCollection ToValues(Staff staff)
    {
        var request = StaffRequest.Of(staff);
        var windows = request.Hours?.Windows ?? [];
        return new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["email"] = staff.Id,
            ["name"] = request.Name,
            ["role"] = Application.Serialization.Kebab.Case(request.Role!.Value),
            ["languages"] = request.Languages,
            ["capacity"] = staff.Capacity.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["phone"] = request.Phone,
            ["screenLanguage"] = request.ScreenLanguage,
            ["days"] = request.Hours?.Days,
            ["from1"] = windows.ElementAtOrDefault(0)?.From,
            ["to1"] = windows.ElementAtOrDefault(0)?.To,
            ["from2"] = windows.ElementAtOrDefault(1)?.From,
            ["to2"] = windows.ElementAtOrDefault(1)?.To,
        });
    }
}

/// <summary>Reads the form of a staff member and checks it with the rules of the API.</summary>
sealed class StaffFormReader(FormReader forms, RequestValidators validators)
{
    /// <param name="email">The address of a staff member who is changed; null for a new one.</param>
    public async Task<ReadForm<StaffEntryRequest>> Read(IFormCollection form, string? email, CancellationToken cancellation)
    {
        var fields = await forms.Read<StaffForm>(form, cancellation);
        var request = fields.Request.ToRequest(email);
        var errors = new Dictionary<string, LocalizedText>(fields.Errors);
        foreach (var failure in await validators.Validate(request, cancellation))
        {
            failure.PropertyName = failure.PropertyName switch
            {
                "hours.days" => "days",
                "hours.windows" => "from1",
                var field => field,
            };
            errors.TryAdd(failure.PropertyName, FieldNames.Describe(failure));
        }

        return new ReadForm<StaffEntryRequest>(request, errors);
    }
}
