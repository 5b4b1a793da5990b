using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Runs the rules over declarations that were read already.</summary>
public static class Linter
{
    /// <summary>What the rules say of the documents, in the order of the documents and of their text.</summary>
    /// <param name="spaces">Which space each task is in.</param>
    /// <param name="policies">What the team asks of its tasks; null for nothing.</param>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<TaskDocument> documents, SpaceSettings spaces, PolicySet? policies = null)
    {
        var run = new LintRun(spaces, keepsTasks: false) { KeepsFixes = true, Policies = policies ?? PolicySet.Empty };
        foreach (var document in documents)
            run.Add(document);
        return run.Finish();
    }

    /// <summary>What the rules say of a task by itself: of what reading it found, and of what it declares.</summary>
    public static IEnumerable<Finding> Check(TaskDeclaration task) => LintRun.Judge(task);

    /// <summary>
    /// What the rules say of a document, task by task; what they say of all declarations together is left to <see cref="CheckTogether"/>.
    /// </summary>
    public static IReadOnlyList<Finding> CheckEach(TaskDocument document) =>
    [
        .. document.Problems.Select(ProblemRules.Describe).OfType<Finding>(),
        .. document.Tasks.SelectMany(LintRun.Judge),
    ];

    /// <summary>What the rules over all declarations together say.</summary>
    public static IEnumerable<Finding> CheckTogether(IReadOnlyList<TaskHeader> tasks, SpaceSettings spaces) => LintRun.JudgeTogether(tasks, spaces);

    /// <summary>What is wrong, in words; null where no rule minds.</summary>
    public static Finding? Describe(Problem problem) => ProblemRules.Describe(problem);

    /// <summary>What the rules that a live task can break say of it.</summary>
    public static IEnumerable<Finding> CheckLive(TaskDeclaration live) => LintRun.CheckLive(live);
}
