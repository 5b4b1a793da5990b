using System.Collections.Concurrent;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Suppressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace Arize.TaskLint.Analyzers.Yaml;

/// <summary>A declaration file in YAML, read once for as long as its text stays the same.</summary>
internal sealed class YamlDeclarations(SourceText text)
{
    private readonly ConcurrentDictionary<string, ReadFile> byPath = new(StringComparer.Ordinal);

    /// <summary>Keeps what was read of a text.</summary>
    internal static readonly SourceTextValueProvider<YamlDeclarations> Provider = new(text => new YamlDeclarations(text));

    /// <summary>Whether a file of this path holds declarations.</summary>
    internal static bool IsDeclaration(string path) =>
        path.EndsWith(".arize.yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".arize.yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The declarations of a text and the findings of the rules.</summary>
    /// <param name="path">The name of the file in messages. Files of the same text share this object, but not their places.</param>
    internal ReadFile ReadAs(string path) => byPath.GetOrAdd(path, called =>
    {
        // A compiler has no environment: what a variable is set to is not known here.
        var document = new DeclarationReader(_ => null).Read(new SourceFile(called, text.ToString()));
        var suppressions = new SuppressionIndex(document.Suppressions);
        // A compiler has no clock either: a suppression counts beyond its last day.
        var findings = Linter.CheckEach(document).Where(finding => !suppressions.Covering(finding).Any()).ToList();
        var fixes = findings.Select(finding => finding.Fix).OfType<Fix>().ToList();
        var writer = fixes.Count > 0 ? new YamlFixWriter(document.File, fixes) : null;
        return new ReadFile(document, suppressions, [.. findings.Select(finding => new FixableFinding(finding, writer))]);
    });

    /// <summary>The compiler's location of a place in a file.</summary>
    internal static Location LocationOf(string path, Place place)
    {
        var (start, end) = (place.StartPosition, place.EndPosition);
        var lines = new LinePositionSpan(new(start.Line - 1, start.Column - 1), new(end.Line - 1, end.Column - 1));
        return Location.Create(path, TextSpan.FromBounds(place.Start, place.End), lines);
    }
}

/// <summary>A file that was read.</summary>
internal sealed class ReadFile(TaskDocument document, SuppressionIndex suppressions, IReadOnlyList<FixableFinding> findings)
{
    private readonly object gate = new();
    private (SnapshotCheck Check, IReadOnlyList<FixableFinding> Findings)? compared;

    /// <summary>The declared tasks.</summary>
    internal TaskDocument Document { get; } = document;

    /// <summary>The suppressions in its comments.</summary>
    internal SuppressionIndex Suppressions { get; } = suppressions;

    /// <summary>The findings of the rules on single tasks, without those that are suppressed.</summary>
    internal IReadOnlyList<FixableFinding> Findings { get; } = findings;

    /// <summary>The findings of the comparison with a snapshot, without those that are suppressed; kept while the snapshot stays the same.</summary>
    internal IReadOnlyList<FixableFinding> ComparedBy(SnapshotCheck check)
    {
        lock (gate)
        {
            if (compared is not { } known || known.Check != check)
                compared = known = (check, Compare(check));
            return known.Findings;
        }
    }

    private List<FixableFinding> Compare(SnapshotCheck check)
    {
        var found = check.Check(Document.Tasks, isCode: false).Where(finding => !Suppressions.Covering(finding).Any()).ToList();
        var fixes = found.Select(finding => finding.Fix).OfType<Fix>().ToList();
        var writer = fixes.Count > 0 ? new YamlFixWriter(Document.File, fixes) : null;
        return [.. found.Select(finding => new FixableFinding(finding, writer))];
    }
}
