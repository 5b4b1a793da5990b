using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>Finds, for a column that no row has, those that may be meant.</summary>
internal static class NearestColumns
{
    /// <summary>
    /// The columns that may be meant, the likeliest first: of the same name except for letter case, dots and separators; with a slip in it; with
    /// a part of the name before or behind it; of the same last words.
    /// </summary>
    /// <param name="name">The name that no row has.</param>
    /// <param name="occurring">The columns that rows have, with the number of rows.</param>
    /// <param name="most">The maximum number of columns.</param>
    internal static IReadOnlyList<CountedValue> Of(string name, IReadOnlyDictionary<string, long> occurring, int most = 3)
    {
        var slip = new NearestNames(occurring.Keys).Of(name);
        return
        [
            .. occurring.Select(one => (Rank: one.Key == slip ? Math.Min(1, Rank(name, one.Key)) : Rank(name, one.Key), one.Key, one.Value))
                .Where(one => one.Rank < Unlike)
                .OrderBy(one => one.Rank).ThenByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
                .Take(most).Select(one => new CountedValue(one.Key, one.Value)),
        ];
    }

    private const int Unlike = 4;

    private static int Rank(string name, string other) =>
        NearestName.IsSame(name.Replace('.', '_'), other.Replace('.', '_')) ? 0
        : Ends(other, name) || Ends(name, other) ? 2
        : LastWords(name) is { } words && words == LastWords(other) ? 3
        : Unlike;

    private static bool Ends(string name, string end) =>
        name.Length > end.Length && name[name.Length - end.Length - 1] == '.' && name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    // environment of metadata.environment, message.content of llm.output_messages.0.message.content.
    private static string? LastWords(string name)
    {
        var end = name.LastIndexOf('.');
        if (end <= 0)
            return null;
        var begin = name.LastIndexOf('.', end - 1);
        return begin <= 0 ? null : name.Substring(begin + 1);
    }
}
