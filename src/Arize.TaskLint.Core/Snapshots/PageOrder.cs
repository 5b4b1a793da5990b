namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The order of files by name in which numbers count as such: <c>page-2.json</c> stands before <c>page-10.json</c>.</summary>
public sealed class PageOrder : IComparer<string>
{
    private PageOrder()
    {
    }

    /// <summary>The one that there is.</summary>
    public static PageOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            throw new ArgumentNullException(x is null ? nameof(x) : nameof(y));
        var (i, j) = (0, 0);
        while (i < x.Length && j < y.Length)
        {
            if (IsDigit(x[i]) && IsDigit(y[j]))
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
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return text.Substring(start, at - start).TrimStart('0');
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
