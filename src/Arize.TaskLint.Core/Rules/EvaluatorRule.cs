using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over a declared task and the live side of its evaluators.</summary>
public abstract class EvaluatorRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : LiveRule(id, defaultSeverity, title, traits)
{
    /// <summary>Whether its findings concern the evaluator and not the task: they are reported once for all tasks that run it.</summary>
    public virtual bool IsAboutEvaluator => false;

    /// <summary>The findings on a task.</summary>
    /// <param name="evaluators">Its evaluators in their order, each once, including those about which nothing is known.</param>
    public abstract IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators);

    /// <summary>A finding about an evaluator as a whole: it points at the reference.</summary>
    protected Finding Report(AttachedEvaluator evaluator, string message) =>
        Report(evaluator, evaluator.Reference.Declared.Evaluator.Field, message);

    /// <summary>A finding about a field of an evaluator.</summary>
    protected Finding Report(AttachedEvaluator evaluator, FieldValue field, string message) =>
        Report(evaluator.Reference.Task, field.Head, field.Path, message);
}
