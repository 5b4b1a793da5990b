using System.Text.RegularExpressions;

namespace Arize.TaskLint.Client.Api;

/// <summary>What a broken connection means, and what to do about it.</summary>
internal static partial class ConnectionFaults
{
    internal static Attempt Of(Exception fault, string host, ConnectionSettings settings, Func<string, string> conceal)
    {
        var error = (fault as HttpRequestException)?.HttpRequestError ?? (fault as HttpIOException)?.HttpRequestError;
        if (fault.InnerException is CertificateException refused)
            return Attempt.Final(ApiFailure.Certificate, $"no secure connection to {host}: {refused.Message}");

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
        var innermost = fault;
        while (innermost.InnerException is { } inner)
            innermost = inner;
        // A proxy that the environment names is quoted with its user name and password.
        return conceal(UserInformation().Replace(innermost.Message.TrimEnd('.'), ""));
    }

    [GeneratedRegex("(?<=//)[^/\\s]*@")]
    private static partial Regex UserInformation();
}
