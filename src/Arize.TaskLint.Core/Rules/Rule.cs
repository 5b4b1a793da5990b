using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over declarations. It knows the tree, and neither files, the console nor the compiler.</summary>
/// <param name="id">The ID, <c>ATLnnnn</c>.</param>
/// <param name="defaultSeverity">How much its findings weigh.</param>
/// <param name="title">What it says, in one line for lists of rules.</param>
/// <param name="traits">What else is true of it; null where nothing is.</param>
public abstract class Rule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
{
    /// <summary>The ID, <c>ATLnnnn</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The category, as <c>.editorconfig</c> names it: <c>Arize.DataSource</c>.</summary>
    public string Category { get; } = RuleCategory.Of(id);

    /// <summary>How much its findings weigh.</summary>
    public Severity DefaultSeverity { get; } = defaultSeverity;

    /// <summary>What it says, in one line.</summary>
    public string Title { get; } = title;

    /// <summary>Where the rule's page can be read, below the project's public address; null where that is not known.</summary>
    public string? PageUnder(string? publicAddress) => publicAddress is null ? null : $"{publicAddress}/src/Arize.TaskLint.Core/Rules/pages/{Id}.md";

    /// <summary>What else is true of the rule.</summary>
    public RuleTraits Traits { get; } = traits ?? RuleTraits.None;

    /// <summary>A finding at a place.</summary>
    protected Finding Report(TaskDeclaration task, Place place, FieldPath? path, string message) =>
        new(this, place, message) { Task = task.Label, Path = path, NamesTask = task.IsOutside(place) };

    /// <summary>A finding about a field that may not stand where it stands: it points at the key.</summary>
    protected Finding ReportKey(TaskDeclaration task, FieldValue field, string message) =>
        Report(task, field.KeyPlace, field.Path, message);

    /// <summary>A finding about a field's value.</summary>
    protected Finding ReportValue(TaskDeclaration task, FieldValue field, string message) =>
        Report(task, field.Head, field.Path, message);
}
