using System.Globalization;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>The notes of a merge request on GitLab, by version 4 of its REST API.</summary>
/// <param name="client">The API.</param>
/// <param name="project">The ID of the project.</param>
/// <param name="number">The IID of the merge request.</param>
public sealed class GitLabComments(PlatformClient client, string project, int number) : PullRequestComments
{
    private const int PageSize = 100;
    private const int MostPages = 50;

    private string Request =>
        string.Create(CultureInfo.InvariantCulture, $"/projects/{Uri.EscapeDataString(project)}/merge_requests/{number}");

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<PlatformComment>> ListAsync(CancellationToken cancellation)
    {
        var own = (await client.SendAsync(HttpMethod.Get, "/user", null, cancellation).ConfigureAwait(false))?["id"]?.ToJsonString();
        var all = new List<PlatformComment>();
        for (var page = 1; page <= MostPages; page++)
        {
            var path = string.Create(
                CultureInfo.InvariantCulture, $"{Request}/notes?order_by=created_at&sort=asc&per_page={PageSize}&page={page}");
            if (await client.SendAsync(HttpMethod.Get, path, null, cancellation).ConfigureAwait(false) is not JsonArray notes)
                break;
            all.AddRange(notes.OfType<JsonObject>().Select(one => new PlatformComment(
                one["id"]?.ToJsonString() ?? "", (string?)one["body"] ?? "", own is not null && one["author"]?["id"]?.ToJsonString() == own)));
            if (notes.Count < PageSize)
                break;
        }

        return all;
    }

    /// <inheritdoc/>
    public override Task CreateAsync(string body, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Post, $"{Request}/notes", new JsonObject { ["body"] = body }, cancellation);

    /// <inheritdoc/>
    public override Task UpdateAsync(string id, string body, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Put, $"{Request}/notes/{id}", new JsonObject { ["body"] = body }, cancellation);

    /// <inheritdoc/>
    public override Task DeleteAsync(string id, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Delete, $"{Request}/notes/{id}", null, cancellation);

    /// <inheritdoc/>
    public override Task LabelAsync(string label, bool isThere, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Put, Request, new JsonObject { [isThere ? "add_labels" : "remove_labels"] = label }, cancellation);
}
