using System.Net;
using FollowUp.TestKit;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>Standard output holds only the result. An invalid argument is named on standard error, with exit code 2.</summary>
public sealed class CommandLineTests(CommandLineTests.StoppedHost stopped) : IClassFixture<CommandLineTests.StoppedHost>
{
    [Theory]
    [InlineData("serve --urls nowhere", "--urls")]
    [InlineData("serve --empty", "--empty")]
    [InlineData("token", "--staff")]
    [InlineData("token --staff nobody@demo.example", "--staff")]
    [InlineData("export --format xml", "--format")]
    [InlineData("import", "FILE")]
    [InlineData("import /no/such/file.csv", "FILE")]
    [InlineData("dance", "dance")]
    public async Task An_invalid_argument_is_named(string line, string named)
    {
        var (code, output, errors) = await stopped.Host.TryCommand(line.Split(' '));

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(named, errors, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Production", "2026-11-23T08:00:00+01:00")]
    [InlineData("Development", "2026-11-23T08:00:00+01:00")]
    [InlineData("Test", "2026-11-23 08:00:00")]
    public async Task A_clock_is_set_only_in_a_test_and_only_to_a_time_with_an_offset(string environment, string start)
    {
        await using var host = await HostProcess.CreateStopped();
        host.Settings["ASPNETCORE_ENVIRONMENT"] = environment;
        host.Settings["Clock__StartAt"] = start;

        var (code, output, errors) = await host.TryCommand("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Clock__StartAt", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_clock_is_set_warns_of_it()
    {
        await using var host = await HostProcess.StartEmptyDemo();

        Assert.Contains(host.ErrorLines, line => line.StartsWith("WARNING", StringComparison.Ordinal) && line.Contains("2026-11-23T08:00:00+01:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_stays_a_token_is_new_each_time_and_both_end_while_the_host_serves()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var key = await host.RunCommand("key");
        Assert.Equal(key, await host.RunCommand("key"));
        var first = await host.RunCommand("token", "--staff", "nadia@demo.example");
        var second = await host.RunCommand("token", "--staff", "NADIA@demo.example");

        Assert.NotEqual(first, second);
        Assert.Equal(43, first.Length);
        Assert.DoesNotContain(first, c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'));

        Assert.True(await IsTaken(host, "/api/staff", "Authorization", $"Bearer {first}"));
        await host.RunCommand("token", "--staff", "nadia@demo.example", "--revoke");
        Assert.False(await IsTaken(host, "/api/staff", "Authorization", $"Bearer {first}"));
        Assert.False(await IsTaken(host, "/api/staff", "Authorization", $"Bearer {second}"));

        var newer = await host.RunCommand("key", "--rotate");
        await Eventually.IsTrue(() => IsTaken(host, "/api/projects/P-none", "x-functions-key", newer), () => "The new key is refused.");
        Assert.True(await IsTaken(host, "/api/projects/P-none", "x-functions-key", key));
        var newest = await host.RunCommand("key", "--rotate", "--overlap", "0");
        await Eventually.IsTrue(async () => !await IsTaken(host, "/api/projects/P-none", "x-functions-key", newer), () => "An old key is taken.");
        Assert.False(await IsTaken(host, "/api/projects/P-none", "x-functions-key", key));
        Assert.True(await IsTaken(host, "/api/projects/P-none", "x-functions-key", newest));
    }

    /// <summary>Whether the secret grants the request, which then may find nothing. Wrong ones run into a limit.</summary>
    static async Task<bool> IsTaken(HostProcess host, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await host.AnonymousClient.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        await using var host = await HostProcess.StartEmptyDemo();

        var (code, _, errors) = await stopped.Host.TryCommand("serve", "--urls", host.Address.ToString());

        Assert.Equal(2, code);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
    }

    /// <summary>A store that no host serves. The commands of these tests fail before they change it.</summary>
    public sealed class StoppedHost : IAsyncLifetime
    {
        public HostProcess Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await HostProcess.CreateStopped();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
