namespace Arize.TaskLint.Testing.Server;

/// <summary>
/// A request that reached the server. The path and the query are decoded; the status is null until, or where, none was sent.
/// </summary>
public sealed record RecordedRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    int? Status)
{
    /// <summary>Whether any Authorization header came with it, right or wrong.</summary>
    public bool HasAuthorization => Headers.ContainsKey("Authorization");
}
