using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>
/// What the simulator assumes of clients, providers and coordinators. It is a JSON document (<see cref="PeopleDocument"/>): <see cref="DefaultPeople"/>,
/// a file of a manager, or what was fitted from a store. A share is a number from 0 to 1.
/// </summary>
/// <param name="Arrivals">When projects are posted.</param>
/// <param name="Clients">Who posts them.</param>
/// <param name="Phone">How clients answer the phone.</param>
/// <param name="Mail">How clients answer mails.</param>
/// <param name="Decisions">What clients decide, and when.</param>
/// <param name="Providers">How providers come forward.</param>
/// <param name="Coordinators">Who calls, and how much they can do.</param>
/// <param name="Sources">By the path of a parameter: where its value comes from.</param>
public sealed record PeopleParameters(
    ArrivalParameters Arrivals,
    ClientParameters Clients,
    PhoneParameters Phone,
    MailParameters Mail,
    DecisionParameters Decisions,
    ProviderParameters Providers,
    CoordinatorParameters Coordinators,
    ImmutableSortedDictionary<string, string> Sources);
