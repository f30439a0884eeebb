using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class WholeLifeTests() : WholeLife(StoreLocation.CreateDefault);

public sealed class WholeLifeOnTablesTests() : WholeLife(StoreLocation.CreateTables);
