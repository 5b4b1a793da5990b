namespace Arize.TaskLint.Engine.Git;

/// <summary>The folder that a commit is written to, as a copy of the work tree.</summary>
/// <param name="Root">The top folder of the work tree.</param>
/// <param name="Copy">The folder that stands for it.</param>
internal sealed record BaseTree(string Root, string Copy)
{
    /// <summary>Whether a path is in the work tree.</summary>
    internal bool Has(string full) => Path.GetRelativePath(Root, full) is var inside
        && inside != ".." && !inside.StartsWith("../", StringComparison.Ordinal) && !inside.StartsWith("..\\", StringComparison.Ordinal)
        && !Path.IsPathFullyQualified(inside);

    /// <summary>The path in the copy that stands for one in the work tree.</summary>
    internal string InCopy(string full) => Path.GetFullPath(Path.GetRelativePath(Root, full), Copy);
}
