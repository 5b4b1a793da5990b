// Wrong values that code leads to without a doubt.
using System;
using System.Collections.Generic;
using System.Linq;
using Arize.TaskLint;

internal static class K
{
    public const string Judge = "RXZhbHVhdG9yOjEyOmFCY0Q=";
    public const double Rate = 25;
    public static readonly double ReadOnly = 25;
    public static double Property => 25;
    public static double Initialized { get; } = 25;
    public static double Getter
    {
        get { return 25; }
    }

    public static double Method() => 25;

    public static double Block()
    {
        var whole = 25;
        return whole;
    }

    public static string Column(string name) => $"attributes.{name}.valeu";

    public static TaskBuilder Online(this TaskCatalogBuilder tasks, string name) =>
        tasks.TemplateEvaluation(name).OnProject("TW9kZWw6MTIzOmFCY0Q=").Evaluator(Judge, e => e.Map("input", "attributes.input.value"));
}

public sealed record Setting(string Name, double Rate);

public sealed record Options
{
    public double Rate { get; init; }
}

public sealed class Rates : TaskCatalog
{
    private readonly double own = 25;

    private double Own => 25;

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.Online("constant").SamplingRate({|ATL2004:K.Rate|});
        tasks.Online("static read-only").SamplingRate({|ATL2004:K.ReadOnly|});
        tasks.Online("property").SamplingRate({|ATL2004:K.Property|});
        tasks.Online("initialized property").SamplingRate({|ATL2004:K.Initialized|});
        tasks.Online("getter").SamplingRate({|ATL2004:K.Getter|});
        tasks.Online("method").SamplingRate({|ATL2004:K.Method()|});
        tasks.Online("method with a block").SamplingRate({|ATL2004:K.Block()|});
        tasks.Online("field").SamplingRate({|ATL2004:own|});
        tasks.Online("own property").SamplingRate({|ATL2004:Own|});
        double Local() => 25;
        tasks.Online("local function").SamplingRate({|ATL2004:Local()|});
        double later;
        later = 25;
        tasks.Online("assigned later").SamplingRate({|ATL2004:later|});
        tasks.Online("both wrong").SamplingRate({|ATL2004:{|ATL2004:DateTime.Now.Year > 2000 ? 25 : 50|}|});
        tasks.Online("all arms wrong").SamplingRate({|ATL2004:{|ATL2004:DateTime.Now.DayOfWeek switch { DayOfWeek.Sunday => 25, DayOfWeek.Monday => throw new InvalidOperationException(), _ => 50 }|}|});
        var setting = new Setting("record", 25);
        tasks.Online(setting.Name).SamplingRate({|ATL2004:setting.Rate|});
        var (name, rate) = setting;
        tasks.Online(name + " taken apart").SamplingRate({|ATL2004:rate|});
        tasks.Online("init").SamplingRate({|ATL2004:new Options { Rate = 25 }.Rate|});
        tasks.Online("with").SamplingRate({|ATL2004:(setting with { Rate = 50 }).Rate|});
        var tuple = ("tuple", 25.0);
        tasks.Online(tuple.Item1).SamplingRate({|ATL2004:tuple.Item2|});
        var anonymous = new { Name = "anonymous", Rate = 25 };
        tasks.Online(anonymous.Name).SamplingRate({|ATL2004:anonymous.Rate|});
        double? nullable = 25;
        if (nullable is { } given)
            tasks.Online("given").SamplingRate({|ATL2004:given|});
        var known = 25.0;
        if (known > 1)
            tasks.Online("known to be wrong").SamplingRate({|ATL2004:known|});
        foreach (var each in new[] { 25.0, 0.5 })
            tasks.Online("in a loop " + (each > 1)).SamplingRate({|ATL2004:each|});
        foreach (var (team, share) in new[] { ("a", 0.1), ("b", 25.0) })
            tasks.Online("team " + team).SamplingRate({|ATL2004:share|});
        double half = 50;
        half /= 1;
        tasks.Online("product").SamplingRate({|ATL2004:K.Rate * 2|});
        Sampled(tasks.Online("argument"), {|ATL2004:25|});
        Sampled(tasks.Online("named argument"), rate: {|ATL2004:25|});
        Again(tasks.Online("argument of an argument"), {|ATL2004:25|});
    }

    private static void Sampled(TaskBuilder task, double rate) => task.SamplingRate(rate);

    private static void Again(TaskBuilder task, double rate) => Sampled(task, rate);
}

public sealed class Texts : TaskCatalog
{
    private static readonly string[] Ids = ["RXhwZXJpbWVudDoxOmFCY0Q=", " "];

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        string Column(string name) => $"attributes.{name}.valeu";
        tasks.TemplateEvaluation("column").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("input", {|ATL3006:Column("input")|}));
        tasks.TemplateEvaluation("column of a helper").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("input", {|ATL3006:K.Column("input")|}));
        tasks.TemplateEvaluation("columns in a loop").OnProjectNamed("p").EvaluatorNamed("T", e =>
        {
            foreach (var name in new[] { "input", "output" })
                e.Map(name, {|ATL3006:{|ATL3006:K.Column(name)|}|});
        });
        tasks.Online("joined").QueryFilter({|ATL5002:string.Join(" AND ", "status_code == 'OK'", "latency_ms > 1")|});
        tasks.Online("concatenated").QueryFilter({|ATL5002:string.Concat("status_code == ", "'OK'")|});
        tasks.Online("number in a text").QueryFilter({|ATL5002:$"status_code == 'OK' AND latency_ms > {1000}"|});
        string[] none = ["RXhwZXJpbWVudDoxOmFCY0Q=", ""];
        tasks.TemplateEvaluation("local array").OnDatasetNamed("d").Experiments({|ATL1009:none|}).EvaluatorNamed("T");
        tasks.TemplateEvaluation("static array").OnDatasetNamed("d").Experiments({|ATL1009:Ids|}).EvaluatorNamed("T");
        tasks.TemplateEvaluation("spread").OnDatasetNamed("d").Experiments({|ATL1009:[.. Ids, "RXhwZXJpbWVudDoyOmFCY0Q="]|}).EvaluatorNamed("T");
        tasks.TemplateEvaluation("list").OnDatasetNamed("d").Experiments(new List<string> { "RXhwZXJpbWVudDoyOmFCY0Q=", {|ATL1009:" "|} }).EvaluatorNamed("T");
    }
}
