using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over a declared task and what the live side tells of its evaluators.</summary>
public abstract class EvaluatorRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : LiveRule(id, defaultSeverity, title, traits)
{
    /// <summary>
    /// Whether what the rule reports is wrong with the evaluator, and not with the task: it is reported once for all tasks that run it.
    /// </summary>
    public virtual bool IsAboutEvaluator => false;

    /// <summary>What the rule says of a task.</summary>
    /// <param name="evaluators">Its evaluators in their order, each once; those of which nothing is known are among them.</param>
    public abstract IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators);

    /// <summary>A finding about an evaluator as a whole: it points at the reference.</summary>
    protected Finding Report(AttachedEvaluator evaluator, string message) =>
        Report(evaluator, evaluator.Reference.Declared.Evaluator.Field, message);

    /// <summary>A finding about a field of an evaluator.</summary>
    protected Finding Report(AttachedEvaluator evaluator, FieldValue field, string message) =>
        Report(evaluator.Reference.Task, field.Head, field.Path, message);
}
