using System.Collections.Concurrent;
using System.Reflection;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Projects;

/// <summary>Tells whether a command carries a free text, for which its event needs the salt of the dossier.</summary>
static class FreeTextFinder
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <returns>Whether a property of the command is a text; a text that only an event has is not found, and costs a read of its own.</returns>
    public static bool HasText(Command command)
    {
        foreach (var property in Properties.GetOrAdd(command.GetType(), FindTexts))
        {
            if (property.GetValue(command) is not null)
            {
                return true;
            }
        }

        return false;
    }

    static PropertyInfo[] FindTexts(Type command) =>
        Array.FindAll(command.GetProperties(), property => property.PropertyType == typeof(FreeText));
}
