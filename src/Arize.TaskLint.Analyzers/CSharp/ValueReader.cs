using System.Globalization;
using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// Reads the value of an expression without running it: constants, texts put together from them, read-only fields and locals that are
/// given one, lists of such. Whatever else there is has a value that is not known.
/// </summary>
internal sealed class ValueReader(BuilderVocabulary vocabulary, SyntaxFiles files, Bodies bodies)
{
    // Fields may lead to fields; in code that does not compile, even in a circle.
    private const int MostSteps = 8;

    /// <summary>Reads a value.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="frame">The body that it stands in.</param>
    /// <param name="place">Where it counts as standing; null for where it is written.</param>
    internal Node Read(IOperation value, Frame frame, Place? place = null)
    {
        var at = place ?? files.PlaceOf(value.Syntax);
        // A text whose quote is not closed yet is not the text that it will be, and neither is one that the editor has closed while the call is still open.
        return value.Syntax.ContainsDiagnostics || value.Syntax.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { CloseParenToken.IsMissing: true } } ? Unknown(at) : Read(value, frame, at, value.Type, MostSteps);
    }

    private Node Read(IOperation value, Frame frame, Place place, ITypeSymbol? type, int steps)
    {
        if (value.ConstantValue is { HasValue: true } constant)
            return Written(Scalar(constant.Value, value.Type, type, place), value);
        if (steps == 0)
            return Unknown(place);
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Read(conversion.Operand, frame, place, conversion.Type ?? type, steps);
            case IParenthesizedOperation parenthesized:
                return Read(parenthesized.Operand, frame, place, type, steps);
            case ILocalReferenceOperation local when frame.Index.OnlyValueOf(local.Local) is { } only:
                return Read(only, frame, place, type, steps - 1);
            case IParameterReferenceOperation parameter when frame.ArgumentOf(parameter.Parameter) is { } argument:
                return frame.Index.UsesOf(parameter.Parameter).Any(BodyIndex.IsWrite) ? Unknown(place) : Read(argument.Value, argument.Frame, argument.Place, type, steps - 1);
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when bodies.InitializerOf(field) is { } initializer:
                return Read(initializer, Frame.Empty, place, type, steps - 1);
            case IInterpolatedStringOperation interpolated:
                return Joined(interpolated.Parts.Select(part => TextOf(part, frame, steps)), place);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum:
                return Joined([TextOf(sum.LeftOperand, frame, steps - 1), TextOf(sum.RightOperand, frame, steps - 1)], place);
            case IArrayCreationOperation { Initializer: { } elements }:
                return new ListNode(place, [.. elements.ElementValues.Select(element => Read(element, frame, PlaceWithin(element, place), null, steps - 1))]);
            case IInvocationOperation call when vocabulary.IsOurs(call.TargetMethod.ContainingType):
                return Matcher(call, frame, place, steps);
        }

        return value.Syntax is CollectionExpressionSyntax collection ? Collection(value, collection, frame, place, steps) : Unknown(place);
    }

    /// <summary>A value that only a run of the code tells.</summary>
    internal static ScalarNode Unknown(Place place) => new(place, "", isPlain: false, new UnknownReason(null, place));

    // A place inside of a text is told in the literal, wherever the text is used.
    private ScalarNode Written(ScalarNode scalar, IOperation value)
    {
        if (value.ConstantValue.Value is not string || LiteralOf(value) is not { } literal || files.PlaceOf(literal) is var place && place == scalar.Place)
            return scalar;
        return new ScalarNode(scalar.Place, scalar.Text, scalar.IsPlain, scalar.Unknown) { WrittenAt = new Written(place) };
    }

    private static LiteralExpressionSyntax? LiteralOf(IOperation value)
    {
        ISymbol? named = value switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        if (named is null)
            return value.Syntax as LiteralExpressionSyntax;
        return named.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal } ? literal : null;
    }

    private static ScalarNode Scalar(object? value, ITypeSymbol? own, ITypeSymbol? wanted, Place place) => value switch
    {
        null => new ScalarNode(place, "null", isPlain: true),
        _ when Enumeration(own) is { } type => new ScalarNode(place, WordOf(type, value), isPlain: false),
        string text => new ScalarNode(place, text, isPlain: false),
        char one => new ScalarNode(place, one.ToString(), isPlain: false),
        bool truth => new ScalarNode(place, truth ? "true" : "false", isPlain: true),
        float or double or decimal => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), place),
        IFormattable whole when !IsFloating(wanted) => new ScalarNode(place, whole.ToString(null, CultureInfo.InvariantCulture), isPlain: true),
        IConvertible whole => Number(Convert.ToDouble(whole, CultureInfo.InvariantCulture), place),
        _ => Unknown(place),
    };

    // As the builders write it: what is no finite number becomes a text, which no number field takes.
    private static ScalarNode Number(double number, Place place) =>
        new(place, number.ToString("R", CultureInfo.InvariantCulture), isPlain: !double.IsNaN(number) && !double.IsInfinity(number));

    private static bool IsFloating(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)?.SpecialType
            is SpecialType.System_Double or SpecialType.System_Single;

    private static INamedTypeSymbol? Enumeration(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? named : null;

    private static string WordOf(INamedTypeSymbol type, object value) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, value))?.Name
        ?? Convert.ToString(value, CultureInfo.InvariantCulture);

    // A value that counts as standing elsewhere has its parts there too.
    private Place PlaceWithin(IOperation part, Place whole)
    {
        var own = files.PlaceOf(part.Syntax);
        return own.File == whole.File && own.Start >= whole.Start && own.End <= whole.End ? own : whole;
    }

    private static ScalarNode Joined(IEnumerable<string?> parts, Place place)
    {
        var texts = parts.ToList();
        return texts.Contains(null) ? Unknown(place) : new ScalarNode(place, string.Concat(texts), isPlain: false);
    }

    private string? TextOf(IOperation part, Frame frame, int steps)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation text:
                return TextOf(text.Text, frame, steps);
            case IInterpolationOperation { Alignment: null, FormatString: null } interpolation:
                return TextOf(interpolation.Expression, frame, steps - 1);
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string literal } }:
                return literal;
        }

        // A number would be written as the machine's language has it.
        return part.Type?.SpecialType is SpecialType.System_String && Read(part, frame, default, null, steps) is ScalarNode { Unknown: null } scalar
            ? scalar.IsNull ? "" : scalar.Text
            : null;
    }

    private Node Matcher(IInvocationOperation call, Frame frame, Place place, int steps)
    {
        var meaning = vocabulary.MeaningOf(call.TargetMethod);
        var draft = new MappingDraft(place);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && meaning.Parameters[parameter.Ordinal].Field is { } field)
                draft.Set(new ScalarNode(place, field, isPlain: false), Read(argument.Value, frame, PlaceWithin(argument.Value, place), parameter.Type, steps - 1), null);
        }

        return meaning.Parameters.Any(parameter => parameter.Field is not null) ? draft.ToNode(new CallMap()) : Unknown(place);
    }

    private ListNode Collection(IOperation value, CollectionExpressionSyntax collection, Frame frame, Place place, int steps)
    {
        // The compiler that this is built for has no operation of its own for these; their elements are its children.
        var children = value.ChildOperations.ToList();
        var isReadable = children.Count == collection.Elements.Count && collection.Elements.All(element => element.IsKind(SyntaxKind.ExpressionElement));
        return isReadable
            ? new ListNode(place, [.. children.Select(child => Read(child, frame, PlaceWithin(child, place), null, steps - 1))])
            : new ListNode(place, []) { IsIncomplete = true };
    }
}
