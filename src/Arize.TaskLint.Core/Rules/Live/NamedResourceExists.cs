using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7013: a project, dataset, evaluator or integration is declared by a name that nothing in its space has.</summary>
public sealed class NamedResourceExists : LiveRule
{
    private NamedResourceExists()
        : base("ATL7013", Severity.Error, "Declared by a name that nothing in the space has")
    {
    }

    public static NamedResourceExists Rule { get; } = new();

    /// <summary>The finding of a name.</summary>
    internal new Finding Report(TaskDeclaration task, Place place, FieldPath? path, string reason) => base.Report(task, place, path, reason);
}
