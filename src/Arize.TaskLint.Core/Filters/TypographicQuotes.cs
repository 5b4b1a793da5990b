namespace Arize.TaskLint.Core.Filters;

/// <summary>The quotes that word processors and chat programs make of straight ones. In a query language they are letters.</summary>
internal static class TypographicQuotes
{
    private const string Singles = "‘’‚‛";
    private const string Doubles = "“”„‟";

    /// <summary>Whether a character is one of them.</summary>
    internal static bool Are(char c) => Singles.IndexOf(c) >= 0 || Doubles.IndexOf(c) >= 0;

    /// <summary>Whether a quote closes what another one, straight or not, opens.</summary>
    internal static bool Closes(char open, char c) => open switch
    {
        '\'' => Singles.IndexOf(c) >= 0,
        '"' => Doubles.IndexOf(c) >= 0,
        '‘' or '’' or '‛' => c is '’' or '\'',
        '‚' => c is '‘' or '’' or '\'',
        '“' or '”' or '‟' => c is '”' or '"',
        '„' => c is '“' or '”' or '"',
        _ => false,
    };

    /// <summary>The text with straight quotes.</summary>
    /// <param name="quoted">The text with its quotes, or a lone quote.</param>
    /// <param name="isValue">Whether it is a value for sure, which takes single quotes whatever it had.</param>
    internal static string Straighten(string quoted, bool isValue)
    {
        var isSingle = isValue || quoted[0] == '\'' || Singles.IndexOf(quoted[0]) >= 0;
        var quote = isSingle ? "'" : "\"";
        var content = quoted.Length > 1 ? quoted.Substring(1, quoted.Length - 2) : "";
        return quoted.Length > 1 ? quote + content.Replace(quote, quote + quote) + quote : quote;
    }
}
