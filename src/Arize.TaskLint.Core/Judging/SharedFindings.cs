using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Findings with one cause: each is reported once, at the first place, with the number of tasks that it concerns.</summary>
internal sealed class SharedFindings
{
    private readonly Dictionary<(Rule, string), Shared> byCause = [];
    private readonly List<Shared> inOrder = [];

    /// <param name="task">The task that it is about.</param>
    /// <param name="cause">What it has in common with others of its rule; its message, unless another text is given.</param>
    internal void Add(TaskDeclaration task, Finding finding, string? cause = null)
    {
        var key = (finding.Rule, cause ?? finding.Message);
        if (!byCause.TryGetValue(key, out var shared))
        {
            byCause.Add(key, shared = new Shared(finding));
            inOrder.Add(shared);
        }

        // A task's findings come one after the other.
        if (shared.Last == task)
            return;
        shared.Last = task;
        shared.Tasks++;
    }

    internal IEnumerable<Finding> All => inOrder.Select(shared => shared.First with
    {
        Message = shared.First.Message + (shared.Tasks < 2 ? "" : $" ({shared.Tasks.ToString(CultureInfo.InvariantCulture)} tasks)"),
        // How many tasks it concerns does not make it another finding.
        Content = shared.First.Content ?? shared.First.Message,
    });

    private sealed class Shared(Finding first)
    {
        internal Finding First { get; } = first;

        internal TaskDeclaration? Last { get; set; }

        internal int Tasks { get; set; }
    }
}
