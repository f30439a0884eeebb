using FollowUp.Web;
using MimeKit;

namespace FollowUp.Local;

/// <summary>Under which names mails leave: the settings under <c>Mail</c> (in the environment <c>Mail__FromAddress</c>, ...).</summary>
static class MailNames
{
    const string Section = "Mail";

    /// <summary>Answers come to where mails come from, unless they are to come elsewhere.</summary>
    public static IServiceCollection AddMailNames(this IServiceCollection services, IConfiguration configuration)
    {
        var named = configuration.GetSection(Section);
        return services.Configure<MailOptions>(mail =>
        {
            named.Bind(mail);
            if (named[nameof(MailOptions.ReplyDomain)] is null && MailboxAddress.TryParse(mail.FromAddress, out var from))
            {
                mail.ReplyDomain = from.Domain;
            }
        });
    }
}
