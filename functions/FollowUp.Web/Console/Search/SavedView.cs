namespace FollowUp.Web.Console.Search;

/// <summary>A list of projects that a staff member has named: its restrictions and its order, without words searched for.</summary>
/// <param name="Id">Names it among the views of the staff member.</param>
/// <param name="Name">The name that they gave it.</param>
/// <param name="Query">The query of its address.</param>
public sealed record SavedView(string Id, string Name, string Query)
{
    public string Address => Query.Length == 0 ? ConsoleAddresses.Search : $"{ConsoleAddresses.Search}?{Query}";
}
