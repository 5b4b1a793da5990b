using System.Globalization;
using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Makes nodes of values, which the rules judge.</summary>
internal sealed class ValueNodes(SyntaxFiles files)
{
    internal Node NodeOf(ReadArgument given) => IsBeingTyped(given.Operation.Syntax)
        ? Unknown(given.Place)
        : NodeOf(given.Value, given.Value.At ?? given.Place, given.Parameter?.Type);

    // A text whose quote is not closed yet is not the text that it will be; nor is one that the next quote of the line closed by chance, so
    // that its argument list does not end.
    private static bool IsBeingTyped(SyntaxNode value) =>
        value.ContainsDiagnostics
        || value.FirstAncestorOrSelf<ArgumentListSyntax>() is { CloseParenToken: var end } && (end.IsMissing || end.ContainsDiagnostics);

    internal Node NodeOf(Value value, Place place, ITypeSymbol? wanted)
    {
        switch (value)
        {
            case ConstantValue constant:
                var scalar = Scalar(constant.Data, constant.Type, wanted, place);
                // Places inside of a text are places in its literal, wherever the text is used.
                return constant.Literal is { } literal && literal != scalar.Place
                    ? new ScalarNode(scalar.Place, scalar.Text, scalar.IsPlain, scalar.Unknown) { WrittenAt = new Written(literal) }
                    : scalar;
            case SequenceValue { Elements: { IsLost: false } elements }:
                return new ListNode(place,
                    [.. elements.Items.Select(item => NodeOf(item.Value, item.Value.At ?? files.PlaceWithin(item.Syntax, place), null))])
                {
                    IsIncomplete = elements.IsIncomplete,
                };
            case MatcherValue matcher:
                var parts = matcher.Fields.Select(field =>
                    new Entry(Key(place, field.Field), NodeOf(field.Value, files.PlaceWithin(field.Syntax, place), null)));
                return new MappingNode(place, [.. parts]);
            default:
                return Unknown(place);
        }
    }

    /// <summary>A value that is known only at run time.</summary>
    internal static ScalarNode Unknown(Place place) => new(place, "", isPlain: false, new UnknownReason(null, place));

    private static ScalarNode Scalar(object? value, ITypeSymbol? own, ITypeSymbol? wanted, Place place) => value switch
    {
        null => Null(place),
        _ when Enumeration(own) is { } type => new ScalarNode(place, WordOf(type, value), isPlain: false),
        string text => new ScalarNode(place, text, isPlain: false),
        char one => new ScalarNode(place, one.ToString(), isPlain: false),
        bool truth => new ScalarNode(place, truth ? "true" : "false", isPlain: true),
        float or double or decimal => Number(System.Convert.ToDouble(value, CultureInfo.InvariantCulture), place),
        IFormattable whole when !IsFloating(wanted) => new ScalarNode(place, whole.ToString(null, CultureInfo.InvariantCulture), isPlain: true),
        IConvertible whole => Number(System.Convert.ToDouble(whole, CultureInfo.InvariantCulture), place),
        _ => Unknown(place),
    };

    // As the builders write it: what is no finite number becomes a text, which no number field takes.
    private static ScalarNode Number(double number, Place place) =>
        new(place, number.ToString("R", CultureInfo.InvariantCulture), isPlain: !double.IsNaN(number) && !double.IsInfinity(number));

    private static bool IsFloating(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type)?.SpecialType
            is SpecialType.System_Double or SpecialType.System_Single;

    private static INamedTypeSymbol? Enumeration(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? named : null;

    private static string WordOf(INamedTypeSymbol type, object value) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, value))?.Name
        ?? System.Convert.ToString(value, CultureInfo.InvariantCulture);

    internal static ScalarNode Key(Place place, string name) => new(place, name, isPlain: false);

    internal static ScalarNode Null(Place place) => new(place, "null", isPlain: true);
}
