using System.Collections.Concurrent;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Api;

/// <summary>A test that asks a server. Nothing in it sleeps, and no client may ever send what the API does not have.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    // Only so that a broken client fails a test in place of hanging it: nothing waits this long.
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> log = new();
    private readonly List<IDisposable> clients = [];

    /// <summary>What the server answers from.</summary>
    protected ArizeWorld World { get; } = new();

    /// <summary>The server.</summary>
    protected ArizeServer Server { get; private set; } = null!;

    /// <summary>The clients' clock.</summary>
    protected SkippingTime Time { get; } = new();

    /// <summary>What the clients said of their requests.</summary>
    protected IReadOnlyList<string> Log => [.. log];

    /// <summary>The paths that were asked for, without <c>/v2/</c>.</summary>
    protected IEnumerable<string> Paths => Server.Requests.Select(request => request.Path["/v2/".Length..]);

    public async ValueTask InitializeAsync() => Server = await ArizeServer.StartAsync(World);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var client in clients)
            client.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(Server.Violations);
        Assert.All(Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    /// <summary>The settings that lead to an address, by default the server's.</summary>
    protected ConnectionSettings SettingsFor(Uri? url = null, string? key = null) =>
        new(url ?? Server.BaseUrl, "ARIZE_BASE_URL") { Key = key ?? Server.ApiKey };

    /// <summary>A client of the server.</summary>
    protected ApiClient Connect(ApiLimits? limits = null, ConnectionSettings? settings = null, TimeProvider? time = null, Action<string>? onLog = null)
    {
        var client = new ApiClient(settings ?? SettingsFor(), limits ?? new ApiLimits(), time ?? Time, line =>
        {
            log.Enqueue(line);
            onLog?.Invoke(line);
        });
        clients.Add(client);
        return client;
    }

    /// <summary>Looks for the declared tasks.</summary>
    protected Task<IReadOnlyList<TaskCase>> SearchAsync(
        string yaml, ApiClient? client = null, SpaceSettings? spaces = null, CancellationToken cancellation = default) =>
        new ApiSource(new ArizeApi(client ?? Connect()), _ => { }).FindAsync(Declared.Read(yaml), spaces ?? new SpaceSettings(), cancellation);

    /// <summary>What was found of the declared tasks.</summary>
    protected async Task<IReadOnlyList<LiveAnswer>> FindAsync(string yaml, ApiClient? client = null, SpaceSettings? spaces = null) =>
        [.. (await SearchAsync(yaml, client, spaces)).Select(one => one.Live)];

    /// <summary>What was found of the only declared task.</summary>
    protected async Task<LiveAnswer> FindOneAsync(string yaml, ApiClient? client = null) => Assert.Single(await FindAsync(yaml, client));

    /// <summary>Why a GET had no answer.</summary>
    protected async Task<ApiException> FailAsync(ApiClient? client = null, string path = "/v2/tasks") =>
        await Assert.ThrowsAsync<ApiException>(() => (client ?? Connect()).GetAsync(path, CancellationToken.None).WaitAsync(Patience));
}
