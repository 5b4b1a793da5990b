using Arize.TaskLint.Client.Profiles;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Api;

/// <summary>How the API is reached.</summary>
/// <param name="BaseUrl">The address before <c>/v2</c>, without a slash at the end.</param>
/// <param name="BaseUrlSource">Where the address was set, for messages: <c>ARIZE_REGION</c>.</param>
public sealed record ConnectionSettings(Uri BaseUrl, string BaseUrlSource)
{
    private const string ProxyVariable = "ARIZE_PROXY_URL";
    private const string CertificateVariable = "ARIZE_SSL_CA_CERT";
    private const string VerifyVariable = "ARIZE_REQUEST_VERIFY";

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

    /// <summary>What to do where the API refuses the key.</summary>
    public string KeyAdvice { get; init; } = ConnectionKey.AdviceOn(ConnectionKey.Variable);

    /// <summary>A file of certificate authorities, PEM, that are trusted besides the system's; or null.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Where <see cref="CertificateFile"/> is set, for messages.</summary>
    public string CertificateSource { get; init; } = CertificateVariable;

    /// <summary>Whether the server's certificate is checked.</summary>
    public bool VerifiesCertificate { get; init; } = true;

    /// <summary>Where <see cref="VerifiesCertificate"/> is set, for messages.</summary>
    public string VerifySource { get; init; } = VerifyVariable;

    /// <summary>The proxy; null for what <c>HTTPS_PROXY</c> and <c>NO_PROXY</c> say.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Whether the API is reached without a proxy, whatever else is set.</summary>
    public bool BypassesProxy { get; init; }

    /// <summary>What of the profile is not used, since the environment sets it: a sentence each.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The address as messages show it.</summary>
    public string ShownUrl => Conceal(BaseUrl.ToString());

    /// <summary>Whether the address is that of the profile.</summary>
    internal bool HasAddressOfProfile { get; private init; }

    // What variables of the profile were filled with.
    private IReadOnlyList<(string Value, string Shown)> Hidden { get; init; } = [];

    /// <summary>A text with what variables brought into the profile called as it is written there.</summary>
    /// <param name="text">Any text of a message.</param>
    public string Conceal(string text) => FilledText.Conceal(text, Hidden);

