using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>The elements of a sequence, shared by all references to it.</summary>
internal sealed class Sequence(IReadOnlyList<(Value Value, SyntaxNode Syntax)> items, bool canChange, bool isIncomplete = false)
{
    internal IReadOnlyList<(Value Value, SyntaxNode Syntax)> Items { get; } = items;

    /// <summary>Whether code that holds the sequence can change it, such as an array.</summary>
    internal bool CanChange { get; } = canChange;

    /// <summary>Whether there may be further elements.</summary>
    internal bool IsIncomplete { get; } = isIncomplete;

    /// <summary>Whether code that was not followed may have changed it.</summary>
    internal bool IsLost { get; set; }
}
