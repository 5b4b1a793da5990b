namespace Arize.TaskLint.CSharpHost;

/// <summary>Lines of a C# source on which the team accepts the findings of a rule.</summary>
/// <param name="File">The file, as <c>[CallerFilePath]</c> returns it.</param>
/// <param name="First">The first line, from 1.</param>
/// <param name="Last">The last line; <see cref="int.MaxValue"/> for the file's end.</param>
/// <param name="Rule">The rule's ID; null for all.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record CodeSuppression(string File, int First, int Last, string? Rule, string? Reason)
{
    /// <summary>Of all rules, those that are not meant.</summary>
    internal IReadOnlyList<string> Except { get; init; } = [];
}
