using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>Values that are not the same as a value, near ones above all.</summary>
internal static class Others
{
    /// <summary>Other values of a field that is a single value.</summary>
    internal static IEnumerable<JsonNode> Of(FieldSpec field, JsonNode value, Func<JsonNode> sample) => field.Kind switch
    {
        ValueKind.Text when field.Equality == Equality.LoneFilter => [(string)value! + " AND E"],
        ValueKind.Text when field.Equality == Equality.Filter => [.. OfFilter((string)value!), .. new[] { sample() }.Where(other => (string)other! != (string)value!)],
        ValueKind.Text => [.. OfText((string)value!), .. new[] { sample() }.Where(other => (string)other! != (string)value!)],
        ValueKind.Number or ValueKind.Integer => OfNumber(value),
        ValueKind.Boolean => [value.GetValueKind() == JsonValueKind.False],
        ValueKind.Enum => [.. field.Enum!.Words.Where(word => word != (string)value!).Select(word => (JsonNode)word)],
        _ => [],
    };

    /// <summary>Other texts.</summary>
    internal static IEnumerable<JsonNode> OfText(string text)
    {
        yield return text + "x";
        yield return " " + text;
        yield return text + "\n\n";
        var swapped = string.Concat(text.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));
        if (swapped != text)
            yield return swapped;
    }

    /// <summary>Other filters.</summary>
    internal static IEnumerable<JsonNode> OfFilter(string filter)
    {
        yield return filter + "x";
        yield return $"NOT ({filter})";
        yield return $"{filter} AND metadata.more = 1";
        yield return filter + " AND";
        var swapped = string.Concat(filter.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));
        if (swapped != filter)
            yield return swapped;
    }

    /// <summary>Other numbers, written as numbers of the same sort: a whole one stays whole.</summary>
    internal static IEnumerable<JsonNode> OfNumber(JsonNode value)
    {
        var number = decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        yield return Number(number + 1);
        yield return Number((-2 * number) - 1);
        if (number != decimal.Floor(number))
            yield return Number(number * 1.001m);
    }

    private static JsonNode Number(decimal number) => JsonNodes.Number(number.ToString(CultureInfo.InvariantCulture));
}
