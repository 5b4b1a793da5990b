using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Texts and names in C#.</summary>
public static class CSharpText
{
    private const string Quotes = "\"\"\"";
    private const int LongestName = 60;
    private const double LargestWhole = 9007199254740992;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "field", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "record", "ref", "return", "sbyte", "sealed", "short",
        "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked",
        "unsafe", "ushort", "using", "var", "virtual", "void", "volatile", "while", "yield",
    };

    /// <summary>A text as a literal: raw where it has several lines or quotes in it, otherwise in double quotes.</summary>
    /// <param name="column">The column of further lines.</param>
    internal static string Literal(string text, int column)
    {
        if (PrintedText.IsBlock(text))
            return Raw(text, column);
        var isRaw = text.IndexOf('"') > 0 && text[text.Length - 1] != '"' && text.IndexOf(Quotes, StringComparison.Ordinal) < 0
            && PrintedText.IsVisible(text);
        return isRaw ? Quotes + text + Quotes : PrintedText.Quoted(text);
    }

    /// <summary>A number as a literal; null where no number of C# has its value.</summary>
    internal static string? Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        return Double(text);
    }

    /// <summary>A number as a literal where a double is wanted; null where no double has its value.</summary>
    internal static string? Double(string text) =>
        // A whole number that is too large loses digits.
        PlainScalar.TryNumber(text, out var number) && (Math.Abs(number) < LargestWhole || text.IndexOfAny(['e', 'E', '.']) >= 0) ? text : null;

    /// <summary>A name in Pascal case of the letters and digits of a text; empty if it has none.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var begins = true;
        foreach (var c in text)
        {
            if (name.Length >= LongestName)
                break;
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
                name.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = !(char.IsLetterOrDigit(c) && c <= '~');
        }

        return name.ToString();
    }

    /// <summary>The name of a class for a text: <c>SupportBotTasks</c>.</summary>
    public static string ClassName(string text)
    {
        var name = Pascal(text);
        if (name.Length == 0 || char.IsDigit(name[0]))
            name = "Live" + name;
        return name.EndsWith("Tasks", StringComparison.Ordinal) && name.Length > "Tasks".Length ? name : name + "Tasks";
    }

    /// <summary>The word of an enum in Pascal case: <c>RunExperiment</c> of <c>RUN_EXPERIMENT</c>.</summary>
    internal static string Word(string word) => Pascal(word.ToLowerInvariant().Replace('_', ' '));

    /// <summary>The name of a parameter for a text.</summary>
    /// <param name="otherwise">The name where the text gives none.</param>
    internal static string Parameter(string text, string otherwise)
    {
        var name = Pascal(text);
        name = name.Length == 0 || char.IsDigit(name[0]) ? otherwise : char.ToLowerInvariant(name[0]) + name.Substring(1);
        return Keywords.Contains(name) ? otherwise : name;
    }

    private static string Raw(string text, int column)
    {
        var longest = 0;
        for (var (i, run) = (0, 0); i < text.Length; i++)
        {
            run = text[i] == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var quotes = new string('"', Math.Max(Quotes.Length, longest + 1));
        var indent = new string(' ', column);
        var lines = text.Split('\n').Select(line => line.Length == 0 ? "" : indent + line);
        return $"{quotes}\n{string.Join("\n", lines)}\n{indent}{quotes}";
    }
}
