namespace Arize.TaskLint.CSharpHost;

/// <summary>What the catalogs of an input declare. One that fails does not hide the others.</summary>
/// <param name="Documents">The document of each catalog that ran.</param>
/// <param name="Errors">Why others cannot be read.</param>
/// <param name="Lost">Where tasks are declared that nobody reads.</param>
internal sealed record Declared(IReadOnlyList<string> Documents, IReadOnlyList<string> Errors, IReadOnlyList<Lost> Lost);
