using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Judging;

/// <summary>The names that cannot be resolved in what was saved of the live side: one finding for all of them.</summary>
internal sealed class NamesNotSaved
{
    private readonly List<ResourceKind> kinds = [];
    private (TaskDeclaration Task, Gap Gap, string Label)? first;
    private TaskDeclaration? last;
    private int tasks;
    private int gaps;

    /// <summary>The finding; null where every name was resolved.</summary>
    internal Finding? Finding
    {
        get
        {
            if (first is not var (task, gap, label))
                return null;
            var (nouns, paths) = (And(kinds, kind => kind.Noun + "s"), And(kinds, kind => $"GET /v2/{kind.ListPath}"));
            var several = tasks == 1 ? "what is declared by name" : $"what {tasks.ToString(CultureInfo.InvariantCulture)} tasks declare by name";
            var (one, what) = kinds.Count == 1 && gaps == 1 ? ("ID", $"'{gap.Path}'") : ("IDs", several);
            var message = $"{label} does not have the names of {nouns}, so {what} is not compared; declare the {one}, "
                + $"add the {(kinds.Count == 1 ? "answer" : "answers")} of {paths} to the snapshot, or check against the API";
            return gaps == 1 ? Determined.Rule.Report(task, gap.Place, gap.Path, message) : Determined.Rule.Report(message);
        }
    }

    /// <summary>Adds a part of a declaration that could not be compared.</summary>
    internal void Add(TaskDeclaration task, Gap gap, NameResolution.NotSaved saved)
    {
        first ??= (task, gap, saved.Label);
        gaps++;
        if (last != task)
            tasks++;
        last = task;
        if (gap.Kind is { } kind && !kinds.Contains(kind))
            kinds.Add(kind);
    }

    private static string And(List<ResourceKind> kinds, Func<ResourceKind, string> text) => kinds.Count == 1
        ? text(kinds[0])
        : $"{string.Join(", ", kinds.Take(kinds.Count - 1).Select(text))} and {text(kinds[kinds.Count - 1])}";
}
