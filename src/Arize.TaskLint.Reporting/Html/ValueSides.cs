using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Comparison;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>The values of a change side by side, with the words marked that differ.</summary>
internal static class ValueSides
{
    // What is longer is shown as it is, and not in one line.
    private const int LongestLine = 80;
    private const int ContextLines = 3;
    private const int MostEqualLines = 10;

    /// <summary>Writes both sides, and the base if there is one.</summary>
    internal static void Write(ReportChange change, TextWriter output)
    {
        var (declared, live) = Texts(change);
        var (own, other) = IsNone(change.Declared) || IsNone(change.Live)
            ? ([new DiffPiece(declared, Differs: false)], [new DiffPiece(live, Differs: false)])
            : WordDiff.Of(declared, live);
        output.Write("<dl class=\"sides\">");
        if (change.BaseText is { } atBase && change.Status == ChangeStatus.Conflict)
            WriteSide("base", "At the base", HtmlText.Of(atBase), output);
        var declaredSide = (Class: IsNone(change.Declared) ? "declared none" : "declared", Label: "Declared", Html: Marked(own));
        var liveSide = (Class: IsNone(change.Live) ? "live none" : "live", Label: "Live", Html: Marked(other));
        // A change that is still to be made goes the other way.
        var isPending = change.Status == ChangeStatus.Pending;
        foreach (var side in isPending ? new[] { liveSide, declaredSide } : [declaredSide, liveSide])
            WriteSide(side.Class, isPending && side == declaredSide ? "Declared, to be applied" : side.Label, side.Html, output);
        output.Write("</dl>\n");
    }

    private static void WriteSide(string css, string label, string html, TextWriter output) =>
        output.Write($"<div class=\"{css}\"><dt>{label}</dt><dd>{html}</dd></div>");

    // Not escaped, but for what hides.
    private static (string Declared, string Live) Texts(ReportChange change)
    {
        var (declared, live) = (Whole(change.Declared), Whole(change.Live));
        if (declared is null && live is null)
            return (HtmlText.Lines(change.DeclaredText), HtmlText.Lines(change.LiveText));
        var (own, other) = (HtmlText.Lines(declared ?? Plain(change.Declared)), HtmlText.Lines(live ?? Plain(change.Live)));
        // Line breaks at the end are compared in another way than they are drawn.
        return own.TrimEnd('\n') == other.TrimEnd('\n')
            ? (HtmlText.Lines(change.DeclaredText), HtmlText.Lines(change.LiveText))
            : (own.TrimEnd('\n'), other.TrimEnd('\n'));
    }

    // The whole of a value that a line of text does not show; null for a short one.
    private static string? Whole(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString()! is var all && (all.Contains('\n') || all.Length > LongestLine) => all,
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } list when Json(list, isIndented: false).Length > LongestLine =>
            Json(list, isIndented: true),
        _ => null,
    };

    private static string Plain(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "none",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } list => Json(list, isIndented: true),
        { } scalar => scalar.GetRawText(),
    };

    // Never the raw text, which a saved report has in another layout.
    private static string Json(JsonElement value, bool isIndented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ReportJson.Layout with { Indented = isIndented }))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool IsNone(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined };

    private static string Marked(IReadOnlyList<DiffPiece> pieces)
    {
        var html = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            html.Append(pieces[i].Differs
                ? $"<mark>{HtmlText.Encode(pieces[i].Text).Replace("\n", "↵\n", StringComparison.Ordinal)}</mark>"
                : Folded(pieces[i].Text, isFirst: i == 0, isLast: i == pieces.Count - 1));
        }

        return html.ToString();
    }

    // Of what both sides share, the lines around the differences are enough.
    private static string Folded(string text, bool isFirst, bool isLast)
    {
        var lines = text.Split('\n');
        if (lines.Length <= MostEqualLines || (isFirst && isLast))
            return HtmlText.Encode(text);
        var head = isFirst ? 0 : ContextLines;
        var tail = isLast ? 0 : ContextLines;
        var count = (lines.Length - head - tail).ToString(CultureInfo.InvariantCulture);
        var before = string.Concat(lines[..head].Select(line => HtmlText.Encode(line) + "\n"));
        var after = string.Concat(lines[^tail..].Select(line => "\n" + HtmlText.Encode(line)));
        return $"{before}<span class=\"gap\">⋯ {count} lines, the same on both sides</span>{after}";
    }
}
