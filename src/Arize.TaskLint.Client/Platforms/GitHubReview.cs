using System.Globalization;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>The comments on lines of a pull request on GitHub, by version 2022-11-28 of its REST API.</summary>
/// <param name="client">The API.</param>
/// <param name="repository">The repository, as <c>owner/name</c>.</param>
/// <param name="number">The number of the pull request.</param>
/// <param name="commit">The commit whose lines are commented on.</param>
public sealed class GitHubReview(PlatformClient client, string repository, int number, string commit) : LineReview
{
    // GitHub lists the first 3,000 files.
    private const int MostPages = 30;

    private readonly string root = $"/repos/{string.Join('/', repository.Split('/').Select(Uri.EscapeDataString))}/pulls";

    /// <inheritdoc/>
    public override string SuggestionLanguage => "suggestion";

    private string Pull => string.Create(CultureInfo.InvariantCulture, $"{root}/{number}");

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, IReadOnlySet<int>>> ChangedLinesAsync(CancellationToken cancellation)
    {
        var all = new Dictionary<string, IReadOnlySet<int>>(StringComparer.Ordinal);
        await foreach (var file in client.PagesAsync($"{Pull}/files", MostPages, cancellation).ConfigureAwait(false))
        {
            if ((string?)file["filename"] is { } path && (string?)file["patch"] is { } patch)
                all[path] = ChangedLines.In(patch);
        }

        return all;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<LineComment>> ListAsync(CancellationToken cancellation)
    {
        var own = await GitHubComments.LoginAsync(client, cancellation).ConfigureAwait(false);
        var all = new List<JsonObject>();
        await foreach (var comment in client.PagesAsync($"{Pull}/comments", MostPages, cancellation).ConfigureAwait(false))
            all.Add(comment);
        var answered = all.Select(one => one["in_reply_to_id"]?.ToJsonString()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Where(one => one["in_reply_to_id"] is null).Select(one => new LineComment(
                one["id"]?.ToJsonString() ?? "",
                (string?)one["body"] ?? "",
                GitHubComments.IsOwn(one, own),
                answered.Contains(one["id"]?.ToJsonString() ?? ""))),
        ];
    }

    /// <inheritdoc/>
    public override Task<bool> CreateAsync(string path, int line, string body, CancellationToken cancellation) => client.IsAcceptedAsync(
        HttpMethod.Post,
        $"{Pull}/comments",
        new JsonObject { ["body"] = body, ["commit_id"] = commit, ["path"] = path, ["line"] = line, ["side"] = "RIGHT" },
        cancellation);

    /// <inheritdoc/>
    public override Task EndAsync(LineComment comment, string body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return client.SendAsync(HttpMethod.Patch, $"{root}/comments/{comment.Id}", new JsonObject { ["body"] = body }, cancellation);
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(LineComment comment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return client.SendAsync(HttpMethod.Delete, $"{root}/comments/{comment.Id}", null, cancellation);
    }
}
