using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class FirstDayTests() : FirstDay(StoreLocation.CreateDefault);

public sealed class FirstDayOnTablesTests() : FirstDay(StoreLocation.CreateTables);
