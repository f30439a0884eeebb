using System.Collections.Concurrent;
using System.Diagnostics;

namespace FollowUp.TestKit.Hosts;

/// <summary>A program that serves HTTP until it is killed. It prints its address on standard error once it serves.</summary>
public sealed class ServingProcess : IDisposable
{
    /// <summary>Only a test that fails takes this long: the machine may be busy with other work.</summary>
    static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    readonly ConcurrentQueue<string> errorLines = new();
    readonly TaskCompletionSource<Uri?> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Process process;

    ServingProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.ErrorDataReceived += (_, line) => TakeErrorLine(line.Data);
        process.OutputDataReceived += (_, _) => { };
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>What it wrote to standard error so far, oldest first.</summary>
    public IReadOnlyCollection<string> ErrorLines => errorLines;

    public string ErrorOutput => string.Join('\n', errorLines);

    /// <param name="start">Redirects both outputs.</param>
    public static ServingProcess Start(ProcessStartInfo start) => new(start);

    /// <summary>Waits until it serves.</summary>
    /// <returns>The first address that it printed.</returns>
    /// <exception cref="InvalidOperationException">It ended before it served; the message holds its error output.</exception>
    /// <exception cref="TimeoutException">It does not serve within five minutes.</exception>
    public async Task<Uri> WaitUntilServing(CancellationToken cancellation) =>
        await address.Task.WaitAsync(Timeout, TimeProvider.System, cancellation)
            ?? throw new InvalidOperationException($"The host ended before it served:\n{ErrorOutput}");

    /// <summary>Ends it by SIGKILL: it gets no chance to finish anything. A second call does nothing.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Kills it and writes its error output to that of the test.</summary>
    public void Dispose()
    {
        Kill();
        TestContext.Current.TestOutputHelper?.WriteLine(ErrorOutput);
        process.Dispose();
    }

    void TakeErrorLine(string? line)
    {
        if (line is null)
        {
            address.TrySetResult(null);
            return;
        }

        errorLines.Enqueue(line);
        if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } url)
        {
            address.TrySetResult(new Uri(url));
        }
    }
}
