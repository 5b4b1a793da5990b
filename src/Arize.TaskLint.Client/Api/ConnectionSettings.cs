using System.Globalization;
using System.Net;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Api;

/// <summary>How the API is reached.</summary>
/// <param name="BaseUrl">The address before <c>/v2</c>, without a slash at the end.</param>
/// <param name="BaseUrlSource">Where the address was set, for messages: <c>ARIZE_REGION</c>.</param>
public sealed record ConnectionSettings(Uri BaseUrl, string BaseUrlSource)
{
    private const string DefaultHost = "api.arize.com";
    private const string ProxyVariable = "ARIZE_PROXY_URL";

    private static readonly string[] ExclusiveVariables = ["ARIZE_REGION", "ARIZE_SINGLE_HOST", "ARIZE_BASE_DOMAIN"];

    /// <summary>The key; null where there is none that can be used.</summary>
    public string? Key { get; init; }

    /// <summary>What no output may show of the key; null where there is none, or one that is too short for a key.</summary>
    public Secret? Secret
    {
        get => field ?? Secret.Of(Key);
        init;
    }

    /// <summary>Why there is no key that can be used, or null.</summary>
    public string? KeyProblem { get; init; }

    /// <summary>A file of certificate authorities, PEM, that are trusted besides the system's; or null.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Whether the server's certificate is checked.</summary>
    public bool VerifiesCertificate { get; init; } = true;

