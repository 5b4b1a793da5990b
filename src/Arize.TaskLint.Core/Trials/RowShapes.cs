namespace Arize.TaskLint.Core.Trials;

/// <summary>
/// Numbers the sets of columns that rows have. Rows from one place in a program have the same ones, so that a set is counted by its number.
/// </summary>
internal sealed class RowShapes
{
    /// <summary>How many sets have a number.</summary>
    private const int Most = 1024;

    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<int[]> shapes = [];

    /// <summary>The columns of a set.</summary>
    internal IReadOnlyList<int> this[int shape] => shapes[shape];

    /// <summary>The number of a set; -1 if there are too many.</summary>
    /// <param name="present">The numbers of the columns, each once.</param>
    internal int Of(IReadOnlyList<int> present)
    {
        // FNV-1a.
        var hash = 14695981039346656037UL;
        for (var i = 0; i < present.Count; i++)
            hash = (hash ^ (uint)present[i]) * 1099511628211;
        if (numbers.TryGetValue(hash, out var known))
            return IsSame(shapes[known], present) ? known : -1;
        if (shapes.Count == Most)
            return -1;
        numbers.Add(hash, shapes.Count);
        shapes.Add([.. present]);
        return shapes.Count - 1;
    }

    private static bool IsSame(int[] shape, IReadOnlyList<int> present)
    {
        if (shape.Length != present.Count)
            return false;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] != present[i])
                return false;
        }

        return true;
    }
}
