using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7009: a name that several live tasks or resources have.</summary>
public sealed class NameFitsOne : LiveRule
{
    private const int MostShown = 10;

    private NameFitsOne()
        : base("ATL7009", Severity.Error, "The name fits several live tasks or resources")
    {
    }

    public static NameFitsOne Rule { get; } = new();

    /// <summary>The finding of a task's name.</summary>
    internal Finding Report(TaskDeclaration task, IReadOnlyList<string> ids) => Report(
        task, task.Place, task.View.PathOf(TaskFields.Name),
        $"the name '{LongName.Of(task.ShownName!)}' fits {ids.Count} live tasks; declare one of their IDs as 'id': {Some(ids)}");

    /// <summary>The finding of a reference by name.</summary>
    internal Finding Report(TaskDeclaration task, Gap gap, IReadOnlyList<string> ids) =>
        Report(task, gap.Place, gap.Path, gap.Reason, ids);

    /// <summary>The finding of a name, with what it fits.</summary>
    internal Finding Report(TaskDeclaration task, Place place, FieldPath path, string reason, IReadOnlyList<string> ids) =>
        Report(task, place, path, $"{reason}; declare one of their IDs: {Some(ids)}");

    private static string Some(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(MostShown)) + (ids.Count > MostShown ? ", …" : "");
}
