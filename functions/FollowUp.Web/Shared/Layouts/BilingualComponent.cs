using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Components;

namespace FollowUp.Web.Shared.Layouts;

/// <summary>A component that is written in both languages.</summary>
public abstract class BilingualComponent : ComponentBase
{
    [CascadingParameter]
    public Language Language { get; set; }

    protected string Say(string french, string english) => new LocalizedText(french, english).In(Language);

    protected string Say(LocalizedText phrase) => phrase.In(Language);
}
