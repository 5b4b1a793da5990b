// Builders that something else holds.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Arize.TaskLint;

public sealed class Wrapper(TaskBuilder builder)
{
    public Wrapper Production()
    {
        builder.OnProjectNamed("p");
        return this;
    }

    public Wrapper Judged(string name)
    {
        builder.EvaluatorNamed(name);
        return this;
    }
}

public readonly struct Holder
{
    private readonly TaskBuilder builder;

    private Holder(TaskBuilder builder) => this.builder = builder;

    public TaskBuilder Builder => builder;

    public static implicit operator Holder(TaskBuilder builder) => new(builder);

    public static Holder operator +(Holder holder, string evaluator)
    {
        holder.builder.EvaluatorNamed(evaluator);
        return holder;
    }
}

public sealed record Pair(TaskBuilder One, TaskBuilder Other);

public sealed class Bag : List<TaskBuilder>;

public sealed class Held : TaskCatalog
{
    private TaskBuilder? current;
    private TaskCatalogBuilder? all;

    private TaskBuilder Current => current!;

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        all = tasks;
        new Wrapper(tasks.TemplateEvaluation("wrapped")).Production().Judged("T");
        Holder holder = tasks.TemplateEvaluation("converted").OnProjectNamed("p");
        holder += "T";
        holder.Builder.SamplingRate(0.5);
        current = tasks.TemplateEvaluation("in a field");
        Fill();
        current = all.TemplateEvaluation("through a property");
        Current.OnProjectNamed("p").EvaluatorNamed("T");
        all.TemplateEvaluation("catalog in a field").OnProjectNamed("p").EvaluatorNamed("T");
        Other();
        var pair = new Pair(tasks.TemplateEvaluation("pair 1"), tasks.TemplateEvaluation("pair 2"));
        pair.One.OnProjectNamed("p").EvaluatorNamed("T");
        pair.Other.OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");
        var (one, other) = pair;
        one.SamplingRate(0.5);
        other.QueryFilter(null);
        var tuple = (First: tasks.TemplateEvaluation("tuple 1"), Second: tasks.TemplateEvaluation("tuple 2"));
        tuple.First.OnProjectNamed("p").EvaluatorNamed("T");
        tuple.Second.OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");
        var byName = new Dictionary<string, TaskBuilder> { ["a"] = tasks.TemplateEvaluation("dictionary a"), ["b"] = tasks.CodeEvaluation("dictionary b") };
        foreach (var (_, task) in byName)
            task.OnProjectNamed("p").EvaluatorNamed("T");
        TaskBuilder[] array = [tasks.TemplateEvaluation("array 1"), tasks.TemplateEvaluation("array 2")];
        Array.ForEach(array, task => task.OnProjectNamed("p").EvaluatorNamed("T"));
        TaskBuilder[] indexed = [tasks.TemplateEvaluation("indexed 1"), tasks.TemplateEvaluation("indexed 2")];
        for (var i = 0; i < indexed.Length; i++)
            indexed[i].OnProjectNamed("p").EvaluatorNamed("T");
        indexed[^1].SamplingRate(0.5);
        List<TaskBuilder> list = [tasks.TemplateEvaluation("list 1"), .. Many(tasks)];
        list.ForEach(task => task.OnProjectNamed("p").EvaluatorNamed("T"));
        foreach (var task in new[] { tasks.TemplateEvaluation("each of two 1"), tasks.TemplateEvaluation("each of two 2") })
            task.OnProjectNamed("p").EvaluatorNamed("T");
        var bag = new Bag { tasks.TemplateEvaluation("bag") };
        bag[0].OnProjectNamed("p").EvaluatorNamed("T");
        var table = new ConditionalWeakTable<string, TaskBuilder>();
        table.Add("a", tasks.TemplateEvaluation("table"));
        foreach (var (_, task) in table)
            task.OnProjectNamed("p").EvaluatorNamed("T");
        var anonymous = new { Task = tasks.TemplateEvaluation("anonymous") };
        anonymous.Task.OnProjectNamed("p").EvaluatorNamed("T");
        IEnumerable<TaskBuilder> lazily = Enumerable.Range(0, 2).Select(i => tasks.TemplateEvaluation("lazily " + i));
        foreach (var task in lazily)
            task.OnProjectNamed("p").EvaluatorNamed("T");
        ref var alias = ref array[0];
        alias = tasks.TemplateEvaluation("in an element");
        array[0].OnProjectNamed("p").EvaluatorNamed("T");
        var box = new StrongBox<TaskBuilder>(tasks.TemplateEvaluation("boxed"));
        box.Value!.OnProjectNamed("p").EvaluatorNamed("T");
        TaskBuilder Local(string name) => tasks.TemplateEvaluation(name);
        Local("local 1").OnProjectNamed("p").EvaluatorNamed("T");
        Local("local 2").OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");
        if (TryMake(tasks, out var made))
            made.OnProjectNamed("p").EvaluatorNamed("T");
        var mapped = tasks.TemplateEvaluation("kept evaluator").OnProjectNamed("p");
        EvaluatorBuilder? kept = null;
        mapped.EvaluatorNamed("T", e => kept = e);
        kept!.Map("input", "attributes.input.value");
        tasks.TemplateEvaluation("mapped in a loop").OnProjectNamed("p").EvaluatorNamed("T", e =>
        {
            foreach (var name in new[] { "input", "output" })
                e.Map(name, $"attributes.{name}.value");
        });
    }

    private void Fill() => Current.OnProjectNamed("p").EvaluatorNamed("T");

    private void Other() => all!.TemplateEvaluation("another method").OnProjectNamed("p").EvaluatorNamed("T");

    private static TaskBuilder[] Many(TaskCatalogBuilder tasks) => [tasks.TemplateEvaluation("many 1"), tasks.TemplateEvaluation("many 2")];

    private static bool TryMake(TaskCatalogBuilder tasks, out TaskBuilder task)
    {
        task = tasks.TemplateEvaluation("tried to make");
        return true;
    }
}

public sealed class Space : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.InSpace("one");
        Add(tasks, "same name", "one");
        Add(tasks, "same name", "two");
        foreach (var space in new[] { "three", "four" })
            Add(tasks, "same name", space);
        if (DateTime.Now.Year > 2020)
            tasks.TemplateEvaluation("in one branch").OnProjectNamed("p").EvaluatorNamed("T");
        else
            tasks.TemplateEvaluation("in one branch").OnProjectNamed("q").EvaluatorNamed("T");
    }

    private static void Add(TaskCatalogBuilder tasks, string name, string space) =>
        tasks.TemplateEvaluation(name).InSpace(space).OnProjectNamed("p").EvaluatorNamed("T");
}
