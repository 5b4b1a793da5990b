using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Arize.TaskLint.Testing.Server;

/// <summary>One request and the ways to answer it.</summary>
internal sealed class Exchange : IDisposable
{
    private const string Bearer = "Bearer ";

    private readonly HttpContext _context;
    private readonly RequestLog _log;
    private readonly bool _echoKey;
    private readonly int _number;

    public Exchange(HttpContext context, RequestLog log, bool echoKey)
    {
        _context = context;
        _log = log;
        _echoKey = echoKey;

        // The framework's own path keeps an escaped slash escaped, so each segment is decoded from what was sent.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Segments = [.. target.Split('?')[0].Split('/').Skip(1).Select(Uri.UnescapeDataString)];
        var parameters = QueryHelpers.ParseQuery(context.Request.QueryString.Value);
        Repeated = [.. parameters.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key)];
        Query = parameters.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var headers = context.Request.Headers
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Key = headers.GetValueOrDefault("Authorization") is { } sent && sent.StartsWith(Bearer, StringComparison.Ordinal)
            ? sent[Bearer.Length..]
            : null;
        _number = log.Begin(new RecordedRequest(Method, Path, new Dictionary<string, string>(Query), headers, null));
    }

    public string Method => _context.Request.Method;

    public IReadOnlyList<string> Segments { get; }

    public string Path => "/" + string.Join('/', Segments);

    /// <summary>The decoded query. A fault may take a parameter out that only it understands.</summary>
    public Dictionary<string, string> Query { get; }

    /// <summary>Parameters that came more than once.</summary>
    public IReadOnlyList<string> Repeated { get; }

    /// <summary>The bearer key that was sent, if one was.</summary>
    public string? Key { get; }

    /// <summary>Cancelled when the client goes away or the server stops.</summary>
    public CancellationToken Gone => _context.RequestAborted;

    /// <summary>An RFC 9457 problem about this request.</summary>
    public Answer Problem(int status, string detail) => Answer.Json(new JsonObject
    {
        ["type"] = "about:blank",
        ["title"] = ReasonPhrases.GetReasonPhrase(status),
        ["status"] = status,
        ["detail"] = _echoKey && Key is not null ? $"{detail} (key: {Key})" : detail,
        ["instance"] = Path,
    }, status, "application/problem+json");

    public Task SendAsync(Answer answer) => SendAsync(answer, answer.Body.Length, [answer.Body]);

    /// <summary>Sends an answer's head with a body of its own; no length announced: it goes out in chunks.</summary>
    public async Task SendAsync(Answer head, long? announcedLength, IEnumerable<ReadOnlyMemory<byte>> body)
    {
        _log.Answered(_number, head.Status);
        var response = _context.Response;
        response.StatusCode = head.Status;
        foreach (var (name, value) in head.Headers)
            response.Headers[name] = value;
        // These may have no body, whatever a test asks for.
        if (head.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;

        response.ContentType = head.ContentType;
        response.ContentLength = announcedLength;
        foreach (var part in body)
            await response.Body.WriteAsync(part, Gone);
    }

    /// <summary>Waits until the token is cancelled; throws where the client or the server went first.</summary>
    public async Task HoldAsync(CancellationToken until)
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(Gone, until);
        await Task.Delay(Timeout.Infinite, any.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Gone.ThrowIfCancellationRequested();
    }

    /// <summary>Ends the connection as it is.</summary>
    public void Abort() => _context.Abort();

    public void Dispose() => _log.End();
}
