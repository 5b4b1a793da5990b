using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>What the live side has, for editors to offer. Nothing is refused because it is not among these.</summary>
public sealed record LiveNames
{
    /// <summary>The resources of each kind.</summary>
    public IReadOnlyDictionary<ResourceKind, IReadOnlyList<(string Id, string Name)>> Resources { get; init; } =
        new Dictionary<ResourceKind, IReadOnlyList<(string Id, string Name)>>();

    /// <summary>The evaluators whose variables are known.</summary>
    public IReadOnlyList<LiveEvaluator> Evaluators { get; init; } = [];

    /// <summary>The tasks, each with its name and with its declaration as a snippet.</summary>
    public IReadOnlyList<(string Name, MappingNode Snippet)> Tasks { get; init; } = [];
}
