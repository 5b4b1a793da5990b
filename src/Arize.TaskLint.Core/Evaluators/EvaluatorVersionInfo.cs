namespace Arize.TaskLint.Core.Evaluators;

/// <summary>A version of an evaluator as the API returns it. Members that are missing or not understood are null or unknown.</summary>
/// <param name="Id">The version's ID, or null.</param>
/// <param name="EvaluatorId">The ID of the evaluator that it is a version of, or null.</param>
public sealed record EvaluatorVersionInfo(string? Id, string? EvaluatorId)
{
    /// <summary>Whether the answer contains its kind, as a known word or not.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Its commit, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>The unit that it judges.</summary>
    public EvaluatorScope Scope { get; init; }

    /// <summary>Whether it runs code that a team wrote itself.</summary>
    public bool IsCustomCode { get; init; }

    /// <summary>The name that its results are written under, or null.</summary>
    public string? ResultName { get; init; }

    /// <summary>The variables that need a value, each once, in their order; null if they are not reported.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Its template; null if it has none or it is not reported.</summary>
    public string? Template { get; init; }

    /// <summary>The labels that its judge may choose; empty if they are not reported.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Names in its template that are no placeholders by the book, and that its author may have meant as such.</summary>
    public IReadOnlyList<string> PossibleVariables { get; init; } = [];
}
