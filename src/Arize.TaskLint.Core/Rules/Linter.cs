using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>Runs the rules over declarations that were read already.</summary>
public static class Linter
{
    /// <summary>What the rules say of the documents, in the order of the documents and of their text.</summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<TaskDocument> documents, SpaceSettings spaces)
    {
        var run = new LintRun(spaces, keepsTasks: false);
        foreach (var document in documents)
            run.Add(document);
        return run.Finish();
    }

    /// <summary>What is wrong, in words; null where no rule minds.</summary>
    public static Finding? Describe(Problem problem) => LintRun.Describe(problem);

    /// <summary>What the rules that a live task can break say of it.</summary>
    public static IEnumerable<Finding> CheckLive(TaskDeclaration live) => LintRun.CheckLive(live);
}
