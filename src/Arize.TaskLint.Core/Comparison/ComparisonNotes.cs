using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Where a comparison is, what differs, and what could not be compared.</summary>
internal sealed class ComparisonNotes
{
    /// <summary>Where it is.</summary>
    internal PathCursor Path { get; } = new();

    /// <summary>What differs.</summary>
    internal List<Change> Changes { get; private set; } = [];

    /// <summary>What could not be compared.</summary>
    internal List<Gap> Gaps { get; private set; } = [];

    /// <summary>The last change.</summary>
    internal Change Last
    {
        get => Changes[Changes.Count - 1];
        set => Changes[Changes.Count - 1] = value;
    }

    /// <summary>Begins anew. What was found before is kept by those who have it.</summary>
    internal void Restart() => (Changes, Gaps) = ([], []);

    /// <summary>Notes a difference here.</summary>
    /// <param name="field">The field; null for a member that the schema knows nothing of.</param>
    /// <param name="valueKind">The kind of its values; null for that of the field.</param>
    internal void Add(ChangeKind kind, FieldSpec? field, Node? declared, Node? live, Place place, ValueKind? valueKind = null) =>
        Changes.Add(new Change(Path.Current, kind, field, declared, live, place) { ValueKind = valueKind ?? field?.Kind ?? ValueKind.Any });

    /// <summary>Notes what could not be compared.</summary>
    internal void Add(Gap gap) => Gaps.Add(gap);

    /// <summary>Notes that a field cannot be compared, and why.</summary>
    internal void AddGap(FieldValue declared, string reason) => AddGap(declared.Head, reason);

    /// <summary>Notes that what is here cannot be compared, and why.</summary>
    internal void AddGap(Place place, string reason) => Add(new Gap(Path.Current, place, reason));

    /// <summary>Notes that what a text refers to is not known.</summary>
    internal void AddGap(FieldSpec field, FieldValue declared, ScalarNode text, NameResolution resolution)
    {
        var kind = field.Refers!;
        var reason = resolution switch
        {
            NameResolution.Ambiguous => $"the name '{Excerpt.Of(text.ShownText)}' fits several {kind.Noun}s",
            NameResolution.Missing missing => missing.Reason,
            NameResolution.Unresolved unresolved => unresolved.Cause.Reason,
            NameResolution.NotSaved saved => $"{saved.Label} does not have the {kind.Noun}s' names",
            _ => throw new ArgumentOutOfRangeException(nameof(resolution)),
        };
        var ids = (resolution as NameResolution.Ambiguous)?.Ids;
        Add(new Gap(Path.Current, declared.Head, reason, ids) { Kind = kind, Resolution = resolution });
    }
}
