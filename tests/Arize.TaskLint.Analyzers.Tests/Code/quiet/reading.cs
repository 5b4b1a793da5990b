// What a run would make of code differs from what its parts look like.
using System;
using Arize.TaskLint;

internal static class Seen
{
    public const string Judge = "RXZhbHVhdG9yOjEyOmFCY0Q=";

    // Its callers go on with what it returns.
    public static TaskBuilder Begun(TaskCatalogBuilder tasks, string name)
    {
        var builder = tasks.TemplateEvaluation(name);
        return builder;
    }

    public static TaskBuilder BegunInOne(TaskCatalogBuilder tasks, string name)
    {
        return tasks.TemplateEvaluation(name);
    }

    public static TaskBuilder BegunEither(TaskCatalogBuilder tasks, string name)
    {
        if (DateTime.Now.Year > 2020)
            return tasks.CodeEvaluation(name);
        return tasks.TemplateEvaluation(name);
    }

    public static void Sampled(TaskBuilder task, double rate)
    {
        rate = 0.5;
        task.SamplingRate(rate);
    }

    public static void Halved(TaskBuilder task, double rate)
    {
        rate /= 100;
        task.SamplingRate(rate);
    }

    public static void Given(TaskBuilder task, double rate)
    {
        Replace(ref rate);
        task.SamplingRate(rate);
    }

    private static void Replace(ref double rate) => rate = 0.25;
}

public sealed class Interpolated : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var (id, zero, one) = (Seen.Judge, 0, 1);
        tasks.TemplateEvaluation("padded").OnProject($"{id,60}").EvaluatorNamed("T");
        tasks.TemplateEvaluation("padded to the left").OnProject($"{id,-60}").EvaluatorNamed("T");
        tasks.TemplateEvaluation("formatted").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("input", $"attributes.input.value{zero:;;}"));
        tasks.TemplateEvaluation("formatted twice").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("input", $"attributes.input.value{one,0:#;;}".TrimEnd('1')));
    }
}

public sealed class Returned : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        Seen.Begun(tasks, "begun elsewhere").OnProjectNamed("p").EvaluatorNamed("T");
        Seen.BegunInOne(tasks, "begun in one expression").OnProjectNamed("p").EvaluatorNamed("T");
        Seen.BegunEither(tasks, "begun in either way").OnProjectNamed("p").EvaluatorNamed("T");
        Own(tasks).OnProjectNamed("p").EvaluatorNamed("T");
    }

    private TaskBuilder Own(TaskCatalogBuilder tasks)
    {
        return tasks.TemplateEvaluation("begun here");
    }
}

public sealed class Assigned : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        Seen.Sampled(tasks.TemplateEvaluation("assigned again").OnProjectNamed("p").EvaluatorNamed("T"), 25);
        Seen.Halved(tasks.TemplateEvaluation("divided").OnProjectNamed("p").EvaluatorNamed("T"), 25);
        Seen.Given(tasks.TemplateEvaluation("by reference").OnProjectNamed("p").EvaluatorNamed("T"), 25);
    }
}

public class Overridable : TaskCatalog
{
    protected virtual double Rate => 25;

    protected virtual double Share() => 25;

    protected virtual void Configure(EvaluatorBuilder evaluator) => evaluator.Map("", "attributes.input.value");

    protected virtual TaskBuilder Completed(TaskBuilder task) => task;

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.TemplateEvaluation("virtual property").OnProjectNamed("p").EvaluatorNamed("T").SamplingRate(Rate);
        tasks.TemplateEvaluation("virtual method").OnProjectNamed("p").EvaluatorNamed("T").SamplingRate(Share());
        tasks.TemplateEvaluation("virtual method as a function").OnProjectNamed("p").EvaluatorNamed("T", Configure);
        Completed(tasks.TemplateEvaluation("virtual method that is handed a builder"));
    }
}

public sealed class Overriding : Overridable
{
    protected override double Rate => 0.5;

    protected override double Share() => 0.5;

    protected override void Configure(EvaluatorBuilder evaluator) => evaluator.Map("input", "attributes.input.value");

    protected override TaskBuilder Completed(TaskBuilder task) => task.OnProjectNamed("p").EvaluatorNamed("T");
}
