namespace Arize.TaskLint.Core.Templates;

/// <summary>The arguments of a tool call: JSON in a text, in which placeholders may stand.</summary>
internal static class ToolArguments
{
    /// <summary>
    /// Whether the text is JSON as it stands, or can become JSON by filling its placeholders. A number stands for each: inside of quotes it
    /// is part of a text, and outside it is a value.
    /// </summary>
    internal static bool MayBeJson(string text) =>
        JsonText.IsValid(text)
        || (text.IndexOf('{') >= 0
            && (JsonText.IsValid(PlaceholderReader.Fill(text, PlaceholderStyle.DoubleBraces, "0"))
                || JsonText.IsValid(PlaceholderReader.Fill(text, PlaceholderStyle.SingleBraces, "0"))
                || JsonText.IsValid(PlaceholderReader.Fill(text, PlaceholderStyle.SingleBraces, "0", unescapes: true))));
}
