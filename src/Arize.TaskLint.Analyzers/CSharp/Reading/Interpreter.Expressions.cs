using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <content>Expressions.</content>
internal sealed partial class Interpreter
{
    // What the arguments of a parameter of "params ReadOnlySpan<T>" make; newer than the compiler that this is built for.
    private const OperationKind CollectionExpression = (OperationKind)0x7F;

    private Value Read(IOperation? expression)
    {
        if (expression is null)
            return UnknownValue.Instance;
        Step();
        if (expression.ConstantValue is { HasValue: true } constant)
            return expression.Syntax.ContainsDiagnostics
                ? UnknownValue.Instance
                : new ConstantValue(constant.Value, expression.Type, LiteralOf(expression));
        switch (expression)
        {
            case IParenthesizedOperation parenthesized:
                return Read(parenthesized.Operand);
            case IConversionOperation conversion:
                return Convert(conversion);
            case ILocalReferenceOperation { Local: var local }:
                return Here(Variable(local));
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: INamedTypeSymbol } }:
                // An extension block's parameter belongs to the block, and not to its methods.
                return scope.Target ?? UnknownValue.Instance;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Variable(parameter.OriginalDefinition);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return scope.Target ?? UnknownValue.Instance;
            case IFieldReferenceOperation field:
                return ReadField(field);
            case IPropertyReferenceOperation property:
                return ReadProperty(property);
            case IInvocationOperation call:
                return Call(call);
            case IAnonymousFunctionOperation lambda:
                return new FunctionValue(lambda, null, null, scope);
            case IDelegateCreationOperation creation:
                return Read(creation.Target);
            case IMethodReferenceOperation method:
                return new FunctionValue(null, method.Method, method.Instance is null ? null : Read(method.Instance), scope);
            case IArrayCreationOperation { Initializer: { } elements }:
                return new SequenceValue(
                    new Sequence([.. elements.ElementValues.Select(element => (Read(element), element.Syntax))], canChange: true));
            case IArrayCreationOperation array:
                foreach (var size in array.DimensionSizes)
                    Read(size);
                return array.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]
                    ? new SequenceValue(new Sequence([], canChange: false))
                    : UnknownValue.Instance;
            case IArrayElementReferenceOperation element:
                return ReadElement(element.ArrayReference, element.Indices);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IAnonymousObjectCreationOperation anonymous:
                return new ObjectValue(anonymous.Type!, Properties(anonymous.Initializers, new Dictionary<string, Value>(StringComparer.Ordinal)));
            case IWithOperation { Operand: var operand, Initializer: { } changes } when Read(operand) is var copied:
                if (copied is ObjectValue original)
                {
                    var properties = original.Properties.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
                    return new ObjectValue(original.Type, Properties(changes.Initializers, properties));
                }

                Escape(copied, expression);
                Properties(changes.Initializers, new Dictionary<string, Value>(StringComparer.Ordinal));
                return UnknownValue.Instance;
            case ITupleOperation tuple:
                return new TupleValue([.. tuple.Elements.Select(element => Here(Read(element)))]);
            case IInterpolatedStringOperation interpolated:
                return Joined([.. interpolated.Parts.Select(TextOf)]);
            case IBinaryOperation binary:
                return ReadBinary(binary);
            case IUnaryOperation unary:
                return Read(unary.Operand) is ConstantValue value && unary.OperatorMethod is null
                    ? Folding.Unary(unary, value)
                    : UnknownValue.Instance;
            case IConditionalOperation conditional:
                return ReadConditional(conditional);
            case ISwitchExpressionOperation choice:
                return ReadSwitch(choice);
            case ICoalesceOperation coalesce:
                return ReadCoalesce(coalesce.Value, coalesce.WhenNull, coalesce);
            case IConditionalAccessOperation access:
                return ReadConditionalAccess(access);
            case IConditionalAccessInstanceOperation:
                return conditionalInstances.Count > 0 ? conditionalInstances.Peek() : UnknownValue.Instance;
            case ISimpleAssignmentOperation assignment:
                var assigned = Read(assignment.Value);
                Assign(assignment.Target, assigned, assignment);
                return assigned;
            case ICoalesceAssignmentOperation { Target: var target } assignment:
                var either = ReadCoalesce(target, assignment.Value, assignment);
                Assign(target, either, assignment);
                return either;
            case IDeconstructionAssignmentOperation deconstruction:
                var parts = Read(deconstruction.Value);
                Assign(deconstruction.Target, parts, deconstruction);
                return parts;
            case ICompoundAssignmentOperation compound:
                Escape(Read(compound.Target), compound);
                Escape(Read(compound.Value), compound);
                Assign(compound.Target, UnknownValue.Instance, compound);
                return UnknownValue.Instance;
            case IIncrementOrDecrementOperation change:
                Assign(change.Target, UnknownValue.Instance, change);
                return UnknownValue.Instance;
            case IIsPatternOperation test:
                return ReadPattern(test);
            case IDefaultValueOperation:
                return UnknownValue.Instance;
            case ITranslatedQueryOperation query:
                return Read(query.Operation);
            case IDeclarationExpressionOperation declaration:
                BindUnknown(declaration);
                return UnknownValue.Instance;
            case IThrowOperation thrown:
                Read(thrown.Exception);
                return UnknownValue.Instance;
        }

        if (expression.Syntax is CollectionExpressionSyntax collection)
            return ReadCollection(expression, collection);
        if (expression is { IsImplicit: true, Kind: CollectionExpression })
            return new SequenceValue(
                new Sequence([.. expression.ChildOperations.Select(element => (Read(element), element.Syntax))], canChange: true));
        foreach (var child in expression.ChildOperations)
            RunOrRead(child);
        return UnknownValue.Instance;
    }

    // What counts as written where it is used.
    private static Value Here(Value value) => value.At is null ? value : value with { At = null };

    private Value Variable(ISymbol variable)
    {
        if (scope.IsUnstable(variable) || !scope.Variables.TryGetValue(variable, out var value))
            return UnknownValue.Instance;
        return guarded.Contains(variable) && !IsBuilding(value) ? UnknownValue.Instance : value;
    }

    private void Set(ISymbol variable, Value value, IOperation at)
    {
        if (scope.IsUnstable(variable)
            || variable is ILocalSymbol { Type.TypeKind: TypeKind.Pointer } or IParameterSymbol { RefKind: not RefKind.None })
        {
            Escape(value, at);
            return;
        }

        if (value is SequenceValue && scope.Facts.ChangesList(variable))
            Escape(value, at);
        scope.Variables[variable] = value;
    }

    private void Assign(IOperation target, Value value, IOperation at)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                Set(local, value, at);
                break;
            case IVariableDeclaratorOperation { Symbol: var symbol }:
                Set(symbol, value, at);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Set(parameter.OriginalDefinition, Here(value), at);
                break;
            case IDiscardOperation:
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, at);
                break;
            case IParenthesizedOperation parenthesized:
                Assign(parenthesized.Operand, value, at);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value, at);
                break;
            case ITupleOperation tuple when PartsOf(value, tuple.Elements.Length) is { } parts:
                for (var i = 0; i < parts.Count; i++)
                    Assign(tuple.Elements[i], parts[i], at);
                break;
            case ITupleOperation tuple:
                Escape(value, at);
                foreach (var element in tuple.Elements)
                    Assign(element, UnknownValue.Instance, at);
                break;
            default:
                Escape(value, at);
                foreach (var child in target.ChildOperations)
                    Escape(Read(child), at);
                break;
        }
    }

    // A record is taken apart in the order of its parameters, which is the order of what it was made of.
    private static IReadOnlyList<Value>? PartsOf(Value value, int count) => value switch
    {
        TupleValue tuple when tuple.Elements.Count == count => tuple.Elements,
        ObjectValue { Type: INamedTypeSymbol { IsRecord: true } type } record
            when Positions(type) is { } names && names.Count == count && names.All(record.Properties.ContainsKey) =>
            [.. names.Select(name => record.Properties[name])],
        _ => null,
    };

    private static List<string>? Positions(INamedTypeSymbol type) =>
        type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Where(method => method.IsImplicitlyDeclared).ToList() is [var only]
            ? [.. only.Parameters.Select(parameter => parameter.Name)]
            : null;

    private void BindUnknown(IOperation pattern)
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
                scope.Variables[variable] = UnknownValue.Instance;
        }
    }

    private void BindPattern(IOperation? pattern)
    {
        if (pattern is not null)
            BindUnknown(pattern);
    }

    private Value Convert(IConversionOperation conversion)
    {
        var value = Read(conversion.Operand);
        if (conversion.OperatorMethod is not null)
        {
            Escape(value, conversion);
            return UnknownValue.Instance;
        }

        switch (value)
        {
            case ConstantValue { Data: not (null or string or bool) } constant when Folding.IsNumber(conversion.Type):
                return Folding.Convert(constant, conversion.Type!);
            case ConstantValue { Type: not { TypeKind: TypeKind.Enum } } when conversion.Type is { TypeKind: TypeKind.Enum }:
                return UnknownValue.Instance;
            case SequenceValue when conversion.Type is { Name: "Span" or "Memory" } or { TypeKind: TypeKind.Pointer }:
            case not (ConstantValue or SequenceValue or UnknownValue or FunctionValue) when conversion.Type is { TypeKind: TypeKind.Dynamic }:
                Escape(value, conversion);
                return value;
            default:
                return value;
        }
    }

    private Value ReadField(IFieldReferenceOperation reference)
    {
        var instance = reference.Instance is null ? null : Read(reference.Instance);
        var field = reference.Field;
        if (guarded.Contains(field.OriginalDefinition))
            return UnknownValue.Instance;
        if (instance is TupleValue tuple)
        {
            var number = field.ContainingType.TupleElements.ToList().FindIndex(element => field.Equals(element, SymbolEqualityComparer.Default));
            if (number < 0 && field.CorrespondingTupleField is { } plain)
            {
                number = field.ContainingType.TupleElements
                    .Select(element => element.CorrespondingTupleField)
                    .ToList()
                    .FindIndex(element => plain.Equals(element, SymbolEqualityComparer.Default));
            }

            return number >= 0 && number < tuple.Elements.Count ? tuple.Elements[number] : Lost([tuple], reference);
        }

        if (field.IsStatic || instance is ThisValue)
            return ReadMember(field);
        return instance is null ? UnknownValue.Instance : Lost([instance], reference);
    }

    private Value ReadMember(ISymbol member)
    {
        if (methods >= MostCalls || bodies.InitializerOf(member) is not { } initializer || running.Contains(initializer))
            return UnknownValue.Instance;
        running.Push(initializer);
        methods++;
        var outer = scope;
        scope = new Scope(new BodyFacts(initializer, vocabulary), null);
        var value = Read(initializer);
        scope = outer;
        methods--;
        running.Pop();
        if (value is SequenceValue { Elements.CanChange: true } && !bodies.KeepsElements(member))
            return UnknownValue.Instance;
        return value is FunctionValue || !IsBuilding(value) ? value : UnknownValue.Instance;
    }

    private Value ReadProperty(IPropertyReferenceOperation reference)
    {
        var instance = reference.Instance is null ? null : Read(reference.Instance);
        var property = reference.Property;
        if (property.IsIndexer)
        {
            return reference.Arguments is [{ Value: var index }] && instance is SequenceValue
                ? Element(instance, Read(index), reference)
                : Lost([instance ?? UnknownValue.Instance, .. reference.Arguments.Select(argument => Read(argument.Value))], reference);
        }

        if (guarded.Contains(property.OriginalDefinition))
            return UnknownValue.Instance;
        switch (instance)
        {
            case SequenceValue { Elements: { IsLost: false, IsIncomplete: false } elements } when property.Name is "Length" or "Count":
                return new ConstantValue(elements.Items.Count, null);
            case SequenceValue or ConstantValue:
                return UnknownValue.Instance;
            case ObjectValue made when made.Properties.TryGetValue(property.Name, out var value):
                return value;
            case null or ThisValue or ObjectValue or UnknownValue when property.GetMethod is { } getter:
                if (instance is not ObjectValue and not UnknownValue && ReadMember(property) is not UnknownValue and var initial)
                    return initial;
                return IsFixed(getter, reference.Instance) && bodies.Of(getter) is { } body
                    ? Enter(body, body.Body, new Scope(body, instance))
                    : UnknownValue.Instance;
            default:
                return Lost([instance ?? UnknownValue.Instance], reference);
        }
    }

    // Whether a call reaches the very method that it names, and no other that overrides it.
    private static bool IsFixed(IMethodSymbol method, IOperation? instance) =>
        !method.IsAbstract && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed
            || instance?.Syntax is BaseExpressionSyntax);

    private Value ReadElement(IOperation sequence, IReadOnlyList<IOperation> indices)
    {
        var read = Read(sequence);
        return indices is [var index] ? Element(read, Read(index), sequence) : Lost([read], sequence);
    }

    private Value Element(Value sequence, Value index, IOperation at)
    {
        if (sequence is SequenceValue { Elements: { IsLost: false, IsIncomplete: false } elements }
            && index is ConstantValue { Data: int position } && position >= 0 && position < elements.Items.Count)
        {
            return Here(elements.Items[position].Value);
        }

        return IsBuilding(sequence) ? Lost([sequence], at) : UnknownValue.Instance;
    }

    private SequenceValue ReadCollection(IOperation expression, CollectionExpressionSyntax collection)
    {
        // The compiler that this is built for has no operation of its own for these; their elements are its children.
        var children = expression.ChildOperations.ToList();
        var items = new List<(Value, SyntaxNode)>();
        var isIncomplete = children.Count != collection.Elements.Count;
        var isWhole = !isIncomplete;
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if (isWhole && collection.Elements[i] is SpreadElementSyntax)
            {
                var spread = child.Syntax is SpreadElementSyntax && child.ChildOperations.FirstOrDefault() is { } operand
                    ? Read(operand)
                    : Read(child);
                if (spread is SequenceValue { Elements: { IsLost: false } elements })
                {
                    items.AddRange(elements.Items);
                    isIncomplete |= elements.IsIncomplete;
                }
                else
                {
                    Escape(spread, child);
                    isIncomplete = true;
                }
            }
            else
            {
                items.Add((Read(child), child.Syntax));
            }
        }

        return new SequenceValue(new Sequence(isWhole ? items : [], !BodyFacts.IsReadOnly(expression.Type), isIncomplete));
    }

    private Value Create(IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments.Select(argument => (argument.Parameter, Value: Read(argument.Value))).ToList();
        var type = creation.Type as INamedTypeSymbol;
        if (type is { IsRecord: true } && creation.Constructor is { } constructor)
        {
            var properties = new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (var (parameter, value) in arguments)
            {
                // The parameter's own property, and not one that was written in its place.
                if (parameter is not null && constructor.DeclaringSyntaxReferences is [var reference]
                    && reference.GetSyntax() is RecordDeclarationSyntax
                    && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                    && property.DeclaringSyntaxReferences is [var declared]
                    && declared.GetSyntax() is ParameterSyntax && IsPlain(property))
                {
                    properties[parameter.Name] = Here(value);
                }
                else
                {
                    Escape(value, creation);
                }
            }

            return new ObjectValue(type, Properties(creation.Initializer?.Initializers ?? Enumerable.Empty<IOperation>(), properties));
        }

        if (arguments.Count == 0 && type is { OriginalDefinition.Name: "List" or "HashSet" }
            && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic")
        {
            return ReadListInitializer(creation.Initializer);
        }

        if (arguments.Count == 0 && type is { DeclaringSyntaxReferences.Length: > 0 } && creation.Initializer is { } members)
            return new ObjectValue(type, Properties(members.Initializers, new Dictionary<string, Value>(StringComparer.Ordinal)));
        Lost([.. arguments.Select(argument => argument.Value)], creation);
        if (creation.Initializer is { } initializer)
            Initialize(initializer);
        return UnknownValue.Instance;
    }

    // Whether a property has, for good, the value that it is given when its object is made.
    private static bool IsPlain(IPropertySymbol property) =>
        property is { IsVirtual: false, IsOverride: false, SetMethod: null or { IsInitOnly: true }, DeclaringSyntaxReferences: [var declared] }
            && declared.GetSyntax() switch
            {
                ParameterSyntax => true,
                PropertyDeclarationSyntax { AccessorList.Accessors: { Count: > 0 } accessors } =>
                    accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
                _ => false,
            };

    private Value ReadListInitializer(IObjectOrCollectionInitializerOperation? initializer)
    {
        var items = new List<(Value, SyntaxNode)>();
        foreach (var element in initializer?.Initializers ?? Enumerable.Empty<IOperation>())
        {
            if (element is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var value }] })
            {
                items.Add((Read(value), value.Syntax));
            }
            else
            {
                Initialize(initializer!);
                return UnknownValue.Instance;
            }
        }

        return new SequenceValue(new Sequence(items, canChange: true));
    }

    private void Initialize(IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var element in initializer.Initializers)
        {
            foreach (var child in element.ChildOperations)
                Escape(Read(child is IArgumentOperation argument ? argument.Value : child), element);
        }
    }

    private Dictionary<string, Value> Properties(IEnumerable<IOperation> initializers, Dictionary<string, Value> properties)
    {
        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var written })
            {
                var value = Here(Read(written));
                if (property.ContainingType.IsAnonymousType || IsPlain(property))
                    properties[property.Name] = value;
                else
                    Escape(value, initializer);
            }
            else
            {
                foreach (var child in initializer.ChildOperations)
                    Escape(Read(child), initializer);
            }
        }

        return properties;
    }

    private Value ReadBinary(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            var isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
            if (Decide(binary.LeftOperand) is { } left)
                return left == isAnd ? Read(binary.RightOperand) : new ConstantValue(left, binary.Type);
            Value right = UnknownValue.Instance;
            OnWays(binary, Mentions(binary.LeftOperand), [() => right = Read(binary.RightOperand), () => UnknownValue.Instance]);
            return right is ConstantValue { Data: bool value } && value != isAnd ? right : UnknownValue.Instance;
        }

        var (one, other) = (Read(binary.LeftOperand), Read(binary.RightOperand));
        if (binary.OperatorKind == BinaryOperatorKind.Add && binary.Type?.SpecialType == SpecialType.System_String)
            return Joined([Folding.Text(one), Folding.Text(other)]);
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && (IsNull(one), IsNull(other)) is (not null, not null) and var (a, b) && (a == true || b == true))
        {
            return new ConstantValue((a == b) == (binary.OperatorKind == BinaryOperatorKind.Equals), binary.Type);
        }

        var isOwn = binary.OperatorMethod is { ContainingType.SpecialType: SpecialType.None };
        return !isOwn && one is ConstantValue x && other is ConstantValue y ? Folding.Binary(binary, x, y) : Lost([one, other], binary);
    }

    private bool? Decide(IOperation condition) => Read(condition) is ConstantValue { Data: bool value } ? value : null;

    private static bool? IsNull(Value value) => value switch
    {
        ConstantValue constant => constant.Data is null,
        BuilderValue or CatalogBuilderValue or FunctionValue or SequenceValue or ThisValue or TupleValue or ObjectValue => false,
        _ => null,
    };

    // Expressions of which the run decides which one counts; null for one that throws.
    private Value OnWays(IOperation construct, IEnumerable<ISymbol> condition, IReadOnlyList<Func<Value?>> ways)
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
        return Choice(values);
    }

    private Value? ReadOrThrow(IOperation? expression)
    {
        var value = Read(expression);
        while (expression is IConversionOperation conversion)
            expression = conversion.Operand;
        return expression is IThrowOperation ? null : value;
    }

    private Value ReadConditional(IConditionalOperation conditional)
    {
        if (Decide(conditional.Condition) is { } decided)
            return Read(decided ? conditional.WhenTrue : conditional.WhenFalse);
        return OnWays(conditional, Mentions(conditional.Condition),
            [() => ReadOrThrow(conditional.WhenTrue), () => ReadOrThrow(conditional.WhenFalse)]);
    }

    private Value ReadSwitch(ISwitchExpressionOperation choice)
    {
        var value = Read(choice.Value);
        if (!IsBuilding(value) && value is ConstantValue known
            && choice.Arms.All(arm => arm.Guard is null && arm.Pattern is IConstantPatternOperation or IDiscardPatternOperation))
        {
            var arm = choice.Arms.FirstOrDefault(arm => arm.Pattern is IDiscardPatternOperation
                || arm.Pattern is IConstantPatternOperation { Value: var pattern }
                    && Read(pattern) is ConstantValue wanted && Folding.AreEqual(known, wanted) == true);
            if (arm is not null)
                return Read(arm.Value);
        }

        Escape(value, choice);
        return OnWays(choice, Mentions(choice.Value),
        [
            .. choice.Arms.Select(arm => (Func<Value?>)(() =>
            {
                BindUnknown(arm.Pattern);
                if (arm.Guard is { } guard)
                    Escape(Read(guard), guard);
                return ReadOrThrow(arm.Value);
            })),
        ]);
    }

    private Value ReadCoalesce(IOperation first, IOperation second, IOperation whole)
    {
        var value = Read(first);
        switch (IsNull(value))
        {
            case false:
                return value;
            case true:
                return Read(second);
            default:
                var other = OnWays(whole, Mentions(first), [() => ReadOrThrow(second), () => value]);
                return value is UnknownValue ? Lost([other], whole) : other;
        }
    }

    private Value ReadConditionalAccess(IConditionalAccessOperation access)
    {
        var instance = Read(access.Operation);
        if (IsNull(instance) == true)
            return instance;
        conditionalInstances.Push(instance);
        var value = IsNull(instance) == false
            ? Read(access.WhenNotNull)
            : OnWays(access, Mentions(access.Operation), [() => Read(access.WhenNotNull), () => UnknownValue.Instance]);
        conditionalInstances.Pop();
        return value;
    }

    private Value ReadPattern(IIsPatternOperation test)
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
                return wanted.Data is null ? IsNull(value) : value is ConstantValue known ? Folding.AreEqual(known, wanted) : null;
            case IDiscardPatternOperation:
                return true;
            case IDeclarationPatternOperation { DeclaredSymbol: var declared, MatchedType: var type }
                when IsNull(value) == false && IsSurely(value, type, pattern):
                if (declared is not null)
                    Set(declared, value, pattern);
                return true;
            case IRecursivePatternOperation { DeclaredSymbol: var named, MatchedType: var type } recursive
                when recursive.DeconstructionSubpatterns.IsEmpty && recursive.PropertySubpatterns.IsEmpty
                    && IsNull(value) == false && IsSurely(value, type, pattern):
                if (named is not null)
                    Set(named, value, pattern);
                return true;
            default:
                return null;
        }
    }

    private static bool IsSurely(Value value, ITypeSymbol? type, IPatternOperation pattern) =>
        type is null || SymbolEqualityComparer.Default.Equals(type, pattern.InputType)
            || pattern.InputType is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                && value is ConstantValue && SymbolEqualityComparer.Default.Equals(type, nullable.TypeArguments[0]);

    private string? TextOf(IInterpolatedStringContentOperation part)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation { Text: { ConstantValue: { HasValue: true, Value: string text } } }:
                return text;
            case IInterpolationOperation { Expression: var expression } interpolation:
                var value = Read(expression);
                if (interpolation is { Alignment: null, FormatString: null } && Folding.Text(value) is { } known)
                    return known;
                Escape(value, part);
                return null;
            default:
                foreach (var child in part.ChildOperations)
                    RunOrRead(child);
                return null;
        }
    }

    private static Value Joined(IReadOnlyList<string?> parts) =>
        parts.Contains(null) ? UnknownValue.Instance : new ConstantValue(string.Concat(parts), null);

    private Place? LiteralOf(IOperation value)
    {
        if (value.ConstantValue.Value is not string)
            return null;
        ISymbol? named = value switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        var literal = named is null
            ? value.Syntax as LiteralExpressionSyntax
            : named.DeclaringSyntaxReferences is [var declared]
                && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax written }
                ? written
                : null;
        return literal is null ? null : files.PlaceOf(literal);
    }

    // Whether what has the value could go on building with it.
    private static bool IsBuilding(Value value) => value switch
    {
        BuilderValue or CatalogBuilderValue or FunctionValue or ThisValue => true,
        TupleValue tuple => tuple.Elements.Any(IsBuilding),
        ObjectValue made => made.Properties.Values.Any(IsBuilding),
        ChoiceValue choice => choice.Options.Any(IsBuilding),
        SequenceValue sequence => sequence.Elements.Items.Any(item => IsBuilding(item.Value)),
        _ => false,
    };

    private UnknownValue Lost(IReadOnlyList<Value> values, IOperation at)
    {
        foreach (var value in values)
            Escape(value, at);
        return UnknownValue.Instance;
    }

    /// <summary>A value goes where it is not followed: whoever gets it there may go on with it.</summary>
    private void Escape(Value value, IOperation? at)
    {
        switch (value)
        {
            case BuilderValue { Draft: var draft }:
                draft.MakeIncomplete();
                if (at is not null)
                    draft.Origin.Task.LostAt.Add(LostPlace(at));
                break;
            case CatalogBuilderValue:
                MayGiveSpace = true;
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

    private Place LostPlace(IOperation at) => at is IInvocationOperation call ? NamePlace(call) : files.PlaceOf(at.Syntax);
}
