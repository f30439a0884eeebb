using Azure.Data.Tables;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IKeyRing"/>
sealed class TablesKeyRing(TableClient records) : IKeyRing
{
    internal const string Partition = "key";

    public IReadOnlyCollection<string> All() =>
        [.. records.Query<TableEntity>($"PartitionKey eq '{Partition}'").Select(row => row.GetText("Xml"))];

    public void Add(string name, string xml) =>
        records.UpsertEntity(new TableEntity(Partition, Keys.Escape(name)).SetText("Xml", xml), TableUpdateMode.Replace);
}
