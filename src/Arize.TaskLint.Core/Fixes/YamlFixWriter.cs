using System.Globalization;
using Arize.TaskLint.Core.Fixes.Yaml;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>
/// Writes fixes into a YAML text, and keeps the rest of it. Each result is read again to verify that it makes exactly the change, and that all
/// comments remain.
/// </summary>
public sealed class YamlFixWriter : IFixWriter
{
    private readonly SourceFile file;
    private readonly YamlLayout? layout;
    private readonly YamlRemoval? removal;
    private readonly YamlAddition? addition;
    private readonly List<string> comments = [];
    private readonly Dictionary<(char, int, string), int> wanted = [];
    private readonly List<Draft> drafts = [];

    private readonly RereadBudget budget;

    /// <summary>Reads the layout of a text.</summary>
    /// <param name="fixes">
    /// All fixes that the text's findings come with: a part that several tasks share by an alias is changed only where each of them wants
    /// the change. Those of other files are ignored.
    /// </param>
    public YamlFixWriter(SourceFile file, IEnumerable<Fix> fixes)
        : this(file, fixes, new RereadBudget(file.Text.Length))
    {
    }

    /// <summary>Reads how a text is written, and shares with others what may be spent on reading again.</summary>
    internal YamlFixWriter(SourceFile file, IEnumerable<Fix> fixes, RereadBudget budget)
    {
        (this.file, this.budget) = (file, budget);
        layout = YamlLayout.Read(file);
        if (layout is null)
            return;
        removal = new YamlRemoval(file, layout);
        addition = new YamlAddition(file, layout);
        comments = layout.CommentTexts();
        var known = new Dictionary<(char, int, string), Draft>();
        foreach (var fix in fixes.SelectMany(PartsOf))
        {
            if (DraftOf(fix) is not { } draft)
                continue;
            wanted.TryGetValue(draft.Identity, out var count);
            wanted[draft.Identity] = count + 1;
            if (count == 0)
                drafts.Add(known[draft.Identity] = draft);
            known[draft.Identity].Fixes.Add(fix);
        }
    }

    /// <summary>A fix in terms of the text: the change, in how many places it has an effect, its edits, and the resulting content.</summary>
    private sealed record Draft((char, int, string) Identity, int Uses, Func<IReadOnlyList<TextEdit>?> Write, Action<PlannedChanges> Plan)
    {
        public List<Fix> Fixes { get; } = [];

