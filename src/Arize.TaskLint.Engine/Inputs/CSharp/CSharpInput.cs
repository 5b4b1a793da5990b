using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Engine.Inputs.CSharp;

/// <summary>What reading an input in C# gave. A catalog that fails does not hide the others.</summary>
/// <param name="Documents">The documents of its catalogs.</param>
/// <param name="Errors">Why it, or a catalog of it, cannot be read.</param>
internal sealed record CSharpInput(IReadOnlyList<TaskDocument> Documents, IReadOnlyList<string> Errors)
{
    /// <summary>The rules that its project switches off (<c>NoWarn</c>), in C# and in YAML.</summary>
    internal IReadOnlyList<string> NoWarn { get; init; } = [];

    /// <summary>What switches those rules off in a file.</summary>
    internal static IEnumerable<Suppression> Off(IEnumerable<string> rules, string file) =>
        rules.Select(rule => new Suppression(default, file, 1, int.MaxValue, rule) { Reason = "NoWarn of the project", IsInCode = true });
}
