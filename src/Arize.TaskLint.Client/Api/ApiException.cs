namespace Arize.TaskLint.Client.Api;

/// <summary>What kept an answer of the API away.</summary>
public enum ApiFailure
{
    /// <summary>The key is not accepted, or may not read what was asked for.</summary>
    Refused,

    /// <summary>There is no such thing, or the key cannot see it.</summary>
    NotFound,

    /// <summary>The request is understood, and what it asks for does not go together.</summary>
    Unprocessable,

    /// <summary>No secure connection, since the certificate of the server is not accepted.</summary>
    Certificate,

    /// <summary>The proxy does not connect.</summary>
    Proxy,

    /// <summary>Anything else: the network, the server, an answer that cannot be read.</summary>
    Other,
}

/// <summary>An answer of the API that did not come; the message says why and what to do.</summary>
/// <param name="failure">What kept it away.</param>
/// <param name="message">The message.</param>
public sealed class ApiException(ApiFailure failure, string message) : Exception(message)
{
    /// <summary>What kept it away.</summary>
    public ApiFailure Failure { get; } = failure;
}
