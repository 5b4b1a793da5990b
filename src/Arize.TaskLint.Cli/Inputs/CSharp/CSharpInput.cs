using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Cli.Inputs.CSharp;

/// <summary>What reading an input in C# gave. A catalog that fails does not hide the others.</summary>
/// <param name="Documents">The documents of its catalogs.</param>
/// <param name="Errors">Why it, or a catalog of it, cannot be read.</param>
internal sealed record CSharpInput(IReadOnlyList<TaskDocument> Documents, IReadOnlyList<string> Errors);
