using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// Follows what is done to a builder, and fills a draft of what it builds: calls in a chain, calls on a local that holds it, lambdas and
/// methods that it is handed to. Where it cannot follow, the draft becomes incomplete: what it does not have is then not known, and no rule
/// calls it missing.
/// </summary>
internal sealed class BuilderReader(BuilderVocabulary vocabulary, SyntaxFiles files, Bodies bodies)
{
    private const int MostCalls = 5;

    private readonly ValueReader values = new(vocabulary, files, bodies);

    /// <summary>Reads a task from the call that begins it.</summary>
    /// <param name="root">The call.</param>
    /// <param name="frame">The body that it stands in.</param>
    /// <param name="calls">Is told which calls made what.</param>
    internal MappingNode ReadTask(IInvocationOperation root, Frame frame, CallMap calls)
    {
        var draft = NewItem(root, vocabulary.MeaningOf(root.TargetMethod), frame);
        Follow(root, draft, frame);
        return (MappingNode)draft.ToNode(calls);
    }

    /// <summary>Reads the value of a call's only argument.</summary>
    internal Node ReadArgument(IInvocationOperation call, Frame frame) =>
        Arguments(call, vocabulary.MeaningOf(call.TargetMethod), frame).Select(argument => argument.Value).FirstOrDefault() ?? ValueReader.Unknown(NamePlace(call));

    /// <summary>Where the name of the called method stands.</summary>
    internal Place NamePlace(IInvocationOperation call) => files.PlaceOf(call.Syntax.SyntaxTree, NameSpan(call.Syntax));

    private void Follow(IOperation builder, Draft draft, Frame frame)
    {
        var at = builder;
        while (true)
        {
            var user = at.Parent;
            while (user is IConversionOperation or IParenthesizedOperation)
                (at, user) = (user, user.Parent);
            switch (user)
            {
                case IInvocationOperation call when call.Instance == at:
                    Apply(call, draft, frame);
                    if (!SymbolEqualityComparer.Default.Equals(call.Type, call.TargetMethod.ContainingType))
                        return;
                    at = call;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                    HandOver(call, parameter, draft, frame);
                    if (!SymbolEqualityComparer.Default.Equals(call.Type, builder.Type))
                        return;
                    at = call;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    FollowLocal(declarator, draft, frame);
                    return;
                case IVariableInitializerOperation { Parent: IVariableDeclarationOperation { Declarators: [var only] } }:
                    FollowLocal(only, draft, frame);
                    return;
                case IExpressionStatementOperation:
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                case IReturnOperation when frame.Depth > 0:
                    return;
                default:
                    // Whoever holds it there may go on.
                    draft.MakeIncomplete();
                    return;
            }
        }
    }

    private void FollowLocal(IVariableDeclaratorOperation declarator, Draft draft, Frame frame)
    {
        IOperation? block = declarator;
        while (block is not (null or IBlockOperation))
            block = block.Parent;
        FollowUses(frame.Index.UsesOf(declarator.Symbol), block, draft, frame);
    }

    private void FollowUses(IReadOnlyList<IOperation> uses, IOperation? around, Draft draft, Frame frame)
    {
        foreach (var use in uses)
        {
            if (BodyIndex.IsWrite(use))
                draft.MakeIncomplete();
            else
                Follow(use, draft, frame.Index.IsCertain(use, around) ? frame : frame.Uncertain());
        }
    }

