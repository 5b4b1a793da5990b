using System.Net;
using System.Net.Sockets;

namespace Arize.TaskLint.Client.Tests.Api;

/// <summary>Begins an answer, and never ends it.</summary>
internal sealed class StuckServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> clients = [];

    internal StuckServer()
    {
        listener.Start();
        Url = new Uri($"http://{listener.LocalEndpoint}");
        _ = Task.Run(ServeAsync);
    }

    internal Uri Url { get; }

    public void Dispose()
    {
        listener.Dispose();
        lock (clients)
            clients.ForEach(client => client.Dispose());
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                lock (clients)
                    clients.Add(client);
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{ \"tasks\":"u8.ToArray());
            }
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
