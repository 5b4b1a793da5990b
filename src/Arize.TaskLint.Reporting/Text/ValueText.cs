using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>Values in one line of text.</summary>
internal static class ValueText
{
    /// <summary>Both sides of a change; of long texts, the first line that differs.</summary>
    internal static (string Declared, string Live) Both(Change change)
    {
        if (change is { Declared: ScalarNode one, Live: ScalarNode other } && (one.Text.Contains('\n') || other.Text.Contains('\n')))
            return DifferingLine(one.Text, other.Text, change.IsFilled);
        var declared = change.DeclaredName is { } name ? $"{TerminalText.Escape(name)} ({Of(change.Declared, change.ValueKind)})" : Of(change.Declared, change.ValueKind);
        return (declared, Of(change.Live, change.ValueKind));
    }

    private static string Of(Node? value, ValueKind kind) => value switch
    {
        null or ScalarNode { IsNull: true } => "none",
        ScalarNode { Text.Length: 0 } => "''",
        ScalarNode scalar => TerminalText.Escape(scalar.Text),
        _ => TerminalText.Escape(Compact(value, kind)),
    };

    private static (string Declared, string Live) DifferingLine(string declared, string live, bool isFilled)
    {
        var (own, other) = (Lines(declared), Lines(live));
        var line = 0;
        while (line < own.Length && line < other.Length && own[line] == other[line])
            line++;
        // A line with a variable may be the same all the same: where another line differs, that is the one to show.
        var further = line;
        while (isFilled && own.Length == other.Length && further < own.Length && (own[further] == other[further] || own[further].Contains("${", StringComparison.Ordinal)))
            further++;
        if (further < own.Length && own.Length == other.Length)
            line = further;
        string Show(string[] lines) => line < lines.Length
            ? $"line {(line + 1).ToString(CultureInfo.InvariantCulture)}: {TerminalText.Escape(lines[line])}"
            : $"ends after line {lines.Length.ToString(CultureInfo.InvariantCulture)}";
        return (Show(own), Show(other));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Compact(Node value, ValueKind kind)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new CleanJsonWriter(new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), secret: null))
            JsonReport.WriteValue(writer, value, kind);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
