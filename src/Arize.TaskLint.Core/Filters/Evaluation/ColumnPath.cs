using System.Text;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>The dotted name of a column, however a filter writes it.</summary>
internal static class ColumnPath
{
    /// <summary>
    /// The name without quotes and brackets: <c>tag.environment</c> for <c>tag[environment]</c>; null if brackets have something else than one index
    /// or one name.
    /// </summary>
    internal static string? Of(ColumnOperand column) => column.Form == ColumnForm.Path ? OfPath(column.Name) : column.Name;

    private static string? OfPath(string path)
    {
        var name = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length;)
        {
            switch (path[i])
            {
                case '.':
                    name.Append('.');
                    i++;
                    break;
                case '"' or '`':
                    if (!AddQuoted(path, ref i, name))
                        return null;
                    break;
                case '[':
                    name.Append('.');
                    i++;
                    if (!AddIndex(path, ref i, name))
                        return null;
                    break;
                default:
                    name.Append(path[i++]);
                    break;
            }
        }

        return name.ToString();
    }

    private static bool AddIndex(string path, ref int i, StringBuilder name)
    {
        if (i < path.Length && path[i] is '"' or '\'' or '`')
        {
            if (!AddQuoted(path, ref i, name))
                return false;
        }
        else
        {
            var begin = i;
            while (i < path.Length && (char.IsLetterOrDigit(path[i]) || path[i] is '_' or '.' or '-'))
                i++;
            // A negative index is counted from the end in some languages.
            if (i == begin || path[begin] == '-')
                return false;
            name.Append(path, begin, i - begin);
        }

        return i < path.Length && path[i++] == ']';
    }

    private static bool AddQuoted(string path, ref int i, StringBuilder name)
    {
        var quote = path[i++];
        while (i < path.Length)
        {
            if (path[i] == '\\')
                return false;
            if (path[i] != quote)
                name.Append(path[i++]);
            else if (i + 1 < path.Length && path[i + 1] == quote)
            {
                name.Append(quote);
                i += 2;
            }
            else
            {
                i++;
                return true;
            }
        }

        return false;
    }
}
