using System.Net;
using System.Text.Json;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Api;

/// <summary>What an answer other than 200 means: RFC 9457 problems become messages that say what to do.</summary>
internal static class Problems
{
    private const int LongestText = 300;
    // A problem document has five members, and some errors of validation.
    private const int MostValues = 10_000;

    /// <summary>Whether the answer is a page for people, which the API never sends.</summary>
    internal static bool IsWebPage(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    /// <param name="response">The answer.</param>
    /// <param name="body">Its body.</param>
    /// <param name="host">The host that was asked.</param>
    /// <param name="settings">How the API is reached.</param>
    /// <param name="time">The clock for a server that tells a date, but not what time it is there.</param>
    /// <param name="conceal">Strikes out what no message may show.</param>
    internal static Attempt Of(
        HttpResponseMessage response, byte[] body, string host, ConnectionSettings settings, TimeProvider time, Func<string, string> conceal)
    {
        var urlSource = settings.BaseUrlSource;
        var told = $"{(int)response.StatusCode} {Told(response, body, settings.Secret, conceal)}";
        return response.StatusCode switch
        {
            // Nothing that something else than the API says of a task or of the key is to be believed.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound when IsWebPage(response) => Attempt.Final(
                ApiFailure.Other,
                $"{host} answered with a web page ({told}); is there a proxy or a login page between; check the API's address, {urlSource}"),
            // A gateway that does not know the path says nothing of what is behind it.
            HttpStatusCode.NotFound when !IsProblem(response, body) => Attempt.Final(ApiFailure.Other,
                $"{host} answered {told}, but not in the form in which the API says that something does not exist; "
                    + $"check the API's address, {urlSource}"),
            HttpStatusCode.Unauthorized => Attempt.Final(ApiFailure.Refused,
                $"{host} refuses the key ({told}); {settings.KeyAdvice}{AddressOf(settings)}"),
            HttpStatusCode.Forbidden => Attempt.Final(ApiFailure.Refused,
                $"the key may not read this ({told}); it needs the read permissions for tasks, evaluators, projects, datasets and spaces"),
            HttpStatusCode.NotFound => Attempt.Final(ApiFailure.NotFound,
                $"{host} does not have this, or the key cannot see it ({told}); check the space, and the API's address, {urlSource}"),
            HttpStatusCode.TooManyRequests => Attempt.Fault($"{host} limits the rate of requests ({told})", RetryAfter(response, time)),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                Attempt.Fault($"{host} has a fault ({told})", RetryAfter(response, time)),
            HttpStatusCode.ProxyAuthenticationRequired => Attempt.Final(ApiFailure.Proxy,
                $"the proxy wants a user name and a password ({told}); give them in ARIZE_PROXY_URL"),
            _ => Attempt.Final(
                response.StatusCode == HttpStatusCode.UnprocessableEntity && !IsWebPage(response) ? ApiFailure.Unprocessable : ApiFailure.Other,
                $"{host} does not take the request ({told})"),
        };
    }

    // The address of a profile may be forgotten where the key is another's.
    private static string AddressOf(ConnectionSettings settings) =>
        settings.HasAddressOfProfile ? $"; the address is that of {settings.BaseUrlSource}" : "";

    // RFC 9457: an object of that media type, or at least with the members that each problem of the API has.
    private static bool IsProblem(HttpResponseMessage response, byte[] body)
    {
        try
        {
            return JsonTree.ReadAll(body, secret: null, MostValues) is [MappingNode { Repeated.Count: 0 } problem]
                && problem["status"] is null or ScalarNode { IsNull: true } or ScalarNode { Text: "404" }
                && (response.Content.Headers.ContentType?.MediaType?.Equals("application/problem+json", StringComparison.OrdinalIgnoreCase) == true
                    || (problem["title"] is ScalarNode && problem["status"] is ScalarNode));
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidDataException)
        {
            return false;
        }
    }

    private static string Told(HttpResponseMessage response, byte[] body, Secret? secret, Func<string, string> conceal)
    {
        try
        {
            if (JsonTree.ReadAll(body, secret, MostValues) is [MappingNode problem])
            {
                var texts = new[] { problem["title"], problem["detail"] }
                    .OfType<ScalarNode>()
                    .Where(text => text is { IsNull: false, Text.Length: > 0 })
                    .Select(text => text.Text)
                    .Distinct()
                    .ToList();
                if (texts.Count > 0)
                    return Shorten(string.Join(": ", texts), conceal);
            }
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidDataException)
        {
            // No problem document: the status line is all there is to tell.
        }

        return response.ReasonPhrase is { Length: > 0 } phrase ? Shorten(phrase, conceal) : "without a reason";
    }

    // What is concealed is so first: of a key that is cut, a part would be shown.
    private static string Shorten(string text, Func<string, string> conceal)
    {
        var shown = conceal(text);
        return shown.Length <= LongestText ? shown : shown[..LongestText] + "…";
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        if (header.Delta is { } delta)
            return delta;
        // A date is the server's; so is the clock that it is held against, where the answer tells it.
        var wait = header.Date - (response.Headers.Date ?? time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
