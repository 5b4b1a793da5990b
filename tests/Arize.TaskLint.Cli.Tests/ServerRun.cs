using System.Text.Json;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Runs the tool against a server; no run may send what the API does not have.</summary>
public sealed class ServerRun : IAsyncDisposable
{
    private ServerRun(ArizeWorld world, ArizeServer server)
    {
        World = world;
        Server = server;
        Tool = ToolRun.Create().Variable("ARIZE_API_KEY", server.ApiKey).Variable("ARIZE_BASE_URL", server.BaseUrl.ToString());
    }

    /// <summary>What the server answers from.</summary>
    public ArizeWorld World { get; }

    /// <summary>The server.</summary>
    public ArizeServer Server { get; }

    /// <summary>The tool, with the server's address and key.</summary>
    public ToolRun Tool { get; }

    public static async Task<ServerRun> StartAsync()
    {
        var world = new ArizeWorld();
        return new ServerRun(world, await ArizeServer.StartAsync(world));
    }

    /// <summary>Runs <c>check --format json</c>; the result must be JSON whatever happens.</summary>
    public async Task<(ToolResult Result, JsonElement Json)> CheckAsync(params string[] args)
    {
        var result = await Tool.RunAsync(["check", "--format", "json", .. args]);
        return (result, Parse(result.Output));
    }

    /// <summary>The JSON of a result, checked to be a whole one.</summary>
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement.Clone();
        Assert.Equal("1.0", json.GetProperty("formatVersion").GetString());
        foreach (var member in new[] { "tool", "complete", "summary", "findings", "tasks" })
            Assert.True(json.TryGetProperty(member, out _), member);
        return json;
    }

    public async ValueTask DisposeAsync()
    {
        Tool.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(Server.Violations);
        Assert.All(Server.Requests, request => Assert.Equal("GET", request.Method));
    }
}
