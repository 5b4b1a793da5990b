using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>Sends requests to the API of GitHub or GitLab. The token goes to the address that was set and to no other.</summary>
public sealed class PlatformClient : IDisposable
{
    private const int PageSize = 100;
    private const int Tries = 4;
    private const int LargestBody = 16 * 1024 * 1024;
    private const int LongestReason = 300;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PerRequest = TimeSpan.FromSeconds(30);

    private readonly Uri api;
    private readonly (string Name, string Value) authorization;
    private readonly TimeProvider time;
    private readonly Action<string> log;
    private readonly HttpClient http;

    /// <summary>Creates a client.</summary>
    /// <param name="api">The address of the API, such as <c>https://api.github.com</c>.</param>
    /// <param name="authorization">The header with the token.</param>
    /// <param name="time">The clock by which it waits between tries.</param>
    /// <param name="log">Takes a line on each request; never the token.</param>
    /// <exception cref="SettingsException">The token would go out without encryption, or is none.</exception>
    public PlatformClient(Uri api, (string Name, string Value) authorization, TimeProvider time, Action<string> log)
    {
        (this.api, this.authorization, this.time, this.log) = (api, authorization, time, log);
        if (api.Scheme != Uri.UriSchemeHttps && !ApiAddress.IsLoopback(api))
            throw new SettingsException($"{api.GetLeftPart(UriPartial.Authority)} is not encrypted, so the token is not sent there; use https");
        if (authorization.Value.Any(c => c is < ' ' or > '~'))
            throw new SettingsException("the token has line breaks or other characters that no token has; set it again");
        http = new HttpClient(new SocketsHttpHandler
        {
            // A redirect would carry the token along.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = !ApiAddress.IsLoopback(api),
        })
        { Timeout = PerRequest, MaxResponseContentBufferSize = LargestBody };
    }

    /// <summary>The answer to a request.</summary>
    /// <param name="path">The path from the address of the API on, escaped.</param>
    /// <param name="body">The body; null for none.</param>
    /// <returns>The answer as JSON; null if it has no content.</returns>
    /// <exception cref="PlatformException">It was refused, or there was no answer.</exception>
    internal async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var (answer, failure, wait) = await TryAsync(method, path, body, cancellation).ConfigureAwait(false);
            if (failure is null)
                return answer;
            if (wait is not { } pause || tries == Tries || pause > LongestWait)
                throw failure;
            log(string.Create(CultureInfo.InvariantCulture, $"waiting {pause.TotalSeconds:0} s before another try"));
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a text for a place in the request's changes.</summary>
    /// <returns>False if the platform does not accept the place or the text, with 400 or 422.</returns>
    /// <exception cref="PlatformException">It was refused for another reason, or there was no answer.</exception>
    internal async Task<bool> IsAcceptedAsync(HttpMethod method, string path, JsonObject body, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(method, path, body, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (PlatformException refused) when (refused.Status is 400 or 422)
        {
            log($"no comment on a line: {refused.Message}");
            return false;
        }
    }

    /// <summary>The objects of a list, page by page.</summary>
    /// <param name="path">The path, with a query or without.</param>
    /// <param name="mostPages">How many pages of 100 are read at most.</param>
    /// <exception cref="PlatformException">A page cannot be read.</exception>
    internal async IAsyncEnumerable<JsonObject> PagesAsync(string path, int mostPages, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (var page = 1; page <= mostPages; page++)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"{path}{start}per_page={PageSize}&page={page}");
            if (await SendAsync(HttpMethod.Get, query, null, cancellation).ConfigureAwait(false) is not JsonArray items)
                throw new PlatformException($"{api.Host} answered GET {path.Split('?')[0]} with something that is not a list", null);
            foreach (var item in items.OfType<JsonObject>())
                yield return item;
            if (items.Count < PageSize)
                yield break;
        }
    }

    // Beside an API in the root of its address, there is only what is in the root.
    private Uri AddressOf(string path) => path.StartsWith("/../", StringComparison.Ordinal) && api.AbsolutePath == "/"
        ? new Uri(api, path[3..])
        : new Uri(api.ToString().TrimEnd('/') + path);

    private async Task<(JsonNode? Answer, PlatformException? Failure, TimeSpan? Wait)> TryAsync(
        HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        if (api.Scheme == Uri.UriSchemeHttps && EncryptionLibrary.IsMissing)
            return (null, new PlatformException($"{api.Host} was not asked: {ConnectionFaults.NoLibrary}", null), null);
        using var request = new HttpRequestMessage(method, AddressOf(path));
        request.Headers.TryAddWithoutValidation(authorization.Name, authorization.Value);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd($"tasklint/{BuildInfo.Version}");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        var shown = $"{method} {path.Split('?')[0]}";
        try
        {
            using var response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            log($"{shown}: {(int)response.StatusCode}");
            if (response.IsSuccessStatusCode)
                return (text.Length == 0 ? null : JsonNode.Parse(text), null, null);
            var status = (int)response.StatusCode;
            var failure = new PlatformException($"{api.Host} answered {shown} with {status}: {ReasonOf(text)}", status);
            return (null, failure, WaitOf(response, method));
        }
        catch (JsonException)
        {
            return (null, new PlatformException($"{api.Host} answered {shown} with something that is not JSON", null), null);
        }
        catch (Exception fault) when (ConnectionFaults.IsWithoutEncryption(fault))
        {
            return (null, new PlatformException($"{api.Host} was not asked: {ConnectionFaults.NoEncryption(fault)}", null), null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            log($"{shown}: no answer");
            // What may have been written is not written once more.
            TimeSpan? again = method == HttpMethod.Post ? null : TimeSpan.FromSeconds(2);
            return (null, new PlatformException($"{api.Host} did not answer {shown}", null), again);
        }
    }

    private TimeSpan? WaitOf(HttpResponseMessage response, HttpMethod method)
    {
        var status = (int)response.StatusCode;
        var isLimited = status == 429 || (status == 403 && (response.Headers.RetryAfter is not null || IsUsedUp(response)));
        if (isLimited || status == 503 || (status >= 500 && method != HttpMethod.Post))
        {
            return response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta > TimeSpan.FromSeconds(1) ? delta : TimeSpan.FromSeconds(1),
                { Date: { } date } => date - time.GetUtcNow() is var left && left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1),
                _ => TimeSpan.FromSeconds(2),
            };
        }

        return null;
    }

    private static bool IsUsedUp(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-ratelimit-remaining", out var left) && left.FirstOrDefault() == "0";

    private static string ReasonOf(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject problem && (problem["message"] ?? problem["error"]) is { } reason)
                return Short(reason is JsonValue value && value.TryGetValue<string>(out var own) ? own : reason.ToJsonString());
        }
        catch (JsonException)
        {
            // Shown as it is.
        }

        return text.Length == 0 ? "no reason" : Short(text);
    }

    private static string Short(string text) => text.Length > LongestReason ? text[..LongestReason] + "…" : text;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
