using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class DemoApartTests() : DemoApart(StoreLocation.CreateDefault);

public sealed class DemoApartOnTablesTests() : DemoApart(StoreLocation.CreateTables);
