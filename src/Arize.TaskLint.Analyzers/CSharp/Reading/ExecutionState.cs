using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Where the interpreter is in the code, and the limits of how far it follows it.</summary>
internal sealed class ExecutionState
{
    // Deep enough for helpers of helpers; lambdas are nested as deep as a schema of JSON is.
    internal const int MostCalls = 8;
    private const int MostFunctions = 100;
    private const int MostSteps = 60_000;

    private readonly Region whole = new();
    private readonly CancellationToken cancellation;
    private int steps;

    internal ExecutionState(CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        Region = whole;
    }

    internal Scope Scope { get; set; } = null!;

    internal Region Region { get; set; }

    /// <summary>Symbols that a condition around the current code looks at.</summary>
    internal ImmutableHashSet<ISymbol> Guarded { get; set; } = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    /// <summary>The values that the current method or function has returned so far.</summary>
    internal List<Value> Returned { get; set; } = [];

    /// <summary>The bodies and initializers that are being followed, the innermost on top.</summary>
    internal Stack<IOperation> Running { get; } = new();

    /// <summary>How many methods deep the interpreter is.</summary>
    internal int Methods { get; set; }

    /// <summary>Whether the current code runs exactly once whenever the body runs.</summary>
    internal bool IsUnconditional => Region == whole;

    internal bool HasStepsLeft => steps < MostSteps;

    internal void Step()
    {
        if (++steps % 256 == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Whether a body can be followed: the limits are not reached, and it is not being followed already.</summary>
    /// <param name="isOwn">Whether it is a function of the current method.</param>
    internal bool CanEnter(IOperation body, bool isOwn) =>
        (isOwn ? Running.Count < MostFunctions : Methods < MostCalls) && HasStepsLeft && !Running.Contains(body);
}
