// Methods that get builders and give others.
#define KEEPS
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Arize.TaskLint;

internal static class Sugar
{
    public const string Judge = "RXZhbHVhdG9yOjEyOmFCY0Q=";

    public static TaskBuilder Then(this TaskBuilder previous, TaskCatalogBuilder tasks, string name) => tasks.TemplateEvaluation(name);

    public static TaskBuilder Second(TaskBuilder first, TaskBuilder second)
    {
        first.OnProjectNamed("p").EvaluatorNamed("T");
        return second;
    }

    public static TaskBuilder Either(TaskBuilder one, TaskBuilder other) => DateTime.Now.Year > 2020 ? one : other;

    public static T Also<T>(this T value, Action<T> act)
    {
        act(value);
        return value;
    }

    public static TResult Into<T, TResult>(this T value, Func<T, TResult> make) => make(value);

    [Conditional("SOME_SYMBOL_NOBODY_DEFINES")]
    public static void OnDatasetForTests(TaskBuilder task) => task.OnDatasetNamed("d").ExperimentsNamed("x");

    [Conditional("KEEPS")]
    public static void OnProjectInBuilds(TaskBuilder task) => task.OnProjectNamed("p");

    public static IEnumerable<TaskBuilder> Lazy(TaskBuilder task)
    {
        task.SamplingRate(25);
        yield return task;
    }

    public static async Task LaterAsync(TaskBuilder task)
    {
        await Task.Yield();
        task.OnDatasetNamed("d");
    }

    public static TaskBuilder Overwritten(TaskBuilder task, TaskCatalogBuilder tasks)
    {
        task.OnProjectNamed("p").EvaluatorNamed("T");
        task = tasks.TemplateEvaluation("overwritten parameter");
        return task.OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");
    }

    public static void Made(TaskCatalogBuilder tasks, out TaskBuilder task) => task = tasks.TemplateEvaluation("out");

    public static TaskBuilder Recursive(this TaskBuilder task, int depth) => depth == 0 ? task.OnProjectNamed("p") : task.Recursive(depth - 1);

    public static TaskBuilder Optional(this TaskBuilder task, double? rate = null, string? project = "p")
    {
        if (rate is { } given)
            task.SamplingRate(given);
        return project is null ? task.OnDatasetNamed("d").ExperimentsNamed("x") : task.OnProjectNamed(project);
    }

    public static TaskBuilder Each(this TaskBuilder task, params string[] names)
    {
        foreach (var name in names)
            task.EvaluatorNamed(name);
        return task;
    }

    public static TaskBuilder? Nothing(this TaskBuilder task) => null;
}

public sealed class OtherBuilder : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.TemplateEvaluation("then 1").OnProjectNamed("p").EvaluatorNamed("T")
            .Then(tasks, "then 2").OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T")
            .Then(tasks, "then 3").OnProjectNamed("p").EvaluatorNamed("T");
        Sugar.Second(tasks.TemplateEvaluation("second 1"), tasks.TemplateEvaluation("second 2")).OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");
        Sugar.Either(tasks.TemplateEvaluation("either 1").OnProjectNamed("p").EvaluatorNamed("T"), tasks.TemplateEvaluation("either 2").OnProjectNamed("p").EvaluatorNamed("T"))
            .SamplingRate(0.5);
        tasks.TemplateEvaluation("into 1").OnProjectNamed("p").EvaluatorNamed("T").Into(_ => tasks.TemplateEvaluation("into 2")).OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");
        tasks.TemplateEvaluation("into itself").Into(t => t.OnProjectNamed("p")).EvaluatorNamed("T");
        Sugar.Overwritten(tasks.TemplateEvaluation("before"), tasks);
        Sugar.Made(tasks, out var made);
        made.OnProjectNamed("p").EvaluatorNamed("T");
        tasks.TemplateEvaluation("recursive").Recursive(3).EvaluatorNamed("T");
        tasks.TemplateEvaluation("too deep").Recursive(30).EvaluatorNamed("T");
        tasks.TemplateEvaluation("also").Also(t => t.OnProjectNamed("p")).Also(t => { if (DateTime.Now.Year > 2020) t.EvaluatorNamed("T"); });
        tasks.TemplateEvaluation("optional").Optional().EvaluatorNamed("T");
        tasks.TemplateEvaluation("optional rate").Optional(0.5).EvaluatorNamed("T");
        tasks.TemplateEvaluation("optional dataset").Optional(project: null).EvaluatorNamed("T");
        tasks.TemplateEvaluation("each").OnProjectNamed("p").Each("T", "U");
        tasks.TemplateEvaluation("gone").OnProjectNamed("p").EvaluatorNamed("T").Nothing()?.OnDatasetNamed("d");
    }
}

