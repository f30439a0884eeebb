using System.Collections.Frozen;
using System.Reflection;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Privacy;

/// <summary>The one property of an event that holds free text, found by its type. An event is a record whose constructor sets all its properties.</summary>
public sealed class EventText
{
    static readonly FrozenDictionary<Type, EventText> All = typeof(Event).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Event)))
        .Select(type => (Type: type, Property: type.GetProperties().SingleOrDefault(property => property.PropertyType == typeof(FreeText))))
        .Where(found => found.Property is not null)
        .ToFrozenDictionary(found => found.Type, found => new EventText(found.Type, found.Property!));

    readonly PropertyInfo text;
    readonly ConstructorInfo constructor;
    readonly PropertyInfo[] parameters;

    EventText(Type type, PropertyInfo text)
    {
        this.text = text;
        constructor = type.GetConstructors().Single();
        parameters = [.. constructor.GetParameters().Select(parameter => type.GetProperty(parameter.Name!)!)];
    }

    /// <summary>The free text of an event; null when it has none.</summary>
    public static FreeText? Find(Event e) => All.TryGetValue(e.GetType(), out var found) ? (FreeText?)found.text.GetValue(e) : null;

    /// <summary>The same event with another text.</summary>
    /// <exception cref="KeyNotFoundException">The event has no free text.</exception>
    public static Event Replace(Event e, FreeText freeText)
    {
        var found = All[e.GetType()];
        return (Event)found.constructor.Invoke([.. found.parameters.Select(property => property == found.text ? freeText : property.GetValue(e))]);
    }
}
