using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Declares the tasks of a catalog.</summary>
public sealed partial class TaskCatalogBuilder
{
    private readonly MappingNode mapping = new(default);
    private readonly ListNode tasks = new();

    internal TaskCatalogBuilder()
    {
    }

    /// <summary>Declares a task that is found by its ID, without a name and a type, which a partial declaration can leave out.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <returns>The task.</returns>
    [TaskField(FieldNames.Tasks, Use = FieldUse.Item)]
    public TaskBuilder Task([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null) => new(tasks.AddMapping(new(file, line)));

    /// <summary>Declares a task without a type, which a partial declaration can leave out.</summary>
    /// <param name="name">The task's name; without an ID it finds the live task, exactly and with letter case.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <returns>The task.</returns>
    [TaskField(FieldNames.Tasks, Use = FieldUse.Item)]
    public TaskBuilder Task([TaskField(FieldNames.Name)] string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null) =>
        new(AddTask(name, new(file, line)));

    /// <summary>Declares a task of the type TEMPLATE_EVALUATION: evaluators with a prompt judge spans or experiments.</summary>
    /// <param name="name">The task's name; without an ID it finds the live task, exactly and with letter case.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <returns>The task.</returns>
    [TaskField(FieldNames.Tasks, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Type, ApiWords.TemplateEvaluation)]
    public TaskBuilder TemplateEvaluation(
        [TaskField(FieldNames.Name)] string? name,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null) =>
        AddTask(name, ApiWords.TemplateEvaluation, new(file, line));

    /// <summary>Declares a task of the type CODE_EVALUATION: evaluators that are code judge spans or experiments.</summary>
    /// <param name="name">The task's name; without an ID it finds the live task, exactly and with letter case.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <returns>The task.</returns>
    [TaskField(FieldNames.Tasks, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Type, ApiWords.CodeEvaluation)]
    public TaskBuilder CodeEvaluation(
        [TaskField(FieldNames.Name)] string? name,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null) =>
        AddTask(name, ApiWords.CodeEvaluation, new(file, line));

    /// <summary>Declares a task of the type RUN_EXPERIMENT: a run configuration runs over the examples of a dataset.</summary>
    /// <param name="name">The task's name; without an ID it finds the live task, exactly and with letter case.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <returns>The task.</returns>
    [TaskField(FieldNames.Tasks, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Type, ApiWords.RunExperiment)]
    public TaskBuilder RunExperiment(
        [TaskField(FieldNames.Name)] string? name,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null) =>
        AddTask(name, ApiWords.RunExperiment, new(file, line));

    /// <summary>The declarations so far.</summary>
    internal MappingNode ToRoot()
    {
        var root = new MappingNode(default);
        foreach (var (key, value, place) in mapping.Entries)
            root.Set(key, value, place);
        root.Set(FieldNames.Tasks, tasks, tasks.Items.Count > 0 ? tasks.Items[0].Place : mapping.Latest);
        return root;
    }

    private MappingNode AddTask(string? name, CallPlace place)
    {
        var task = tasks.AddMapping(place);
        task.Set(FieldNames.Name, ScalarNode.Of(name), place);
        return task;
    }

    private TaskBuilder AddTask(string? name, string type, CallPlace place)
    {
        var task = AddTask(name, place);
        task.Set(FieldNames.Type, ScalarNode.Of(type), place);
        return new(task);
    }
}
