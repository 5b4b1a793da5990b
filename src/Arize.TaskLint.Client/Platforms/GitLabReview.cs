using System.Text.Json.Nodes;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>The discussions on lines of a merge request on GitLab, by version 4 of its REST API.</summary>
/// <param name="client">The API.</param>
/// <param name="project">The ID of the project.</param>
/// <param name="number">The IID of the merge request.</param>
public sealed class GitLabReview(PlatformClient client, string project, int number) : LineReview
{
    private const int MostPages = 50;

    private readonly Dictionary<string, string> earlierPaths = new(StringComparer.Ordinal);
    private JsonObject? commits;

    /// <inheritdoc/>
    public override string SuggestionLanguage => "suggestion:-0+0";

    private string Request => GitLabComments.PathOf(project, number);

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, IReadOnlySet<int>>> ChangedLinesAsync(CancellationToken cancellation)
    {
        // Three commits say of which version of the request a line is.
        commits = (await client.SendAsync(HttpMethod.Get, Request, null, cancellation).ConfigureAwait(false))?["diff_refs"] as JsonObject;
        var all = new Dictionary<string, IReadOnlySet<int>>(StringComparer.Ordinal);
        await foreach (var file in client.PagesAsync($"{Request}/diffs", MostPages, cancellation).ConfigureAwait(false))
        {
            if ((string?)file["new_path"] is not { } path || (string?)file["diff"] is not { } diff)
                continue;
            all[path] = ChangedLines.In(diff);
            earlierPaths[path] = (string?)file["old_path"] ?? path;
        }

        return all;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<LineComment>> ListAsync(CancellationToken cancellation)
    {
        var own = await GitLabComments.UserAsync(client, cancellation).ConfigureAwait(false);
        var all = new List<LineComment>();
        await foreach (var discussion in client.PagesAsync($"{Request}/discussions", MostPages, cancellation).ConfigureAwait(false))
        {
            if (discussion["notes"] is JsonArray { Count: > 0 } notes && notes[0] is JsonObject note && note["position"] is JsonObject
                && (string?)discussion["id"] is { } id && note["id"]?.ToJsonString() is { } noteId)
            {
                all.Add(new LineComment(
                    $"{Uri.EscapeDataString(id)}/notes/{noteId}", (string?)note["body"] ?? "", GitLabComments.IsOwn(note, own), notes.Count > 1));
            }
        }

        return all;
    }

    /// <inheritdoc/>
    public override async Task<bool> CreateAsync(string path, int line, string body, CancellationToken cancellation)
    {
        if (commits is null)
            return false;
        var position = new JsonObject
        {
            ["position_type"] = "text",
            ["base_sha"] = (string?)commits["base_sha"],
            ["start_sha"] = (string?)commits["start_sha"],
            ["head_sha"] = (string?)commits["head_sha"],
            ["old_path"] = earlierPaths.GetValueOrDefault(path, path),
            ["new_path"] = path,
            ["new_line"] = line,
        };
        var discussion = new JsonObject { ["body"] = body, ["position"] = position };
        return await client.IsAcceptedAsync(HttpMethod.Post, $"{Request}/discussions", discussion, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task EndAsync(LineComment comment, string body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var note = $"{Request}/discussions/{comment.Id}";
        await client.SendAsync(HttpMethod.Put, note, new JsonObject { ["body"] = body }, cancellation).ConfigureAwait(false);
        var discussion = $"{Request}/discussions/{comment.Id.Split('/')[0]}";
        await client.SendAsync(HttpMethod.Put, discussion, new JsonObject { ["resolved"] = true }, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(LineComment comment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return client.SendAsync(HttpMethod.Delete, $"{Request}/discussions/{comment.Id}", null, cancellation);
    }
}
