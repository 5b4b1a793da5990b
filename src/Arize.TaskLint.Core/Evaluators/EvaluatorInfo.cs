namespace Arize.TaskLint.Core.Evaluators;

/// <summary>How an evaluator judges.</summary>
public enum EvaluatorKind
{
    /// <summary>In a way that is not told, or that this version does not know.</summary>
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

/// <summary>What an evaluator judges as one.</summary>
public enum EvaluatorScope
{
    /// <summary>Not told, or a word that this version does not know.</summary>
    Unknown,

    Span,

    Trace,

    Session,
}

/// <summary>An evaluator, as the API tells it.</summary>
/// <param name="Name">Its name, or null where it is not told.</param>
/// <param name="Kind">How it judges.</param>
public sealed record EvaluatorInfo(string Id, string? Name, EvaluatorKind Kind)
{
    /// <summary>What messages call it: its name, or else its ID.</summary>
    public string Label => Name ?? Id;
}
