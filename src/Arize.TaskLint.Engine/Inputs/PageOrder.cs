namespace Arize.TaskLint.Engine.Inputs;

/// <summary>The order of files by name in which numbers count as such: <c>page-2.json</c> stands before <c>page-10.json</c>.</summary>
internal sealed class PageOrder : IComparer<string>
{
    internal static readonly PageOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (i, j) = (0, 0);
        while (i < x.Length && j < y.Length)
        {
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                var (one, other) = (Digits(x, ref i), Digits(y, ref j));
                var order = one.Length != other.Length ? one.Length - other.Length : string.CompareOrdinal(one, other);
                if (order != 0)
                    return order;
            }
            else if (x[i] != y[j])
            {
                return x[i] - y[j];
            }
            else
            {
                (i, j) = (i + 1, j + 1);
            }
        }

        var rest = (x.Length - i) - (y.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text[start..at].TrimStart('0');
    }
}
