using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arize.TaskLint.Testing.Server;

/// <summary>Answers each connection with the next of some texts to the letter, the last one again and again, and ends it.</summary>
public sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly byte[][] answers;
    private int connections;

    public RawServer(params string[] answers)
        : this([.. answers.Select(Encoding.Latin1.GetBytes)])
    {
    }

    public RawServer(params byte[][] answers)
    {
        this.answers = answers;
        listener.Start();
        Url = new Uri($"http://{listener.LocalEndpoint}");
        _ = Task.Run(ServeAsync);
    }

    public Uri Url { get; }

    public int Connections => connections;

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var answer = answers[Math.Min(connections++, answers.Length - 1)];
                var stream = client.GetStream();
                await ReadHeadAsync(stream);
                await stream.WriteAsync(answer);
                // Unread bytes would turn the end into a reset, and a reset may overtake the answer.
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException)
        {
            // The test is over, or the client has gone.
        }
    }

    private static async Task ReadHeadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var buffer = new byte[4096];
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            head.AddRange(buffer.AsSpan(0, read));
            // A TLS client says hello without lines.
            if (head[0] == 22 || head.ToArray().AsSpan().IndexOf("\r\n\r\n"u8) >= 0)
                return;
        }
    }
}
