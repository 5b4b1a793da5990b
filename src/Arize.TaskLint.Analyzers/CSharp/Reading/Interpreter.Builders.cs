using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <content>Calls of builders, which fill the drafts of what they build.</content>
internal sealed partial class Interpreter
{
    private readonly CallMap calls;

    private Value CallOurs(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var meaning = vocabulary.MeaningOf(method);
        var instance = call.Instance is null ? null : Read(call.Instance);
        var arguments = InOrder(call, meaning);
        if (vocabulary.IsRoot(method))
            return NewTask(call, meaning, arguments, instance);
        if (vocabulary.GivesSpace(method))
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
                    fields.Add((field, argument.Value, argument.Argument.Value.Syntax));
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
        var isCertain = instance is BuilderValue { Draft.Origin.Region: { } own } && own == region;
        foreach (var builder in builders)
        {
            if (call.Syntax is InvocationExpressionSyntax syntax)
                calls.Ran(syntax, builder.Draft);
            Apply(builder.Draft, call, meaning, arguments, isCertain, isOnlyOne: builders.Count == 1);
        }

        var isSelf = SymbolEqualityComparer.Default.Equals(call.Type, method.ContainingType);
        return !isSelf ? UnknownValue.Instance : instance is ChoiceValue ? instance : builders.Count == 1 ? builders[0] : UnknownValue.Instance;
    }

    // A builder of a task whose beginning is not known: each call on it is judged by itself.
    private BuilderValue? Orphan(IInvocationOperation call)
    {
        if (!vocabulary.BuildsTask(call.TargetMethod.ContainingType) || !IsHere(call.Syntax))
            return null;
        var task = new ReadTask(call.Syntax, null);
        task.LostAt.Add(NamePlace(call));
        Tasks.Add(task);
        var draft = new MappingDraft(NamePlace(call), new Origin(task, null, null, null));
        draft.MakeIncomplete();
        return new BuilderValue(draft);
    }

    private BuilderValue NewTask(IInvocationOperation call, MethodMeaning meaning, List<Given> arguments, Value? instance)
    {
        seenRoots.Add(call.Syntax);
        if (instance is not CatalogBuilderValue)
            MayGiveSpace = true;
        var task = new ReadTask(call.Syntax, null) { IsCertain = region == whole && !isHalfTyped };
        Tasks.Add(task);
        var draft = NewItem(call, meaning, arguments, new Origin(task, region, null, null), draft => task.Draft = draft);
        if (call.Syntax is InvocationExpressionSyntax syntax)
            calls.Ran(syntax, draft);
        return new BuilderValue(draft);
    }

    private void SetSpace(IInvocationOperation call, List<Given> arguments, Value? instance)
    {
        if (region == whole && !isHalfTyped && instance is CatalogBuilderValue && arguments is [var only])
            Spaces.Add(new Entry(Key(NamePlace(call), Core.Schema.DocumentFields.Space.Name), NodeOf(only)));
        else
            MayGiveSpace = true;
    }

    private void Apply(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<Given> arguments, bool isCertain, bool isOnlyOne)
    {
        var given = Build(draft, call, meaning, arguments);
        if (isCertain)
        {
            Apply(draft, call, meaning, given);
        }
        else
        {
            // What the task is then, whatever else happens.
            var aside = draft.Aside(withConstants: isOnlyOne, out var root);
            Apply(aside, call, meaning, given);
            draft.Origin.Task.Asides.Add([root]);
            LeaveOpen(draft, call, meaning);
        }

        JudgeChoices(draft, call, meaning, given);
    }

    // Of the values that a call may set, each by itself.
    private void JudgeChoices(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<Part> given)
    {
        var choices = given.Where(part => part.Given.Value is ChoiceValue).ToList();
        if (choices is not [{ Given: { Value: ChoiceValue { Options: var options } } chosen } only])
        {
            return;
        }

        if (!options.All(option => option is ConstantValue))
            return;
        List<MappingDraft> asides = [];
        foreach (var option in options)
        {
            var aside = draft.Aside(withConstants: true, out var root);
            Apply(aside, call, meaning, [.. given.Select(part => part == only ? part with { Given = chosen with { Value = option } } : part)]);
            asides.Add(root);
        }

        draft.Origin.Task.Asides.Add(asides);
    }

    // The parts of a call: values, and what lambdas build.
    private List<Part> Build(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<Given> arguments)
    {
        List<Part> parts = [];
        foreach (var argument in arguments)
        {
            if (BuilderOf(argument.Parameter!.Type) is not { } builder)
                parts.Add(new Part(argument, null, null));
            else if (meaning.Use is FieldUse.Item or FieldUse.Object)
                parts.Add(new Part(argument, null, builder));
            else
                parts.Add(new Part(argument, BuildPart(draft, call, meaning, argument, builder), builder));
        }

        return parts;
    }

