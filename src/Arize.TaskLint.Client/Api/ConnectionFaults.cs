namespace Arize.TaskLint.Client.Api;

/// <summary>What a broken connection means, and what to do about it.</summary>
internal static class ConnectionFaults
{
    internal static Attempt Of(Exception fault, string host, ConnectionSettings settings)
    {
        var error = (fault as HttpRequestException)?.HttpRequestError ?? (fault as HttpIOException)?.HttpRequestError;
        if (fault.InnerException is CertificateException refused)
            return Attempt.Final(ApiFailure.Other, $"no secure connection to {host}: {refused.Message}");

        return error switch
        {
            HttpRequestError.NameResolutionError => Attempt.Fault($"the host {host} is not known; check the API's address, {settings.BaseUrlSource}"),
            HttpRequestError.SecureConnectionError => Attempt.Fault($"no secure connection to {host}: {Reason(fault)}; check the API's address, {settings.BaseUrlSource}"),
            HttpRequestError.ProxyTunnelError => Attempt.Final(ApiFailure.Other, $"the proxy does not connect to {host}: {Reason(fault)}"),
            HttpRequestError.ResponseEnded => Attempt.Fault($"the answer of {host} was cut off"),
            HttpRequestError.ConnectionError => Attempt.Fault($"no connection to {host}: {Reason(fault)}; check the network, the proxy and the API's address, {settings.BaseUrlSource}"),
            _ => Attempt.Fault($"the connection to {host} failed: {Reason(fault)}"),
        };
    }

    private static string Reason(Exception fault)
    {
        var innermost = fault;
        while (innermost.InnerException is { } inner)
            innermost = inner;
        return innermost.Message.TrimEnd('.');
    }
}
