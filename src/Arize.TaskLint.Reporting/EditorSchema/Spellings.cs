using System.Text;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>Patterns for texts, in the regular expressions that JSON Schema and .NET share.</summary>
internal static class Spellings
{
    /// <summary><c>${VAR}</c> or <c>${VAR:default}</c>, somewhere in a text.</summary>
    internal const string Variable = @"\$\{[A-Za-z_][A-Za-z0-9_]*(:[^}]*)?\}";

    /// <summary>A text that is not blank.</summary>
    internal const string Filled = @"\S";

    /// <summary>A text that is blank, or may be because of a variable.</summary>
    internal const string BlankOrVariable = @"^\s*$|" + Variable;

    /// <summary>A text that is not blank whatever the values of its variables are.</summary>
    internal const string FilledAndFixed = @"^(?![\s\S]*" + Variable + @")[\s\S]*\S";

    /// <summary>The keys that are the author's own, and the merge key.</summary>
    internal const string OwnKeys = "^(x-|<<$)";

    /// <summary>A date such as 2027-01-31.</summary>
    internal const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    /// <summary>
    /// Mixed letter case, which YAML reads as a text and the declaration reader as a truth value. Values that YAML itself knows are not affected, nor
    /// are texts in quotes.
    /// </summary>
    internal const string OddBoolean = "^(?!(true|True|TRUE|false|False|FALSE)$)([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$";

    /// <summary>Every spelling of some words that the reader takes: letter case and separators never count.</summary>
    internal static string Pattern(IEnumerable<string> words)
    {
        var pattern = new StringBuilder("^[-_ ]*(");
        foreach (var word in words)
        {
            if (pattern[^1] != '(')
                pattern.Append('|');
            foreach (var letter in word.Where(letter => letter != '_'))
                pattern.Append(char.IsLetter(letter) ? $"[{char.ToUpperInvariant(letter)}{char.ToLowerInvariant(letter)}]" : letter).Append("[-_ ]*");
        }

        return pattern.Append(")$").ToString();
    }

    /// <summary>The words of an enum whose bits are set.</summary>
    internal static string[] Words(EnumSpec words, int bits) => [.. words.Words.Where((_, i) => (bits & (1 << i)) != 0)];
}
