using System.Text.RegularExpressions;

namespace Arize.TaskLint.Client.Api;

/// <summary>What a broken connection means, and what to do about it.</summary>
internal static partial class ConnectionFaults
{
    private const string NeedsOpenSsl = "on Linux they need the library OpenSSL (libssl 3 or 1.1), as 'apt-get install libssl3' or "
        + "'dnf install openssl-libs' installs it, or the static program";

    private const string RandomDevice = "/dev/urandom";

    /// <summary>Whether a connection ended, or did not begin, for a reason that a message can tell.</summary>
    internal static bool Has(Exception fault) =>
        fault is HttpRequestException or IOException or InvalidDataException || IsWithoutEncryption(fault);

    /// <summary>What is said where the library for encrypted connections is missing.</summary>
    internal const string NoLibrary = $"encrypted connections do not work here: the library is not found; {NeedsOpenSsl}";

    /// <summary>Whether the library for encrypted connections is missing.</summary>
    internal static bool IsWithoutEncryption(Exception fault) => fault is TypeInitializationException or DllNotFoundException;

    /// <summary>What is said of it: no more than what is known to be missing. Only on Linux the library is no part of the system.</summary>
    internal static string NoEncryption(Exception fault)
    {
        if (OperatingSystem.IsLinux() && !File.Exists(RandomDevice))
        {
            return $"encrypted connections do not work here: there is no {RandomDevice}, which random numbers come from; "
                + "give the container or the root folder its /dev";
        }

        var told = $"encrypted connections do not work here: {Innermost(fault).Message.Split('\n')[0].TrimEnd('.', ':', ' ', '\r')}";
        return EncryptionLibrary.IsInside ? told : $"{told}; {NeedsOpenSsl}";
    }

    internal static Attempt Of(Exception fault, string host, ConnectionSettings settings, Func<string, string> conceal)
    {
        var error = (fault as HttpRequestException)?.HttpRequestError ?? (fault as HttpIOException)?.HttpRequestError;
        if (fault.InnerException is CertificateException refused)
            return Attempt.Final(ApiFailure.Certificate, $"no secure connection to {host}: {refused.Message}");
        if (IsWithoutEncryption(fault))
            return Attempt.Final(ApiFailure.Other, $"no connection to {host}: {NoEncryption(fault)}");

        return error switch
        {
            HttpRequestError.NameResolutionError => Attempt.Fault($"the host {host} is not known; check the API's address, {settings.BaseUrlSource}"),
            HttpRequestError.SecureConnectionError =>
                Attempt.Fault($"no secure connection to {host}: {Reason(fault, conceal)}; check the API's address, {settings.BaseUrlSource}"),
            HttpRequestError.ProxyTunnelError => Attempt.Final(ApiFailure.Proxy, $"the proxy does not connect to {host}: {Reason(fault, conceal)}"),
            HttpRequestError.ResponseEnded => Attempt.Fault(CutOff(host)),
            // The runtime's message quotes what came, which may be anything.
            HttpRequestError.InvalidResponse =>
                Attempt.Fault($"the answer of {host} is not valid HTTP; check the API's address, {settings.BaseUrlSource}"),
            null when fault is InvalidDataException =>
                Attempt.Fault($"the answer of {host} cannot be decompressed; it was cut off or changed on the way"),
            HttpRequestError.ConnectionError => Attempt.Fault(
                $"no connection to {host}: {Reason(fault, conceal)}; check the network, the proxy and the API's address, {settings.BaseUrlSource}"),
            _ => Attempt.Fault($"the connection to {host} failed: {Reason(fault, conceal)}"),
        };
    }

    /// <summary>What is said of an answer that ends too early.</summary>
    internal static string CutOff(string host) => $"the answer of {host} was cut off";

    private static string Reason(Exception fault, Func<string, string> conceal)
    {
        // A proxy that the environment names is quoted with its user name and password.
        return conceal(UserInformation().Replace(Innermost(fault).Message.TrimEnd('.'), ""));
    }

    private static Exception Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner)
            fault = inner;
        return fault;
    }

    [GeneratedRegex("(?<=//)[^/\\s]*@")]
    private static partial Regex UserInformation();
}
