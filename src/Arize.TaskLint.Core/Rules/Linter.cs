using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>Runs the rules over declarations.</summary>
public static class Linter
{
    private static readonly Dictionary<Type, ProblemRule> ProblemRules =
        RuleCatalogue.All.OfType<ProblemRule>().ToDictionary(rule => rule.ProblemType);

    private static readonly Rule[] TaskRules =
        [.. RuleCatalogue.All.Where(rule => rule is not (ProblemRule or SetRule or LiveRule))];

    private static readonly SetRule[] SetRules = [.. RuleCatalogue.All.OfType<SetRule>()];

    /// <summary>What the rules say of the documents, in the order of the documents and of their text.</summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<TaskDocument> documents, SpaceSettings spaces)
    {
        var findings = new List<Finding>();
        var tasks = new List<TaskDeclaration>();
        foreach (var document in documents)
        {
            AddProblems(document.Problems, findings);
            foreach (var task in document.Tasks)
            {
                tasks.Add(task);
                AddProblems(task.Problems, findings);
                foreach (var rule in TaskRules)
                    findings.AddRange(rule.Check(task));
            }
        }

        foreach (var rule in SetRules)
            findings.AddRange(rule.Check(tasks, spaces));
        return Ordered(findings, documents);
    }

    /// <summary>What is wrong, in words; null where no rule minds.</summary>
    public static Finding? Describe(Problem problem) => ProblemRules[problem.GetType()].Report(problem);

    /// <summary>What the rules that a live task can break say of it.</summary>
    public static IEnumerable<Finding> CheckLive(TaskDeclaration live) =>
        TaskRules.Where(rule => rule.ChecksLive).SelectMany(rule => rule.Check(live));

    private static List<Finding> Ordered(List<Finding> findings, IReadOnlyList<TaskDocument> documents)
    {
        if (findings.Count < 2)
            return findings;
        var order = new Dictionary<SourceFile, int>();
        foreach (var document in documents)
        {
            if (!order.ContainsKey(document.File))
                order.Add(document.File, order.Count);
        }

        return
        [
            .. findings
                .OrderBy(finding => finding.Place.File is { } file && order.TryGetValue(file, out var index) ? index : -1)
                .ThenBy(finding => finding.Place.Start)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];
    }

    private static void AddProblems(IReadOnlyList<Problem> problems, List<Finding> findings)
    {
        foreach (var problem in problems)
        {
            if (Describe(problem) is { } finding)
                findings.Add(finding);
        }
    }
}
