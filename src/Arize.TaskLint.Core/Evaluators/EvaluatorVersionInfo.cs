namespace Arize.TaskLint.Core.Evaluators;

/// <summary>A version of an evaluator, as the API tells it. What is not told, or not understood, is null or unknown.</summary>
/// <param name="Id">The version's ID, or null.</param>
/// <param name="EvaluatorId">The ID of the evaluator that it is a version of, or null.</param>
public sealed record EvaluatorVersionInfo(string? Id, string? EvaluatorId)
{
    /// <summary>Whether the answer tells how it judges, in a word that is known or not.</summary>
    public bool IsTyped { get; init; }

    /// <summary>What it judges as one.</summary>
    public EvaluatorScope Scope { get; init; }

    /// <summary>Whether it runs code that a team wrote itself.</summary>
    public bool IsCustomCode { get; init; }

    /// <summary>The name that its results are written under, or null.</summary>
    public string? ResultName { get; init; }

    /// <summary>The variables that it needs a value for, each once, in their order; null where they are not told.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Its template; null where there is none, or it is not told.</summary>
    public string? Template { get; init; }

    /// <summary>The labels that its judge may choose; empty where they are not told.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Names in its template that are no placeholders by the book, and that its author may have meant as such.</summary>
    public IReadOnlyList<string> PossibleVariables { get; init; } = [];
}
