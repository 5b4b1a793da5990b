using System.Globalization;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>The comments on lines of a pull request on GitHub, by version 2022-11-28 of its REST API.</summary>
/// <param name="client">The API.</param>
/// <param name="repository">The repository, as <c>owner/name</c>.</param>
/// <param name="number">The number of the pull request.</param>
/// <param name="commit">The commit whose lines are commented on.</param>
public sealed class GitHubReview(PlatformClient client, string repository, int number, string commit)
{
    private const int PageSize = 100;

    // GitHub lists the first 3,000 files.
    private const int MostPages = 30;

    private readonly string root = $"/repos/{string.Join('/', repository.Split('/').Select(Uri.EscapeDataString))}/pulls";

    private string Pull => string.Create(CultureInfo.InvariantCulture, $"{root}/{number}");

    /// <summary>The lines that the pull request adds or changes, by the path of their file.</summary>
    /// <exception cref="PlatformException">They cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, IReadOnlySet<int>>> ChangedLinesAsync(CancellationToken cancellation)
    {
        var all = new Dictionary<string, IReadOnlySet<int>>(StringComparer.Ordinal);
        await foreach (var file in PagesAsync($"{Pull}/files", cancellation).ConfigureAwait(false))
        {
            if ((string?)file["filename"] is { } path && (string?)file["patch"] is { } patch)
                all[path] = LinesOf(patch);
        }

        return all;
    }

    /// <summary>The comments on lines.</summary>
    /// <exception cref="PlatformException">They cannot be read.</exception>
    public async Task<IReadOnlyList<LineComment>> ListAsync(CancellationToken cancellation)
    {
        var own = await GitHubComments.LoginAsync(client, cancellation).ConfigureAwait(false);
        var all = new List<JsonObject>();
        await foreach (var comment in PagesAsync($"{Pull}/comments", cancellation).ConfigureAwait(false))
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

    /// <summary>Comments on a line.</summary>
    /// <exception cref="PlatformException">It cannot be written; with status 422, the line is not of the pull request.</exception>
    public Task CreateAsync(string path, int line, string body, CancellationToken cancellation) => client.SendAsync(
        HttpMethod.Post,
        $"{Pull}/comments",
        new JsonObject { ["body"] = body, ["commit_id"] = commit, ["path"] = path, ["line"] = line, ["side"] = "RIGHT" },
        cancellation);

    /// <summary>Changes a comment.</summary>
    /// <exception cref="PlatformException">It cannot be changed.</exception>
    public Task UpdateAsync(string id, string body, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Patch, $"{root}/comments/{id}", new JsonObject { ["body"] = body }, cancellation);

    /// <summary>Removes a comment.</summary>
    /// <exception cref="PlatformException">It cannot be removed.</exception>
    public Task DeleteAsync(string id, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Delete, $"{root}/comments/{id}", null, cancellation);

    // The lines with a plus in a unified diff, by their numbers in the new file.
    private static HashSet<int> LinesOf(string patch)
    {
        var lines = new HashSet<int>();
        var next = 0;
        foreach (var line in patch.Split('\n'))
        {
            if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var start = line.Split('+', 2).ElementAtOrDefault(1)?.Split(',', ' ')[0];
                next = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            }
            else if (line.StartsWith('+'))
            {
                lines.Add(next++);
            }
            else if (!line.StartsWith('-') && !line.StartsWith('\\'))
            {
                next++;
            }
        }

        return lines;
    }

    private async IAsyncEnumerable<JsonObject> PagesAsync(
        string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"{path}?per_page={PageSize}&page={page}");
            if (await client.SendAsync(HttpMethod.Get, query, null, cancellation).ConfigureAwait(false) is not JsonArray items)
                yield break;
            foreach (var item in items.OfType<JsonObject>())
                yield return item;
            if (items.Count < PageSize)
                yield break;
        }
    }
}
