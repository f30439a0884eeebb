using FollowUp.Web.Mails;
using MimeKit;

namespace FollowUp.Local.Mail;

/// <summary>Under which names mails leave: the settings under <c>Mail</c> (in the environment <c>Mail__FromAddress</c>, ...).</summary>
static class MailIdentity
{
    const string Section = "Mail";

    /// <summary>Answers come to where mails come from, unless they are to come elsewhere.</summary>
    public static IServiceCollection AddMailIdentity(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<MailOptions>(configuration.GetSection(Section))
        .PostConfigure<MailOptions>(mail =>
        {
            var replies = configuration.GetSection(Section).GetSection(nameof(MailOptions.ReplyDomain));
            if (!replies.Exists() && MailboxAddress.TryParse(mail.FromAddress, out var from))
            {
                mail.ReplyDomain = from.Domain;
            }
        });
}
