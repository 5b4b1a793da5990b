namespace Arize.TaskLint.Client.Platforms;

/// <summary>A comment on a pull or merge request.</summary>
/// <param name="Id">Its ID on the platform.</param>
/// <param name="Body">Its text, in Markdown.</param>
/// <param name="IsOwn">Whether the owner of the token wrote it. Anybody can write a comment that looks like it.</param>
public sealed record PlatformComment(string Id, string Body, bool IsOwn);
