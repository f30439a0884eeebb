using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;

namespace FollowUp.Domain.Cadences;

/// <summary>The cadence of the department, which a manager edits as a JSON document (product page, "The cadence, as data").</summary>
/// <param name="Version">From 1; each change gets the next number.</param>
/// <param name="Company">The table for companies.</param>
/// <param name="Person">The table for private persons.</param>
public sealed record Cadence(int Version, CadenceTable Company, CadenceTable Person)
{
    /// <summary>How long a private person's consent to be called is valid without a contact that comes from them, in months.</summary>
    public int ConsentMonths { get; init; } = PersonRules.DefaultConsentMonths;

    /// <summary>
    /// The categories of service in which private persons are relaunched neither by phone nor by a mail that they did not ask for, as the website names
    /// them. Documents of earlier versions lack them and get <see cref="DefaultCadence.ConsumersNotRelaunched"/>.
    /// </summary>
    public ImmutableArray<string> ConsumersNotRelaunched { get; init; } = DefaultCadence.ConsumersNotRelaunched;

    /// <summary>The table for one kind of client.</summary>
    public CadenceTable For(ClientType type) => type switch
    {
        ClientType.Company => Company,
        ClientType.Person => Person,
        _ => throw new UnreachableException($"No rule for {type}."),
    };
}
