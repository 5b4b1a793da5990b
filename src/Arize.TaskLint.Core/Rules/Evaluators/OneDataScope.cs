using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>
/// ATL3011: one task judges spans, traces or sessions. According to its description, the API answers 422 to evaluators that differ. If the live task
/// has them, they are accepted.
/// </summary>
public sealed class OneDataScope() : EvaluatorRule("ATL3011", Severity.Warning, "Evaluators of one task differ in data scope")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        AttachedEvaluator? first = null;
        var live = new HashSet<EvaluatorScope>(
            evaluators.Where(evaluator => evaluator.Reference.IsLive).Select(evaluator => evaluator.Version?.Scope ?? default));
        foreach (var evaluator in evaluators)
        {
            if (evaluator.Version is not { Scope: not EvaluatorScope.Unknown } version)
                continue;
            first ??= evaluator;
            if (version.Scope != first.Version!.Scope && !(live.Contains(version.Scope) && live.Contains(first.Version.Scope)))
            {
                yield return Report(evaluator,
                    $"'{evaluator.Label}' judges {Plural(version.Scope)}, but '{first.Label}' judges {Plural(first.Version.Scope)}; "
                        + "all evaluators of a task need one data scope");
            }
        }
    }

    private static string Plural(EvaluatorScope scope) => scope switch
    {
        EvaluatorScope.Span => "spans",
        EvaluatorScope.Trace => "traces",
        _ => "sessions",
    };
}
