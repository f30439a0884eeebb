using System.Collections.Immutable;
using System.Reflection;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Storage.Tests.Given;

/// <summary>Records of any type, filled through constructors and setters by reflection, so that tests cover new fields without a change.</summary>
static class Specimen
{
    /// <summary>Records with all fields set, which together contain every value of each enum, and one record with all optional fields absent.</summary>
    public static IEnumerable<object> Of(Type type)
    {
        for (var variant = 0; variant < 24; variant++) yield return Make(type, variant, depth: 0)!;
        yield return Make(type, variant: -1, depth: 0)!;
    }

    /// <param name="variant">Selects the value of each enum; -1 leaves out optional fields.</param>
    static object? Make(Type type, int variant, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return variant < 0 ? null : Make(underlying, variant, depth);
        if (type == typeof(string)) return $"é<&>\"'+ {variant}";
        if (type == typeof(int)) return 7 + variant;
        if (type == typeof(long)) return 7_000_000_000L + variant;
        if (type == typeof(bool)) return variant % 2 == 0;
        if (type == typeof(decimal)) return 1234.50m + variant;
        if (type == typeof(double)) return 0.25 + variant;
        if (type == typeof(Instant)) return A.Monday.PlusNanoseconds(123_456_789 + variant);
        if (type == typeof(LocalDate)) return new LocalDate(2028, 2, 29).PlusDays(variant);
        if (type == typeof(LocalTime)) return new LocalTime(9, 30).PlusNanoseconds(variant + 1);
        if (type == typeof(Duration)) return Duration.FromHours(26) + Duration.FromMilliseconds(variant);
        if (type == typeof(FreeText)) return variant < 0 ? null : new FreeText(null, $"key-{variant}");
        if (type == typeof(OpeningHours)) return variant < 0 ? null : DefaultCadence.Person.Calls;
        if (type == typeof(Evidence)) return variant < 0 ? Evidence.None : (Evidence)(variant % 32);
        if (type.IsEnum) return Enum.GetValues(type) is var values ? values.GetValue(Math.Max(variant, 0) % values.Length) : null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Array(type.GetGenericArguments()[0], variant, depth);
        if (type == typeof(ImmutableDictionary<string, string>)) return ImmutableDictionary<string, string>.Empty.Add("List-Unsubscribe", "<x>");
        if (type == typeof(Event)) return new Woke();

        // A project contains the state that an undo puts back, which contains no further one.
        if (type == typeof(UndoPoint) && depth > 1) return null;
        return type.IsAbstract || depth > 7 ? null : Record(type, variant, depth);
    }

    static object Array(Type item, int variant, int depth) =>
        typeof(Specimen).GetMethod(nameof(ArrayOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item)
            .Invoke(null, [variant, depth])!;

    static ImmutableArray<T> ArrayOf<T>(int variant, int depth) => variant switch
    {
        < 0 => default,
        0 => [],
        _ => [(T)Make(typeof(T), variant, depth + 1)!, (T)Make(typeof(T), variant + 1, depth + 1)!],
    };

    static object Record(Type type, int variant, int depth)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length);
        var arguments = constructor?.GetParameters()
            .Select(p => variant < 0 && MayBeNull(p) ? null : Make(p.ParameterType, variant, depth + 1)).ToArray() ?? [];
        var record = Activator.CreateInstance(type, arguments)!;
        if (variant < 0) return WithRequired(record, depth);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            property.SetValue(record, Make(property.PropertyType, variant, depth + 1));
        }

        return record;
    }

    static object WithRequired(object record, int depth)
    {
        foreach (var property in record.GetType().GetProperties().Where(p => p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))))
            property.SetValue(record, Make(property.PropertyType, -1, depth + 1));
        return record;
    }

    static bool MayBeNull(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
