using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class FirstStartTests() : FirstStart(StoreLocation.CreateDefault);

public sealed class FirstStartOnTablesTests() : FirstStart(StoreLocation.CreateTables);
