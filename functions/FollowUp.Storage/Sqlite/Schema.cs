using System.Globalization;
using System.Reflection;

namespace FollowUp.Storage.Sqlite;

/// <summary>
/// The numbered steps that a file's schema is made by; <c>user_version</c> says how many it has taken. A step that was released never
/// changes: the next one mends it.
/// </summary>
static class Schema
{
    public static readonly IReadOnlyList<string> Steps = ReadSteps();

    /// <summary>Brings a file up to date, each step in one transaction.</summary>
    /// <exception cref="NotSupportedException">The file was written by a newer version of this program.</exception>
    public static void Upgrade(Session session, IReadOnlyList<string> steps)
    {
        while (true)
        {
            if (VersionOf(session, steps) == steps.Count) return;
            session.Begin();
            try
            {
                // Read again under the lock: another process may have taken the step in the meantime.
                var version = VersionOf(session, steps);
                if (version < steps.Count)
                {
                    session.Execute(steps[version]);
                    session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
                }

                session.Commit();
            }
            catch
            {
                session.Rollback();
                throw;
            }
        }
    }

    static int VersionOf(Session session, IReadOnlyList<string> steps)
    {
        var version = (int)session.Sql("PRAGMA user_version").QueryFirst(row => row.Number(0));
        return version <= steps.Count
            ? version
            : throw new NotSupportedException(
                $"This database has schema version {version}; this program knows versions up to {steps.Count}. Run the newer program.");
    }

    static List<string> ReadSteps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var steps = new List<string>();
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            steps.Add(reader.ReadToEnd());
        }

        return steps;
    }
}
