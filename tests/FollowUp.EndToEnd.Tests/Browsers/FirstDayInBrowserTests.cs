using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Browsers;

public sealed class FirstDayInBrowserTests() : FirstDayInBrowser(StoreLocation.CreateDefault);

public sealed class FirstDayInBrowserOnTablesTests() : FirstDayInBrowser(StoreLocation.CreateTables);
