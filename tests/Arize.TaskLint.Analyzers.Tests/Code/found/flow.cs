// Wrong calls in branches, behind loops and exits, in helpers and lambdas.
using System;
using System.Collections.Generic;
using System.Linq;
using Arize.TaskLint;

internal static class Sugar
{
    public static TaskBuilder Sampled(this TaskBuilder task, double rate) => task.SamplingRate(rate);

    public static T Also<T>(this T value, Action<T> act)
    {
        act(value);
        return value;
    }

    public static TaskBuilder Defaults(this TaskBuilder task) => task.OnProjectNamed("p").SamplingRate({|ATL2004:25|}).EvaluatorNamed("T");
}

public sealed class Branches : TaskCatalog
{
    private static bool IsProduction => Environment.GetEnvironmentVariable("STAGE") == "prod";

    private static TaskBuilder New(TaskCatalogBuilder tasks, string name) => tasks.TemplateEvaluation(name).OnProjectNamed("p").EvaluatorNamed("T");

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = New(tasks, "in a branch");
        if (IsProduction)
            task.SamplingRate({|ATL2004:25|});
        if (IsProduction)
            task.QueryFilter("status_code {|ATL5002:==|} 'OK'");
        else
            task.EvaluatorNamed("U", e => e.Map({|ATL3007:""|}, "attributes.input.value"));
        foreach (var number in new[] { 1, 2, 3 })
        {
            if (number == 2)
                continue;
            Console.Write("");
        }

        var after = New(tasks, "behind a loop");
        after.SamplingRate({|ATL2004:25|});
        var between = New(tasks, "with a loop between");
        foreach (var number in Enumerable.Range(1, 3))
        {
            if (number == 2)
                break;
        }

        between.SamplingRate({|ATL2004:25|});
        switch (DateTime.Now.Year)
        {
            case 1:
                break;
            default:
                between.QueryFilter("status_code {|ATL5002:==|} 'OK'");
                break;
        }

        if (tasks is null)
            return;
        New(tasks, "behind a guard").SamplingRate({|ATL2004:25|});
        if (DateTime.Now.Year < 2000)
            throw new InvalidOperationException();
        var guarded = tasks.TemplateEvaluation({|ATL3001:"behind a guard that throws"|});
        if (DateTime.Now.Year < 2001)
            throw new InvalidOperationException();
        guarded.OnProjectNamed("p");
        foreach (var name in Environment.GetCommandLineArgs())
            tasks.TemplateEvaluation(name).OnProjectNamed("p").EvaluatorNamed("T").SamplingRate({|ATL2004:25|});
    }
}

public sealed class Helpers : TaskCatalog
{
    private static TaskBuilder New(TaskCatalogBuilder tasks, string name) => tasks.TemplateEvaluation(name).OnProjectNamed("p").EvaluatorNamed("T");

    private static void Add(TaskCatalogBuilder tasks, string name, Action<TaskBuilder> more)
    {
        var task = New(tasks, name);
        more(task);
    }

    private static void Complete(TaskCatalogBuilder tasks, string name, double rate) => New(tasks, name).SamplingRate(rate);

    private static void Incomplete(TaskCatalogBuilder tasks, string name) => tasks.TemplateEvaluation({|ATL3001:name|}).OnProjectNamed("p");

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        New(tasks, "made by a factory").SamplingRate({|ATL2004:25|});
        New(tasks, "made by a factory, dataset too").{|ATL2002:OnDatasetNamed|}("d").ExperimentsNamed("x");
        Complete(tasks, "rate of a helper", {|ATL2004:25|});
        Incomplete(tasks, "said in the helper");
        Incomplete(tasks, "said there once");
        Add(tasks, "configured", task => task.SamplingRate({|ATL2004:25|}));
        New(tasks, "extension").Sampled({|ATL2004:25|});
        New(tasks, "also").Also(task => task.SamplingRate({|ATL2004:25|}));
        tasks.TemplateEvaluation("defaults").Defaults();
        Func<string, TaskBuilder> make = name => New(tasks, name);
        make("delegate").SamplingRate({|ATL2004:25|});
        new[] { "a" }.ToList().ForEach(name => New(tasks, name).SamplingRate({|ATL2004:25|}));
        var all = new[] { tasks.TemplateEvaluation("array").OnProjectNamed("p").EvaluatorNamed("T") };
        foreach (var one in all)
            one.SamplingRate({|ATL2004:25|});
        var local = tasks.TemplateEvaluation("local").OnProjectNamed("p").EvaluatorNamed("T");
        void Sample() => local.SamplingRate({|ATL2004:25|});
        Sample();
        TaskBuilder either = DateTime.Now.Year > 2000 ? New(tasks, "either") : New(tasks, "or");
        either.SamplingRate({|ATL2004:25|});
        TaskBuilder? maybe = New(tasks, "maybe");
        maybe?.SamplingRate({|ATL2004:25|});
    }
}

public sealed class Twice : TaskCatalog
{
    private static void Add(TaskCatalogBuilder tasks) => tasks.TemplateEvaluation({|ATL1008:"twice by a helper"|}).OnProjectNamed("p").EvaluatorNamed("T");

    private static void Named(TaskCatalogBuilder tasks, string name) => tasks.TemplateEvaluation(name).OnProjectNamed("p").EvaluatorNamed("T");

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        Add(tasks);
        Add(tasks);
        Named(tasks, "twice by argument");
        Named(tasks, {|ATL1008:"twice by argument"|});
        foreach (var evaluator in new[] { "T", "U" })
            tasks.TemplateEvaluation({|ATL1008:"twice in a loop"|}).OnProjectNamed("p").EvaluatorNamed(evaluator);
    }
}

public sealed class Lost : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = tasks.TemplateEvaluation("handed on");
        Console.WriteLine(task);
        var list = new List<TaskBuilder>();
        list.Add(tasks.TemplateEvaluation("listed").OnProjectNamed("p"));
        list[0].SamplingRate({|ATL2004:25|});
    }
}
