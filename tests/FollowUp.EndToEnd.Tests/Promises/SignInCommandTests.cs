using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class SignInCommandTests() : SignInCommand(StoreLocation.CreateDefault);

public sealed class SignInCommandOnTablesTests() : SignInCommand(StoreLocation.CreateTables);
