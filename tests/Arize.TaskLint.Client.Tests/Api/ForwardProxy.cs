using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Arize.TaskLint.Client.Tests.Api;

/// <summary>A proxy for plain http that passes requests on, and remembers them. It opens no tunnel.</summary>
internal sealed class ForwardProxy : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> targets = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string? password;
    private readonly WebApplication app;

    private ForwardProxy(string? password)
    {
        this.password = password;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(PassOnAsync);
    }

    internal Uri Url => new(app.Urls.Single());

    /// <summary>What was asked for, as it came: whole addresses, or a host and port for a tunnel.</summary>
    internal IReadOnlyList<string> Targets => [.. targets];

    /// <param name="password">What it wants as user name and password, in base64; null for nothing.</param>
    internal static async Task<ForwardProxy> StartAsync(string? password = null)
    {
        var proxy = new ForwardProxy(password);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        targets.Enqueue(target);
        if (password is not null && context.Request.Headers["Proxy-Authorization"] != $"Basic {password}")
        {
            context.Response.StatusCode = StatusCodes.Status407ProxyAuthenticationRequired;
            context.Response.Headers["Proxy-Authenticate"] = "Basic realm=\"the company\"";
            return;
        }

        if (context.Request.Method != HttpMethods.Get)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        using var response = await http.SendAsync(request);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body);
    }
}
