using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class RebuildTests() : Rebuild(StoreLocation.CreateDefault);

public sealed class RebuildOnTablesTests() : Rebuild(StoreLocation.CreateTables);
