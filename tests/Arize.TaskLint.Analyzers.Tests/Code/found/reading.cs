// What a run makes of code without a doubt, and each text that is wrong once, however many tasks share it.
using System;
using Arize.TaskLint;

internal static class Shared
{
    public const string Filter = "status_code {|ATL5002:==|} 'OK'";
    public static readonly string Other = "status_code {|ATL5002:==|} 'ERROR'";

    public static TaskBuilder Online(this TaskCatalogBuilder tasks, string name) => tasks.TemplateEvaluation(name).OnProjectNamed("p").EvaluatorNamed("T");

    public static void Sampled(TaskBuilder task, double rate)
    {
        rate = 25;
        task.SamplingRate({|ATL2004:rate|});
    }
}

public sealed class SharedTexts : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.Online("one").QueryFilter(Shared.Filter);
        tasks.Online("two").QueryFilter(Shared.Filter);
        tasks.Online("three").QueryFilter(Shared.Other);
        tasks.Online("four").QueryFilter(Shared.Other);
        foreach (var name in new[] { "five", "six" })
            tasks.Online(name).QueryFilter("name {|ATL5002:==|} 'x'");
    }
}

public sealed class AssignedAgain : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks) => Shared.Sampled(tasks.Online("assigned again"), 0.5);
}

public class Base : TaskCatalog
{
    protected virtual double Rate() => 25;

    protected override void Declare(TaskCatalogBuilder tasks)
    {
    }
}

public sealed class Derived : Base
{
    protected override double Rate() => 50;

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.Online("of the base").SamplingRate({|ATL2004:base.Rate()|});
        tasks.Online("of a sealed class").SamplingRate({|ATL2004:Rate()|});
    }
}
