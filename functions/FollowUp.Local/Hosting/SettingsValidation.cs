using FollowUp.Local.CommandLine;
using Microsoft.Extensions.Options;

namespace FollowUp.Local.Hosting;

/// <summary>Turns invalid settings into an error of the command line.</summary>
static class SettingsValidation
{
    /// <summary>Validates the settings as soon as the host is built, which is before the demo's data are made.</summary>
    /// <exception cref="BadArgumentException">A setting is missing or not understood; the message names it.</exception>
    public static void Validate(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception invalid) when (invalid is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            throw new BadArgumentException(string.Join(Environment.NewLine, GetFailures(invalid)));
        }
    }

    static IEnumerable<string> GetFailures(Exception invalid) => invalid switch
    {
        OptionsValidationException options => options.Failures,
        AggregateException several => several.InnerExceptions.SelectMany(GetFailures),

        // A value that the binder cannot convert: its message names the value and the setting.
        _ => [invalid.Message],
    };
}
