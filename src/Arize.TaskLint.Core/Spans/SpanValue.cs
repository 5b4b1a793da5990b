using System.Globalization;

namespace Arize.TaskLint.Core.Spans;

/// <summary>The value of a column in one row. The default value is a missing one.</summary>
public readonly struct SpanValue
{
    private readonly string? text;

    private SpanValue(SpanValueKind kind, string? text, double number, bool isInText = false) =>
        (Kind, this.text, Number, IsInText) = (kind, text, number, isInText);

    /// <summary>What the column holds.</summary>
    public SpanValueKind Kind { get; }

    /// <summary>The number; 1 or 0 for a boolean, and 0 for other kinds.</summary>
    public double Number { get; }

    /// <summary>The truth value; false for other kinds.</summary>
    public bool Boolean => Kind == SpanValueKind.Boolean && Number != 0;

    /// <summary>
    /// The text. Of a number, how it is written; of a boolean, <c>true</c> or <c>false</c>; of a structure, its JSON without blanks; empty if
    /// missing.
    /// </summary>
    public string Text => text ?? Kind switch
    {
        SpanValueKind.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        SpanValueKind.Boolean => Boolean ? "true" : "false",
        _ => "",
    };

    /// <summary>Whether it is found only by reading the text of another column, for which it is not documented that the server does so.</summary>
    public bool IsInText { get; }

    /// <summary>The same value, as one that is found within the text of another column.</summary>
    public SpanValue InText() => new(Kind, text, Number, isInText: true);

    /// <summary>A JSON string.</summary>
    public static SpanValue OfText(string text) => new(SpanValueKind.Text, text, 0);

    /// <summary>A JSON number; NaN is equal to nothing.</summary>
    /// <param name="written">How it is written; null for the shortest form.</param>
    public static SpanValue OfNumber(double number, string? written = null) => new(SpanValueKind.Number, written, number);

    /// <summary>A truth value.</summary>
    public static SpanValue OfBoolean(bool value) => new(SpanValueKind.Boolean, null, value ? 1 : 0);

    /// <summary>A list or an object.</summary>
    /// <param name="json">Its JSON, without blanks between the tokens.</param>
    public static SpanValue OfStructure(string json) => new(SpanValueKind.Structure, json, 0);
}
