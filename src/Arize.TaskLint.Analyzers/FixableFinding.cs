using System.Collections.Immutable;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Analyzers;

/// <summary>A finding, and who writes its fix.</summary>
internal readonly struct FixableFinding(Finding finding, IFixWriter? writer)
{
    /// <summary>The finding.</summary>
    internal Finding Finding { get; } = finding;

    /// <summary>The edits that would end it, as properties of its diagnostic; none where there is no fix.</summary>
    internal ImmutableDictionary<string, string?> Properties() =>
        Finding.Fix is { } fix && writer?.Write(fix) is { Count: > 0 } edits
            ? ImmutableDictionary<string, string?>.Empty.Add(EditText.TitleProperty, fix.Title).Add(EditText.EditsProperty, EditText.Write(edits))
            : ImmutableDictionary<string, string?>.Empty;
}