    /// <summary>
    /// Reads the settings: a flag over the environment over the profile over the default. The key, the address, the check of certificates, their
    /// authorities and the proxy are each taken from one of them as a whole.
    /// </summary>
    /// <param name="variables">The value of an environment variable, or null.</param>
    /// <param name="apiUrl">The value of <c>--api-url</c>, or null.</param>
    /// <param name="region">The value of <c>--region</c>, or null.</param>
    /// <param name="profile">The profile, or null.</param>
    /// <param name="time">The clock that tells whether a token has expired; null for that of the system.</param>
    /// <param name="canUseSaved">Whether saved answers may be given instead of a key.</param>
    /// <exception cref="SettingsException">Settings contradict each other, or one cannot be used.</exception>
    public static ConnectionSettings Read(
        Func<string, string?> variables, string? apiUrl = null, string? region = null, Profile? profile = null, TimeProvider? time = null,
        bool canUseSaved = true)
    {
        string? Get(string name) => variables(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        var values = profile is null ? null : new ProfileValues(profile, variables);
        var overrides = new List<string>();
        var flag = ApiAddress.OfFlags(apiUrl, region);
        var set = flag ?? ApiAddress.OfVariables(Get);
        if (flag is null && set is not null && profile is not null && IsOther(set, new ProfileValues(profile, variables)))
            overrides.Add($"the API's address is that of {set.Source}, and not that of {profile.Source}");
        var address = set ?? (values is null ? null : ApiAddress.OfProfile(values)) ?? ApiAddress.Default;
        var key = ConnectionKey.Read(variables(ConnectionKey.Variable), values, (time ?? TimeProvider.System).GetUtcNow(), overrides, canUseSaved);
        var settings = new ConnectionSettings(address.Url, address.Source)
        {
            Key = key.Text,
            KeyProblem = key.Problem,
            KeyAdvice = key.Advice,
            Secret = Secret.Join(Secret.Of(variables(ConnectionKey.Variable)), profile?.SecretOf(variables)),
            Overrides = overrides,
            HasAddressOfProfile = profile is not null && address.Source == profile.Source,
        };
        settings = Of(SettingsPart.Certificate, () => WithCertificates(settings, Get, values));
        settings = Of(SettingsPart.Proxy, () => WithProxy(settings, Get, values));
        return settings with { Hidden = values?.Hidden ?? [] };
    }

    /// <summary>
    /// Why no certificate can be checked, and what to do: the file of authorities cannot be used, or there is none and the system has no authorities
    /// either. Null where it can be, or none is needed.
    /// </summary>
    public string? CertificateProblem()
    {
        try
        {
            if (!VerifiesCertificate)
                return null;
            _ = new CertificateCheck(this);
            return CertificateFile is null && BaseUrl.Scheme == Uri.UriSchemeHttps && SystemAuthorities.AreMissing ? SystemAuthorities.None : null;
        }
        catch (SettingsException wrong)
        {
            return wrong.Message;
        }
    }

    private static ConnectionSettings Of(SettingsPart part, Func<ConnectionSettings> read)
    {
        try
        {
            return read();
        }
        catch (SettingsException wrong)
        {
            throw new SettingsException(wrong.Message) { Part = part };
        }
    }

    // The official command line writes ${ARIZE_REGION} into profiles, which says the same.
    private static bool IsOther(ApiAddress set, ProfileValues values)
    {
        try
        {
            return ApiAddress.OfProfile(values) is { } address && address.Url != set.Url;
        }
        catch (SettingsException)
        {
            return true;
        }
    }

    private static ConnectionSettings WithCertificates(ConnectionSettings settings, Func<string, string?> get, ProfileValues? values)
    {
        if (get(CertificateVariable) is { } file)
            settings = settings with { CertificateFile = file };
        else if (values?.Text("network.ca_bundle") is { } bundle)
            settings = settings with { CertificateFile = bundle, CertificateSource = SourceOf(values, "network.ca_bundle") };

        if (get(VerifyVariable) is { } verify)
            return settings with { VerifiesCertificate = !IsFalse(verify) };
        return values?.Text("security.request_verify", isHidden: false) is { } text
            ? settings with { VerifiesCertificate = !IsFalse(text), VerifySource = SourceOf(values, "security.request_verify") }
            : settings;
    }

    private static ConnectionSettings WithProxy(ConnectionSettings settings, Func<string, string?> get, ProfileValues? values)
    {
        if (get(ProxyVariable) is { } proxy)
            return settings with { Proxy = ParseProxy(proxy, ProxyVariable) };
        if (values is null)
            return settings;
        if (values.Text("network.no_proxy") is { } hosts && ProxyBypass.Covers(hosts, settings.BaseUrl))
            return settings with { BypassesProxy = true };
        return values.Text("network.proxy_mode", isHidden: false)?.ToLowerInvariant() switch
        {
            null or "system" => settings,
            "url" when values.Text("network.proxy_url") is { } url =>
                settings with { Proxy = ProxyOf(values, url) },
            "url" => throw new SettingsException(
                $"{values.Profile["network.proxy_mode"]!.Place}: network.proxy_mode 'url' needs network.proxy_url"),
            _ => throw new SettingsException(
                $"{values.Profile["network.proxy_mode"]!.Place}: network.proxy_mode is neither 'system' nor 'url'; "
                    + $"set {ProxyVariable} to use another"),
        };
    }

    private static string SourceOf(ProfileValues values, string path) => $"{path} of {values.Profile.Source}";

    private static Uri ProxyOf(ProfileValues values, string text)
    {
        var url = ParseProxy(text, $"{values.Profile["network.proxy_url"]!.Place}: network.proxy_url");
        // Messages name the host alone.
        values.Hide("network.proxy_url", url.Authority);
        values.Hide("network.proxy_url", url.Host);
        return url;
    }

    private static Uri ParseProxy(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && url.Host.Length > 0
            ? url
            // An address of a proxy that cannot be taken apart may have its password anywhere.
            : throw new SettingsException($"{source} is not an address; one looks like http://proxy.example.com:8080");

    private static bool IsFalse(string value) => value.ToLowerInvariant() is "false" or "0" or "no" or "off";
}

/// <summary>Settings that contradict each other, or one that cannot be used; the message says which and what to do.</summary>
/// <param name="message">The message.</param>
public sealed class SettingsException(string message) : Exception(message)
{
    /// <summary>What of the connection cannot be set up.</summary>
    public SettingsPart Part { get; init; }
}
