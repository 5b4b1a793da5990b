namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// A stretch of code that runs as often as its beginning. A branch, a loop and the code after a conditional <c>return</c> are regions of their own: a
/// builder from another region may or may not reach them.
/// </summary>
internal sealed class Region;
