using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Handles values that reach code that is not followed: builders become incomplete, sequences become unknown.</summary>
internal sealed class Escapes(Interpreter interpreter)
{
    private readonly HashSet<SyntaxNode> handedOut = [];

    /// <summary>Escapes each of the values, and returns the unknown value that is computed from them.</summary>
    internal UnknownValue Lost(IReadOnlyList<Value> values, IOperation at)
    {
        foreach (var value in values)
            Escape(value, at);
        return UnknownValue.Instance;
    }

    /// <summary>Marks a value that reaches code that is not followed, which may go on building with it.</summary>
    internal void Escape(Value value, IOperation? at)
    {
        switch (value)
        {
            case BuilderValue { Draft: var draft }:
                draft.MakeIncomplete();
                if (at is not null)
                    draft.Origin.Task.LostAt.Add(LostPlace(at));
                break;
            case CatalogBuilderValue:
                interpreter.MayGiveSpace = true;
                break;
            case SequenceValue { Elements: var elements }:
                elements.IsLost |= elements.CanChange;
                foreach (var (item, _) in elements.Items)
                    Escape(item, at);
                break;
            case TupleValue tuple:
                foreach (var element in tuple.Elements)
                    Escape(element, at);
                break;
            case ObjectValue made:
                foreach (var property in made.Properties.Values)
                    Escape(property, at);
                break;
            case ChoiceValue choice:
                foreach (var option in choice.Options)
                    Escape(option, at);
                break;
            case MatcherValue matcher:
                foreach (var field in matcher.Fields)
                    Escape(field.Value, at);
                break;
            case FunctionValue function:
                HandOut(function);
                break;
        }
    }

    /// <summary>Follows a function that reaches code which may call it never, once or many times, with any arguments.</summary>
    internal void HandOut(FunctionValue function)
    {
        if (function.Target is { } target)
            Escape(target, null);
        if (function.Lambda is { } lambda && handedOut.Add(lambda.Syntax))
            interpreter.Functions.RunUnknown(lambda, function.Scope);
        else if (function.Method is { MethodKind: MethodKind.LocalFunction } method
            && function.Scope.Facts.FunctionOf(method) is { } local && handedOut.Add(local.Syntax))
        {
            interpreter.Functions.RunUnknown(local, function.Scope);
        }
    }

    private Place LostPlace(IOperation at) =>
        at is IInvocationOperation call ? interpreter.Files.NamePlace(call) : interpreter.Files.PlaceOf(at.Syntax);
}
