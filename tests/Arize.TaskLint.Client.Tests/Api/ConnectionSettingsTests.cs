using Arize.TaskLint.Client.Api;

namespace Arize.TaskLint.Client.Tests.Api;

public sealed class ConnectionSettingsTests
{
    [Theory]
    [InlineData("", "https://api.arize.com", "the default")]
    [InlineData("ARIZE_BASE_URL=https://arize.example.com", "https://arize.example.com", "ARIZE_BASE_URL")]
    [InlineData("ARIZE_BASE_URL=  https://arize.example.com  ", "https://arize.example.com", "ARIZE_BASE_URL")]
    [InlineData("ARIZE_BASE_URL=HTTPS://ARIZE.Example.com", "https://arize.example.com", "ARIZE_BASE_URL")]
    [InlineData("ARIZE_BASE_URL=", "https://api.arize.com", "the default")]
    [InlineData("ARIZE_API_HOST=arize.example.com", "https://arize.example.com", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_HOST=arize.example.com ARIZE_API_PORT=8443", "https://arize.example.com:8443", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_HOST=arize.example.com:8443", "https://arize.example.com:8443", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_HOST=arize.example.com ARIZE_API_PORT=443", "https://arize.example.com", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_HOST=localhost ARIZE_API_SCHEME=http ARIZE_API_PORT=8080", "http://localhost:8080", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_HOST=localhost ARIZE_API_SCHEME=HTTP", "http://localhost", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_HOST=arize.example.com/gateway", "https://arize.example.com/gateway", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_PORT=8443", "https://api.arize.com:8443", "ARIZE_API_PORT")]
    [InlineData("ARIZE_API_SCHEME=https", "https://api.arize.com", "ARIZE_API_SCHEME")]
    [InlineData("ARIZE_SINGLE_HOST=arize.example.com", "https://arize.example.com", "ARIZE_SINGLE_HOST")]
    [InlineData("ARIZE_SINGLE_HOST=arize.example.com ARIZE_SINGLE_PORT=8443", "https://arize.example.com:8443", "ARIZE_SINGLE_HOST")]
    [InlineData("ARIZE_SINGLE_HOST=arize.example.com ARIZE_SINGLE_PORT=0", "https://arize.example.com", "ARIZE_SINGLE_HOST")]
    [InlineData("ARIZE_SINGLE_HOST=arize.example.com ARIZE_SINGLE_PORT=1 ARIZE_API_PORT=2", "https://arize.example.com:2", "ARIZE_SINGLE_HOST")]
    [InlineData("ARIZE_SINGLE_PORT=8443", "https://api.arize.com:8443", "ARIZE_SINGLE_PORT")]
    [InlineData("ARIZE_REGION=eu-west-1a", "https://api.eu-west-1a.arize.com", "ARIZE_REGION")]
    [InlineData("ARIZE_REGION=us-central-1a", "https://api.us-central-1a.arize.com", "ARIZE_REGION")]
    [InlineData("ARIZE_BASE_DOMAIN=example.com", "https://api.example.com", "ARIZE_BASE_DOMAIN")]
    public void The_environment_says_where_the_API_is(string environment, string url, string source)
    {
        var settings = Read(environment);

        Assert.Equal((new Uri(url), source), (settings.BaseUrl, settings.BaseUrlSource));
    }

    [Theory]
    [InlineData("https://arize.example.com/", "https://arize.example.com")]
    [InlineData("https://arize.example.com/v2", "https://arize.example.com")]
    [InlineData("https://arize.example.com/v2/", "https://arize.example.com")]
    [InlineData("https://arize.example.com/gateway/arize", "https://arize.example.com/gateway/arize")]
    [InlineData("https://arize.example.com/gateway/arize/", "https://arize.example.com/gateway/arize")]
    [InlineData("https://arize.example.com/gateway/v2/", "https://arize.example.com/gateway")]
    [InlineData("https://arize.example.com/dev2", "https://arize.example.com/dev2")]
    [InlineData("https://arize.example.com:8443/v2", "https://arize.example.com:8443")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000/v2", "http://[::1]:5000")]
    [InlineData("http://localhost", "http://localhost")]
    public void A_path_before_v2_is_kept_and_v2_is_not(string given, string url)
    {
        Assert.Equal(new Uri(url), ConnectionSettings.Read(_ => null, apiUrl: given).BaseUrl);
    }

    [Theory]
    [InlineData("ARIZE_BASE_URL=https://one.example.com")]
    [InlineData("ARIZE_REGION=us-east-1b ARIZE_SINGLE_HOST=one.example.com ARIZE_BASE_DOMAIN=example.com")]
    [InlineData("ARIZE_API_HOST=one.example.com ARIZE_API_PORT=none")]
    [InlineData("ARIZE_BASE_URL=nonsense")]
    public void A_flag_goes_over_the_environment_however_that_looks(string environment)
    {
        var byUrl = Read(environment, apiUrl: "https://two.example.com");
        var byRegion = Read(environment, region: "eu-west-1a");

        Assert.Equal((new Uri("https://two.example.com"), "--api-url"), (byUrl.BaseUrl, byUrl.BaseUrlSource));
        Assert.Equal((new Uri("https://api.eu-west-1a.arize.com"), "--region"), (byRegion.BaseUrl, byRegion.BaseUrlSource));
    }

    [Theory]
    [InlineData("ARIZE_REGION=eu-west-1a ARIZE_SINGLE_HOST=a.example.com", "ARIZE_REGION and ARIZE_SINGLE_HOST exclude one another; unset all but one")]
    [InlineData("ARIZE_SINGLE_HOST=a.example.com ARIZE_BASE_DOMAIN=example.com", "ARIZE_SINGLE_HOST and ARIZE_BASE_DOMAIN exclude one another; unset all but one")]
    [InlineData(
        "ARIZE_REGION=eu-west-1a ARIZE_SINGLE_HOST=a.example.com ARIZE_BASE_DOMAIN=example.com",
        "ARIZE_REGION and ARIZE_SINGLE_HOST and ARIZE_BASE_DOMAIN exclude one another; unset all but one")]
    [InlineData(
        "ARIZE_BASE_URL=https://a.example.com ARIZE_REGION=eu-west-1a",
        "ARIZE_BASE_URL says https://a.example.com, but ARIZE_REGION says https://api.eu-west-1a.arize.com; unset one of them")]
    [InlineData(
        "ARIZE_BASE_URL=https://a.example.com ARIZE_API_HOST=b.example.com",
        "ARIZE_BASE_URL says https://a.example.com, but ARIZE_API_HOST says https://b.example.com; unset one of them")]
    public void Settings_that_contradict_each_other_are_refused(string environment, string message)
    {
        Assert.Equal(message, Assert.Throws<SettingsException>(() => Read(environment)).Message);
    }

    [Fact]
    public void Both_flags_are_refused()
    {
        Assert.Equal(
            "--api-url and --region both say where the API is; give one of them",
            Assert.Throws<SettingsException>(() => Read("", apiUrl: "https://a.example.com", region: "eu-west-1a")).Message);
    }

    [Theory]
    [InlineData("ARIZE_BASE_URL=https://a.example.com/v2 ARIZE_API_HOST=a.example.com", "https://a.example.com", "ARIZE_BASE_URL")]
    [InlineData("ARIZE_REGION=eu-west-1a ARIZE_API_HOST=api.eu-west-1a.arize.com", "https://api.eu-west-1a.arize.com", "ARIZE_API_HOST")]
    [InlineData("ARIZE_API_HOST=a.example.com ARIZE_API_PORT=443 ARIZE_BASE_URL=https://a.example.com", "https://a.example.com", "ARIZE_BASE_URL")]
    public void Settings_that_say_the_same_are_no_contradiction(string environment, string url, string source)
    {
        var settings = Read(environment);

        Assert.Equal((new Uri(url), source), (settings.BaseUrl, settings.BaseUrlSource));
    }

    [Theory]
    [InlineData("http://arize.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://0.0.0.0")]
    public void The_key_goes_over_plain_http_to_this_machine_alone(string url)
    {
        var message = $"is {url}, but the key is sent over https only; plain http is for this machine's own addresses";

        Assert.Equal($"--api-url {message}", Assert.Throws<SettingsException>(() => Read("", apiUrl: url)).Message);
        Assert.Equal($"ARIZE_BASE_URL {message}", Assert.Throws<SettingsException>(() => Read($"ARIZE_BASE_URL={url}")).Message);
        Assert.Equal($"ARIZE_API_HOST {message}", Assert.Throws<SettingsException>(() => Read($"ARIZE_API_SCHEME=http ARIZE_API_HOST={url[7..]}")).Message);
    }

    [Theory]
    [InlineData("ARIZE_API_SCHEME=http", "ARIZE_API_SCHEME is http://api.arize.com, but the key is sent over https only; plain http is for this machine's own addresses")]
    [InlineData("ARIZE_BASE_URL=arize.example.com", "ARIZE_BASE_URL 'arize.example.com' is not an address; one looks like https://api.arize.com")]
    [InlineData("ARIZE_BASE_URL=ftp://arize.example.com", "ARIZE_BASE_URL 'ftp://arize.example.com' is not an address; one looks like https://api.arize.com")]
    [InlineData("ARIZE_BASE_URL=https://", "ARIZE_BASE_URL 'https://' is not an address; one looks like https://api.arize.com")]
    [InlineData("ARIZE_BASE_URL=https://user:secret@a.example.com", "ARIZE_BASE_URL has a user name in it; the API takes its key from ARIZE_API_KEY alone")]
    [InlineData("ARIZE_BASE_URL=https//user:secret@a.example.com", "ARIZE_BASE_URL 'a.example.com' is not an address; one looks like https://api.arize.com")]
    [InlineData("ARIZE_API_HOST=https://a.example.com", "ARIZE_API_HOST is a host alone, such as api.arize.com; give a whole address in ARIZE_BASE_URL")]
    [InlineData("ARIZE_API_HOST=a.example.com ARIZE_API_PORT=http", "ARIZE_API_PORT 'http' is no port")]
    [InlineData("ARIZE_API_HOST=a.example.com ARIZE_API_PORT=65536", "ARIZE_API_PORT '65536' is no port")]
    [InlineData("ARIZE_API_HOST=a.example.com ARIZE_API_PORT=-1", "ARIZE_API_PORT '-1' is no port")]
    [InlineData("ARIZE_SINGLE_HOST=a.example.com ARIZE_SINGLE_PORT=x", "ARIZE_SINGLE_PORT 'x' is no port")]
    [InlineData("ARIZE_API_HOST=a.example.com ARIZE_API_SCHEME=grpc", "ARIZE_API_HOST 'grpc://a.example.com' is not an address; one looks like https://api.arize.com")]
    [InlineData("ARIZE_REGION=EU_WEST", "ARIZE_REGION 'EU_WEST' is no region; one looks like eu-west-1a, or US, EU or CA")]
    [InlineData("ARIZE_REGION=evil.example.com/", "ARIZE_REGION 'evil.example.com/' is no region; one looks like eu-west-1a, or US, EU or CA")]
    [InlineData("ARIZE_PROXY_URL=user:secret@proxy:8080", "ARIZE_PROXY_URL is not an address; one looks like http://proxy.example.com:8080")]
    public void A_setting_that_cannot_be_used_is_told(string environment, string message)
    {
        Assert.Equal(message, Assert.Throws<SettingsException>(() => Read(environment)).Message);
    }

    [Theory]
    [InlineData("US", "us-east-1b")]
    [InlineData("us", "us-east-1b")]
    [InlineData("EU", "eu-west-1a")]
    [InlineData("Eu", "eu-west-1a")]
    [InlineData("CA", "ca-central-1a")]
    public void A_region_may_be_given_by_its_alias(string alias, string region)
    {
        var url = new Uri($"https://api.{region}.arize.com");

        Assert.Equal((url, "--region"), (Read("", region: alias).BaseUrl, Read("", region: alias).BaseUrlSource));
        Assert.Equal((url, "ARIZE_REGION"), (Read($"ARIZE_REGION={alias}").BaseUrl, Read($"ARIZE_REGION={alias}").BaseUrlSource));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EUROPE")]
    [InlineData("eu.west")]
    [InlineData("é")]
    public void A_flag_for_the_region_that_is_none_is_told(string region)
    {
        Assert.Equal($"--region '{region}' is no region; one looks like eu-west-1a, or US, EU or CA", Assert.Throws<SettingsException>(() => Read("", region: region)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api.arize.com")]
    [InlineData("https://")]
    public void A_flag_for_the_address_that_is_none_is_told(string url)
    {
        Assert.Equal($"--api-url '{url}' is not an address; one looks like https://api.arize.com", Assert.Throws<SettingsException>(() => Read("", apiUrl: url)).Message);
    }

    [Theory]
    [InlineData(null, "ARIZE_API_KEY is not set; set it to an API key of your space, or give a saved answer with --live")]
    [InlineData("", "ARIZE_API_KEY is empty; set it to an API key of your space, or give a saved answer with --live")]
    [InlineData(" \n", "ARIZE_API_KEY is empty; set it to an API key of your space, or give a saved answer with --live")]
    [InlineData("ak-1234567890\n", "ARIZE_API_KEY has a line break in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("ak-1234567890\r\nX-Evil: 1", "ARIZE_API_KEY has a line break in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData(" ak-1234567890", "ARIZE_API_KEY has white space in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("ak-123\t4567890", "ARIZE_API_KEY has white space in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("ak-123\u0007", "ARIZE_API_KEY has a control character in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("ak-12345–67890", "ARIZE_API_KEY has a character that is not ASCII in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("ak-\"1234567890\"", "ARIZE_API_KEY has a quote in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("ak-\\1234567890", "ARIZE_API_KEY has a character other than letters, digits and -._~+/= in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("{\"tasks\":1}", "ARIZE_API_KEY has a character other than letters, digits and -._~+/= in it, which no key has; was it copied with a quote, a line break or a space")]
    [InlineData("1234567", "ARIZE_API_KEY has fewer than 8 characters, and no key is so short; set it to an API key of your space")]
    public void A_key_that_cannot_be_one_is_told_and_not_repeated(string? key, string problem)
    {
        var settings = ConnectionSettings.Read(name => name == "ARIZE_API_KEY" ? key : null);

        Assert.Equal((null, problem), (settings.Key, settings.KeyProblem));
    }

    // As a pipeline hands it over where the variable is not defined.
    [Theory]
    [InlineData("$(ARIZE_API_KEY)")]
    [InlineData("$(arize.key)\n")]
    [InlineData("${{ secrets.ARIZE_API_KEY }}")]
    [InlineData("${{variables.key}}")]
    [InlineData("$[variables.ARIZE_API_KEY]")]
    [InlineData("${ARIZE_API_KEY}")]
    [InlineData("$ARIZE_API_KEY")]
    [InlineData("%ARIZE_API_KEY%")]
    [InlineData("{{ arize_key }}")]
    public void A_reference_that_nothing_was_filled_in_for_is_told_and_not_repeated(string key)
    {
        var settings = ConnectionSettings.Read(name => name == "ARIZE_API_KEY" ? key : null);

        Assert.Equal((null, "ARIZE_API_KEY is a reference that was not filled in, as $(NAME) or ${{ secrets.NAME }}, and not a key: "
            + "the variable that it names is not defined, or this run may not read it; set it to an API key of your space"), (settings.Key, settings.KeyProblem));
    }

    [Theory]
    [InlineData("ak-1234567890")]
    [InlineData("12345678")]
    [InlineData("with_odd=but+legal/characters~.")]
    public void Any_other_key_is_taken_as_it_is(string key)
    {
        var settings = ConnectionSettings.Read(name => name == "ARIZE_API_KEY" ? key : null);

        Assert.Equal((key, null), (settings.Key, settings.KeyProblem));
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("FALSE", false)]
    [InlineData("0", false)]
    [InlineData("no", false)]
    [InlineData("off", false)]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("", true)]
    [InlineData("flase", true)]
    public void Only_a_clear_no_turns_the_check_of_certificates_off(string value, bool verifies)
    {
        Assert.Equal(verifies, Read($"ARIZE_REQUEST_VERIFY={value}").VerifiesCertificate);
    }

    [Fact]
    public void The_rest_is_as_it_is_set_and_nothing_by_default()
    {
        var none = Read("");
        var all = Read("ARIZE_SSL_CA_CERT=/etc/ssl/ours.pem ARIZE_PROXY_URL=http://user:secret@proxy.example.com:8080");

        Assert.Equal((null, null, true), (none.CertificateFile, none.Proxy, none.VerifiesCertificate));
        Assert.Equal(("/etc/ssl/ours.pem", new Uri("http://user:secret@proxy.example.com:8080")), (all.CertificateFile, all.Proxy));
    }

    private static ConnectionSettings Read(string environment, string? apiUrl = null, string? region = null)
    {
        // NAME=value, separated by a space before the next name.
        var variables = System.Text.RegularExpressions.Regex.Split(environment, " (?=ARIZE_)")
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return ConnectionSettings.Read(name => variables.GetValueOrDefault(name), apiUrl, region);
    }
}
