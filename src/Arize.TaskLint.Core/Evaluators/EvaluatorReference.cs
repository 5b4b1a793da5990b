using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>An evaluator that a declared task runs: what it is found by, and which of its versions the task runs.</summary>
public sealed class EvaluatorReference
{
    private readonly ObjectView? live;

    private EvaluatorReference(TaskDeclaration task, EvaluatorDeclaration declared, ObjectView? live)
    {
        Task = task;
        Declared = declared;
        this.live = live;
        var reference = declared.Evaluator.Field;
        if (reference.Spec == EvaluatorFields.EvaluatorId)
            Id = live?[EvaluatorFields.EvaluatorId].Text ?? reference.Text;
        else
            (Id, Name) = (live?[EvaluatorFields.EvaluatorId].Text, reference.Text);
        var version = InForce(EvaluatorFields.EvaluatorVersionId);
        IsVersionKnown = !version.IsUncertain && version.State != ValueState.Matcher;
        Version = string.IsNullOrWhiteSpace(version.Text) ? null : version.Text;
    }

    public TaskDeclaration Task { get; }

    public EvaluatorDeclaration Declared { get; }

    /// <summary>Its ID; null if it is declared by a name that the live task does not have.</summary>
    public string? Id { get; }

    /// <summary>The name that it is declared by; null if it is declared by its ID.</summary>
    public string? Name { get; }

    /// <summary>The version that the task is pinned to; null for the latest, and if it is not known.</summary>
    public string? Version { get; }

    /// <summary>Whether the live task runs the evaluator, so that it exists.</summary>
    public bool IsLive => live is not null;

    /// <summary>The name that the live task has of it, or else what the declaration refers to it by, as a message quotes it.</summary>
    public string LiveLabel => live?[EvaluatorFields.EvaluatorName].Text is { Length: > 0 } name ? Excerpt.Of(name) : Label;

    /// <summary>Whether it is known which version the task runs.</summary>
    public bool IsVersionKnown { get; }

    /// <summary>The text that the declaration refers to the evaluator by, as a message quotes it.</summary>
    public string Label => Excerpt.Of(Declared.Evaluator.Field.ShownText!);

    /// <summary>A field as the task runs: what is declared, or else, as what is absent is unmanaged, what the live task has.</summary>
    public FieldValue InForce(FieldSpec field) => Declared.View[field] is { IsAbsent: false } declared ? declared : live?[field] ?? default;

    /// <summary>
    /// The evaluators that the declared tasks refer to, except those whose reference is unknown or broken, and those of tasks that are undetermined
    /// already.
    /// </summary>
    /// <param name="cases">The declared tasks with their live sides.</param>
    /// <param name="evenIfNoneIsFound">Whether evaluators matter though no task is found at all, as for tasks that are yet to be created.</param>
    public static IReadOnlyList<EvaluatorReference> Of(IReadOnlyList<TaskCase> cases, bool evenIfNoneIsFound = false)
    {
        // If no task is found at all, the key, the region or the space is wrong. That is reported, and evaluators would only repeat it.
        if (!evenIfNoneIsFound && TaskCase.AreAllMissing(cases))
            return [];
        return
        [
            .. cases
                .Where(one => one.Live is LiveAnswer.Found or LiveAnswer.Missing or LiveAnswer.Ambiguous)
                .SelectMany(one => Of(one.Declared, (one.Live as LiveAnswer.Found)?.Task)),
        ];
    }

    private static IEnumerable<EvaluatorReference> Of(TaskDeclaration task, ObjectView? live)
    {
        var declared = task.Evaluators.Objects;
        if (task.IsRunExperiment || declared.Count == 0)
            yield break;
        var pairs = new KeyedEntries(TaskFields.Evaluators, declared, live?[TaskFields.Evaluators].Objects ?? []);
        for (var i = 0; i < declared.Count; i++)
        {
            var reference = new EvaluatorDeclaration(declared[i]).Evaluator;
            // By ID and by name at once is an error, and either may be the wrong one.
            var isSingle = !(reference.ById.IsGiven && reference.ByName.IsGiven) && !reference.IsUncertain;
            if (isSingle && !string.IsNullOrWhiteSpace(reference.Field.Text) && pairs.AmbiguousAt(i) is null)
                yield return new EvaluatorReference(task, new EvaluatorDeclaration(declared[i]), pairs.TwinOf(i));
        }
    }
}
