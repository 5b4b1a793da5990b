using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Follows code that has several ways, and merges what the variables are after each of them.</summary>
internal sealed class BranchRunner(Interpreter interpreter) : InterpreterPart(interpreter)
{
    // Runs code that has several ways, and merges the variables after them.
    internal Flow RunWays(IOperation construct, IEnumerable<ISymbol> condition, IReadOnlyList<Func<Flow>> ways)
    {
        var (before, outer, guards) = (State.Scope.Variables, State.Region, State.Guarded);
        var inner = guards.Union(condition);
        List<Dictionary<ISymbol, Value>> ends = [];
        var (isThrown, last) = (false, Flow.Next);
        foreach (var way in ways)
        {
            State.Scope.Variables = new(before, SymbolEqualityComparer.Default);
            (State.Region, State.Guarded) = (new Region(), inner);
            var end = way();
            if (end == Flow.Next)
                ends.Add(State.Scope.Variables);
            else if (end == Flow.Thrown)
                isThrown = true;
            if (last != Flow.Left)
                last = end == Flow.Next ? last : end;
        }

        State.Scope.Variables = ends.Count == 0 ? before : Merged(ends);
        var leaves = BodyFacts.LeavesEarly(construct);
        // The condition tells the code that follows more about the values that it looked at.
        (State.Region, State.Guarded) = (leaves ? new Region() : outer, leaves || isThrown ? inner : guards);
        return ends.Count == 0 ? last : Flow.Next;
    }

    // Expressions of which only one is evaluated at run time; null for one that throws.
    internal Value OnWays(IOperation construct, IEnumerable<ISymbol> condition, IReadOnlyList<Func<Value?>> ways)
    {
        List<Value> values = [];
        RunWays(construct, condition,
        [
            .. ways.Select(way => (Func<Flow>)(() =>
            {
                if (way() is not { } value)
                    return Flow.Thrown;
                values.Add(value);
                return Flow.Next;
            })),
        ]);
        return ChoiceValue.Of(values);
    }

    private static Dictionary<ISymbol, Value> Merged(List<Dictionary<ISymbol, Value>> ends)
    {
        if (ends.Count == 1)
            return ends[0];
        var merged = new Dictionary<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (var variable in ends.SelectMany(end => end.Keys).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>())
        {
            // If a way does not assign a variable, the compiler ensures that the variable is not read afterwards.
            merged[variable] = ChoiceValue.Of([.. ends.Where(end => end.ContainsKey(variable)).Select(end => end[variable])]);
        }

        return merged;
    }

    // Variables, fields and properties that a condition looks at, and those that its variables were computed from. Where the condition holds, they
    // may not have the values that they seem to have.
    internal HashSet<ISymbol> Mentions(IOperation condition)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>([condition]);
        while (pending.Count > 0)
        {
            foreach (var operation in pending.Pop().DescendantsAndSelf())
            {
                switch (operation)
                {
                    case ILocalReferenceOperation { Local: var local } when found.Add(local):
                        foreach (var write in State.Scope.Facts.WritesOf(local))
                            pending.Push(write);
                        break;
                    case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } }:
                        found.UnionWith(method.Parameters);
                        break;
                    case IMemberReferenceOperation { Member: var member }:
                        found.Add(member.OriginalDefinition);
                        break;
                    case IInvocationOperation { TargetMethod: var called }:
                        found.Add(called.OriginalDefinition);
                        break;
                }
            }
        }

        return found;
    }
}
