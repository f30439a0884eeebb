namespace FollowUp.Local;

/// <summary>Says where to look, once the host serves.</summary>
static class Greeting
{
    public static async Task Print(IEnumerable<string> urls, ServeOptions options, bool keepsMails)
    {
        foreach (var url in urls)
        {
            var address = PublicAddress.Of(url);
            await Say($"FollowUp serves on {address}");
            await Say($"  console   {new Uri(address, "desk")}");
            if (keepsMails)
            {
                await Say($"  mailbox   {new Uri(address, "demo/mailbox")}");
            }

            await Say($"  API       {new Uri(address, "api")}    (its key: followup key {options.Folder.Option})");
            if (options.Demo)
            {
                await Say($"  clock     {new Uri(address, "demo/clock")}");
            }
        }
    }

    public static Task NobodyReadsMails() => Say(
        "  No mail leaves, sign-in links included: Smtp__Host names no server. The mailbox page is not shown where others than this machine can come.");

    static Task Say(string line) => Console.Error.WriteLineAsync(line);
}
