using FollowUp.Storage.Tests.Contract;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Tables.Tests;

// The store contract on Azure Tables.

public sealed class TablesCommits : CommitContract<TablesUnderTest>;

public sealed class TablesPersonTests : PersonContract<TablesUnderTest>;

/// <summary>Fewer persons than on SQLite: the emulator answers slowly.</summary>
public sealed class TablesContactLawTests : ContactLawContract<TablesUnderTest>
{
    protected override int Persons => 5;
}

public sealed class TablesConcurrency : ConcurrencyContract<TablesUnderTest>;

public sealed class TablesOutbox : OutboxContract<TablesUnderTest>;

public sealed class TablesDue : DueContract<TablesUnderTest>;

public sealed class TablesQueues : QueueContract<TablesUnderTest>;

public sealed class TablesSearch : SearchContract<TablesUnderTest>;

public sealed class TablesErasure : ErasureContract<TablesUnderTest>;

public sealed class TablesDirectoryTests : DirectoryContract<TablesUnderTest>;

public sealed class TablesSettingsTests : SettingsContract<TablesUnderTest>;

public sealed class TablesKeyRingTests : KeyRingContract<TablesUnderTest>;

public sealed class TablesRecords : RecordsContract<TablesUnderTest>;

public sealed class TablesDepartmentSettingsTests : DepartmentSettingsContract<TablesUnderTest>;

public sealed class TablesBoardTests : BoardContract<TablesUnderTest>;

public sealed class TablesSecondFactorTests : SecondFactorContract<TablesUnderTest>;
