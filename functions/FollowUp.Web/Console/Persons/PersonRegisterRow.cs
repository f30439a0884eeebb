using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Persons;

/// <summary>One kind of data in the register.</summary>
/// <param name="What">The kind.</param>
/// <param name="Count">How many are held.</param>
/// <param name="Why">The purpose.</param>
/// <param name="Basis">The legal basis.</param>
/// <param name="Term">How long it is kept.</param>
public sealed record PersonRegisterRow(LocalizedText What, int Count, LocalizedText Why, LocalizedText Basis, LocalizedText Term);
