using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Arize.TaskLint.Client.Tests.Api;

/// <summary>A server that answers over HTTPS with an empty list of tasks.</summary>
internal sealed class SecureServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private SecureServer(X509Certificate2 certificate, X509Certificate2Collection? chain)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ServerCertificateChain = chain;
        })));
        app = builder.Build();
        app.Run(context =>
        {
            Interlocked.Increment(ref requests);
            return context.Response.WriteAsync("""{ "tasks": [], "pagination": { "has_more": false } }""");
        });
    }

    internal Uri Url => new(app.Urls.Single());

    /// <summary>How many requests, each with the key, got as far as being read.</summary>
    internal int Requests => requests;

    internal static async Task<SecureServer> StartAsync(X509Certificate2 certificate, params X509Certificate2[] chain)
    {
        var server = new SecureServer(certificate, [.. chain]);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
