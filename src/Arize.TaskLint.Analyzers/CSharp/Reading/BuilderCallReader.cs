using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Evaluates calls of the builders, which fill the drafts of what they build.</summary>
internal sealed class BuilderCallReader(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal Value ReadBuilderCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var meaning = Vocabulary.MeaningOf(method);
        var instance = call.Instance is null ? null : Read(call.Instance);
        var arguments = InOrder(call, meaning);
        if (Vocabulary.IsRoot(method))
            return NewTask(call, meaning, arguments, instance);
        if (Vocabulary.GivesSpace(method))
        {
            SetSpace(call, arguments, instance);
            return instance ?? UnknownValue.Instance;
        }

        if (method.IsStatic)
        {
            List<(string, Value, SyntaxNode)> fields = [];
            foreach (var argument in arguments)
            {
                if (meaning.Parameters[argument.Parameter!.Ordinal].Field is { } field)
                    fields.Add((field, argument.Value, argument.Operation.Value.Syntax));
                else
                    Escape(argument.Value, call);
            }

            return fields.Count > 0 ? new MatcherValue(fields) : UnknownValue.Instance;
        }

        if (meaning.IsNothing)
            return Lost([.. arguments.Select(argument => argument.Value), instance ?? UnknownValue.Instance], call);
        var builders = instance switch
        {
            BuilderValue builder => [builder],
            ChoiceValue choice => choice.Options.OfType<BuilderValue>().ToList(),
            _ => [],
        };
        if (builders.Count == 0)
            builders = Orphan(call) is { } orphan ? [orphan] : [];
        if (builders.Count == 0)
            Lost([.. arguments.Select(argument => argument.Value)], call);
        // One of several builders: the call may not reach each of them.
        var isCertain = instance is BuilderValue { Draft.Origin.Region: { } own } && own == State.Region;
        foreach (var builder in builders)
        {
            if (call.Syntax is InvocationExpressionSyntax syntax)
                Interpreter.CallMap.Ran(syntax, builder.Draft);
            Interpreter.Drafts.Apply(builder.Draft, call, meaning, arguments, isCertain, isOnlyOne: builders.Count == 1);
        }

        var isSelf = SymbolEqualityComparer.Default.Equals(call.Type, method.ContainingType);
        return !isSelf ? UnknownValue.Instance : instance is ChoiceValue ? instance : builders.Count == 1 ? builders[0] : UnknownValue.Instance;
    }

    // A builder of a task whose beginning is not known: each call on it is judged by itself.
    private BuilderValue? Orphan(IInvocationOperation call)
    {
        if (!Vocabulary.BuildsTask(call.TargetMethod.ContainingType) || !IsHere(call.Syntax))
            return null;
        var task = new ReadTask(call.Syntax, null);
        task.LostAt.Add(Files.NamePlace(call));
        Interpreter.Tasks.Add(task);
        var draft = new MappingDraft(Files.NamePlace(call), new Origin(task, null, null, null));
        draft.MakeIncomplete();
        return new BuilderValue(draft);
    }

    private BuilderValue NewTask(IInvocationOperation call, MethodMeaning meaning, List<ReadArgument> arguments, Value? instance)
    {
        Interpreter.SeenRoots.Add(call.Syntax);
        if (instance is not CatalogBuilderValue)
            Interpreter.MayGiveSpace = true;
        var task = new ReadTask(call.Syntax, null) { IsCertain = State.IsUnconditional && !Interpreter.IsHalfTyped };
        Interpreter.Tasks.Add(task);
        var draft = Interpreter.Drafts.NewItem(call, meaning, arguments, new Origin(task, State.Region, null, null), draft => task.Draft = draft);
        if (call.Syntax is InvocationExpressionSyntax syntax)
            Interpreter.CallMap.Ran(syntax, draft);
        return new BuilderValue(draft);
    }

    private void SetSpace(IInvocationOperation call, List<ReadArgument> arguments, Value? instance)
    {
        if (State.IsUnconditional && !Interpreter.IsHalfTyped && instance is CatalogBuilderValue && arguments is [var only])
            Interpreter.Spaces.Add(new Entry(ValueNodes.Key(Files.NamePlace(call), Core.Schema.DocumentFields.Space.Name), Nodes.NodeOf(only)));
        else
            Interpreter.MayGiveSpace = true;
    }

    // The arguments that are values, in the order of the parameters.
    private List<ReadArgument> InOrder(IInvocationOperation call, MethodMeaning meaning)
    {
        List<ReadArgument> arguments = [];
        foreach (var argument in Interpreter.Calls.Arguments(call))
        {
            if (argument.Parameter is not { } parameter || meaning.Parameters[parameter.Ordinal].Use != ParameterUse.Value)
                Escape(argument.Value, call);
            else
                arguments.Add(argument);
        }

        return [.. arguments.OrderBy(argument => argument.Parameter!.Ordinal)];
    }

    private bool IsHere(SyntaxNode syntax) => syntax.SyntaxTree == Interpreter.Code.SyntaxTree && Interpreter.Code.FullSpan.Contains(syntax.Span);
}