    // A method of the same project that is handed the builder is read as if it stood here.
    private void HandOver(IInvocationOperation call, IParameterSymbol parameter, Draft draft, Frame frame)
    {
        var method = call.TargetMethod;
        if (method.IsVirtual || method.IsOverride || frame.Depth == MostCalls || bodies.Of(method.ReducedFrom ?? method) is not { } body)
        {
            draft.MakeIncomplete();
            return;
        }

        var arguments = new Dictionary<IParameterSymbol, BoundArgument>(SymbolEqualityComparer.Default);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } bound)
                arguments[bound.OriginalDefinition] = new BoundArgument(argument.Value, PlaceOf(argument, call), frame);
        }

        Enter(body, parameter.OriginalDefinition, arguments, draft, frame);
    }

    private void Enter(BodyIndex body, IParameterSymbol parameter, IReadOnlyDictionary<IParameterSymbol, BoundArgument>? arguments, Draft draft, Frame frame)
    {
        var inner = new Frame(body) { IsUncertain = frame.IsUncertain, IsHalfTyped = frame.IsHalfTyped, Depth = frame.Depth + 1, Arguments = arguments };
        FollowUses(body.UsesOf(parameter), null, draft, inner);
    }

    private void Apply(IInvocationOperation call, Draft draft, Frame frame)
    {
        var meaning = vocabulary.MeaningOf(call.TargetMethod);
        if (meaning.IsNothing)
            return;
        if (frame.IsUncertain)
            ApplyMaybe(call, meaning, draft);
        else if (draft is MappingDraft mapping)
            ApplyTo(mapping, call, meaning, frame);
        else
            ApplyTo((ListDraft)draft, call, meaning, frame);
    }

    // A call that may not happen, or happen more than once, leaves open what it sets.
    private void ApplyMaybe(IInvocationOperation call, MethodMeaning meaning, Draft draft)
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
            case FieldUse.Entry:
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
            mapping.Set(key, ValueReader.Unknown(key.Place), null);
    }

    private void ApplyTo(MappingDraft mapping, IInvocationOperation call, MethodMeaning meaning, Frame frame)
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
                SetValue(mapping, key, Arguments(call, meaning, frame).FirstOrDefault(), syntax);
                break;
            case FieldUse.Texts:
                AddTexts(mapping.ListAt(key, syntax), call, meaning, frame);
                break;
            case FieldUse.Entry:
                AddEntry(meaning.Field.Length == 0 ? mapping : mapping.MappingAt(key, syntax), call, meaning, frame);
                break;
            case FieldUse.Item:
                mapping.ListAt(key, syntax).Add(NewItem(call, meaning, frame));
                break;
            case FieldUse.Object:
                mapping.Set(key, NewItem(call, meaning, frame), syntax);
                break;
        }
    }

    private void ApplyTo(ListDraft list, IInvocationOperation call, MethodMeaning meaning, Frame frame)
    {
        if (meaning is { Field: "", Use: FieldUse.Item or FieldUse.Object })
            list.Add(NewItem(call, meaning, frame));
        else if (meaning.Field is "")
            AddTexts(list, call, meaning, frame);
        else
            list.MakeIncomplete();
    }

    private void AddTexts(ListDraft list, IInvocationOperation call, MethodMeaning meaning, Frame frame)
    {
        foreach (var argument in Arguments(call, meaning, frame))
        {
            if (argument.Built is { } built)
            {
                list.Add(built);
            }
            else if (argument.Value is ListNode many)
            {
                foreach (var item in many.Items)
                    list.Add(item);
                if (many.IsIncomplete)
                    list.MakeIncomplete();
            }
            else if (argument.Value is ScalarNode { Unknown: not null } && argument.IsMany)
            {
                list.MakeIncomplete();
            }
            else
            {
                list.Add(argument.Value!);
            }
        }
    }

    private void AddEntry(MappingDraft mapping, IInvocationOperation call, MethodMeaning meaning, Frame frame)
    {
        var arguments = Arguments(call, meaning, frame).ToList();
        var syntax = call.Syntax as InvocationExpressionSyntax;
        if (arguments.Count == 0 || arguments[0].Value is not ScalarNode { Unknown: null, IsNull: false } key)
            mapping.MakeIncomplete();
        else if (arguments.Count > 1)
            SetValue(mapping, key, arguments[1], syntax);
        else
            mapping.Set(key, Null(NamePlace(call)), syntax);
    }

    private static void SetValue(MappingDraft mapping, ScalarNode key, Argument argument, InvocationExpressionSyntax? call) =>
        mapping.Set(key, (object?)argument.Built ?? argument.Value ?? Null(key.Place), call);

    private MappingDraft NewItem(IInvocationOperation call, MethodMeaning meaning, Frame frame)
    {
        var name = NamePlace(call);
        var item = new MappingDraft(name with { End = call.Syntax.Span.End }, call.Syntax as InvocationExpressionSyntax);
        if (frame.IsHalfTyped)
            item.MakeIncomplete();
        var configures = new List<(IOperation Configure, IParameterSymbol Builder)>();
        foreach (var argument in InOrder(call, meaning))
        {
            var parameter = argument.Parameter!;
            if (BuilderOf(parameter.Type) is { } builder)
                configures.Add((argument.Value, builder));
            else if (meaning.Parameters[parameter.Ordinal].Field is { } field && !IsLeftOut(argument, parameter))
                item.Set(Key(name, field), values.Read(argument.Value, frame, PlaceOf(argument, call)), null);
        }

        SetConstants(item, meaning, name, null);
        foreach (var (configure, builder) in configures)
            Configure(configure, builder, item, frame);
        return item;
    }

    private static void SetConstants(MappingDraft mapping, MethodMeaning meaning, Place place, InvocationExpressionSyntax? call)
    {
        foreach (var constant in meaning.Constants)
        {
            var value = constant.Value is { } text ? new ScalarNode(place, text, isPlain: text is "true" or "false") : Null(place);
            mapping.Set(Key(place, constant.Key), value, call);
        }
    }

    // Fills a draft with what a lambda, or a method in its place, does to the builder that it is given.
    private void Configure(IOperation configure, IParameterSymbol builder, Draft draft, Frame frame)
    {
        switch (configure)
        {
            case { ConstantValue: { HasValue: true, Value: null } }:
                return;
            case IConversionOperation conversion:
                Configure(conversion.Operand, builder, draft, frame);
                return;
            case IDelegateCreationOperation creation:
                Configure(creation.Target, builder, draft, frame);
                return;
            case IAnonymousFunctionOperation { Symbol.Parameters: [var parameter] } lambda:
                FollowUses(frame.Index.UsesOf(parameter), lambda.Body, draft, frame);
                return;
            case IMethodReferenceOperation { Method: { Parameters: [var parameter], IsVirtual: false, IsOverride: false } method }
                when frame.Depth < MostCalls && bodies.Of(method) is { } body:
                Enter(body, parameter.OriginalDefinition, null, draft, frame);
                return;
            case ILocalReferenceOperation local when frame.Index.OnlyValueOf(local.Local) is { } value and not ILocalReferenceOperation:
                Configure(value, builder, draft, frame);
                return;
            case IParameterReferenceOperation passed when frame.ArgumentOf(passed.Parameter) is { } argument:
                Configure(argument.Value, builder, draft, argument.Frame);
                return;
            default:
                draft.MakeIncomplete();
                return;
        }
    }

    private IEnumerable<Argument> Arguments(IInvocationOperation call, MethodMeaning meaning, Frame frame)
    {
        foreach (var argument in InOrder(call, meaning))
        {
            if (BuilderOf(argument.Parameter!.Type) is { } builder)
            {
                Draft built = vocabulary.BuildsList(builder.Type) ? new ListDraft(NamePlace(call)) : new MappingDraft(NamePlace(call));
                if (frame.IsHalfTyped)
                    built.MakeIncomplete();
                Configure(argument.Value, builder, built, frame);
                yield return new Argument(null, built, false);
            }
            else
            {
                var isMany = argument.Parameter.Type is not { SpecialType: SpecialType.System_String or SpecialType.System_Object } and { IsValueType: false };
                yield return new Argument(values.Read(argument.Value, frame, PlaceOf(argument, call)), null, isMany);
            }
        }
    }

    // The arguments that are values, in the order of the parameters.
    private static IEnumerable<IArgumentOperation> InOrder(IInvocationOperation call, MethodMeaning meaning) => call.Arguments
        .Where(argument => argument.Parameter is { } parameter && meaning.Parameters[parameter.Ordinal].Use == ParameterUse.Value)
        .OrderBy(argument => argument.Parameter!.Ordinal);

    // An optional parameter whose argument is its default of null says nothing.
    private static bool IsLeftOut(IArgumentOperation argument, IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null } && argument.Value.ConstantValue is { HasValue: true, Value: null };

    private static IParameterSymbol? BuilderOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: [var builder] } ? builder : null;

    // A default that is not written stands at the call's name.
    private Place PlaceOf(IArgumentOperation argument, IInvocationOperation call) => argument.ArgumentKind == ArgumentKind.Explicit
        ? files.PlaceOf(argument.Syntax is ArgumentSyntax written ? written.Expression : argument.Value.Syntax)
        : NamePlace(call);

    private static ScalarNode Key(Place place, string name) => new(place, name, isPlain: false);

    private static ScalarNode Null(Place place) => new(place, "null", isPlain: true);

    private static TextSpan NameSpan(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: var called }
        ? called switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Span,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Span,
            _ => called.Span,
        }
        : call.Span;

    private readonly struct Argument(Node? value, Draft? built, bool isMany)
    {
        internal Node? Value { get; } = value;

        internal Draft? Built { get; } = built;

        internal bool IsMany { get; } = isMany;
    }
}
