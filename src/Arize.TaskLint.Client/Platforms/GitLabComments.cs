using System.Globalization;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>The notes of a merge request on GitLab, by version 4 of its REST API.</summary>
/// <param name="client">The API.</param>
/// <param name="project">The ID of the project.</param>
/// <param name="number">The IID of the merge request.</param>
public sealed class GitLabComments(PlatformClient client, string project, int number) : PullRequestComments
{
    private const int MostPages = 50;

    private string Request => PathOf(project, number);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<PlatformComment>> ListAsync(CancellationToken cancellation)
    {
        var own = await UserAsync(client, cancellation).ConfigureAwait(false);
        var all = new List<PlatformComment>();
        await foreach (var one in client.PagesAsync($"{Request}/notes?order_by=created_at&sort=asc", MostPages, cancellation).ConfigureAwait(false))
            all.Add(new PlatformComment(one["id"]?.ToJsonString() ?? "", (string?)one["body"] ?? "", IsOwn(one, own)));
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

    /// <summary>The path of a merge request.</summary>
    internal static string PathOf(string project, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/projects/{Uri.EscapeDataString(project)}/merge_requests/{number}");

    /// <summary>The ID of the token's user; null if it is not told.</summary>
    internal static async Task<string?> UserAsync(PlatformClient client, CancellationToken cancellation) =>
        (await client.SendAsync(HttpMethod.Get, "/user", null, cancellation).ConfigureAwait(false))?["id"]?.ToJsonString();

    /// <summary>Whether a user wrote a note.</summary>
    internal static bool IsOwn(JsonObject note, string? user) => user is not null && note["author"]?["id"]?.ToJsonString() == user;
}