public sealed class NotCalled : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = tasks.TemplateEvaluation("conditional, not there").OnProjectNamed("p").EvaluatorNamed("T");
        Sugar.OnDatasetForTests(task);
        var other = tasks.TemplateEvaluation("conditional, there").EvaluatorNamed("T");
        Sugar.OnProjectInBuilds(other);
        Sugar.Lazy(tasks.TemplateEvaluation("iterator that nobody enumerates").OnProjectNamed("p").EvaluatorNamed("T"));
        Debug.Assert(tasks.TemplateEvaluation("asserted").OnProjectNamed("p").EvaluatorNamed("T") != null);
        Never();
        void Never()
        {
        }

        void NeverCalled() => task.OnDatasetNamed("d");
        IEnumerable<TaskBuilder> Local(TaskBuilder t)
        {
            t.OnDatasetNamed("d");
            yield break;
        }

        _ = Local(task);
        Action never = () => task.OnDatasetNamed("d");
        _ = never;
    }
}

public abstract class Templated : TaskCatalog
{
    protected sealed override void Declare(TaskCatalogBuilder tasks)
    {
        Configure(tasks.TemplateEvaluation(Name)).EvaluatorNamed("T");
        Extend(tasks.TemplateEvaluation("extended " + Name).OnProjectNamed("p"));
        var task = tasks.TemplateEvaluation("hook " + Name).EvaluatorNamed("T");
        Target(task);
    }

    protected abstract string Name { get; }

    protected virtual double Rate => 25;

    protected virtual TaskBuilder Configure(TaskBuilder task) => task.OnProjectNamed("p").SamplingRate(Rate);

    protected virtual void Extend(TaskBuilder task)
    {
    }

    protected abstract void Target(TaskBuilder task);
}

public sealed class Concrete : Templated
{
    protected override string Name => "concrete";

    protected override double Rate => 0.25;

    protected override TaskBuilder Configure(TaskBuilder task) => base.Configure(task);

    protected override void Extend(TaskBuilder task) => task.EvaluatorNamed("T");

    protected override void Target(TaskBuilder task) => task.OnDatasetNamed("d").ExperimentsNamed("x");
}

public interface IStep
{
    TaskBuilder Apply(TaskBuilder task);

    TaskBuilder Default(TaskBuilder task) => task.OnDatasetNamed("d");
}

public sealed class Steps : TaskCatalog
{
    private sealed class OnProject : IStep
    {
        public TaskBuilder Apply(TaskBuilder task) => task.OnProjectNamed("p");

        public TaskBuilder Default(TaskBuilder task) => task;
    }

    private readonly IStep[] steps = [new OnProject()];

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        IStep step = new OnProject();
        step.Apply(tasks.TemplateEvaluation("step")).EvaluatorNamed("T");
        step.Default(tasks.TemplateEvaluation("default of an interface").OnProjectNamed("p")).EvaluatorNamed("T");
        var task = tasks.TemplateEvaluation("aggregated").EvaluatorNamed("T");
        steps.Aggregate(task, (built, next) => next.Apply(built));
        var each = tasks.TemplateEvaluation("step by step").EvaluatorNamed("T");
        foreach (var one in steps)
            one.Apply(each);
    }
}

public class Shared<T>
    where T : class
{
    private static readonly string Project = typeof(T).Name;

    public sealed class Nested : TaskCatalog
    {
        protected override void Declare(TaskCatalogBuilder tasks) =>
            Helper(tasks.TemplateEvaluation(typeof(T).Name)).EvaluatorNamed("T");

        private static TaskBuilder Helper(TaskBuilder task) => task.OnProjectNamed(Project);
    }

    public static TaskBuilder Apply(TaskBuilder task, T value) => task.OnProjectNamed(value.ToString());
}

public abstract class GenericCatalog<T> : TaskCatalog
    where T : class, new()
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        Shared<T>.Apply(tasks.TemplateEvaluation("generic"), new T()).EvaluatorNamed("T");
        Own(tasks.TemplateEvaluation("own " + typeof(T).Name)).EvaluatorNamed("T");
    }

    private static TaskBuilder Own(TaskBuilder task) => task.OnProjectNamed("p");
}

public sealed class OfObjects : GenericCatalog<object>;

public sealed class OfLists : GenericCatalog<List<int>>;

public sealed partial class Parts : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = tasks.TemplateEvaluation("partial").EvaluatorNamed("T");
        Fill(task);
        var missing = tasks.TemplateEvaluation("partial that nobody wrote").OnProjectNamed("p").EvaluatorNamed("T");
        Unwritten(missing);
    }

    partial void Fill(TaskBuilder task);

    partial void Unwritten(TaskBuilder task);
}

public sealed partial class Parts
{
    partial void Fill(TaskBuilder task) => task.OnProjectNamed("p");
}
