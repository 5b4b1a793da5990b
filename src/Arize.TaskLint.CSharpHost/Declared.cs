namespace Arize.TaskLint.CSharpHost;

/// <summary>The declarations of the catalogs of an input. A catalog that fails does not affect the others.</summary>
/// <param name="Documents">The document of each catalog that ran.</param>
/// <param name="Errors">Messages about catalogs that cannot be read.</param>
/// <param name="Lost">Places where tasks are declared too late to be read.</param>
internal sealed record Declared(IReadOnlyList<string> Documents, IReadOnlyList<string> Errors, IReadOnlyList<Lost> Lost);