        public IReadOnlyList<TextEdit> Edits { get; init; } = [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<TextEdit>? Write(Fix fix)
    {
        var written = new List<Draft>();
        foreach (var part in PartsOf(fix))
        {
            if (DraftOf(part) is not { } draft || Written(draft) is not { } one)
                return null;
            written.Add(one);
        }

        return Holds(written) ? [.. written.SelectMany(one => one.Edits)] : null;
    }

    private static IReadOnlyList<Fix> PartsOf(Fix fix) => fix is Together together ? together.Parts : [fix];

    /// <summary>The text with as many of the fixes as can be written together. The others can be applied to the resulting text.</summary>
    /// <param name="count">How many changes were made.</param>
    public string Apply(out int count) => Apply(out count, out _);

    /// <summary>The text with as many of the fixes as can be written together.</summary>
    /// <param name="count">How many changes were made.</param>
    /// <param name="made">The fixes that made them.</param>
    internal string Apply(out int count, out HashSet<Fix> made)
    {
        var written = drafts.Select(Written).OfType<Draft>().ToList();
        var together = TextEdits.Choose([.. written.Select(draft => draft.Edits)]).Select(i => written[i]).ToList();
        var sound = Sound(together);
        count = sound.Count;
        made = [.. sound.SelectMany(draft => draft.Fixes)];
        return count > 0 ? TextEdits.Apply(file.Text, sound.SelectMany(draft => draft.Edits)) : file.Text;
    }

    // If the edits of all fixes together do not result in the planned content, most of them can be applied without the few that conflict.
    private List<Draft> Sound(List<Draft> together)
    {
        if (together.Count == 0 || Holds(together))
            return together;
        if (together.Count == 1)
            return [];
        // Without its last member, a list or mapping is written in another way: that one alone is for the next time.
        if (together.Count > 2 && together.GetRange(0, together.Count - 1) is var butOne && Holds(butOne))
            return butOne;
        var half = together.Count / 2;
        var first = Sound(together.GetRange(0, half));
        var second = Sound(together.GetRange(half, together.Count - half));
        if (first.Count == 0 || second.Count == 0)
            return first.Count == 0 ? second : first;
        List<Draft> both = [.. first, .. second];
        return Holds(both) ? both : first;
    }

    private bool Holds(List<Draft> made)
    {
        if (!budget.Spend(file.Text.Length))
            return false;
        var changes = new PlannedChanges();
        foreach (var draft in made)
            draft.Plan(changes);
        var text = TextEdits.Apply(file.Text, made.SelectMany(draft => draft.Edits));
        return YamlLayout.Read(new SourceFile(file.Path, text)) is { } after
            && YamlOutline.Of(layout!, changes) == YamlOutline.Of(after)
            && comments.SequenceEqual(after.CommentTexts());
    }

    private Draft? Written(Draft draft)
    {
        wanted.TryGetValue(draft.Identity, out var count);
        return Math.Max(count, 1) >= draft.Uses && draft.Write() is { Count: > 0 } edits && edits.All(IsHarmless)
            ? draft with { Edits = edits }
            : null;
    }

    // A value that contained the key was cleaned when it was read. Writing it back would change the file.
    private bool IsHarmless(TextEdit edit) =>
        !layout!.HasComment(edit.Place.Start, edit.Place.End)
        && !edit.NewText.Contains(Secret.Mark)
        && !(edit.NewText.Length == edit.Place.End - edit.Place.Start
            && string.CompareOrdinal(file.Text, edit.Place.Start, edit.NewText, 0, edit.NewText.Length) == 0);

    private Draft? DraftOf(Fix fix) => fix switch
    {
        RemoveEntry { Entry.Key.Place: var place } => IsHere(place) && layout!.EntryAt(place.Start) is { } entry ? DraftOf(entry) : null,
        RemoveItem { List.Place: var place } remove => IsHere(place) && layout!.ListAt(place.Start) is { } list ? DraftOf(list, remove.Index) : null,
        ReplaceScalar { Value.Place: var place } replace =>
            IsHere(place) && layout!.ScalarAt(place.Start) is { } value ? DraftOf(value, replace) : null,
        RenameKey { Key.Place: var place } rename => IsHere(place) && layout!.EntryAt(place.Start) is { } entry ? DraftOf(entry, rename.Name) : null,
        AddEntry { Mapping.Place: var place } add =>
            IsHere(place) && layout!.MappingAt(place.Start) is { } mapping ? DraftOf(mapping, add.Field.Name, add.Field, add.Value) : null,
        AddKey { Mapping.Place: var place } add =>
            IsHere(place) && layout!.MappingAt(place.Start) is { } mapping ? DraftOf(mapping, add.Key, null, add.Value) : null,
        AddItem { List.Place: var place } add => IsHere(place) && layout!.ListAt(place.Start) is { } list ? DraftOf(list, add) : null,
        ReplaceValue { Value.Place: var place } replace =>
            IsHere(place) && NodeAt(replace.Value, place.Start) is { } value ? DraftOf(value, replace.New) : null,
        _ => null,
    };

    private bool IsHere(Place place) => layout is not null && ReferenceEquals(place.File, file);

    private Draft DraftOf(LayoutEntry entry) => new(
        ('-', entry.Key.Start, ""),
        YamlUses.Of(entry.Mapping, entry.Key.Text),
        () => removal!.Remove(entry),
        changes => changes.RemovedEntries.Add(entry));

    private Draft? DraftOf(LayoutNode list, int index) => index >= list.Items.Count ? null : new(
        ('[', list.Start, index.ToString(CultureInfo.InvariantCulture)),
        YamlUses.Of(list, null),
        () => removal!.Remove(list, index),
        changes => changes.RemovedItems.Add(list.Items[index]));

    private Draft? DraftOf(LayoutNode value, ReplaceScalar fix) => value.Aliases.Count > 0 ? null : new(
        ('=', value.Start, fix.Text),
        YamlUses.Of(value),
        () => addition!.Replace(value, fix.Text, fix.IsText),
        changes => changes.Replaced[value] = fix.IsText ? new NewText(fix.Text) : new NewPlain(fix.Text));

    private Draft DraftOf(LayoutEntry entry, string name) => new(
        (':', entry.Key.Start, name),
        YamlUses.Of(entry.Mapping, entry.Key.Text),
        () => addition!.Rename(entry.Key, name),
        changes => changes.Renamed[entry.Key] = name);

    private LayoutNode? NodeAt(Node value, int offset) => value switch
    {
        ScalarNode => layout!.ScalarAt(offset),
        ListNode => layout!.ListAt(offset),
        _ => layout!.MappingAt(offset),
    };

    private Draft? DraftOf(LayoutNode value, NewValue replacement) => value.Aliases.Count > 0 || value.Kind == LayoutKind.Alias ? null : new(
        ('~', value.Start, YamlValue.Flow(replacement, isJson: true)),
        YamlUses.Of(value),
        () => addition!.Replace(value, replacement),
        changes => changes.Replaced[value] = replacement);

    private Draft DraftOf(LayoutNode list, AddItem fix) => new(
        ('*', list.Start, fix.Index.ToString(CultureInfo.InvariantCulture)),
        YamlUses.Of(list, null),
        () => addition!.Insert(list, fix.Index, fix.Value),
        changes => changes.AddedItems[list] = (fix.Index, fix.Value));

    private Draft DraftOf(LayoutNode mapping, string key, FieldSpec? field, NewValue value) => new(
        ('+', mapping.Start, key),
        YamlUses.Of(mapping, key),
        () => addition!.Add(mapping, key, field, value),
        changes =>
        {
            if (mapping.Find(key) is { } existing)
                changes.Replaced[existing.Value] = value;
            else if (changes.Added.TryGetValue(mapping, out var added))
                added.Add(new NewEntry(key, value));
            else
                changes.Added[mapping] = [new NewEntry(key, value)];
        });
}
