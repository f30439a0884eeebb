using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Components;

namespace FollowUp.Web.Shared.Layouts;

/// <summary>A component with texts in both languages. <see cref="Say(string, string)"/> picks the one of the request.</summary>
public abstract class BilingualComponent : ComponentBase
{
    [CascadingParameter]
    public Language Language { get; set; }

    protected string Say(string french, string english) => Language.Pick(french, english);

    protected string Say(LocalizedText text) => text.In(Language);
}