    private Draft BuildPart(Draft draft, IInvocationOperation call, MethodMeaning meaning, Given argument, IParameterSymbol builder)
    {
        var place = NamePlace(call);
        var origin = new Origin(
            draft.Origin.Task, region, draft, (parent, child) => Apply(parent, call, meaning, [new Part(argument, child, builder)]));
        Draft built = vocabulary.BuildsList(builder.Type) ? new ListDraft(place, origin) : new MappingDraft(place, origin);
        Configure(argument.Value, built, call);
        return built;
    }

    private void Configure(Value configure, Draft draft, IInvocationOperation call)
    {
        if (isHalfTyped)
            draft.MakeIncomplete();
        switch (configure)
        {
            case ConstantValue { Data: null }:
                break;
            case FunctionValue function:
                Invoke(function, [(0, new BuilderValue(draft))], call);
                break;
            default:
                Escape(configure, call);
                Escape(new BuilderValue(draft), call);
                break;
        }
    }

    private void Apply(Draft draft, IInvocationOperation call, MethodMeaning meaning, List<Part> parts)
    {
        if (draft is MappingDraft mapping)
            ApplyTo(mapping, call, meaning, parts);
        else
            ApplyTo((ListDraft)draft, call, meaning, parts);
    }

    private void ApplyTo(MappingDraft mapping, IInvocationOperation call, MethodMeaning meaning, List<Part> parts)
    {
        var place = NamePlace(call);
        var syntax = call.Syntax as InvocationExpressionSyntax;
        if (meaning.Field is null)
        {
            SetConstants(mapping, meaning, place, syntax);
            return;
        }

        var key = Key(place, meaning.Field);
        switch (meaning.Use)
        {
            case FieldUse.Value or FieldUse.List:
                SetValue(mapping, key, parts.FirstOrDefault(), syntax);
                break;
            case FieldUse.Texts when parts is [{ Given.Value: ConstantValue { Data: null } }]:
                mapping.Set(key, Null(place), syntax);
                break;
            case FieldUse.Texts:
                AddTexts(mapping.ListAt(key, syntax), parts);
                break;
            case FieldUse.Entries:
                foreach (var part in parts)
                    AddEntries(mapping.MappingAt(key, syntax), part.Given.Value, part.Given.Place, part.Given.Argument.Value.Syntax);
                break;
            case FieldUse.Entry:
                AddEntry(meaning.Field.Length == 0 ? mapping : mapping.MappingAt(key, syntax), call, parts);
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

    private void ApplyTo(ListDraft list, IInvocationOperation call, MethodMeaning meaning, List<Part> parts)
    {
        if (meaning is { Field: "", Use: FieldUse.Item or FieldUse.Object })
            NewPart(list, call, meaning, parts, (parent, item) => ((ListDraft)parent).Add(item), list.Add);
        else if (meaning.Field is "")
            AddTexts(list, parts);
        else
            list.MakeIncomplete();
    }

    private void NewPart(
        Draft parent, IInvocationOperation call, MethodMeaning meaning, List<Part> parts, Action<Draft, Draft> attach, Action<MappingDraft> add) =>
        NewItem(call, meaning, [.. parts.Select(part => part.Given)], new Origin(parent.Origin.Task, region, parent, attach), add);

    private MappingDraft NewItem(IInvocationOperation call, MethodMeaning meaning, List<Given> arguments, Origin origin, Action<MappingDraft> add)
    {
        var name = NamePlace(call);
        var item = new MappingDraft(name with { End = call.Syntax.Span.End }, origin, call.Syntax as InvocationExpressionSyntax);
        add(item);
        if (isHalfTyped)
            item.MakeIncomplete();
        List<Given> configures = [];
        foreach (var argument in arguments)
        {
            var parameter = argument.Parameter!;
            if (BuilderOf(parameter.Type) is not null)
                configures.Add(argument);
            else if (meaning.Parameters[parameter.Ordinal].Field is { } field && !IsLeftOut(argument, parameter))
                item.Set(Key(name, field), NodeOf(argument), null);
        }

        SetConstants(item, meaning, name, null);
        foreach (var constant in meaning.Constants)
        {
            if (constant.Value is not null)
                item.Constants.Add((Key(name, constant.Key), new ScalarNode(name, constant.Value, isPlain: false)));
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

        var place = NamePlace(call);
        foreach (var constant in meaning.Field is null ? meaning.Constants : [])
            SetUnknown(mapping, Key(place, constant.Key));
        if (meaning.Field is null)
            return;
        var key = Key(place, meaning.Field);
        switch (meaning.Use)
        {
            case FieldUse.Texts or FieldUse.Item:
                mapping.ListAt(key, null).MakeIncomplete();
                break;
            case FieldUse.Entry or FieldUse.Entries:
                mapping.MappingAt(key, null).MakeIncomplete();
                break;
            default:
                SetUnknown(mapping, key);
                break;
        }
    }

    private static void SetUnknown(MappingDraft mapping, ScalarNode key)
    {
        if (!mapping.Has(key.Text))
            mapping.Set(key, Unknown(key.Place), null);
    }

    private void AddTexts(ListDraft list, List<Part> parts)
    {
        foreach (var part in parts)
        {
            if (part.Built is { } built)
            {
                list.Add(built);
                continue;
            }

            switch (NodeOf(part.Given))
            {
                case ListNode many:
                    foreach (var item in many.Items)
                        list.Add(item);
                    if (many.IsIncomplete)
                        list.MakeIncomplete();
                    break;
                case ScalarNode { Unknown: not null } when IsMany(part.Given.Parameter!.Type):
                    list.MakeIncomplete();
                    break;
                case var node:
                    list.Add(node);
                    break;
            }
        }
    }

    private void AddEntry(MappingDraft mapping, IInvocationOperation call, List<Part> parts)
    {
        var syntax = call.Syntax as InvocationExpressionSyntax;
        if (parts.Count == 0 || parts[0].Built is not null || NodeOf(parts[0].Given) is not ScalarNode { Unknown: null, IsNull: false } key)
            mapping.MakeIncomplete();
        else if (parts.Count > 1)
            SetValue(mapping, key, parts[1], syntax);
        else
            mapping.Set(key, Null(NamePlace(call)), syntax);
    }

    private void AddEntries(MappingDraft mapping, Value value, Place place, SyntaxNode syntax)
    {
        switch (value)
        {
            case TupleValue { Elements: [var first, var second] }:
                var own = PlaceWithin(syntax, place);
                var parts = (syntax as TupleExpressionSyntax)?.Arguments.Select(argument => PlaceWithin(argument.Expression, own)).ToList()
                    ?? [own, own];
                if (NodeOf(first, parts[0], null) is ScalarNode { Unknown: null, IsNull: false } key)
                    mapping.Set(key, NodeOf(second, parts[1], null), null);
                else
                    mapping.MakeIncomplete();
                break;
            case SequenceValue { Elements: { IsLost: false } elements }:
                foreach (var (item, written) in elements.Items)
                    AddEntries(mapping, item, place, written);
                if (elements.IsIncomplete)
                    mapping.MakeIncomplete();
                break;
            default:
                mapping.MakeIncomplete();
                break;
        }
    }

    private void SetValue(MappingDraft mapping, ScalarNode key, Part? part, InvocationExpressionSyntax? call) =>
        mapping.Set(key, part is null ? Null(key.Place) : (object?)part.Built ?? NodeOf(part.Given), call);

    private static void SetConstants(MappingDraft mapping, MethodMeaning meaning, Place place, InvocationExpressionSyntax? call)
    {
        foreach (var constant in meaning.Constants)
        {
            var value = constant.Value is { } text ? new ScalarNode(place, text, isPlain: text is "true" or "false") : Null(place);
            mapping.Set(Key(place, constant.Key), value, call);
        }
    }

    // The arguments that are values, in the order of the parameters.
    private List<Given> InOrder(IInvocationOperation call, MethodMeaning meaning)
    {
        List<Given> arguments = [];
        foreach (var argument in Arguments(call))
        {
            if (argument.Parameter is not { } parameter || meaning.Parameters[parameter.Ordinal].Use != ParameterUse.Value)
                Escape(argument.Value, call);
            else
                arguments.Add(argument);
        }

        return [.. arguments.OrderBy(argument => argument.Parameter!.Ordinal)];
    }

    // An optional parameter whose argument is its default of null says nothing.
    private static bool IsLeftOut(Given argument, IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null } && argument.Value is ConstantValue { Data: null };

    private static bool IsMany(ITypeSymbol type) =>
        type is not { SpecialType: SpecialType.System_String or SpecialType.System_Object } and { IsValueType: false };

    private static IParameterSymbol? BuilderOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: [var builder] } ? builder : null;

    private bool IsHere(SyntaxNode syntax) => syntax.SyntaxTree == code.SyntaxTree && code.FullSpan.Contains(syntax.Span);

    private static ScalarNode Key(Place place, string name) => new(place, name, isPlain: false);

    private static ScalarNode Null(Place place) => new(place, "null", isPlain: true);

    private sealed record Part(Given Given, Draft? Built, IParameterSymbol? Builder);
}
