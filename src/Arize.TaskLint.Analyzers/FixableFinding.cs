using System.Collections.Immutable;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Analyzers;

/// <summary>A finding, and the writer of its fix.</summary>
internal readonly struct FixableFinding(Finding finding, IFixWriter? writer)
{
    // The tool tells findings apart by this property when it asks which of them code suppresses.
    private const string TaskProperty = "TaskLint.Task";

    /// <summary>The finding.</summary>
    internal Finding Finding { get; } = finding;

    /// <summary>The properties of its diagnostic: the task, and the edits of the fix if it has one.</summary>
    internal ImmutableDictionary<string, string?> Properties()
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (Finding.Task is not null)
            properties = properties.Add(TaskProperty, Finding.Task);
        return Finding.Fix is { } fix && writer?.Write(fix) is { Count: > 0 } edits
            ? properties.Add(EditText.TitleProperty, fix.Title).Add(EditText.EditsProperty, EditText.Write(edits))
            : properties;
    }
}
