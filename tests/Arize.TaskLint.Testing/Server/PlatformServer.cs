using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Arize.TaskLint.Testing.Server;

/// <summary>
/// The comments of one pull request, by the REST APIs of GitHub (<c>/repos/…</c>) and GitLab (<c>/projects/…</c>) as they are documented, on a
/// loopback port.
/// </summary>
public sealed partial class PlatformServer : IAsyncDisposable
{
    /// <summary>The token that it takes.</summary>
    public const string Token = "ghs_0123456789-token-of-the-fake-platform";

    private readonly ConcurrentQueue<string> requests = new();
    private readonly WebApplication app;
    private int lastId = 100;

    private PlatformServer()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.Single();

    /// <summary>The comments: ID, author, text.</summary>
    public List<(int Id, string Author, string Body)> Comments { get; } = [];

    /// <summary>The comments on lines: ID, author, file, line, text, the comment that it answers.</summary>
    public List<(int Id, string Author, string File, int Line, string Body, int? Answers)> Lines { get; } = [];

    /// <summary>The comments on lines, by their IDs, that were resolved; on GitLab, that is told of a discussion.</summary>
    public HashSet<int> Resolved { get; } = [];

    /// <summary>The files of the pull request, with their patches.</summary>
    public Dictionary<string, string> Patches { get; } = [];

    /// <summary>The labels.</summary>
    public SortedSet<string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>The requests, as <c>GET /path</c>.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>The requests that wrote something.</summary>
    public IReadOnlyList<string> Writes => [.. requests.Where(one => !one.StartsWith("GET ", StringComparison.Ordinal) && one != "POST /graphql")];

    /// <summary>Whether the token tells whose it is; that of a job on GitHub does not.</summary>
    public bool KnowsUser { get; set; }

    /// <summary>Whose the token of an app is, as the other API of GitHub tells.</summary>
    public string Viewer { get; set; } = "github-actions[bot]";

    /// <summary>Statuses of the next answers to requests that write.</summary>
    public Queue<int> Refusals { get; } = new();

    /// <summary>The open pull requests: number, head, commit.</summary>
    public List<(int Number, string Head, string Commit)> Pulls { get; } = [];

    public static async Task<PlatformServer> StartAsync()
    {
        var server = new PlatformServer();
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        requests.Enqueue($"{request.Method} {request.Path}");
        if (request.Headers.Authorization.ToString() != $"Bearer {Token}" && request.Headers["PRIVATE-TOKEN"].ToString() != Token)
        {
            await AnswerAsync(context, 401, new JsonObject { ["message"] = "Bad credentials" });
            return;
        }

        if (request.Path == "/graphql")
        {
            var viewer = new JsonObject { ["login"] = Viewer };
            await AnswerAsync(context, 200, new JsonObject { ["data"] = new JsonObject { ["viewer"] = viewer } });
            return;
        }

        if (request.Method != "GET" && Refusals.TryDequeue(out var refusal))
        {
            if (refusal is 429 or 503)
                context.Response.Headers.RetryAfter = "3";
            await AnswerAsync(context, refusal, new JsonObject { ["message"] = "Resource not accessible by integration" });
            return;
        }

        var body = request.ContentLength > 0 ? JsonNode.Parse(await new StreamReader(request.Body).ReadToEndAsync()) as JsonObject : null;
        var (status, answer) = Answer(request.Method, request.Path.Value!, request.Query, body);
        await AnswerAsync(context, status, answer);
    }

