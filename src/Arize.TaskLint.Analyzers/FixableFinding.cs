using System.Collections.Immutable;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Analyzers;

/// <summary>A finding, and the writer of its fix.</summary>
internal sealed class FixableFinding(Finding finding, IFixWriter? writer)
{
    // The tool tells findings apart by this property when it asks which of them code suppresses.
    private const string TaskProperty = "TaskLint.Task";

    private ImmutableDictionary<string, string?>? properties;

    /// <summary>The finding.</summary>
    internal Finding Finding { get; } = finding;

    /// <summary>The properties of its diagnostic: the task, and the edits of the fix if it has one.</summary>
    // Written once: the finding of a text that stays the same is reported with each keystroke elsewhere, and a writer does not write without end.
    internal ImmutableDictionary<string, string?> Properties() => properties ??= Create();

    private ImmutableDictionary<string, string?> Create()
    {
        var created = ImmutableDictionary<string, string?>.Empty;
        if (Finding.Task is not null)
            created = created.Add(TaskProperty, Finding.Task);
        return Finding.Fix is { } fix && writer?.Write(fix) is { Count: > 0 } edits
            ? created.Add(EditText.TitleProperty, fix.Title).Add(EditText.EditsProperty, EditText.Write(edits))
            : created;
    }
}
