using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Api;

/// <summary>How long, how often and how much the client asks.</summary>
public sealed record ApiLimits
{
    /// <summary>The time for everything, waiting included.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>The time for one request.</summary>
    public TimeSpan PerRequest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many requests may be under way at once.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>How often a request is tried anew after a fault for which the server names no time to wait.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>The largest answer that is read, in bytes, after decompression.</summary>
    public int LargestBody { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many values an answer may have: a page of a hundred tasks has some thousands. A small answer must not become a large tree.
    /// </summary>
    public int MostValues { get; init; } = 1_000_000;
}

/// <summary>Asks the REST API. It sends GET and nothing else, and the key goes to the host that was set and to no other.</summary>
public sealed class ApiClient : IDisposable
{
    private const int MostRedirects = 5;

    private readonly ConnectionSettings settings;
    private readonly ApiLimits limits;
    private readonly TimeProvider time;
    private readonly HeldLog log;
    private readonly Secret? secret;
    private readonly HttpClient http;
    private readonly SemaphoreSlim places;
    private readonly RetryPolicy retry;

    /// <summary>Creates a client.</summary>
    /// <param name="settings">How the API is reached.</param>
    /// <param name="limits">How long, how often and how much it asks.</param>
    /// <param name="time">The clock by which it waits between tries.</param>
    /// <param name="log">Takes a line on each request; never the key.</param>
    public ApiClient(ConnectionSettings settings, ApiLimits limits, TimeProvider time, Action<string> log)
    {
        this.settings = settings;
        this.limits = limits;
        this.time = time;
        secret = settings.Secret;
        this.log = new HeldLog(line => log(settings.Conceal(secret is null ? line : secret.StrikeOut(line))));
        places = new SemaphoreSlim(limits.Concurrency);
        retry = new RetryPolicy(limits, time, this.log.Write);
        http = new HttpClient(HttpConnection.CreateHandler(settings)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Told of each answer: its status, the time of the server's clock if it says so, and how long it took to come.</summary>
    public Action<int, DateTimeOffset?, TimeSpan>? OnAnswer { get; set; }

    /// <summary>What messages call names and IDs.</summary>
    internal ShownNames Names
    {
        get;
        set
        {
            field = value;
            log.Release(value.Conceal);
        }
    } = ShownNames.AsTheyAre;

    /// <summary>Says that <see cref="Names"/> are not known yet: lines of the log wait for them.</summary>
    internal void AwaitNames() => log.Hold();

    /// <summary>The host that is asked, for messages.</summary>
    public string Host => settings.Conceal(settings.BaseUrl.IsDefaultPort ? settings.BaseUrl.Host : settings.BaseUrl.Authority);

    /// <summary>The answer to a GET.</summary>
    /// <param name="pathAndQuery">From <c>/v2</c> on, escaped.</param>
    /// <param name="cancellation">Ends the request at once.</param>
    /// <exception cref="ApiException">No answer that can be used.</exception>
    public Task<Node> GetAsync(string pathAndQuery, CancellationToken cancellation) => GetAsync(pathAndQuery, pathAndQuery, cancellation);

    /// <summary>The answer to a GET.</summary>
    /// <param name="pathAndQuery">From <c>/v2</c> on, escaped.</param>
    /// <param name="shown">The same as it is logged.</param>
    /// <param name="cancellation">Ends the request at once.</param>
    /// <exception cref="ApiException">No answer that can be used.</exception>
    internal async Task<Node> GetAsync(string pathAndQuery, string shown, CancellationToken cancellation)
    {
        if (settings.KeyProblem is { } problem)
            throw new ApiException(ApiFailure.Refused, problem);
        await places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await retry.RunAsync(token => TryAsync(pathAndQuery, shown, token), shown, cancellation).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<Attempt> TryAsync(string pathAndQuery, string shown, CancellationToken cancellation)
    {
        var allowed = retry.Remaining < limits.PerRequest ? retry.Remaining : limits.PerRequest;
        if (allowed <= TimeSpan.Zero)
            return Attempt.Final(ApiFailure.Other, string.Create(CultureInfo.InvariantCulture,
                $"the {limits.Total.TotalSeconds:0.#} s of --timeout were not enough to ask {Host} for everything"));
        if (settings.BaseUrl.Scheme == Uri.UriSchemeHttps && EncryptionLibrary.IsMissing)
            return Attempt.Final(ApiFailure.Other, $"no connection to {Host}: {ConnectionFaults.NoLibrary}");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(allowed);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var attempt = await SendAsync(new Uri(settings.BaseUrl + pathAndQuery[(settings.BaseUrl.AbsolutePath == "/" ? 1 : 0)..]), timeout.Token)
                .ConfigureAwait(false);
            log.Write(string.Create(CultureInfo.InvariantCulture,
                $"GET {shown}: {attempt.Outcome} in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"));
            return attempt;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.Write(string.Create(CultureInfo.InvariantCulture, $"GET {shown}: no answer in {allowed.TotalSeconds:0.#} s"));
            return Attempt.Fault(allowed < limits.PerRequest
                ? string.Create(CultureInfo.InvariantCulture, $"{Host} did not answer within the {limits.Total.TotalSeconds:0.#} s of --timeout")
                : string.Create(CultureInfo.InvariantCulture, $"{Host} did not answer within {allowed.TotalSeconds:0.#} s"));
        }
        catch (Exception fault) when (ConnectionFaults.Has(fault))
        {
            var attempt = ConnectionFaults.Of(fault, Host, settings, Shown);
            log.Write($"GET {shown}: {attempt.Outcome}");
            return attempt;
        }
    }

    private async Task<Attempt> SendAsync(Uri url, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);
            request.Headers.Accept.ParseAdd("application/json");
            request.Headers.Accept.ParseAdd("application/problem+json");
            request.Headers.UserAgent.ParseAdd($"tasklint/{BuildInfo.Version}");
            var sent = Stopwatch.GetTimestamp();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            OnAnswer?.Invoke((int)response.StatusCode, response.Headers.Date, Stopwatch.GetElapsedTime(sent));
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return await ReadAsync(response, cancellation).ConfigureAwait(false);
            }

            var target = response.Headers.Location is { } location && Uri.TryCreate(url, location, out var absolute) ? absolute : null;
            if (target is null || target.Scheme != url.Scheme || target.Authority != url.Authority)
            {
                // Without what stands before an @, which may be a password.
                var shown = target is null ? "nowhere" : Shown($"{target.Scheme}://{target.Authority}");
                return Attempt.Final(ApiFailure.Other,
                    $"{Host} redirects to {shown}, which is not followed, since the key would go there too; "
                        + "if that is the API's address, set ARIZE_BASE_URL to it");
            }

            url = target;
        }

