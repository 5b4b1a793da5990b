using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

public sealed partial class TaskBuilder
{
    /// <summary>Sets <c>experiment_ids</c> to an empty list, where nothing adds to it: no experiments.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    public TaskBuilder Experiments([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.ExperimentIds, [], new(file, line));
        return this;
    }

    /// <summary>Adds one experiment, by its ID, to <c>experiment_ids</c>; several calls add to one list.</summary>
    /// <param name="id">An experiment's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    [OverloadResolutionPriority(1)]
    public TaskBuilder Experiments(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        if (id is null)
            mapping.SetNull(FieldNames.ExperimentIds, new(file, line));
        else
            mapping.Append(FieldNames.ExperimentIds, [id], new(file, line));
        return this;
    }

    /// <summary>Adds two experiments, by their IDs, to <c>experiment_ids</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's ID.</param>
    /// <param name="second">An experiment's ID.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    public TaskBuilder Experiments(string? first, string? second, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.ExperimentIds, [first, second], new(file, line));
        return this;
    }

    /// <summary>Adds three experiments, by their IDs, to <c>experiment_ids</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's ID.</param>
    /// <param name="second">An experiment's ID.</param>
    /// <param name="third">An experiment's ID.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    public TaskBuilder Experiments(string? first, string? second, string? third, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.ExperimentIds, [first, second, third], new(file, line));
        return this;
    }

    /// <summary>Adds four experiments, by their IDs, to <c>experiment_ids</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's ID.</param>
    /// <param name="second">An experiment's ID.</param>
    /// <param name="third">An experiment's ID.</param>
    /// <param name="fourth">An experiment's ID.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    public TaskBuilder Experiments(
        string? first, string? second, string? third, string? fourth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.ExperimentIds, [first, second, third, fourth], new(file, line));
        return this;
    }

    /// <summary>Adds five experiments, by their IDs, to <c>experiment_ids</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's ID.</param>
    /// <param name="second">An experiment's ID.</param>
    /// <param name="third">An experiment's ID.</param>
    /// <param name="fourth">An experiment's ID.</param>
    /// <param name="fifth">An experiment's ID.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    public TaskBuilder Experiments(
        string? first, string? second, string? third, string? fourth, string? fifth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.ExperimentIds, [first, second, third, fourth, fifth], new(file, line));
        return this;
    }

    /// <summary>Adds any number of experiments, by their IDs, to <c>experiment_ids</c>; several calls add to one list.</summary>
    /// <param name="ids">Their IDs.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    public TaskBuilder Experiments(IEnumerable<string?> ids, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.ExperimentIds, Needed.Argument(ids, nameof(ids)), new(file, line));
        return this;
    }

    /// <summary>
    /// Adds six or more experiments, by their IDs, to <c>experiment_ids</c>. The compiler cannot tell the line of this call: they stand at the
    /// line of the builder's call before it.
    /// </summary>
    /// <param name="first">An experiment's ID.</param>
    /// <param name="second">An experiment's ID.</param>
    /// <param name="third">An experiment's ID.</param>
    /// <param name="fourth">An experiment's ID.</param>
    /// <param name="fifth">An experiment's ID.</param>
    /// <param name="sixth">An experiment's ID.</param>
    /// <param name="more">Further ones.</param>
    [TaskField(FieldNames.ExperimentIds, Use = FieldUse.Texts)]
    public TaskBuilder Experiments(string? first, string? second, string? third, string? fourth, string? fifth, string? sixth, params string?[] more)
    {
        mapping.Append(FieldNames.ExperimentIds, [first, second, third, fourth, fifth, sixth, .. Needed.Argument(more, nameof(more))], mapping.Latest);
        return this;
    }

    /// <summary>Sets <c>experiments</c> to an empty list, where nothing adds to it: no experiments.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    public TaskBuilder ExperimentsNamed([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Experiments, [], new(file, line));
        return this;
    }

    /// <summary>Adds one experiment, by its name, to <c>experiments</c>; several calls add to one list.</summary>
    /// <param name="name">An experiment's name, exactly; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    [OverloadResolutionPriority(1)]
    public TaskBuilder ExperimentsNamed(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        if (name is null)
            mapping.SetNull(FieldNames.Experiments, new(file, line));
        else
            mapping.Append(FieldNames.Experiments, [name], new(file, line));
        return this;
    }

    /// <summary>Adds two experiments, by their names, to <c>experiments</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's name, exactly.</param>
    /// <param name="second">An experiment's name, exactly.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    public TaskBuilder ExperimentsNamed(string? first, string? second, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Experiments, [first, second], new(file, line));
        return this;
    }

    /// <summary>Adds three experiments, by their names, to <c>experiments</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's name, exactly.</param>
    /// <param name="second">An experiment's name, exactly.</param>
    /// <param name="third">An experiment's name, exactly.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    public TaskBuilder ExperimentsNamed(
        string? first, string? second, string? third,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Experiments, [first, second, third], new(file, line));
        return this;
    }

    /// <summary>Adds four experiments, by their names, to <c>experiments</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's name, exactly.</param>
    /// <param name="second">An experiment's name, exactly.</param>
    /// <param name="third">An experiment's name, exactly.</param>
    /// <param name="fourth">An experiment's name, exactly.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    public TaskBuilder ExperimentsNamed(
        string? first, string? second, string? third, string? fourth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Experiments, [first, second, third, fourth], new(file, line));
        return this;
    }

    /// <summary>Adds five experiments, by their names, to <c>experiments</c>; several calls add to one list.</summary>
    /// <param name="first">An experiment's name, exactly.</param>
    /// <param name="second">An experiment's name, exactly.</param>
    /// <param name="third">An experiment's name, exactly.</param>
    /// <param name="fourth">An experiment's name, exactly.</param>
    /// <param name="fifth">An experiment's name, exactly.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    public TaskBuilder ExperimentsNamed(
        string? first, string? second, string? third, string? fourth, string? fifth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Experiments, [first, second, third, fourth, fifth], new(file, line));
        return this;
    }

    /// <summary>Adds any number of experiments, by their names, to <c>experiments</c>; several calls add to one list.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    public TaskBuilder ExperimentsNamed(IEnumerable<string?> names, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.Experiments, Needed.Argument(names, nameof(names)), new(file, line));
        return this;
    }

    /// <summary>
    /// Adds six or more experiments, by their names, to <c>experiments</c>. The compiler cannot tell the line of this call: they stand at the
    /// line of the builder's call before it.
    /// </summary>
    /// <param name="first">An experiment's name, exactly.</param>
    /// <param name="second">An experiment's name, exactly.</param>
    /// <param name="third">An experiment's name, exactly.</param>
    /// <param name="fourth">An experiment's name, exactly.</param>
    /// <param name="fifth">An experiment's name, exactly.</param>
    /// <param name="sixth">An experiment's name, exactly.</param>
    /// <param name="more">Further ones.</param>
    [TaskField(FieldNames.Experiments, Use = FieldUse.Texts)]
    public TaskBuilder ExperimentsNamed(string? first, string? second, string? third, string? fourth, string? fifth, string? sixth, params string?[] more)
    {
        mapping.Append(FieldNames.Experiments, [first, second, third, fourth, fifth, sixth, .. Needed.Argument(more, nameof(more))], mapping.Latest);
        return this;
    }
}
