using FollowUp.Storage.Tests.Contract;

namespace FollowUp.Storage.Tests.Sqlite;

// The store contract on SQLite.

public sealed class SqliteCommits : CommitContract<SqliteUnderTest>;

public sealed class SqlitePersonTests : PersonContract<SqliteUnderTest>;

public sealed class SqliteContactLawTests : ContactLawContract<SqliteUnderTest>;

public sealed class SqliteConcurrency : ConcurrencyContract<SqliteUnderTest>;

public sealed class SqliteOutbox : OutboxContract<SqliteUnderTest>;

public sealed class SqliteDue : DueContract<SqliteUnderTest>;

public sealed class SqliteQueues : QueueContract<SqliteUnderTest>;

public sealed class SqliteSearch : SearchContract<SqliteUnderTest>;

public sealed class SqliteErasure : ErasureContract<SqliteUnderTest>;

public sealed class SqliteDirectoryTests : DirectoryContract<SqliteUnderTest>;

public sealed class SqliteSettingsTests : SettingsContract<SqliteUnderTest>;

public sealed class SqliteKeyRingTests : KeyRingContract<SqliteUnderTest>;

public sealed class SqliteRecords : RecordsContract<SqliteUnderTest>;

public sealed class SqliteDepartmentSettingsTests : DepartmentSettingsContract<SqliteUnderTest>;

public sealed class SqliteBoardTests : BoardContract<SqliteUnderTest>;

public sealed class SqliteSecondFactorTests : SecondFactorContract<SqliteUnderTest>;
