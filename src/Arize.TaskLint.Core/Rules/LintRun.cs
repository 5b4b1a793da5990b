using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Rules;

/// <summary>
/// A run of the rules over files, task by task as they are read: what a task does not leave behind in a finding is let go, so that a
/// large file takes no more memory than its text.
/// </summary>
/// <param name="spaces">Which space each task is in.</param>
/// <param name="keepsTasks">Whether the tasks are wanted afterwards, to compare them.</param>
public sealed class LintRun(SpaceSettings spaces, bool keepsTasks)
{
    private static readonly Dictionary<Type, ProblemRule> ProblemRules =
        RuleCatalogue.All.OfType<ProblemRule>().ToDictionary(rule => rule.ProblemType);

    private static readonly Rule[] TaskRules =
        [.. RuleCatalogue.All.Where(rule => rule is not (ProblemRule or SetRule or LiveRule))];

    private static readonly SetRule[] SetRules = [.. RuleCatalogue.All.OfType<SetRule>()];

    private readonly List<Finding> findings = [];
    private readonly List<TaskHeader> headers = [];
    private readonly List<TaskDeclaration> tasks = [];
    private readonly Dictionary<SourceFile, int> order = [];

    /// <summary>How many tasks were read.</summary>
    public int TaskCount => headers.Count;

    /// <summary>The tasks, in the order of the files; empty where they are not kept.</summary>
    public IReadOnlyList<TaskDeclaration> Tasks => tasks;

    /// <summary>Reads a file and runs the rules over its tasks.</summary>
    /// <param name="reader">Reads.</param>
    /// <param name="file">The file's text.</param>
    public void Read(DeclarationReader reader, SourceFile file)
    {
        var (findingsBefore, tasksBefore) = (findings.Count, headers.Count);
        var problems = reader.Read(file, Add, out var isReadable);
        if (!isReadable)
        {
            // Half a file declares nothing: what its first tasks gave rise to is taken back.
            findings.RemoveRange(findingsBefore, findings.Count - findingsBefore);
            headers.RemoveRange(tasksBefore, headers.Count - tasksBefore);
            if (keepsTasks)
                tasks.RemoveRange(tasksBefore, tasks.Count - tasksBefore);
        }

        Add(file, problems);
    }

    /// <summary>Runs the rules over a document that was read already.</summary>
    public void Add(TaskDocument document)
    {
        foreach (var task in document.Tasks)
            Add(task);
        Add(document.File, document.Problems);
    }

    /// <summary>What the rules say, in the order of the files and of their text.</summary>
    public IReadOnlyList<Finding> Finish()
    {
        foreach (var rule in SetRules)
            findings.AddRange(rule.Check(headers, spaces));
        if (findings.Count < 2)
            return findings;
        return
        [
            .. findings
                .OrderBy(finding => finding.Place.File is { } file && order.TryGetValue(file, out var index) ? index : -1)
                .ThenBy(finding => finding.Place.Start)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is wrong, in words; null where no rule minds.</summary>
    internal static Finding? Describe(Problem problem) => ProblemRules[problem.GetType()].Report(problem);

    /// <summary>What the rules that a live task can break say of it.</summary>
    internal static IEnumerable<Finding> CheckLive(TaskDeclaration live) =>
        TaskRules.Where(rule => rule.ChecksLive && rule.Concerns(live)).SelectMany(rule => rule.Check(live));

    private void Add(TaskDeclaration task)
    {
        headers.Add(new TaskHeader(task));
        if (keepsTasks)
            tasks.Add(task);
        AddProblems(task.Problems);
        foreach (var rule in TaskRules)
        {
            if (rule.Concerns(task))
                findings.AddRange(rule.Check(task));
        }
    }

    private void Add(SourceFile file, IReadOnlyList<Problem> problems)
    {
        if (!order.ContainsKey(file))
            order.Add(file, order.Count);
        AddProblems(problems);
    }

    private void AddProblems(IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 0)
            return;
        foreach (var problem in problems)
        {
            if (Describe(problem) is { } finding)
                findings.Add(finding);
        }
    }
}
