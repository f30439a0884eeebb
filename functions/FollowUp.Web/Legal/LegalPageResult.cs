using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Legal;

/// <summary>A public page with a text that the department may replace by its own.</summary>
static class LegalPageResult
{
    /// <param name="context">The request.</param>
    /// <param name="title">The heading of the page.</param>
    /// <param name="choose">Gives the text: the department's own, or the default one. Its placeholders are filled here (<see cref="LegalPlaceholders"/>).</param>
    public static IResult Create(HttpContext context, LocalizedText title, Func<LegalSettings, LocalizedText> choose)
    {
        // A host without stored settings has the default texts.
        var legal = context.RequestServices.GetService<CurrentSettings>()?.Stored.Settings.Legal ?? new LegalSettings();
        var department = context.RequestServices.GetRequiredService<IOptionsMonitor<MailOptions>>().CurrentValue;
        var language = context.GetLanguage();
        var blocks = LegalDocument.Parse(choose(legal).In(language), LegalPlaceholders.GetValues(legal, department));
        return PageResult.Create<LegalPage>(language, new LegalPageViewModel(title, blocks, department));
    }
}
