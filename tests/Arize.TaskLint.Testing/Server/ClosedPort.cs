using System.Net;
using System.Net.Sockets;

namespace Arize.TaskLint.Testing.Server;

/// <summary>
/// A loopback address on which nothing listens: connections are refused. The port is held, not only found, so that no other test
/// can open it meanwhile.
/// </summary>
public sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes a free port, without listening on it.</summary>
    public ClosedPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Url = new Uri($"http://{_socket.LocalEndPoint}");
    }

    /// <summary>The address that refuses.</summary>
    public Uri Url { get; }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
