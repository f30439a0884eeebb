namespace FollowUp.Local.Hosting;

/// <summary>Says where to look, once the host serves.</summary>
static class StartupMessage
{
    public static async Task Print(IEnumerable<string> urls, ServeOptions options, bool keepsMails)
    {
        foreach (var url in urls)
        {
            var address = PublicAddress.Of(url);
            await WriteLine($"FollowUp serves on {address}");
            await WriteLine($"  console   {new Uri(address, "desk")}");
            if (keepsMails)
            {
                await WriteLine($"  mailbox   {new Uri(address, "demo/mailbox")}");
            }

            await WriteLine($"  API       {new Uri(address, "api")}    (its key: followup key {options.Installation.CommandLineOption})");
            if (options.Demo)
            {
                await WriteLine($"  clock     {new Uri(address, "demo/clock")}");
            }
        }
    }

    public static Task WarnThatMailsStayUnread() => WriteLine(
        "  No mail leaves, sign-in links included: Smtp__Host names no server. The mailbox page is not shown where others than this machine can come.");

    static Task WriteLine(string line) => Console.Error.WriteLineAsync(line);
}
