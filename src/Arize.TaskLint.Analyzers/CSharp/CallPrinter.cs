using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>Writes the calls of builders that set a value, by the meaning of their methods.</summary>
internal sealed class CallPrinter(BuilderVocabulary vocabulary)
{
    /// <summary>The call that sets a field, without the dot before it; null if the builder has no words for it.</summary>
    internal string? Print(ITypeSymbol builder, string field, NewValue value)
    {
        var methods = MethodsFor(builder, field);
        return value switch
        {
            NewText or NewPlain => methods.Select(method => PrintValue(method, value)).FirstOrDefault(text => text is not null),
            NewList { Items: var items } when items.All(item => item is NewText) =>
                methods.FirstOrDefault(method => vocabulary.MeaningOf(method).Use == FieldUse.Texts) is { } texts
                    ? $"{texts.Name}({string.Join(", ", items.Select(item => Literal(((NewText)item).Text)))})"
                    : null,
            NewList { Items: [NewMapping only] } => PrintMapping(methods, FieldUse.Item, only),
            NewMapping mapping => PrintMapping(methods, FieldUse.Object, mapping) ?? PrintEntries(methods, mapping),
            _ => null,
        };
    }

    /// <summary>A text as a literal of C#.</summary>
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private List<IMethodSymbol> MethodsFor(ITypeSymbol builder, string field) =>
    [
        .. builder.GetMembers().OfType<IMethodSymbol>()
            .Where(method => vocabulary.MeaningOf(method).Field == field)
            .OrderByDescending(method => vocabulary.MeaningOf(method) is var meaning
                ? meaning.Constants.Count + meaning.Parameters.Count(parameter => parameter.Field is { Length: > 0 })
                : 0),
    ];

    private string? PrintValue(IMethodSymbol method, NewValue value)
    {
        var parameters = Values(method);
        return vocabulary.MeaningOf(method).Use == FieldUse.Value && parameters is [var only] && Argument(only.Type, value) is { } argument
            ? $"{method.Name}({argument})"
            : null;
    }

    /// <summary>A value as an argument; null if the parameter does not take it.</summary>
    internal static string? Argument(ITypeSymbol type, NewValue value)
    {
        var own = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return (own.SpecialType, value) switch
        {
            (SpecialType.System_String, NewText { Text: var text }) => Literal(text),
            (SpecialType.System_Boolean, NewPlain { Text: var text }) when text is "true" or "false" => text,
            (SpecialType.System_Double or SpecialType.System_Int64, NewPlain { Text: var text }) when text is not ("true" or "false") => text,
            _ => null,
        };
    }

    private string? PrintMapping(IEnumerable<IMethodSymbol> methods, FieldUse use, NewMapping mapping) => methods
        .Where(method => vocabulary.MeaningOf(method).Use == use)
        .Select(method => PrintMapping(method, mapping))
        .FirstOrDefault(text => text is not null);

    private string? PrintMapping(IMethodSymbol method, NewMapping mapping)
    {
        var meaning = vocabulary.MeaningOf(method);
        var left = mapping.Entries.ToList();
        foreach (var constant in meaning.Constants)
        {
            if (left.RemoveAll(entry => entry.Key == constant.Key && entry.Value is NewText { Text: var text }
                && constant.Value is { } word && EnumSpec.Same(text, word)) == 0)
            {
                return null;
            }
        }

        var arguments = new List<string>();
        foreach (var parameter in Values(method))
        {
            if (meaning.Parameters[parameter.Ordinal].Field is { Length: > 0 } field)
            {
                var value = left.Find(entry => entry.Key == field)?.Value;
                if (value is null && parameter.IsOptional)
                    continue;
                if (value is null || Argument(parameter.Type, value) is not { } argument)
                    return null;
                arguments.Add(argument);
                left.RemoveAll(entry => entry.Key == field);
            }
            else if (parameter.Type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: [var inner] } && (left.Count > 0 || !parameter.IsOptional))
            {
                var calls = left.Select(entry => Print(inner.Type, entry.Key, entry.Value) ?? PrintFree(inner.Type, entry)).ToList();
                if (calls.Contains(null))
                    return null;
                var name = NameOf(inner.Type);
                arguments.Add($"{name} => {name}.{string.Join(".", calls)}");
                left.Clear();
            }
        }

        return left.Count == 0 ? $"{method.Name}({string.Join(", ", arguments)})" : null;
    }

    /// <summary>The call of a method that adds an entry of free keys, without the dot before it; null if it does not take the value.</summary>
    internal string? PrintEntry(IMethodSymbol method, NewEntry entry) =>
        Values(method) is [_, var value] && Argument(value.Type, entry.Value) is { } argument
            ? $"{method.Name}({Literal(entry.Key)}, {argument})"
            : null;

    // A call for each entry.
    private string? PrintEntries(IEnumerable<IMethodSymbol> methods, NewMapping mapping)
    {
        List<IMethodSymbol> adding = [.. methods.Where(method => vocabulary.MeaningOf(method).Use == FieldUse.Entry)];
        List<string?> printed =
        [
            .. mapping.Entries.Select(entry => adding.Select(method => PrintEntry(method, entry)).FirstOrDefault(one => one is not null)),
        ];
        return printed.Count > 0 && !printed.Contains(null) ? string.Join(".", printed) : null;
    }

    // An entry of a mapping of free keys.
    private string? PrintFree(ITypeSymbol builder, NewEntry entry) =>
        MethodsFor(builder, "").Select(method => PrintEntry(method, entry)).FirstOrDefault(one => one is not null);

    private List<IParameterSymbol> Values(IMethodSymbol method) =>
        [.. method.Parameters.Where(parameter => vocabulary.MeaningOf(method).Parameters[parameter.Ordinal].Use == ParameterUse.Value)];

    private static string NameOf(ITypeSymbol builder)
    {
        var name = builder.Name.EndsWith("Builder", StringComparison.Ordinal)
            ? builder.Name.Substring(0, builder.Name.Length - "Builder".Length)
            : builder.Name;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
