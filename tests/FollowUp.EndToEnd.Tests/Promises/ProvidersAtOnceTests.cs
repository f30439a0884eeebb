using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class ProvidersAtOnceTests() : ProvidersAtOnce(StoreLocation.CreateDefault);

public sealed class ProvidersAtOnceOnTablesTests() : ProvidersAtOnce(StoreLocation.CreateTables);
