using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class CrashRecoveryTests() : CrashRecovery(StoreLocation.CreateDefault);

public sealed class CrashRecoveryOnTablesTests() : CrashRecovery(StoreLocation.CreateTables);
