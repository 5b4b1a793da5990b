namespace Arize.TaskLint.Core.Templates;

/// <summary>The arguments of a tool call: JSON in a text, which may contain placeholders.</summary>
internal static class ToolArguments
{
    /// <summary>
    /// Whether the text is JSON, or becomes JSON when its placeholders are filled. Each is replaced by a number: inside of quotes it is part of a
    /// text, and outside it is a value.
    /// </summary>
    internal static bool MayBeJson(string text) =>
        JsonSyntax.IsValid(text)
        || (text.IndexOf('{') >= 0
            && (JsonSyntax.IsValid(PlaceholderReader.Fill(text, PlaceholderStyle.DoubleBraces, "0"))
                || JsonSyntax.IsValid(PlaceholderReader.Fill(text, PlaceholderStyle.SingleBraces, "0"))
                || JsonSyntax.IsValid(PlaceholderReader.Fill(text, PlaceholderStyle.SingleBraces, "0", unescapes: true))));
}
