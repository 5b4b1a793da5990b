using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Evaluates new objects and collections.</summary>
internal sealed class CreationReader(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal SequenceValue ReadCollection(IOperation expression, CollectionExpressionSyntax collection)
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

    internal Value Create(IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments.Select(argument => (argument.Parameter, Value: Read(argument.Value))).ToList();
        var type = creation.Type as INamedTypeSymbol;
        if (type is { IsRecord: true } && creation.Constructor is { } constructor)
        {
            var properties = new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (var (parameter, value) in arguments)
            {
                // The property that the record's parameter creates, and not one that the code declares instead.
                if (parameter is not null && constructor.DeclaringSyntaxReferences is [var reference]
                    && reference.GetSyntax() is RecordDeclarationSyntax
                    && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                    && property.DeclaringSyntaxReferences is [var declared]
                    && declared.GetSyntax() is ParameterSyntax && IsPlain(property))
                {
                    properties[parameter.Name] = value.WrittenHere;
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

    internal Dictionary<string, Value> Properties(IEnumerable<IOperation> initializers, Dictionary<string, Value> properties)
    {
        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var written })
            {
                var value = Read(written).WrittenHere;
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
}
