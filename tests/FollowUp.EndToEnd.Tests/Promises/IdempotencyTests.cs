using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class IdempotencyTests() : Idempotency(StoreLocation.CreateDefault);

public sealed class IdempotencyOnTablesTests() : Idempotency(StoreLocation.CreateTables);
