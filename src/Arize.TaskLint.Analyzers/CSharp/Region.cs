using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// A stretch of code that runs as often as its beginning does. A branch, a loop and what follows a conditional <c>return</c> are regions of
/// their own: what was made in another region may or may not get there.
/// </summary>
internal sealed class Region;
