namespace Arize.TaskLint.Core.Evaluators;

/// <summary>How an evaluator judges.</summary>
public enum EvaluatorKind
{
    /// <summary>Not reported, or a kind that this version does not know.</summary>
    Unknown,

    /// <summary>A language model judges by a template.</summary>
    Template,

    /// <summary>Code judges.</summary>
    Code,

    /// <summary>A harness judges; it shows no configuration.</summary>
    Harness,

    /// <summary>A service elsewhere judges; it shows no configuration.</summary>
    Remote,
}

/// <summary>The unit that an evaluator judges.</summary>
public enum EvaluatorScope
{
    /// <summary>Not reported, or a word that this version does not know.</summary>
    Unknown,

    Span,

    Trace,

    Session,
}

/// <summary>An evaluator as the API returns it.</summary>
/// <param name="Name">Its name; null if it is not reported.</param>
public sealed record EvaluatorInfo(string Id, string? Name, EvaluatorKind Kind)
{
    /// <summary>Its name in messages: the name, otherwise the ID.</summary>
    public string Label => Name ?? Id;
}
