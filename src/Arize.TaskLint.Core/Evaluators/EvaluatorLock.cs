using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>The latest versions of the evaluators that tasks run unpinned, as they were when the lock was written.</summary>
public sealed class EvaluatorLock
{
    /// <summary>The version of the form that is written. Another number before the point is another form.</summary>
    public const string CurrentVersion = "1.0";

    private readonly Dictionary<string, LockedEvaluator> byId = new(StringComparer.Ordinal);

    /// <param name="label">The name of the file in messages.</param>
    /// <param name="evaluators">The evaluators; of several with one ID, the first counts.</param>
    public EvaluatorLock(string label, IEnumerable<LockedEvaluator> evaluators)
    {
        Label = label;
        foreach (var one in evaluators)
        {
            if (!byId.ContainsKey(one.Id))
                byId.Add(one.Id, one);
        }
    }

    /// <summary>The name of the file in messages.</summary>
    public string Label { get; }

    /// <summary>The evaluators, in the order of their IDs.</summary>
    public IReadOnlyList<LockedEvaluator> All => [.. byId.Values.OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>The entry of an evaluator; null if it has none.</summary>
    public LockedEvaluator? Find(string id) => byId.TryGetValue(id, out var found) ? found : null;

    /// <summary>Reads a lock. JSON is YAML, so that what is wrong has its place.</summary>
    /// <param name="problems">Receives the problems. If there are any, the lock must not be used.</param>
    public static EvaluatorLock Read(SourceFile file, List<Problem> problems)
    {
        var evaluators = new List<LockedEvaluator>();
        if (SourceText.FindNul(file) is { } nul)
            problems.Add(nul);
        else if (YamlTreeReader.Read(file, _ => null, problems) is { } roots)
            Read(roots.Count == 1 ? roots[0] as MappingNode : null, file, evaluators, problems);
        // A text may look like a variable, and a later version may have more fields.
        problems.RemoveAll(problem => problem is UnsetVariable or UnknownField or ShellDefault or ForeignId or DoubtfulReference);
        return new EvaluatorLock(file.Path, evaluators);
    }

    /// <summary>The lock as JSON has it: the same content in the same order.</summary>
    public MappingNode ToNode() => Mapping(
        Member(LockFields.Version.Name, Text(CurrentVersion)),
        Member(LockFields.Evaluators.Name, new ListNode(Place.None, [.. All.Select(ToNode)])));

    private static void Read(MappingNode? root, SourceFile file, List<LockedEvaluator> evaluators, List<Problem> problems)
    {
        if (root is null)
        {
            problems.Add(new Unreadable(new Place(file, 0, 0), "a lock is one mapping with 'lockVersion' and 'evaluators'"));
            return;
        }

        // Of another form, nothing else is judged.
        var version = new Binder().BindMapping(LockFields.Spec, root, [])[LockFields.Version];
        if (version.Text is { } given && given.Split('.')[0] != CurrentVersion.Split('.')[0])
        {
            problems.Add(new Unreadable(version.Head,
                $"the lock has the form {Excerpt.Of(given)}, but this version of the tool reads {CurrentVersion}; "
                    + "use the version that wrote it, or write it again with 'tasklint snapshot --lock'"));
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in new Binder().BindMapping(LockFields.Spec, root, problems)[LockFields.Evaluators].Objects)
        {
            var (id, locked) = (entry[LockedFields.Id], entry[LockedFields.VersionId]);
            foreach (var value in new[] { id, locked }.Where(value => value.State == ValueState.Unknown))
                problems.Add(new Unreadable(value.Head, $"'{value.Spec!.Name}' is an ID, and has no variables"));
            if (id.Text is not { } own || locked.Text is not { } latest)
                continue;
            if (!ids.Add(own))
                problems.Add(new Unreadable(id.Head, $"the evaluator '{Excerpt.Of(own)}' is in the lock twice"));
            evaluators.Add(new LockedEvaluator(own, entry[LockedFields.Name].Text, latest, entry[LockedFields.CommitHash].Text));
        }
    }

    private static MappingNode ToNode(LockedEvaluator one)
    {
        var entries = new List<Entry> { Member(LockedFields.Id.Name, Text(one.Id)) };
        if (one.Name is { } name)
            entries.Add(Member(LockedFields.Name.Name, Text(name)));
        entries.Add(Member(LockedFields.VersionId.Name, Text(one.VersionId)));
        if (one.Commit is { } commit)
            entries.Add(Member(LockedFields.CommitHash.Name, Text(commit)));
        return Mapping([.. entries]);
    }

    private static Entry Member(string name, Node value) => new(Text(name), value);

    private static MappingNode Mapping(params Entry[] entries) => new(Place.None, entries);

    private static ScalarNode Text(string text) => new(Place.None, text, isPlain: false);
}
