using System.Net;
using Arize.TaskLint.Client.Api;

namespace Arize.TaskLint.Client.Tests.Api;

/// <summary>Changes what all HTTP clients of the process have in common: it runs by itself.</summary>
[CollectionDefinition(nameof(ProcessWideProxy), DisableParallelization = true)]
public sealed class ProcessWideProxy;

/// <summary>Which addresses are this machine's own: only they are reached over plain http, and never through a proxy of the environment.</summary>
[Collection(nameof(ProcessWideProxy))]
public sealed class LoopbackTests : ServerTest
{
    [Theory]
    [InlineData("http://evil-localhost")]
    [InlineData("http://notlocalhost")]
    [InlineData("http://localhost.evil.com")]
    [InlineData("http://evil.localhost")]
    [InlineData("http://localhost.")]
    [InlineData("http://localhos")]
    [InlineData("http://127.0.0.1.evil.com")]
    [InlineData("http://127.evil.com")]
    [InlineData("http://evil.com/localhost")]
    [InlineData("http://evil.com/?127.0.0.1")]
    [InlineData("http://evil.com:127")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://1.0.0.127")]
    [InlineData("http://[::2]")]
    [InlineData("http://[2001:db8::1]")]
    [InlineData("http://[::]")]
    public void The_key_does_not_go_in_the_clear_to_an_address_that_only_looks_like_this_machine(string url) =>
        Assert.Contains(
            "the key is sent over https only",
            Assert.Throws<SettingsException>(() => ConnectionSettings.Read(name => name == "ARIZE_BASE_URL" ? url : null)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://LocalHost")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.1.2.3")]
    [InlineData("http://[::1]")]
    public void This_machine_s_own_addresses_are_reached_over_plain_http(string url) =>
        Assert.Equal(new Uri(url), ConnectionSettings.Read(_ => null, apiUrl: url).BaseUrl);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_proxy_of_the_environment_does_not_see_requests_to_this_machine(string host)
    {
        await using var proxy = await ForwardProxy.StartAsync();
        var environment = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Url);
        try
        {
            // Only to be sure that the proxy would be asked.
            using var other = new HttpClient();
            using var response = await other.GetAsync(new Uri("http://elsewhere.invalid/"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal("http://elsewhere.invalid/", Assert.Single(proxy.Targets));

            await Connect(settings: SettingsFor(new UriBuilder(Server.BaseUrl) { Host = host }.Uri)).GetAsync("/v2/tasks", CancellationToken.None);
        }
        finally
        {
            HttpClient.DefaultProxy = environment;
        }

        Assert.Single(proxy.Targets);
        Assert.Equal("/v2/tasks", Assert.Single(Server.Requests).Path);
    }
}