    private (int Status, JsonNode? Answer) Answer(string method, string path, IQueryCollection query, JsonObject? body)
    {
        if (path == "/user")
            return KnowsUser ? (200, new JsonObject { ["login"] = "tasklint-bot", ["id"] = 7 }) : (403, new JsonObject { ["message"] = "not accessible" });
        if (path.EndsWith("/pulls", StringComparison.Ordinal))
        {
            return (200, new JsonArray([.. Pulls.Where(one => one.Head == query["head"]).Select(one =>
                new JsonObject { ["number"] = one.Number, ["head"] = new JsonObject { ["sha"] = one.Commit } })]));
        }

        if (Labelled().Match(path) is { Success: true } label)
        {
            if (method == "POST")
                Labels.Add((string)body!["labels"]![0]!);
            else if (!Labels.Remove(label.Groups[1].Value))
                return (404, new JsonObject { ["message"] = "Label does not exist" });
            return (200, new JsonArray());
        }

        if (MergeRequest().IsMatch(path) && method == "GET")
        {
            var commits = new JsonObject { ["base_sha"] = "base", ["start_sha"] = "start", ["head_sha"] = "head" };
            return (200, new JsonObject { ["iid"] = 12, ["diff_refs"] = commits });
        }

        if (DiscussionPath().Match(path) is { Success: true } discussion)
            return OfDiscussions(method, path, discussion, body);
        if (MergeRequest().IsMatch(path) && method == "PUT")
        {
            if ((string?)body!["add_labels"] is { } added)
                Labels.Add(added);
            if ((string?)body["remove_labels"] is { } removed)
                Labels.Remove(removed);
            return (200, new JsonObject());
        }

        return LinePath().Match(path) is { Success: true } line ? OfLines(method, path, line, body) : OfComments(method, path, query, body);
    }

