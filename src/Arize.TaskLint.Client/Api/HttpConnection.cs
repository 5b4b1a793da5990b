using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arize.TaskLint.Client.Api;

/// <summary>The HTTP handler that the settings ask for: no redirects followed, a proxy and authorities as set.</summary>
internal static class HttpConnection
{
    internal static SocketsHttpHandler CreateHandler(ConnectionSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the key along; the client looks at each one itself.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            UseCookies = false,
        };
        if (settings.Proxy is { } proxy)
            handler.Proxy = new WebProxy(proxy) { Credentials = CredentialsOf(proxy) };
        handler.SslOptions = new SslClientAuthenticationOptions();
        if (!settings.VerifiesCertificate)
        {
#pragma warning disable CA5359 // The user asked for it with ARIZE_REQUEST_VERIFY=false, and is warned on each run.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (settings.CertificateFile is { } file)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = TrustBesides(LoadAuthorities(file));
        }

        return handler;
    }

    private static NetworkCredential? CredentialsOf(Uri proxy)
    {
        var parts = proxy.UserInfo.Split(':', 2);
        return parts[0].Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    private static X509Certificate2Collection LoadAuthorities(string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"ARIZE_SSL_CA_CERT '{file}' cannot be read: {unreadable.Message}");
        }

        return authorities.Count > 0 ? authorities : throw new SettingsException($"ARIZE_SSL_CA_CERT '{file}' holds no certificate");
    }

    // What the system trusts stays trusted; a certificate that it does not know may still lead to one of the given authorities.
    private static RemoteCertificateValidationCallback TrustBesides(X509Certificate2Collection authorities) => (_, certificate, chain, errors) =>
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null || chain is null)
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(leaf);
    };
}
