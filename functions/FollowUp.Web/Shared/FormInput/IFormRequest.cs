namespace FollowUp.Web.Shared.FormInput;

/// <summary>A request whose form hides the fields that its choice has no use for. A browser posts them all the same.</summary>
interface IFormRequest
{
    /// <summary>Whether a property belongs to the choice made. <see cref="FormReader"/> clears the others.</summary>
    /// <param name="property">The name of the C# property.</param>
    bool Uses(string property);
}