        return Attempt.Final(ApiFailure.Other, $"{Host} redirects in a circle");
    }

    private async Task<Attempt> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (await ReadBodyAsync(response, cancellation).ConfigureAwait(false) is not { } body)
            return Attempt.Final(ApiFailure.Other, $"the answer of {Host} is larger than {Size(limits.LargestBody)}; that is no list of tasks");
        if (!response.IsSuccessStatusCode)
            return Problems.Of(response, body, Host, settings, time, Shown);
        try
        {
            if (JsonTree.ReadAll(body, secret, limits.MostValues) is [var root])
                return Attempt.Answered(root, $"{(int)response.StatusCode}, {body.Length} bytes");
        }
        catch (InvalidDataException tooMany)
        {
            return Attempt.Final(ApiFailure.Other, $"the answer of {Host} has {tooMany.Message}; that is not a list of tasks");
        }
        catch (JsonException) when (JsonTree.IsCutOff(body))
        {
            return Attempt.Fault(ConnectionFaults.CutOff(Host));
        }
        catch (JsonException)
        {
            // Reported below: what came in its place matters more than where the text breaks.
        }

        if (body.Length == 0)
            return Attempt.Fault($"{Host} answered with an empty body");
        var what = Problems.IsWebPage(response) ? "a web page in place of JSON; is there a proxy or a login page between"
            : response.Content.Headers.ContentType?.MediaType is { } type ? $"{Shown(type)} that is not valid JSON"
            : "something that is not valid JSON";
        return Attempt.Final(ApiFailure.Other, $"{Host} answered with {what}; check the API's address, {settings.BaseUrlSource}");
    }

    private static string Size(int bytes) => bytes < 1024 * 1024 ? $"{bytes} bytes" : $"{bytes / (1024 * 1024)} MiB";

    // A server that repeats the key, or what a variable was filled in with, gets it into no message.
    private string Shown(string text) => Names.Conceal(settings.Conceal(secret is null ? text : secret.StrikeOut(text)));

    private async Task<byte[]?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > limits.LargestBody)
            return null;
        using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await ReadAsync(stream, buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > limits.LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (InvalidOperationException invalid)
        {
            // The decoder of br reports garbage so; those of gzip and deflate with the other kind.
            throw new InvalidDataException(invalid.Message, invalid);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        places.Dispose();
    }
}
