namespace Arize.TaskLint.Core.Spelling;

/// <summary>Reads literal and folded blocks of YAML, whose indentation shows in their first line.</summary>
internal static class YamlBlockSpelling
{
    /// <summary>The text of a block, without the line breaks at its end; null if its header contains its indentation.</summary>
    internal static TextMap? Read(string text, int start, int end)
    {
        var isFolded = text[start] == '>';
        var i = start + 1;
        while (i < end && !YamlSpelling.IsBreak(text[i]))
        {
            if (text[i] is >= '0' and <= '9')
                return null;
            if (text[i] == '#')
                i = EndOfLine(text, i, end);
            else
                i++;
        }

        if (i >= end)
            return null;
        var lines = new Lines(text, YamlSpelling.BehindBreak(text, i), end);
        return isFolded ? ReadFolded(lines) : ReadLiteral(lines);
    }

    private static TextMap? ReadLiteral(Lines lines)
    {
        var map = new TextMap();
        foreach (var (from, to, isShort) in lines.All())
        {
            if (isShort)
                return null;
            lines.AddTo(map, from, to);
            map.Add('\n', to, to + 1);
        }

        return map;
    }

    private static TextMap? ReadFolded(Lines lines)
    {
        var map = new TextMap();
        var (hasText, wasIndented, empty, lastBreak) = (false, false, 0, 0);
        foreach (var (from, to, isShort) in lines.All())
        {
            if (isShort)
                return null;
            if (from == to)
            {
                empty++;
                lastBreak = hasText ? lastBreak : to;
                continue;
            }

            var isIndented = lines.IsBlankAt(from);
            var keepsBreaks = wasIndented || isIndented;
            var breaks = !hasText ? empty : keepsBreaks ? empty + 1 : empty;
            for (var n = 0; n < breaks; n++)
                map.Add('\n', lastBreak, lastBreak + 1);
            if (hasText && breaks == 0)
                map.Add(' ', lastBreak, lastBreak + 1);
            lines.AddTo(map, from, to);
            (hasText, wasIndented, empty, lastBreak) = (true, isIndented, 0, to);
        }

        return map;
    }

    private static int EndOfLine(string text, int i, int end)
    {
        while (i < end && !YamlSpelling.IsBreak(text[i]))
            i++;
        return i;
    }

    /// <summary>The lines of a block, without their indentation.</summary>
    private sealed class Lines(string text, int begin, int end)
    {
        internal IEnumerable<(int From, int To, bool IsShort)> All()
        {
            var indent = -1;
            for (var i = begin; i < end;)
            {
                var to = EndOfLine(text, i, end);
                var from = i;
                while (from < to && text[from] == ' ' && (indent < 0 || from - i < indent))
                    from++;
                var isEmpty = from == to;
                if (indent < 0 && !isEmpty)
                    indent = from - i;
                yield return (from, to, !isEmpty && from - i < indent);
                i = to < end ? YamlSpelling.BehindBreak(text, to) : to;
            }
        }

        internal bool IsBlankAt(int at) => text[at] is ' ' or '\t';

        internal void AddTo(TextMap map, int from, int to)
        {
            for (var i = from; i < to; i++)
                map.Add(text[i], i, i + 1);
        }
    }
}
