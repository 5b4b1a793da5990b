using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>Values in one line of text, not yet escaped.</summary>
public static class ValueText
{
    // As much as a line of a report takes.
    private const int Longest = 160;

    /// <summary>
    /// Both sides of a change, never alike; of long texts the part around the first difference, of texts of several lines the first line that
    /// differs.
    /// </summary>
    public static (string Declared, string Live) Both(Change change)
    {
        if (change is { DeclaredName: null, Declared: ScalarNode { IsNull: false } one, Live: ScalarNode { IsNull: false } other })
        {
            if (one.Text.Contains('\n') || other.Text.Contains('\n'))
                return DifferingLine(one.Text, other.Text, change.IsFilled);
            // 42 and '42' may differ in nothing but their kind.
            if (!change.IsFilled && one.Describe() != other.Describe() && (change.ValueKind == ValueKind.Any || one.Text == other.Text))
                return (WithKind(one), WithKind(other));
        }

        var (declared, live) = Distinct(Of(change.Declared, change.ValueKind), Of(change.Live, change.ValueKind));
        return (change.DeclaredName is { } name ? $"{name} ({declared})" : declared, live);
    }

    /// <summary>Two texts on a line each, never alike.</summary>
    internal static (string Declared, string Live) Distinct(string declared, string live)
    {
        var (own, other) = DistinctTexts.Of(declared, live, Longest);
        return (own, other);
    }

    private static string WithKind(ScalarNode scalar) =>
        scalar.Describe() == "text" ? $"'{TerminalText.Shorten(scalar.Text, Longest)}' (text)" : TerminalText.Shorten(scalar.Text, Longest);

    /// <summary>A value, as long as it may be.</summary>
    internal static string Of(Node? value, ValueKind kind) => value switch
    {
        null or ScalarNode { IsNull: true } => "none",
        ScalarNode scalar => scalar.Text,
        _ => Compact(value, kind),
    };

    private static (string Declared, string Live) DifferingLine(string declared, string live, bool isFilled)
    {
        var (own, other) = (Lines(declared), Lines(live));
        var line = 0;
        while (line < own.Length && line < other.Length && own[line] == other[line])
            line++;
        // A line with a variable may be equal even so: if another line differs, that one is shown.
        var further = line;
        while (isFilled && own.Length == other.Length && further < own.Length
            && (own[further] == other[further] || own[further].Contains("${", StringComparison.Ordinal)))
        {
            further++;
        }

        if (further < own.Length && own.Length == other.Length)
            line = further;
        if (line == own.Length && line == other.Length)
            return (LineBreaks(declared), LineBreaks(live));
        var number = (line + 1).ToString(CultureInfo.InvariantCulture);
        if (line < own.Length && line < other.Length)
        {
            var (ownLine, otherLine) = Distinct(own[line], other[line]);
            return ($"line {number}: {ownLine}", $"line {number}: {otherLine}");
        }

        string Show(string[] lines) => line < lines.Length
            ? $"line {number}: {TerminalText.Shorten(lines[line], Longest)}"
            : $"ends after line {lines.Length.ToString(CultureInfo.InvariantCulture)}";
        return (Show(own), Show(other));
    }

    private static string LineBreaks(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var count = lines.Length - lines.TrimEnd('\n').Length;
        return $"ends with {count.ToString(CultureInfo.InvariantCulture)} line break{(count == 1 ? "" : "s")}";
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Compact(Node value, ValueKind kind)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonValues.Write(writer, value, kind, text => text);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
