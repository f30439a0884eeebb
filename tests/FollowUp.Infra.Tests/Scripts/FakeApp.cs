using System.Net;
using FollowUp.TestKit.Hosts;

namespace FollowUp.Infra.Tests.Scripts;

/// <summary>Answers each path with a status, in place of the app.</summary>
sealed class FakeApp : IDisposable
{
    readonly HttpListener listener = new();

    /// <param name="answer">Gives the status of a path.</param>
    public FakeApp(Func<string, int> answer)
    {
        Address = $"http://127.0.0.1:{FreePort.Find()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Serve(answer);
    }

    public string Address { get; }

    public void Dispose() => listener.Close();

    async Task Serve(Func<string, int> answer)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            context.Response.StatusCode = answer(context.Request.Url!.AbsolutePath);
            context.Response.Close();
        }
    }
}
