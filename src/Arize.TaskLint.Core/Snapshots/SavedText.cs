using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The text of a file of a snapshot: JSON, in the forms that <see cref="Snapshot.Add"/> takes.</summary>
public sealed class SavedText
{
    private readonly IReadOnlyList<Node> values;
    private readonly Snapshot alone;

    private SavedText(Place start, IReadOnlyList<Node> values, Snapshot alone, Unreadable? problem) =>
        (Start, this.values, this.alone, Problem) = (start, values, alone, problem);

    /// <summary>The place of its first character, for what concerns it as a whole.</summary>
    public Place Start { get; }

    /// <summary>What is wrong with the text, so that it is no snapshot; null if nothing is.</summary>
    public Unreadable? Problem { get; }

    /// <summary>The values of a file, or the first reason why it is no snapshot.</summary>
    public static SavedText Read(SourceFile file)
    {
        if (file is null)
            throw new ArgumentNullException(nameof(file));
        var values = PlacedJson.ReadAll(file, out var problem);
        var start = new Place(file, 0, Math.Min(1, file.Text.Length));
        if (problem is null && values.Count == 0)
            problem = new Unreadable(start, "no snapshot: the file is empty");
        var alone = new Snapshot(file.Path);
        foreach (var value in problem is null ? values : [])
        {
            var twice = RepeatedKeys.Find(value);
            var reason = twice is null ? alone.Add(value)
                : $"it has the key '{Excerpt.Of(twice.Text)}' twice in one object, so it is not clear which value counts";
            if (reason is null)
                continue;
            problem = new Unreadable(twice?.Place ?? start with { Start = value.Place.Start, End = value.Place.Start + 1 }, $"no snapshot: {reason}");
            break;
        }

        return new SavedText(start, values, alone, problem);
    }

    /// <summary>The snapshot of all files together; texts that have a problem may be in it in part.</summary>
    /// <param name="files">The files, one or more, in their order.</param>
    /// <param name="label">The name of the snapshot in messages, if it is of several files.</param>
    public static Snapshot Union(IReadOnlyList<SavedText> files, string label)
    {
        if (files is null)
            throw new ArgumentNullException(nameof(files));
        if (files.Count == 1)
            return files[0].alone;
        var union = new Snapshot(label);
        foreach (var value in files.SelectMany(file => file.values))
            union.Add(value);
        return union;
    }
}
