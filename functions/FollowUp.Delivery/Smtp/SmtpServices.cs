using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Delivery.Smtp;

public static class SmtpServices
{
    /// <summary>
    /// Registers <see cref="SmtpMailSender"/>, and validates <see cref="SmtpOptions"/> when the host starts. The host binds the options.
    /// </summary>
    public static IServiceCollection AddSmtp(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SmtpOptions, SmtpOptionsValidator>();
        return services.AddSingleton<SmtpMailSender>();
    }
}
