using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Matches values against patterns, and assigns the variables of patterns.</summary>
internal sealed class PatternReader(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal Value ReadPattern(IIsPatternOperation test)
    {
        var value = Read(test.Value);
        if (Matches(value, test.Pattern) is { } decided)
            return new ConstantValue(decided, test.Type);
        BindUnknown(test.Pattern);
        return Lost([value], test);
    }

    private bool? Matches(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case INegatedPatternOperation { Pattern: var inner }:
                return !Matches(value, inner);
            case IConstantPatternOperation { Value: var constant } when Read(constant) is ConstantValue wanted:
                return wanted.Data is null ? value.IsNull : value is ConstantValue known ? Folding.AreEqual(known, wanted) : null;
            case IDiscardPatternOperation:
                return true;
            case IDeclarationPatternOperation { DeclaredSymbol: var declared, MatchedType: var type }
                when value.IsNull == false && IsSurely(value, type, pattern):
                if (declared is not null)
                    Interpreter.Variables.Set(declared, value, pattern);
                return true;
            case IRecursivePatternOperation { DeclaredSymbol: var named, MatchedType: var type } recursive
                when recursive.DeconstructionSubpatterns.IsEmpty && recursive.PropertySubpatterns.IsEmpty
                    && value.IsNull == false && IsSurely(value, type, pattern):
                if (named is not null)
                    Interpreter.Variables.Set(named, value, pattern);
                return true;
            default:
                return null;
        }
    }

    private static bool IsSurely(Value value, ITypeSymbol? type, IPatternOperation pattern) =>
        type is null || SymbolEqualityComparer.Default.Equals(type, pattern.InputType)
            || pattern.InputType is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                && value is ConstantValue && SymbolEqualityComparer.Default.Equals(type, nullable.TypeArguments[0]);

    internal void BindUnknown(IOperation pattern)
    {
        foreach (var operation in pattern.DescendantsAndSelf())
        {
            var variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IDeclarationPatternOperation declared => declared.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            if (variable is ILocalSymbol)
                State.Scope.Variables[variable] = UnknownValue.Instance;
        }
    }

    internal void BindPattern(IOperation? pattern)
    {
        if (pattern is not null)
            BindUnknown(pattern);
    }
}
