namespace Arize.TaskLint.Core.Templates;

/// <summary>Finds text that looks like a placeholder in the brace style that is not in force, and would be sent literally.</summary>
internal static class ForeignPlaceholders
{
    /// <summary>The first one of a text, or null.</summary>
    internal static Placeholder? FirstIn(string text, PlaceholderStyle style)
    {
        var other = style == PlaceholderStyle.SingleBraces ? PlaceholderStyle.DoubleBraces : PlaceholderStyle.SingleBraces;
        foreach (var placeholder in PlaceholderReader.Read(text, other))
        {
            if (other == PlaceholderStyle.DoubleBraces || !IsOfAnotherLanguage(text, placeholder.Start))
                return placeholder;
        }

        return null;
    }

    /// <summary>A placeholder as another style writes it.</summary>
    internal static string Write(string name, PlaceholderStyle style) => style == PlaceholderStyle.SingleBraces ? $"{{{name}}}" : $"{{{{{name}}}}}";

    // ${x} of JavaScript and shells, \frac{a}{b} and x^{n} of LaTeX, class{body} of CSS and code.
    private static bool IsOfAnotherLanguage(string text, int start) =>
        start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '$' or '\\' or '^' or '_' or '}' or ')' or '#' or '%' or '@');
}
