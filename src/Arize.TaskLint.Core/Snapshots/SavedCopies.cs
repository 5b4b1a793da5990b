using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Tasks that were saved several times. The copy that was updated later counts; if that is not clear, the order of the files does not decide.
/// </summary>
internal sealed class SavedCopies
{
    private readonly Dictionary<string, Copies> byId = new(StringComparer.Ordinal);
    private ILookup<string, string>? doubtfulNames;

    /// <summary>Messages about tasks of which one copy was updated later than others that differ from it.</summary>
    internal IEnumerable<string> Superseded => byId.Values.Where(copies => copies.HadOthers && !copies.AreDoubtful).Select(copies =>
        $"the task '{copies.Label}' is saved in copies that differ; "
            + $"the one with the later updated_at counts, {Excerpt.Of(UpdatedAt(copies.Latest[0])!)}");

    /// <summary>Adds a task that was read before.</summary>
    /// <param name="earlier">A copy that was read before.</param>
    /// <param name="added">The copy that is read now.</param>
    internal void Add(ObjectView earlier, ObjectView added)
    {
        doubtfulNames = null;
        var id = added[TaskFields.Id].Text ?? "";
        if (!byId.TryGetValue(id, out var copies))
            byId.Add(id, copies = new Copies(earlier));
        copies.Add(added);
    }

    /// <summary>Why it is not known how the task with an ID is; null if it is known.</summary>
    internal LiveFailure? DoubtOfId(string id) =>
        byId.TryGetValue(id, out var copies) && copies.AreDoubtful ? new LiveFailure(copies.Doubt, IsShared: false) : null;

    /// <summary>Why it is not known how the task with a name is: one of the copies has the name, and another one differs.</summary>
    internal LiveFailure? DoubtOfName(string name)
    {
        if (byId.Count == 0)
            return null;
        doubtfulNames ??= byId.Where(one => one.Value.AreDoubtful)
            .SelectMany(one => one.Value.Latest.Select(copy => (Name: copy[TaskFields.Name].Text ?? "", Id: one.Key)))
            .ToLookup(one => one.Name, one => one.Id, StringComparer.Ordinal);
        return doubtfulNames[name].Select(DoubtOfId).FirstOrDefault();
    }

    private static string? UpdatedAt(ObjectView copy) => copy[TaskFields.UpdatedAt].Text;

    private sealed class Copies(ObjectView first)
    {
        // Nobody saves a task so often.
        private const int MostKept = 20;

        // No copy is later than all others.
        internal List<ObjectView> Latest { get; } = [first];

        internal bool AreDoubtful { get; private set; }

        internal bool HadOthers { get; private set; }

        internal string Label => Excerpt.Of(Latest[0][TaskFields.Name].Text ?? Latest[0][TaskFields.Id].Text ?? "");

        internal string Doubt
        {
            get
            {
                var other = Latest.First(copy => !IsSame(Latest[0], copy));
                return $"the task '{Label}' is saved in copies that differ, and which is the later one is not clear: "
                    + $"{Shown(Latest[0])} and {Shown(other)}; save it once";
            }
        }

        internal void Add(ObjectView added)
        {
            if (Latest.Exists(copy => IsEarlier(added, copy)))
            {
                HadOthers |= !IsSame(added, Latest[0]);
                return;
            }

            HadOthers |= Latest.Exists(copy => IsEarlier(copy, added) && !IsSame(copy, added));
            var hasRemoved = Latest.RemoveAll(copy => IsEarlier(copy, added)) > 0;
            if (Latest.Count < MostKept)
                Latest.Add(added);
            AreDoubtful = hasRemoved ? Latest.Exists(copy => !IsSame(Latest[0], copy)) : AreDoubtful || !IsSame(Latest[0], added);
        }

        private static string Shown(ObjectView copy)
        {
            var name = Excerpt.Of(copy[TaskFields.Name].Text ?? "");
            return UpdatedAt(copy) is { } updated
                ? $"one named '{name}' with updated_at '{Excerpt.Of(updated)}'"
                : $"one named '{name}' without updated_at";
        }

        private static bool IsEarlier(ObjectView one, ObjectView other) =>
            LiveTasks.Instant(one[TaskFields.UpdatedAt].Node) is { } then
                && LiveTasks.Instant(other[TaskFields.UpdatedAt].Node) is { } now
                && then < now;

        // A value that one of them leaves out, and the other one has as null, is the same.
        private static bool IsSame(ObjectView one, ObjectView other) =>
            ReferenceEquals(one, other) || NodeText.Of(one.Node) == NodeText.Of(other.Node)
                || new TaskComparer((_, _) => new NameResolution.NotSaved(""), isStrict: true)
                    .Compare(new TaskDeclaration(one), new TaskDeclaration(other)) is ({ Count: 0 }, { Count: 0 });
    }
}
