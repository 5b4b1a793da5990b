using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>A change of a declaration that would end a finding, before it is written in a language.</summary>
/// <param name="Title">What it does, as an editor offers it: an order without a full stop.</param>
public abstract record Fix(string Title)
{
    /// <summary>
    /// Whether only a person can say that it is meant, because it takes work away or something else may have been meant: an editor offers it, and
    /// <c>--fix</c> does not make it.
    /// </summary>
    public bool NeedsDecision { get; init; }
}

/// <summary>Takes an entry out of a mapping.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Entry">The entry: one of the mapping's entries, or of its repeated ones.</param>
public sealed record RemoveEntry(string Title, MappingNode Mapping, Entry Entry) : Fix(Title);

/// <summary>Takes an entry out of a list.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Index">The position of the entry, from 0.</param>
public sealed record RemoveItem(string Title, ListNode List, int Index) : Fix(Title);

/// <summary>Puts another scalar in the place of one.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Value">The scalar.</param>
/// <param name="Text">The new text.</param>
/// <param name="IsText">Whether the new value is a text; else it is a number or a truth value.</param>
public sealed record ReplaceScalar(string Title, ScalarNode Value, string Text, bool IsText) : Fix(Title)
{
    /// <summary>Puts a text in the place of another.</summary>
    internal static ReplaceScalar WithText(ScalarNode value, string text) => new($"Write '{Excerpt.Of(text)}'", value, text, IsText: true);
}

/// <summary>Calls a key by another name.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Name">The new name.</param>
public sealed record RenameKey(string Title, ScalarNode Key, string Name) : Fix(Title);

/// <summary>Gives a mapping a field that it lacks. Where the field stands there and says "none", it gets the value.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Value">What the field says.</param>
public sealed record AddEntry(string Title, MappingNode Mapping, FieldSpec Field, NewValue Value) : Fix(Title);

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
