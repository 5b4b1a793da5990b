using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>The rules over what reading found, by the problem that each is for.</summary>
public static class ProblemRules
{
    private static readonly Dictionary<Type, ProblemRule> ByProblem = RuleCatalogue.All.OfType<ProblemRule>().ToDictionary(rule => rule.ProblemType);

    /// <summary>The finding of a problem; null if its rule does not report it.</summary>
    public static Finding? Describe(Problem problem) => ByProblem[problem.GetType()].Report(problem);
}