    private (int Status, JsonNode? Answer) OfLines(string method, string path, Match match, JsonObject? body)
    {
        if (path.EndsWith("/files", StringComparison.Ordinal))
            return (200, new JsonArray([.. Patches.Select(one => new JsonObject { ["filename"] = one.Key, ["patch"] = one.Value })]));
        var id = match.Groups[1].Value is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        switch (method)
        {
            case "GET":
                return (200, new JsonArray([.. Lines.Select(one => new JsonObject
                {
                    ["id"] = one.Id,
                    ["body"] = one.Body,
                    ["in_reply_to_id"] = one.Answers,
                    ["user"] = new JsonObject { ["login"] = one.Author, ["type"] = one.Author.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User" },
                })]));
            case "POST":
                Lines.Add((++lastId, "github-actions[bot]", (string)body!["path"]!, (int)body["line"]!, (string)body["body"]!, null));
                return (201, new JsonObject());
            case "PATCH" when Lines.FindIndex(one => one.Id == id) is >= 0 and var at:
                Lines[at] = Lines[at] with { Body = (string)body!["body"]! };
                return (200, new JsonObject());
            case "DELETE" when Lines.RemoveAll(one => one.Id == id) > 0:
                return (204, null);
            default:
                return (404, new JsonObject { ["message"] = "Not Found" });
        }
    }

    private (int Status, JsonNode? Answer) OfDiscussions(string method, string path, Match match, JsonObject? body)
    {
        if (path.EndsWith("/diffs", StringComparison.Ordinal))
        {
            return (200, new JsonArray([.. Patches.Select(one =>
                new JsonObject { ["old_path"] = one.Key, ["new_path"] = one.Key, ["diff"] = one.Value })]));
        }

        var id = match.Groups[1].Value is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        var isNote = path.Contains("/notes/", StringComparison.Ordinal);
        switch (method)
        {
            case "GET":
                return (200, new JsonArray([.. Lines.Where(one => one.Answers is null).Select(one => new JsonObject
                {
                    ["id"] = $"d{one.Id}",
                    ["notes"] = new JsonArray([.. Lines.Where(note => note.Id == one.Id || note.Answers == one.Id).Select(NoteOf)]),
                })]));
            case "POST" when body!["position"] is JsonObject { } position && (string?)position["head_sha"] == "head":
                var (file, line) = ((string)position["new_path"]!, (int)position["new_line"]!);
                if (!Patches.ContainsKey(file))
                    return (400, new JsonObject { ["message"] = "400 Bad request - Note {:line_code=>[\"can't be blank\"]}" });
                Lines.Add((++lastId, "tasklint-bot", file, line, (string)body["body"]!, null));
                return (201, new JsonObject { ["id"] = $"d{lastId}" });
            case "PUT" when isNote && Lines.FindIndex(one => one.Id == id) is >= 0 and var at:
                Lines[at] = Lines[at] with { Body = (string)body!["body"]! };
                return (200, new JsonObject());
            case "PUT" when (bool?)body!["resolved"] == true && Lines.Exists(one => one.Id == id):
                Resolved.Add(id);
                return (200, new JsonObject());
            case "DELETE" when isNote && Lines.RemoveAll(one => one.Id == id) > 0:
                return (204, null);
            default:
                return (404, new JsonObject { ["message"] = "404 Not found" });
        }
    }

    private static JsonObject NoteOf((int Id, string Author, string File, int Line, string Body, int? Answers) note) => new()
    {
        ["id"] = note.Id,
        ["body"] = note.Body,
        ["author"] = new JsonObject { ["id"] = note.Author == "tasklint-bot" ? 7 : 8 },
        ["position"] = new JsonObject { ["new_path"] = note.File, ["new_line"] = note.Line },
    };

    private (int Status, JsonNode? Answer) OfComments(string method, string path, IQueryCollection query, JsonObject? body)
    {
        var match = CommentPath().Match(path);
        if (!match.Success)
            return (404, new JsonObject { ["message"] = "Not Found" });
        var isGitLab = path.StartsWith("/projects/", StringComparison.Ordinal);
        var id = match.Groups[1].Value is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        switch (method)
        {
            case "GET":
                var size = int.Parse(query["per_page"].ToString(), CultureInfo.InvariantCulture);
                var page = int.Parse(query["page"].ToString(), CultureInfo.InvariantCulture);
                return (200, new JsonArray([.. Comments.Skip((page - 1) * size).Take(size).Select(one => Of(one, isGitLab))]));
            case "POST":
                Comments.Add((++lastId, KnowsUser ? "tasklint-bot" : "github-actions[bot]", (string)body!["body"]!));
                return (201, Of(Comments[^1], isGitLab));
            case "PATCH" or "PUT" when Comments.FindIndex(one => one.Id == id) is >= 0 and var at:
                Comments[at] = Comments[at] with { Body = (string)body!["body"]! };
                return (200, Of(Comments[at], isGitLab));
            case "DELETE" when Comments.RemoveAll(one => one.Id == id) > 0:
                return (204, null);
            default:
                return (404, new JsonObject { ["message"] = "Not Found" });
        }
    }

    private static JsonObject Of((int Id, string Author, string Body) comment, bool isGitLab) => isGitLab
        ? new JsonObject { ["id"] = comment.Id, ["body"] = comment.Body, ["author"] = new JsonObject { ["id"] = comment.Author == "tasklint-bot" ? 7 : 8 } }
        : new JsonObject
        {
            ["id"] = comment.Id,
            ["body"] = comment.Body,
            ["user"] = new JsonObject
            {
                ["login"] = comment.Author,
                ["type"] = comment.Author.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
            },
        };

    private static async Task AnswerAsync(HttpContext context, int status, JsonNode? answer)
    {
        context.Response.StatusCode = status;
        if (answer is null)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    [GeneratedRegex("^/repos/acme/support bot/issues/12/labels(?:/(.+))?$")]
    private static partial Regex Labelled();

    [GeneratedRegex("^/repos/acme/support bot/pulls/(?:12/files|12/comments|comments/([0-9]+))$")]
    private static partial Regex LinePath();

    [GeneratedRegex("^/projects/55/merge_requests/12/(?:diffs|discussions(?:/d(?<1>[0-9]+)(?:/notes/[0-9]+)?)?)$")]
    private static partial Regex DiscussionPath();

    [GeneratedRegex("^/projects/55/merge_requests/12$")]
    private static partial Regex MergeRequest();

    [GeneratedRegex("^(?:/repos/acme/support bot/issues/(?:12/comments|comments/([0-9]+))|/projects/55/merge_requests/12/notes(?:/(?<1>[0-9]+))?)$")]
    private static partial Regex CommentPath();
}