    /// <summary>The proxy; null for what <c>HTTPS_PROXY</c> and <c>NO_PROXY</c> say.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Reads the settings: a flag over the environment over the default.</summary>
    /// <param name="variables">The value of an environment variable, or null.</param>
    /// <param name="apiUrl">The value of <c>--api-url</c>, or null.</param>
    /// <param name="region">The value of <c>--region</c>, or null.</param>
    /// <exception cref="SettingsException">Settings contradict each other, or one cannot be used.</exception>
    public static ConnectionSettings Read(Func<string, string?> variables, string? apiUrl = null, string? region = null)
    {
        string? Get(string name) => variables(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        var (url, source) = FindBaseUrl(Get, apiUrl, region);
        var (key, problem) = ReadKey(variables("ARIZE_API_KEY"));
        return new ConnectionSettings(url, source)
        {
            Key = key,
            KeyProblem = problem,
            Secret = Secret.Of(variables("ARIZE_API_KEY")),
            CertificateFile = Get("ARIZE_SSL_CA_CERT"),
            VerifiesCertificate = Get("ARIZE_REQUEST_VERIFY") is not { } verify || !IsFalse(verify),
            Proxy = Get(ProxyVariable) is { } proxy ? ParseUrl(proxy, ProxyVariable) : null,
        };
    }

    private static (string? Key, string? Problem) ReadKey(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return (null, $"{(value is null ? "ARIZE_API_KEY is not set" : "ARIZE_API_KEY is empty")}; "
                + "set it to an API key of your space, or give a saved answer with --live");
        foreach (var c in value)
        {
            if (!IsOfKeys(c))
                return (null, $"ARIZE_API_KEY has {Describe(c)} in it, which no key has; was it copied with a quote, a line break or a space");
        }

        return value.Length < Secret.ShortestKey
            ? (null, $"ARIZE_API_KEY has fewer than {Secret.ShortestKey} characters, and no key is so short; set it to an API key of your space")
            : (value, null);
    }

    // What a bearer token may consist of, by RFC 6750.
    private static bool IsOfKeys(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/' or '=';

    private static string Describe(char c) => c switch
    {
        '\n' or '\r' => "a line break",
        ' ' or '\t' => "white space",
        '"' or '\'' or '`' => "a quote",
        < ' ' or '\x7f' => "a control character",
        <= '~' => "a character other than letters, digits and -._~+/=",
        _ => "a character that is not ASCII",
    };

    private static (Uri Url, string Source) FindBaseUrl(Func<string, string?> get, string? apiUrl, string? region)
    {
        if (apiUrl is not null && region is not null)
            throw new SettingsException("--api-url and --region both say where the API is; give one of them");
        if (apiUrl is not null)
            return (Checked(ParseUrl(apiUrl, "--api-url"), "--api-url"), "--api-url");
        if (region is not null)
            return (OfRegion(region, "--region"), "--region");

        var exclusive = ExclusiveVariables.Where(name => get(name) is not null).ToList();
        if (exclusive.Count > 1)
            throw new SettingsException($"{string.Join(" and ", exclusive)} exclude one another; unset all but one");

        var scheme = get("ARIZE_API_SCHEME");
        // A port for the API goes over the one for all services; 0 stands for none.
        var portSource = get("ARIZE_API_PORT") is not null ? "ARIZE_API_PORT" : "ARIZE_SINGLE_PORT";
        var port = get(portSource) is { } value and not "0" ? value : null;
        Uri Build(string host, string source) => ConnectionSettings.Build(scheme ?? "https", host, port, source, portSource);

        var found = new List<(Uri Url, string Source)>();
        if (get("ARIZE_BASE_URL") is { } baseUrl)
            found.Add((ParseUrl(baseUrl, "ARIZE_BASE_URL"), "ARIZE_BASE_URL"));
        if (get("ARIZE_API_HOST") is { } host)
            found.Add((Build(host, "ARIZE_API_HOST"), "ARIZE_API_HOST"));
        if (get("ARIZE_SINGLE_HOST") is { } single)
            found.Add((Build(single, "ARIZE_SINGLE_HOST"), "ARIZE_SINGLE_HOST"));
        if (get("ARIZE_REGION") is { } ownRegion)
            found.Add((OfRegion(ownRegion, "ARIZE_REGION"), "ARIZE_REGION"));
        if (get("ARIZE_BASE_DOMAIN") is { } domain)
            found.Add((Build("api." + domain, "ARIZE_BASE_DOMAIN"), "ARIZE_BASE_DOMAIN"));
        if (found.Count == 0)
        {
            var source = scheme is not null ? "ARIZE_API_SCHEME" : port is not null ? portSource : "the default";
            return (Checked(Build(DefaultHost, source), source), source);
        }

        var first = (Url: Checked(found[0].Url, found[0].Source), found[0].Source);
        foreach (var (url, source) in found.Skip(1))
        {
            if (Checked(url, source) != first.Url)
                throw new SettingsException($"{first.Source} says {Show(first.Url)}, but {source} says {Show(url)}; unset one of them");
        }

        return first;
    }

    private static Uri OfRegion(string region, string source)
    {
        if (!region.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            || !Uri.TryCreate($"https://api.{region}.arize.com", UriKind.Absolute, out var url))
        {
            throw new SettingsException($"{source} '{region}' is no region; one looks like eu-west-1a");
        }

        return url;
    }

    private static Uri Build(string scheme, string host, string? port, string source, string portSource)
    {
        if (host.Contains("://", StringComparison.Ordinal))
            throw new SettingsException($"{source} is a host alone, such as {DefaultHost}; give a whole address in ARIZE_BASE_URL");
        var text = $"{scheme}://{host}";
        if (port is not null)
        {
            if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
                throw new SettingsException($"{portSource} '{port}' is no port");
            text += ":" + port;
        }

        return ParseUrl(text, source);
    }

    private static Uri ParseUrl(string text, string source)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            // An address of a proxy that cannot be taken apart may have its password anywhere.
            throw new SettingsException(source == ProxyVariable
                ? $"{source} is not an address; one looks like http://proxy.example.com:8080"
                : $"{source} '{WithoutUser(text)}' is not an address; one looks like https://{DefaultHost}");
        }

        if (url.UserInfo.Length > 0 && source != ProxyVariable)
            throw new SettingsException($"{source} has a user name in it; the API takes its key from ARIZE_API_KEY alone");
        if (source == ProxyVariable)
            return url;
        var path = url.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/v2", StringComparison.Ordinal) ? path[..^3] : path;
        return new Uri(url.GetLeftPart(UriPartial.Authority) + path);
    }

    private static Uri Checked(Uri url, string source) => url.Scheme == "https" || IsLoopback(url)
        ? url
        : throw new SettingsException(
            $"{source} is {Show(url)}, but the key is sent over https only; plain http is for this machine's own addresses");

    /// <summary>Whether an address is this machine's own.</summary>
    internal static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // What stands before an @ may be a password.
    private static string WithoutUser(string text) => text[(text.LastIndexOf('@') + 1)..];

    private static string Show(Uri url) => url.ToString().TrimEnd('/');

    private static bool IsFalse(string value) => value.ToLowerInvariant() is "false" or "0" or "no" or "off";
}

/// <summary>Settings that contradict each other, or one that cannot be used; the message says which and what to do.</summary>
/// <param name="message">The message.</param>
public sealed class SettingsException(string message) : Exception(message);
