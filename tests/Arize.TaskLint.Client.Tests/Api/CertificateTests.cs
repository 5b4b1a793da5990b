using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Api;

public sealed class CertificateTests : IDisposable
{
    private readonly Certificates own = new();
    private readonly string folder = Directory.CreateTempSubdirectory("tasklint-certificates-").FullName;
    private readonly SkippingTime time = new();

    public void Dispose()
    {
        own.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_once_and_told_what_to_do()
    {
        await using var server = await SecureServer.StartAsync(own.Server());

        var failed = await Assert.ThrowsAsync<ApiException>(() => AskAsync(server.Url));

        Assert.Equal(ApiFailure.Certificate, failed.Failure);
        Assert.Equal(
            $"no secure connection to {server.Url.Authority}: its certificate is not trusted (nobody who is trusted vouches for it); "
            + "if it is your company's own, name its authority in ARIZE_SSL_CA_CERT",
            failed.Message);
        Assert.Empty(time.Waits);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task A_certificate_of_the_given_authority_is_trusted()
    {
        await using var server = await SecureServer.StartAsync(own.Server());

        await AskAsync(server.Url, authorities: own.Authority.ExportCertificatePem());

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_file_may_have_several_authorities_and_text_between()
    {
        using var other = new Certificates("Another authority");
        await using var server = await SecureServer.StartAsync(own.Server());

        await AskAsync(server.Url, authorities: $"# ours\n{other.Authority.ExportCertificatePem()}\n# and theirs\n{own.Authority.ExportCertificatePem()}\n");

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task An_intermediate_authority_may_stand_between()
    {
        var intermediate = own.Intermediate();
        await using var server = await SecureServer.StartAsync(own.Server(intermediate), intermediate);

        await AskAsync(server.Url, authorities: own.Authority.ExportCertificatePem());

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Another_authority_does_not_help()
    {
        using var other = new Certificates("Another authority");
        await using var server = await SecureServer.StartAsync(own.Server());

        await RefusedAsync(server, other, "its certificate is not trusted (nobody who is trusted vouches for it), with the authorities of ARIZE_SSL_CA_CERT neither");
    }

    [Fact]
    public async Task The_given_authority_does_not_vouch_for_another_host()
    {
        await using var server = await SecureServer.StartAsync(own.Server(host: "api.example.com"));

        await RefusedAsync(server, own, "its certificate is another host's; check the API's address");
    }

    [Fact]
    public async Task The_given_authority_does_not_vouch_for_what_has_expired()
    {
        await using var server = await SecureServer.StartAsync(own.Server(isExpired: true));

        await RefusedAsync(
            server, own, "its certificate is not trusted (it has expired, or is not valid yet by this machine's clock), with the authorities of ARIZE_SSL_CA_CERT neither");
    }

    [Fact]
    public async Task Nothing_is_checked_where_the_user_wants_it_so()
    {
        await using var server = await SecureServer.StartAsync(own.Server(host: "api.example.com", isExpired: true));

        await AskAsync(server.Url, verify: "false");

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_server_without_TLS_is_not_said_to_have_a_bad_certificate()
    {
        await using var server = await ArizeServer.StartAsync(new ArizeWorld());

        var failed = await Assert.ThrowsAsync<ApiException>(() => AskAsync(new Uri($"https://{server.BaseUrl.Authority}")));

        Assert.StartsWith($"no secure connection to {server.BaseUrl.Authority}: ", failed.Message);
        Assert.DoesNotContain("certificate", failed.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_file_of_authorities_that_is_not_there_is_told()
    {
        var wrong = Assert.Throws<SettingsException>(() => Connect(new Uri("https://127.0.0.1"), file: Path.Combine(folder, "none.pem")));

        Assert.StartsWith($"ARIZE_SSL_CA_CERT '{Path.Combine(folder, "none.pem")}' cannot be read: ", wrong.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no certificate here\n")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEv1\n-----END PRIVATE KEY-----\n")]
    public void A_file_without_an_authority_is_told(string text)
    {
        var file = Write(text);

        Assert.StartsWith($"ARIZE_SSL_CA_CERT '{file}' holds no certificate; ", Assert.Throws<SettingsException>(() => Connect(new Uri("https://127.0.0.1"), file: file)).Message);
    }

    [Fact]
    public void A_broken_certificate_is_told()
    {
        var file = Write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        Assert.StartsWith($"ARIZE_SSL_CA_CERT '{file}' cannot be read: ", Assert.Throws<SettingsException>(() => Connect(new Uri("https://127.0.0.1"), file: file)).Message);
    }

    private async Task RefusedAsync(SecureServer server, Certificates trusted, string reason)
    {
        var failed = await Assert.ThrowsAsync<ApiException>(() => AskAsync(server.Url, authorities: trusted.Authority.ExportCertificatePem()));

        Assert.Equal($"no secure connection to {server.Url.Authority}: {reason}", failed.Message);
        Assert.Empty(time.Waits);
        Assert.Equal(0, server.Requests);
    }

    private string Write(string text)
    {
        var file = Path.Combine(folder, "authorities.pem");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<Node> AskAsync(Uri url, string? authorities = null, string? verify = null)
    {
        using var client = Connect(url, authorities is null ? null : Write(authorities), verify);
        return await client.GetAsync("/v2/tasks", CancellationToken.None);
    }

    private ApiClient Connect(Uri url, string? file = null, string? verify = null)
    {
        var settings = ConnectionSettings.Read(name => name switch
        {
            "ARIZE_API_KEY" => "ak-0123456789",
            "ARIZE_BASE_URL" => url.ToString(),
            "ARIZE_SSL_CA_CERT" => file,
            "ARIZE_REQUEST_VERIFY" => verify,
            _ => null,
        });
        return new ApiClient(settings, new ApiLimits(), time, _ => { });
    }
}
