namespace FollowUp.Local.Hosting;

/// <summary>Prints the addresses of a host that serves to standard error.</summary>
static class StartupMessage
{
    public static async Task Print(IEnumerable<string> urls, ServeOptions options, bool keepsMails)
    {
        foreach (var url in urls)
        {
            var address = PublicAddress.GetBrowsableAddress(url);
            await WriteLine($"FollowUp serves on {address}");
            await WriteLine($"  console   {new Uri(address, "desk")}");
            if (keepsMails)
            {
                await WriteLine($"  mailbox   {new Uri(address, "demo/mailbox")}");
            }

            await WriteLine($"  API       {new Uri(address, "api")}    (its key: followup key {options.Installation.CommandLineOption})");
            if (options.Demo)
            {
                await WriteLine($"  clock     {new Uri(address, options.Play is null ? "demo/clock" : "demo/play")}");
            }
        }
    }

    /// <param name="address">The one-time address; it is printed alone on its line, to be copied.</param>
    public static async Task PrintSetupAddress(Uri address)
    {
        await WriteLine("");
        await WriteLine("This installation has no manager yet. Set it up within seven days at this address, which works once:");
        await WriteLine($"  {address}");
        await WriteLine("");
    }

    public static Task WarnThatMailsStayUnread() => WriteLine(
        "  No mail leaves, not even sign-in links: Smtp__Host names no mail server. The mailbox page is off, because --urls or PublicBase lets other machines in.");

    public static Task WarnThatKeysAreReadable() => WriteLine(
        "  WARNING: the keys of sessions, links and stored secrets are not encrypted in the store: a copy of it is enough to use them. Name a passphrase file (KeyRing__PassphraseFile) or a certificate (KeyRing__CertificateFile).");

    static Task WriteLine(string line) => Console.Error.WriteLineAsync(line);
}
