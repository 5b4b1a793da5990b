using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Which entries of a declared list and a live list belong together, by the key of each entry, or by the name that the live side has of it. A
/// name in the field for keys, or a key in the field for names, means the same entry.
/// </summary>
internal sealed class KeyedEntries
{
    private readonly FieldSpec list;
    private readonly IReadOnlyList<ObjectView> declared;
    private readonly ObjectView?[] twins;
    private readonly IReadOnlyList<string>?[] ambiguous;
    private readonly bool[] mixedUp;
    private readonly bool[] unclear;
    private NearestNames? nearest;

    /// <summary>Finds the pairs.</summary>
    /// <param name="list">The list's row in the schema.</param>
    /// <param name="declared">The declared entries.</param>
    /// <param name="live">The live entries.</param>
    internal KeyedEntries(FieldSpec list, IReadOnlyList<ObjectView> declared, IReadOnlyList<ObjectView> live)
    {
        (this.list, this.declared) = (list, declared);
        twins = new ObjectView?[declared.Count];
        ambiguous = new IReadOnlyList<string>?[declared.Count];
        mixedUp = new bool[declared.Count];
        unclear = new bool[declared.Count];
        var isTaken = new bool[live.Count];
        var byKey = new Positions(live, isTaken, entry => entry[list.KeyedBy!].Text);
        // Keys first: an entry that another one means by its key is not what a name can mean.
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i][list.KeyedBy!].Text is { } key)
                Take(i, byKey.First(key));
        }

        var byName = new Positions(live, isTaken, entry => ToldName(list, entry));
        var isComplete = true;
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i][list.KeyedBy!].Text is not null)
                continue;
            var name = EntryKey.ValueOf(list, declared[i]);
            if (name is not null && byName.All(name) is { Count: > 1 } fitting)
                ambiguous[i] = byName.Labels(name, () =>
                    [.. Enumerable.Reverse(fitting).Select(at => EntryKey.ShownOf(list, live[at]) ?? "").Distinct(StringComparer.Ordinal)]);
            else if (name is not null)
                Take(i, byName.First(name));
            isComplete &= name is not null && ambiguous[i] is null;
        }

        Positions? byTrimmedKey = null;
        for (var i = 0; i < declared.Count; i++)
        {
            if (twins[i] is not null || ambiguous[i] is not null || list.Object?.NameTwinOf(list.KeyedBy!) is null
                || EntryKey.ValueOf(list, declared[i]) is not { } text)
            {
                continue;
            }

            var isKey = declared[i][list.KeyedBy!].Text is not null;
            Take(i, !isKey ? byKey.First(text)
                : byName.All(text) is { Count: 1 } only ? only[0]
                // Only the padding of the ID is lost.
                : (byTrimmedKey ??= new Positions(live, isTaken, entry => entry[list.KeyedBy!].Text?.TrimEnd('='))).First(text.TrimEnd('=')));
            mixedUp[i] = !isKey && twins[i] is not null;
        }

        // Where the live side does not say the names of some entries, a name may mean one of these.
        var hasNameless = list.Object?.NameTwinOf(list.KeyedBy!) is { ToldBy: not null }
            && live.Where((entry, i) => !isTaken[i] && ToldName(list, entry) is null).Any();
        for (var i = 0; i < declared.Count && hasNameless; i++)
        {
            unclear[i] = twins[i] is null && ambiguous[i] is null && declared[i][list.KeyedBy!].Text is null;
            isComplete &= !unclear[i];
        }

        // An entry of which it is not known what it means may mean any of the rest.
        LiveOnly = isComplete ? [.. live.Where((_, i) => !isTaken[i])] : [];

        void Take(int i, int? at)
        {
            if (at is not { } position)
                return;
            twins[i] = live[position];
            isTaken[position] = true;
        }
    }

    /// <summary>The live entries that no declared one means.</summary>
    internal IReadOnlyList<ObjectView> LiveOnly { get; }

    /// <summary>The live entry that a declared one means, or null.</summary>
    internal ObjectView? TwinOf(int declared) => twins[declared];

    /// <summary>The keys of the live entries that a declared name fits, where it fits several.</summary>
    internal IReadOnlyList<string>? AmbiguousAt(int declared) => ambiguous[declared];

    /// <summary>Whether a declared entry has, in the field for names, the key of the live entry that it means.</summary>
    internal bool IsMixedUp(int declared) => mixedUp[declared];

    /// <summary>Whether a declared entry is known by a name, which may be that of a live entry whose name is not known.</summary>
    internal bool IsUnclearAt(int declared) => unclear[declared];

    /// <summary>
    /// The name of the live entry, among those that no declared one means, that a declared one without a twin may mean; null where there is none.
    /// </summary>
    internal string? NearestTo(int i)
    {
        return LiveOnly.Count > 0 && !VariableText.FilledIn(declared[i].Node).Any() && EntryKey.ValueOf(list, declared[i]) is { } text
            ? (nearest ??= new NearestNames(LiveOnly.Select(entry => ToldName(list, entry)).OfType<string>())).Of(text)
            : null;
    }

    /// <summary>How people know an entry: by its name, where it has one.</summary>
    internal static string? LabelOf(FieldSpec list, ObjectView entry) =>
        (entry.Spec.NameTwinOf(list.KeyedBy!) is { ToldBy: { } told } ? entry[told].ShownText : null)
            ?? (entry.Spec.NameTwinOf(list.KeyedBy!) is { } byName ? entry[byName].ShownText : null);

    private static string? ToldName(FieldSpec list, ObjectView entry) =>
        entry.Spec.NameTwinOf(list.KeyedBy!) is { ToldBy: { } told } ? entry[told].Text : null;

    /// <summary>The positions of live entries by a text of theirs, less those that were taken.</summary>
    private sealed class Positions
    {
        private readonly Dictionary<string, List<int>> byText = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyList<string>> labels = new(StringComparer.Ordinal);
        private readonly bool[] isTaken;

        internal Positions(IReadOnlyList<ObjectView> live, bool[] isTaken, Func<ObjectView, string?> textOf)
        {
            this.isTaken = isTaken;
            for (var i = live.Count - 1; i >= 0; i--)
            {
                if (isTaken[i] || textOf(live[i]) is not { } text)
                    continue;
                if (!byText.TryGetValue(text, out var several))
                    byText.Add(text, several = []);
                several.Add(i);
            }
        }

        // They are in their reverse order, so that what is taken goes from the end.
        internal List<int> All(string text)
        {
            if (!byText.TryGetValue(text, out var several))
                return [];
            while (several.Count > 0 && isTaken[several[several.Count - 1]])
                several.RemoveAt(several.Count - 1);
            return several.Count < 2 || !several.Exists(at => isTaken[at]) ? several : byText[text] = several.FindAll(at => !isTaken[at]);
        }

        internal int? First(string text) => All(text) is { Count: > 0 } several ? several[several.Count - 1] : null;

        internal IReadOnlyList<string> Labels(string text, Func<IReadOnlyList<string>> make)
        {
            if (!labels.TryGetValue(text, out var known))
                labels.Add(text, known = make());
            return known;
        }
    }
}
