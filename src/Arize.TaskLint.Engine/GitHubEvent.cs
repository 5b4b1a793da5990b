using System.Text.Json;

namespace Arize.TaskLint.Engine;

/// <summary>What caused a job of GitHub Actions, as the file says that the runner names in a variable.</summary>
internal sealed class GitHubEvent : IDisposable
{
    /// <summary>The variable with the path of the file.</summary>
    internal const string Variable = "GITHUB_EVENT_PATH";

    private const int Largest = 32 * 1024 * 1024;

    private readonly JsonDocument document;

    private GitHubEvent(JsonDocument document) => this.document = document;

    /// <summary>Reads the event; null if there is none, or if it cannot be read.</summary>
    internal static GitHubEvent? Read(Workspace workspace)
    {
        try
        {
            return workspace.Variable(Variable)?.Trim() is { Length: > 0 } file
                && workspace.BytesOf(Path.GetFullPath(file, workspace.WorkingDirectory), Largest) is { } bytes
                ? new GitHubEvent(JsonDocument.Parse(bytes))
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            // Other variables may tell what is needed of it.
            return null;
        }
    }

    /// <summary>The text at a path of members; null if there is none.</summary>
    internal string? Text(params string[] path) => Find(path) is { ValueKind: JsonValueKind.String } element
        && element.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The whole number at a path of members; null if there is none.</summary>
    internal int? Number(params string[] path) =>
        Find(path) is { ValueKind: JsonValueKind.Number } element && element.TryGetInt32(out var number) ? number : null;

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();

    private JsonElement? Find(string[] path)
    {
        JsonElement? found = document.RootElement;
        foreach (var name in path)
            found = found is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var inner) ? inner : null;
        return found;
    }
}
