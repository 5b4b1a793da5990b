using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Writes the arguments of builder calls into drafts.</summary>
internal sealed class DraftValues(SyntaxFiles files, ValueNodes nodes)
{
    internal static void SetUnknown(MappingDraft mapping, ScalarNode key)
    {
        if (!mapping.Has(key.Text))
            mapping.Set(key, ValueNodes.Unknown(key.Place), null);
    }

    internal void AddTexts(ListDraft list, List<CallPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.Built is { } built)
            {
                list.Add(built);
                continue;
            }

            switch (nodes.NodeOf(part.Argument))
            {
                case ListNode many:
                    foreach (var item in many.Items)
                        list.Add(item);
                    if (many.IsIncomplete)
                        list.MakeIncomplete();
                    break;
                case ScalarNode { Unknown: not null } when IsMany(part.Argument.Parameter!.Type):
                    list.MakeIncomplete();
                    break;
                case var node:
                    list.Add(node);
                    break;
            }
        }
    }

    internal void AddEntry(MappingDraft mapping, IInvocationOperation call, List<CallPart> parts)
    {
        var syntax = call.Syntax as InvocationExpressionSyntax;
        if (parts.Count == 0 || parts[0].Built is not null || nodes.NodeOf(parts[0].Argument) is not ScalarNode { Unknown: null, IsNull: false } key)
            mapping.MakeIncomplete();
        else if (parts.Count > 1)
            SetValue(mapping, key, parts[1], syntax);
        else
            mapping.Set(key, ValueNodes.Null(files.NamePlace(call)), syntax);
    }

    internal void AddEntries(MappingDraft mapping, Value value, Place place, SyntaxNode syntax)
    {
        switch (value)
        {
            case TupleValue { Elements: [var first, var second] }:
                var own = files.PlaceWithin(syntax, place);
                var parts = (syntax as TupleExpressionSyntax)?.Arguments.Select(argument => files.PlaceWithin(argument.Expression, own)).ToList()
                    ?? [own, own];
                if (nodes.NodeOf(first, parts[0], null) is ScalarNode { Unknown: null, IsNull: false } key)
                    mapping.Set(key, nodes.NodeOf(second, parts[1], null), null);
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

    internal void SetValue(MappingDraft mapping, ScalarNode key, CallPart? part, InvocationExpressionSyntax? call) =>
        mapping.Set(key, part is null ? ValueNodes.Null(key.Place) : (object?)part.Built ?? nodes.NodeOf(part.Argument), call);

    internal static void SetConstants(MappingDraft mapping, MethodMeaning meaning, Place place, InvocationExpressionSyntax? call)
    {
        foreach (var constant in meaning.Constants)
        {
            var value = constant.Value is { } text ? new ScalarNode(place, text, isPlain: text is "true" or "false") : ValueNodes.Null(place);
            mapping.Set(ValueNodes.Key(place, constant.Key), value, call);
        }
    }

    private static bool IsMany(ITypeSymbol type) =>
        type is not { SpecialType: SpecialType.System_String or SpecialType.System_Object } and { IsValueType: false };
}
