using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arize.TaskLint.Client.Api;

/// <summary>Accepts the servers that the system trusts, and besides those that one of the given authorities vouches for.</summary>
internal sealed class CertificateCheck
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly string source;

    private readonly X509Certificate2Collection authorities = [];

    /// <summary>Reads the authorities.</summary>
    /// <param name="settings">Names their file.</param>
    /// <exception cref="SettingsException">The file cannot be read, or holds none.</exception>
    internal CertificateCheck(ConnectionSettings settings)
    {
        source = settings.CertificateSource;
        if (settings.CertificateFile is not { } file)
            return;
        var shown = settings.Conceal(file);
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or CryptographicException)
        {
            throw Unusable($"cannot be read: {settings.Conceal(unreadable.Message).TrimEnd('.')}");
        }

        if (authorities.Count == 0)
            throw Unusable("holds no certificate");

        SettingsException Unusable(string why) =>
            new($"{source} '{shown}' {why}; "
                + "name a file with the certificates of your authorities in PEM, or leave it out to trust the system's alone")
            { Part = SettingsPart.Certificate };
    }

    /// <summary>Whether a server is accepted.</summary>
    /// <exception cref="CertificateException">It is not; the runtime itself would not say why.</exception>
    internal bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is null || chain is null)
            throw new CertificateException("it shows no certificate");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            throw new CertificateException("its certificate is another host's; check the API's address");
        if (authorities.Count == 0 && IsOfNobody(chain) && SystemAuthorities.AreMissing)
            throw new CertificateException($"its certificate cannot be checked: {SystemAuthorities.None}");
        if (authorities.Count == 0)
            throw new CertificateException(
                $"its certificate is not trusted ({Words(chain)}); if it is your company's own, name its authority in ARIZE_SSL_CA_CERT");

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        own.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(leaf)
            ? true
            : throw new CertificateException($"its certificate is not trusted ({Words(own)}), with the authorities of {source} neither");
    }

    private static X509ChainStatusFlags FlagsOf(X509Chain chain) =>
        chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);

    private static bool IsOfNobody(X509Chain chain) =>
        (FlagsOf(chain) & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot)) != 0;

    private static string Words(X509Chain chain)
    {
        var flags = FlagsOf(chain);
        return flags.HasFlag(X509ChainStatusFlags.NotTimeValid) ? "it has expired, or is not valid yet by this machine's clock"
            : IsOfNobody(chain) ? "nobody who is trusted vouches for it"
            : flags.ToString();
    }
}

/// <summary>A server's certificate that is not accepted; the message says why and what to do.</summary>
/// <param name="message">The message.</param>
internal sealed class CertificateException(string message) : Exception(message);
