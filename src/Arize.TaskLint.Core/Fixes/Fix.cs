using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>A change of a declaration that would end a finding, before it is written in a language.</summary>
/// <param name="Title">The title in an editor: an imperative without a full stop.</param>
public abstract record Fix(string Title)
{
    /// <summary>
    /// Whether a person has to confirm it, because it removes content or something else may have been meant: an editor offers it, and <c>--fix</c>
    /// does not apply it.
    /// </summary>
    public bool NeedsDecision { get; init; }
}

/// <summary>Takes an entry out of a mapping.</summary>
/// <param name="Entry">The entry: one of the mapping's entries, or of its repeated ones.</param>
public sealed record RemoveEntry(string Title, MappingNode Mapping, Entry Entry) : Fix(Title);

/// <summary>Takes an entry out of a list.</summary>
/// <param name="Index">The position of the entry, from 0.</param>
public sealed record RemoveItem(string Title, ListNode List, int Index) : Fix(Title);

/// <param name="IsText">Whether the new value is a text; else it is a number or a truth value.</param>
public sealed record ReplaceScalar(string Title, ScalarNode Value, string Text, bool IsText) : Fix(Title)
{
    internal static ReplaceScalar WithText(ScalarNode value, string text) => new($"Write '{Excerpt.Of(text)}'", value, text, IsText: true);
}

/// <summary>Calls a key by another name.</summary>
public sealed record RenameKey(string Title, ScalarNode Key, string Name) : Fix(Title);

/// <summary>Adds a missing field to a mapping, or sets it if it is present and null or empty.</summary>
public sealed record AddEntry(string Title, MappingNode Mapping, FieldSpec Field, NewValue Value) : Fix(Title);

/// <summary>Adds an entry to a mapping whose keys are free.</summary>
public sealed record AddKey(string Title, MappingNode Mapping, string Key, NewValue Value) : Fix(Title);

/// <summary>Adds an entry to a list.</summary>
/// <param name="Index">The position that it is to have, from 0.</param>
public sealed record AddItem(string Title, ListNode List, int Index, NewValue Value) : Fix(Title);

/// <summary>Replaces a value by one of another form, or a text by one of several lines.</summary>
public sealed record ReplaceValue(string Title, Node Value, NewValue New) : Fix(Title);

/// <summary>Changes that are made together or not at all.</summary>
/// <param name="Parts">The changes, one or more; none of them is such a group itself.</param>
public sealed record Together(string Title, IReadOnlyList<Fix> Parts) : Fix(Title);

/// <summary>A value that a fix adds.</summary>
public abstract record NewValue;

public sealed record NewText(string Text) : NewValue;

/// <summary>A number or a truth value.</summary>
/// <param name="Text">It, as YAML and JSON write it.</param>
public sealed record NewPlain(string Text) : NewValue;

/// <param name="Items">Its entries, one or more.</param>
public sealed record NewList(IReadOnlyList<NewValue> Items) : NewValue;

/// <param name="Entries">Its entries, one or more.</param>
public sealed record NewMapping(IReadOnlyList<NewEntry> Entries) : NewValue;

/// <summary>An entry of a mapping that a fix adds.</summary>
public sealed record NewEntry(string Key, NewValue Value);
