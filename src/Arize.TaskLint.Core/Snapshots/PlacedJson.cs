using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Reads JSON with the place of each value, where the tool's own reader cannot be: the compiler brings no JSON reader that every version of it has.
/// </summary>
internal sealed class PlacedJson
{
    private const int MaximumDepth = 128;

    private readonly SourceFile file;
    private readonly string text;
    private int at;

    private PlacedJson(SourceFile file)
    {
        this.file = file;
        text = file.Text;
    }

    /// <summary>Reads all values of a text: usually one, several where outputs were put behind each other.</summary>
    /// <param name="problem">Why the text is not JSON, at the place of the error; null if it is.</param>
    /// <returns>The values before the error.</returns>
    internal static IReadOnlyList<Node> ReadAll(SourceFile file, out Unreadable? problem)
    {
        var reader = new PlacedJson(file);
        var values = new List<Node>();
        problem = null;
        try
        {
            for (reader.SkipBlanks(); reader.at < reader.text.Length; reader.SkipBlanks())
                values.Add(reader.ReadValue(0));
        }
        catch (StopReadingException stop)
        {
            problem = new Unreadable(stop.Place, stop.Message);
        }

        return values;
    }

    private Node ReadValue(int depth)
    {
        if (at >= text.Length)
            throw Error("the text ends within a value");
        return text[at] switch
        {
            '{' or '[' when depth >= MaximumDepth => throw Error($"values are nested more than {MaximumDepth} deep"),
            '{' => ReadObject(depth),
            '[' => ReadList(depth),
            '"' => ReadText(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => ReadWord(),
        };
    }

    private MappingNode ReadObject(int depth)
    {
        var start = at++;
        var entries = new MappingBuilder();
        for (var isFirst = true; !IsEnd('}', isFirst); isFirst = false)
        {
            if (at >= text.Length || text[at] != '"')
                throw Error(at < text.Length ? "a key in double quotes is expected" : "the text ends within an object");
            var key = ReadText();
            SkipBlanks();
            if (at >= text.Length || text[at] != ':')
                throw Error("a colon is expected behind a key");
            at++;
            SkipBlanks();
            entries.Add(new Entry(key, ReadValue(depth + 1)));
        }

        return entries.Build(At(start));
    }

    private ListNode ReadList(int depth)
    {
        var start = at++;
        var items = new List<Node>();
        for (var isFirst = true; !IsEnd(']', isFirst); isFirst = false)
            items.Add(ReadValue(depth + 1));
        return new ListNode(At(start), items);
    }

    // Goes over the comma to the next entry, or over the end.
    private bool IsEnd(char end, bool isFirst)
    {
        SkipBlanks();
        if (at < text.Length && text[at] == end)
        {
            at++;
            return true;
        }

        if (isFirst)
            return false;
        if (at >= text.Length || text[at] != ',')
            throw Error(at < text.Length ? $"',' or '{end}' is expected" : $"the text ends before '{end}'");
        at++;
        SkipBlanks();
        return at < text.Length && text[at] == end ? throw Error("a comma stands before the end") : false;
    }

    private ScalarNode ReadText()
    {
        var start = at++;
        var run = at;
        StringBuilder? content = null;
        while (true)
        {
            if (at >= text.Length)
                throw Error("the text ends within quotes", start);
            var c = text[at];
            if (c == '"')
                break;
            if (c < ' ')
                throw Error("a control character stands within quotes; it must be escaped");
            if (c != '\\')
            {
                at++;
                continue;
            }

            content = (content ?? new StringBuilder()).Append(text, run, at - run);
            content.Append(ReadEscape());
            run = at;
        }

        var whole = content is null ? text.Substring(run, at - run) : content.Append(text, run, at - run).ToString();
        at++;
        return new ScalarNode(At(start), whole, isPlain: false);
    }

    private string ReadEscape()
    {
        var start = at++;
        var c = at < text.Length ? text[at++] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/':
                return c.ToString();
            case 'b':
                return "\b";
            case 'f':
                return "\f";
            case 'n':
                return "\n";
            case 'r':
                return "\r";
            case 't':
                return "\t";
            case 'u' when ReadHex() is { } one:
                if (!char.IsSurrogate(one))
                    return one.ToString();
                var hasOther = string.CompareOrdinal(text, at, "\\u", 0, 2) == 0;
                at += hasOther ? 2 : 0;
                return hasOther && ReadHex() is { } other && char.IsSurrogatePair(one, other)
                    ? new string([one, other])
                    : throw Error("half a surrogate pair is no character", start);
            default:
                throw Error("no character is written so", start);
        }
    }

    private char? ReadHex()
    {
        if (at + 4 > text.Length
            || !ushort.TryParse(text.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        at += 4;
        return (char)code;
    }

    private ScalarNode ReadNumber()
    {
        var start = at;
        if (text[at] == '-')
            at++;
        var isZero = at < text.Length && text[at] == '0';
        var whole = SkipDigits();
        var isNumber = whole > 0 && (!isZero || whole == 1);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            isNumber &= SkipDigits() > 0;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            isNumber &= SkipDigits() > 0;
        }

        return isNumber && IsDelimited() ? new ScalarNode(At(start), text.Substring(start, at - start), isPlain: true)
            : throw Error("this is not a number of JSON", start);
    }

    private ScalarNode ReadWord()
    {
        var start = at;
        foreach (var word in Words)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
                continue;
            at += word.Length;
            if (IsDelimited())
                return new ScalarNode(At(start), word, isPlain: true);
        }

        throw Error("a value is expected", start);
    }

    private static readonly string[] Words = ["true", "false", "null"];

    private bool IsDelimited() => at >= text.Length || text[at] is ',' or ']' or '}' or ' ' or '\t' or '\r' or '\n';

    private int SkipDigits()
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return at - start;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
    }

    private Place At(int start) => new(file, start, at);

    private StopReadingException Error(string reason, int? start = null)
    {
        var from = Math.Min(start ?? at, text.Length);
        return new StopReadingException(new Place(file, from, Math.Min(from + 1, text.Length)), $"not valid JSON: {reason}");
    }
}
