using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arize.TaskLint.Client.Api;

/// <summary>
/// The authorities that the system trusts. On Linux they are files, which a small image or a new root folder may lack; elsewhere they are a part of
/// the system.
/// </summary>
internal static class SystemAuthorities
{
    /// <summary>What is said where there are none.</summary>
    internal const string None = "this machine has no certificates of authorities, which are looked for in SSL_CERT_FILE and SSL_CERT_DIR "
        + "if they are set, or else in /etc/ssl/certs; install them, as 'apt-get install ca-certificates' or 'apk add ca-certificates' does, "
        + "or set SSL_CERT_FILE to a file with them";

    private static readonly Lazy<bool> Missing = new(() =>
    {
        // Without the library, the program would end here.
        if (!OperatingSystem.IsLinux() || EncryptionLibrary.IsMissing)
            return false;
        try
        {
            using var roots = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return roots.Certificates.Count == 0;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException || ConnectionFaults.Has(unreadable))
        {
            // Not known to be missing.
            return false;
        }
    });

    /// <summary>Whether there are none at all.</summary>
    internal static bool AreMissing => Missing.Value;
}
