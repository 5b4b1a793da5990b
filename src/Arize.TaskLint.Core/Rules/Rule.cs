using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over declarations. It knows the tree, but not files, the console or the compiler.</summary>
/// <param name="id">The ID, <c>ATLnnnn</c>.</param>
/// <param name="defaultSeverity">The default severity of its findings.</param>
/// <param name="title">The title, in one line for lists of rules.</param>
/// <param name="traits">Further properties; null if there are none.</param>
public abstract class Rule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
{
    /// <summary>The ID, <c>ATLnnnn</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The category, as <c>.editorconfig</c> names it: <c>Arize.DataSource</c>.</summary>
    public string Category { get; } = RuleCategory.Of(id);

    /// <summary>How much its findings weigh.</summary>
    public Severity DefaultSeverity { get; } = defaultSeverity;

    /// <summary>The title, in one line.</summary>
    public string Title { get; } = title;

    /// <summary>The address of the rule's page, below the project's public address; null if that is not known.</summary>
    public string? PageUnder(string? publicAddress) => publicAddress is null ? null : $"{publicAddress}/src/Arize.TaskLint.Core/Rules/pages/{Id}.md";

    /// <summary>Further properties of the rule.</summary>
    public RuleTraits Traits { get; } = traits ?? RuleTraits.None;

    /// <summary>A finding at a place.</summary>
    protected Finding Report(TaskDeclaration task, Place place, FieldPath? path, string message) =>
        new(this, place, message) { Task = task.Label, Path = path, NamesTask = task.IsOutside(place) };

    /// <summary>A finding about a field that is not permitted in its position. Its place is the key.</summary>
    protected Finding ReportKey(TaskDeclaration task, FieldValue field, string message) =>
        Report(task, field.KeyPlace, field.Path, message);

    /// <summary>A finding about a field's value.</summary>
    protected Finding ReportValue(TaskDeclaration task, FieldValue field, string message) =>
        Report(task, field.Head, field.Path, message);
}
