using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>The variables of a running method, and what is known about the code that uses them.</summary>
internal sealed class Scope(BodyFacts facts, Value? target)
{
    private readonly Dictionary<ISymbol, int> carried = new(SymbolEqualityComparer.Default);

    internal BodyFacts Facts { get; } = facts;

    /// <summary>The value of <c>this</c>.</summary>
    internal Value? Target { get; } = target;

    internal Dictionary<ISymbol, Value> Variables { get; set; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a variable may get values in ways that are not followed.</summary>
    internal bool IsUnstable(ISymbol variable) => Facts.IsUnstable(variable) || carried.ContainsKey(variable);

    /// <summary>A loop begins or ends in which the variables get values that its next round may read.</summary>
    internal void Carry(IEnumerable<ISymbol> variables, int change)
    {
        foreach (var variable in variables)
        {
            carried.TryGetValue(variable, out var count);
            if (count + change > 0)
                carried[variable] = count + change;
            else
                carried.Remove(variable);
        }
    }
}
