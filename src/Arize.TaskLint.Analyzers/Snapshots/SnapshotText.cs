using System.Collections.Concurrent;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Snapshots;
using Microsoft.CodeAnalysis.Diagnostics;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace Arize.TaskLint.Analyzers.Snapshots;

/// <summary>A file of a snapshot, read once for as long as its text stays the same, whatever else changes in the project.</summary>
internal sealed class SnapshotText(SourceText text)
{
    private readonly ConcurrentDictionary<string, SavedText> byPath = new(StringComparer.Ordinal);
    private readonly object gate = new();
    private (IReadOnlyList<SavedText> Files, SnapshotCheck Check)? last;

    /// <summary>Keeps what was read of a text.</summary>
    internal static readonly SourceTextValueProvider<SnapshotText> Provider = new(text => new SnapshotText(text));

    /// <summary>What the text is.</summary>
    /// <param name="path">The name of the file in messages.</param>
    internal SavedText ReadAs(string path) => byPath.GetOrAdd(path, called => SavedText.Read(new SourceFile(called, text.ToString())));

    /// <summary>The check against a snapshot whose first file has this text; the same object for the same files.</summary>
    internal SnapshotCheck CheckOf(IReadOnlyList<SavedText> files)
    {
        lock (gate)
        {
            if (last is not { } known || !known.Files.SequenceEqual(files))
                last = known = (files, new SnapshotCheck(SavedText.Union(files, "the snapshots")));
            return known.Check;
        }
    }
}
