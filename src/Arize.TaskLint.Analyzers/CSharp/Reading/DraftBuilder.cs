using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Applies calls of builders to the drafts of what they build.</summary>
internal sealed class DraftBuilder(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal void Apply(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<ReadArgument> arguments, bool isCertain, bool isOnlyOne)
    {
        var given = Build(draft, call, meaning, arguments);
        if (isCertain)
        {
            Apply(draft, call, meaning, given);
        }
        else
        {
            // The task as it is if the call happens.
            var aside = draft.Aside(withConstants: isOnlyOne, out var root);
            Apply(aside, call, meaning, given);
            draft.Origin.Task.Asides.Add([root]);
            LeaveOpen(draft, call, meaning);
        }

        JudgeChoices(draft, call, meaning, given);
    }

    // Of the values that a call may set, each by itself.
    private void JudgeChoices(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<CallPart> given)
    {
        var choices = given.Where(part => part.Argument.Value is ChoiceValue).ToList();
        if (choices is not [{ Argument: { Value: ChoiceValue { Options: var options } } chosen } only])
        {
            return;
        }

        if (!options.All(option => option is ConstantValue))
            return;
        List<MappingDraft> asides = [];
        foreach (var option in options)
        {
            var aside = draft.Aside(withConstants: true, out var root);
            Apply(aside, call, meaning, [.. given.Select(part => part == only ? part with { Argument = chosen with { Value = option } } : part)]);
            asides.Add(root);
        }

        draft.Origin.Task.Asides.Add(asides);
    }

    // The parts of a call: values, and what lambdas build.
    private List<CallPart> Build(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<ReadArgument> arguments)
    {
        List<CallPart> parts = [];
        foreach (var argument in arguments)
        {
            if (BuilderOf(argument.Parameter!.Type) is not { } builder)
                parts.Add(new CallPart(argument, null, null));
            else if (meaning.Use is FieldUse.Item or FieldUse.Object)
                parts.Add(new CallPart(argument, null, builder));
            else
                parts.Add(new CallPart(argument, BuildPart(draft, call, meaning, argument, builder), builder));
        }

        return parts;
    }

    private Draft BuildPart(Draft draft, IInvocationOperation call, MethodMeaning meaning, ReadArgument argument, IParameterSymbol builder)
    {
        var place = Files.NamePlace(call);
        var origin = new Origin(
            draft.Origin.Task, State.Region, draft, (parent, child) => Apply(parent, call, meaning, [new CallPart(argument, child, builder)]));
        Draft built = Vocabulary.BuildsList(builder.Type) ? new ListDraft(place, origin) : new MappingDraft(place, origin);
        Configure(argument.Value, built, call);
        return built;
    }

    private void Configure(Value configure, Draft draft, IInvocationOperation call)
    {
        if (Interpreter.IsHalfTyped)
            draft.MakeIncomplete();
        switch (configure)
        {
            case ConstantValue { Data: null }:
                break;
            case FunctionValue function:
                Interpreter.Functions.Invoke(function, [(0, new BuilderValue(draft))], call);
                break;
            default:
                Escape(configure, call);
                Escape(new BuilderValue(draft), call);
                break;
        }
    }

    internal void Apply(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<CallPart> parts)
    {
        if (draft is MappingDraft mapping)
            ApplyTo(mapping, call, meaning, parts);
        else
            ApplyTo((ListDraft)draft, call, meaning, parts);
    }

    private void ApplyTo(MappingDraft mapping, IInvocationOperation call, MethodMeaning meaning, List<CallPart> parts)
    {
        var place = Files.NamePlace(call);
        var syntax = call.Syntax as InvocationExpressionSyntax;
        if (meaning.Field is null)
        {
            DraftValues.SetConstants(mapping, meaning, place, syntax);
            return;
        }

        var key = ValueNodes.Key(place, meaning.Field);
        switch (meaning.Use)
        {
            case FieldUse.Value or FieldUse.List:
                Interpreter.DraftValues.SetValue(mapping, key, parts.FirstOrDefault(), syntax);
                break;
            case FieldUse.Texts when parts is [{ Argument.Value: ConstantValue { Data: null } }]:
                mapping.Set(key, ValueNodes.Null(place), syntax);
                break;
            case FieldUse.Texts:
                Interpreter.DraftValues.AddTexts(mapping.ListAt(key, syntax), parts);
                break;
            case FieldUse.Entries:
                foreach (var (argument, _, _) in parts)
                {
                    Interpreter.DraftValues.AddEntries(
                        mapping.MappingAt(key, syntax), argument.Value, argument.Place, argument.Operation.Value.Syntax);
                }

                break;
            case FieldUse.Entry:
                Interpreter.DraftValues.AddEntry(meaning.Field.Length == 0 ? mapping : mapping.MappingAt(key, syntax), call, parts);
                break;
            case FieldUse.Item:
                NewPart(mapping, call, meaning, parts,
                    (parent, item) => ((MappingDraft)parent).ListAt(key, null).Add(item),
                    mapping.ListAt(key, syntax).Add);
                break;
            case FieldUse.Object:
                NewPart(mapping, call, meaning, parts,
                    (parent, item) => ((MappingDraft)parent).Set(key, item, null),
                    item => mapping.Set(key, item, syntax));
                break;
        }
    }

    private void ApplyTo(ListDraft list, IInvocationOperation call, MethodMeaning meaning, List<CallPart> parts)
    {
        if (meaning is { Field: "", Use: FieldUse.Item or FieldUse.Object })
            NewPart(list, call, meaning, parts, (parent, item) => ((ListDraft)parent).Add(item), list.Add);
        else if (meaning.Field is "")
            Interpreter.DraftValues.AddTexts(list, parts);
        else
            list.MakeIncomplete();
    }

    private void NewPart(
        Draft parent,
        IInvocationOperation call,
        MethodMeaning meaning,
        List<CallPart> parts,
        Action<Draft, Draft> attach,
        Action<MappingDraft> add) =>
        NewItem(call, meaning, [.. parts.Select(part => part.Argument)], new Origin(parent.Origin.Task, State.Region, parent, attach), add);

    internal MappingDraft NewItem(
        IInvocationOperation call, MethodMeaning meaning, List<ReadArgument> arguments, Origin origin, Action<MappingDraft> add)
    {
        var name = Files.NamePlace(call);
        var item = new MappingDraft(name with { End = call.Syntax.Span.End }, origin, call.Syntax as InvocationExpressionSyntax);
        add(item);
        if (Interpreter.IsHalfTyped)
            item.MakeIncomplete();
        List<ReadArgument> configures = [];
        foreach (var argument in arguments)
        {
            var parameter = argument.Parameter!;
            if (BuilderOf(parameter.Type) is not null)
                configures.Add(argument);
            else if (meaning.Parameters[parameter.Ordinal].Field is { } field && !IsLeftOut(argument, parameter))
                item.Set(ValueNodes.Key(name, field), Nodes.NodeOf(argument), null);
        }

        DraftValues.SetConstants(item, meaning, name, null);
        foreach (var constant in meaning.Constants)
        {
            if (constant.Value is not null)
                item.Constants.Add((ValueNodes.Key(name, constant.Key), new ScalarNode(name, constant.Value, isPlain: false)));
        }

        foreach (var configure in configures)
            Configure(configure.Value, item, call);
        return item;
    }

    // A call that may not happen, or happen more than once, leaves open what it sets.
    private void LeaveOpen(Draft draft, IInvocationOperation call, MethodMeaning meaning)
    {
        if (draft is not MappingDraft mapping || meaning.Field is "")
        {
            draft.MakeIncomplete();
            return;
        }

        var place = Files.NamePlace(call);
        foreach (var constant in meaning.Field is null ? meaning.Constants : [])
            DraftValues.SetUnknown(mapping, ValueNodes.Key(place, constant.Key));
        if (meaning.Field is null)
            return;
        var key = ValueNodes.Key(place, meaning.Field);
        switch (meaning.Use)
        {
            case FieldUse.Texts or FieldUse.Item:
                mapping.ListAt(key, null).MakeIncomplete();
                break;
            case FieldUse.Entry or FieldUse.Entries:
                mapping.MappingAt(key, null).MakeIncomplete();
                break;
            default:
                DraftValues.SetUnknown(mapping, key);
                break;
        }
    }

    // Whether an optional parameter has its default of null, which sets nothing.
    private static bool IsLeftOut(ReadArgument argument, IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null } && argument.Value is ConstantValue { Data: null };

    private static IParameterSymbol? BuilderOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: [var builder] } ? builder : null;
}
