using System.Globalization;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>The comments of a pull request on GitHub, by version 2022-11-28 of its REST API.</summary>
/// <param name="client">The API.</param>
/// <param name="repository">The repository, as <c>owner/name</c>.</param>
/// <param name="number">The number of the pull request.</param>
public sealed class GitHubComments(PlatformClient client, string repository, int number) : PullRequestComments
{
    private const int MostPages = 50;

    // As the token of a job writes.
    private const string JobLogin = "github-actions[bot]";

    // On a server of one's own, it stands beside the other API: /api/graphql beside /api/v3.
    private const string GraphPath = "/../graphql";

    private readonly string root = $"/repos/{string.Join('/', repository.Split('/').Select(Uri.EscapeDataString))}";

    private string Issue => string.Create(CultureInfo.InvariantCulture, $"{root}/issues/{number}");

    /// <summary>
    /// The number of the open pull request of a head, for jobs that run after another workflow: their event names no pull request of a fork.
    /// </summary>
    /// <param name="owner">The owner of the repository that has the branch.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="commit">The commit that the other workflow ran for.</param>
    /// <returns>The number; null if no open pull request has this commit as its head.</returns>
    /// <exception cref="PlatformException">It cannot be read.</exception>
    public static async Task<int?> FindAsync(
        PlatformClient client, string repository, string owner, string branch, string commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(repository);
        var path = $"/repos/{string.Join('/', repository.Split('/').Select(Uri.EscapeDataString))}/pulls?state=open"
            + $"&head={Uri.EscapeDataString($"{owner}:{branch}")}";
        var answer = await client.SendAsync(HttpMethod.Get, path, null, cancellation).ConfigureAwait(false);
        return (answer as JsonArray)?.OfType<JsonObject>()
            .Where(one => (string?)one["head"]?["sha"] == commit).Select(one => (int?)one["number"]).FirstOrDefault();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<PlatformComment>> ListAsync(CancellationToken cancellation)
    {
        var all = new List<PlatformComment>();
        var own = await LoginAsync(client, cancellation).ConfigureAwait(false);
        await foreach (var one in client.PagesAsync($"{Issue}/comments", MostPages, cancellation).ConfigureAwait(false))
            all.Add(new PlatformComment(one["id"]?.ToJsonString() ?? "", (string?)one["body"] ?? "", IsOwn(one, own)));
        return all;
    }

    /// <inheritdoc/>
    public override Task CreateAsync(string body, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Post, $"{Issue}/comments", new JsonObject { ["body"] = body }, cancellation);

    /// <inheritdoc/>
    public override Task UpdateAsync(string id, string body, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Patch, $"{root}/issues/comments/{id}", new JsonObject { ["body"] = body }, cancellation);

    /// <inheritdoc/>
    public override Task DeleteAsync(string id, CancellationToken cancellation) =>
        client.SendAsync(HttpMethod.Delete, $"{root}/issues/comments/{id}", null, cancellation);

    /// <inheritdoc/>
    public override async Task LabelAsync(string label, bool isThere, CancellationToken cancellation)
    {
        if (isThere)
        {
            var body = new JsonObject { ["labels"] = new JsonArray(label) };
            await client.SendAsync(HttpMethod.Post, $"{Issue}/labels", body, cancellation).ConfigureAwait(false);
            return;
        }

        try
        {
            await client.SendAsync(HttpMethod.Delete, $"{Issue}/labels/{Uri.EscapeDataString(label)}", null, cancellation).ConfigureAwait(false);
        }
        catch (PlatformException gone) when (gone.Status == 404)
        {
            // It is not there.
        }
    }

    /// <summary>The name of the token's owner. That of a job may not ask in the usual way; then it is asked for as its app is.</summary>
    internal static async Task<string> LoginAsync(PlatformClient client, CancellationToken cancellation)
    {
        try
        {
            if ((string?)(await client.SendAsync(HttpMethod.Get, "/user", null, cancellation).ConfigureAwait(false))?["login"] is { } login)
                return login;
        }
        catch (PlatformException refused) when (refused.Status is 401 or 403 or 404)
        {
            // The next question is for those who have no user.
        }

        try
        {
            var asked = new JsonObject { ["query"] = "query { viewer { login } }" };
            var answer = await client.SendAsync(HttpMethod.Post, GraphPath, asked, cancellation).ConfigureAwait(false);
            return (string?)answer?["data"]?["viewer"]?["login"] ?? JobLogin;
        }
        catch (PlatformException)
        {
            return JobLogin;
        }
    }

    /// <summary>Whether the owner of the token wrote a comment.</summary>
    /// <param name="login">The owner's name.</param>
    internal static bool IsOwn(JsonObject comment, string login) => (string?)comment["user"]?["login"] == login;
}
