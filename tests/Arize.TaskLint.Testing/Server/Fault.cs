using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Server;

/// <summary>Something that goes wrong with one answer. <see cref="Faults"/> says when and how often.</summary>
public sealed class Fault
{
    private readonly Func<Exchange, Func<Answer>, Task> _play;

    private Fault(Func<Exchange, Func<Answer>, Task> play) => _play = play;

    /// <summary>A problem of the given status, with a Retry-After header where one is given.</summary>
    public static Fault Status(int status, string? retryAfter = null, string detail = "The fake was told to fail.") =>
        new((exchange, _) => exchange.SendAsync(exchange.Problem(status, detail).With("Retry-After", retryAfter)));

    /// <summary>429; <paramref name="retryAfter"/> is whole seconds, an HTTP date, or absent.</summary>
    public static Fault RateLimited(string? retryAfter = null) => Status(429, retryAfter, "Rate limit exceeded.");

    /// <summary>Holds the right answer back until the token is cancelled, the client goes away or the server is disposed.</summary>
    public static Fault Delay(CancellationToken until) => new(async (exchange, regular) =>
    {
        await exchange.HoldAsync(until);
        await exchange.SendAsync(regular());
    });

    /// <summary>Never answers: holds the connection until the client goes away or the server is disposed.</summary>
    public static Fault Never() => Delay(CancellationToken.None);

    /// <summary>The head and the first half of the right answer, then the connection ends.</summary>
    public static Fault CutBody() => new((exchange, regular) =>
    {
        var answer = regular();
        // Kestrel closes the connection by itself when less is written than was announced; to abort it here might lose the head too.
        return exchange.SendAsync(answer, answer.Body.Length, [answer.Body.AsMemory(0, answer.Body.Length / 2)]);
    });

    /// <summary>A page for people, as a proxy, a login or a gateway in between would send it.</summary>
    public static Fault HtmlPage(int status = 200, string html = "<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>") =>
        Raw(status, "text/html; charset=utf-8", html);

    /// <summary>Sends the client elsewhere; 302, 307 and 308 are the usual ways.</summary>
    public static Fault Redirect(string location, int status = 302) =>
        new((exchange, _) => exchange.SendAsync(new Answer(status, null, []).With("Location", location)));

    /// <inheritdoc cref="Redirect(string, int)"/>
    public static Fault Redirect(Uri location, int status = 302) => Redirect(location.ToString(), status);

    /// <summary>
    /// Every page is the first one and says that there is more, for ever. The cursors come back after <paramref name="period"/>
    /// pages: 1 is always the same one.
    /// </summary>
    public static Fault LoopingCursor(int period = 1) => new((exchange, regular) =>
    {
        const string prefix = "bG9vcA-";
        var next = 0;
        if (exchange.Query.TryGetValue("cursor", out var cursor) && cursor.StartsWith(prefix, StringComparison.Ordinal))
        {
            next = (int.Parse(cursor[prefix.Length..], CultureInfo.InvariantCulture) + 1) % period;
            exchange.Query.Remove("cursor");
        }

        var answer = regular();
        if (answer.Status != 200 || JsonNode.Parse(answer.Body) is not JsonObject page || page["pagination"] is null)
            return exchange.SendAsync(answer);
        page["pagination"] = new JsonObject { ["has_more"] = true, ["next_cursor"] = prefix + next.ToString(CultureInfo.InvariantCulture) };
        return exchange.SendAsync(Answer.Json(page));
    });

    /// <summary>The right answer behind a member of so many bytes, in chunks: valid JSON, no length announced.</summary>
    public static Fault HugeBody(long bytes) => new((exchange, regular) =>
    {
        var answer = regular();
        return exchange.SendAsync(answer, null, Padded(answer.Body, bytes));
    });

    /// <summary>200 that calls itself JSON and is not.</summary>
    public static Fault NotJson() => Raw(200, "application/json", "{\"tasks\": [oops");

    /// <summary>200 that calls itself JSON and has no body.</summary>
    public static Fault EmptyBody() => Raw(200, "application/json", "");

    /// <summary>
    /// No answer, and the connection ends. An HttpClient sends a GET again by itself when that happens on a connection that it
    /// used before, so such a fault may need <c>times: 2</c>.
    /// </summary>
    public static Fault DropConnection() => new((exchange, _) =>
    {
        exchange.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Any answer, to the letter.</summary>
    public static Fault Raw(int status, string contentType, string body) =>
        new((exchange, _) => exchange.SendAsync(Answer.Text(status, contentType, body)));

    internal Task PlayAsync(Exchange exchange, Func<Answer> regular) => _play(exchange, regular);

    private static IEnumerable<ReadOnlyMemory<byte>> Padded(byte[] json, long bytes)
    {
        var filler = new byte[64 * 1024];
        filler.AsSpan().Fill((byte)'x');

        yield return Encoding.UTF8.GetBytes("{\"filler\":\"");
        for (var left = bytes; left > 0; left -= filler.Length)
            yield return filler.AsMemory(0, (int)Math.Min(left, filler.Length));
        yield return Encoding.UTF8.GetBytes("\",");
        yield return json.AsMemory(1);
    }
}
