namespace Arize.TaskLint.Client.Platforms;

/// <summary>A comment on a line of a pull request.</summary>
/// <param name="Id">Its ID on the platform.</param>
/// <param name="Body">Its text, in Markdown.</param>
/// <param name="IsOwn">Whether the owner of the token wrote it.</param>
/// <param name="HasReplies">Whether somebody answered it.</param>
public sealed record LineComment(string Id, string Body, bool IsOwn, bool HasReplies);
