using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Server;

/// <summary>A plain HttpClient with the right key, that follows no redirect.</summary>
internal sealed class Caller : IDisposable
{
    public Caller(ArizeServer server, string? key = null)
    {
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseUrl };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key ?? server.ApiKey);
    }

    public HttpClient Http { get; }

    /// <summary>The JSON of an answer that must be 200.</summary>
    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 200, $"{path}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The names in a list.</summary>
    public async Task<string[]> NamesAsync(string path)
    {
        var page = await GetAsync(path);
        return [.. page.First(member => member.Key != "pagination").Value!.AsArray().Select(item => item!["name"]!.GetValue<string>())];
    }

    /// <summary>The detail of an answer that must be a problem of the given status, checked to be a whole one.</summary>
    public async Task<string> ProblemAsync(string path, int status)
    {
        using var response = await Http.GetAsync(path);
        return await DetailAsync(response, status);
    }

    public static async Task<string> DetailAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal(["type", "title", "status", "detail", "instance"], problem.Select(member => member.Key));
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.NotEqual("", problem["title"]!.GetValue<string>());
        Assert.Equal(Uri.UnescapeDataString(response.RequestMessage!.RequestUri!.AbsolutePath), problem["instance"]!.GetValue<string>());
        return problem["detail"]!.GetValue<string>();
    }

    public void Dispose() => Http.Dispose();
}
