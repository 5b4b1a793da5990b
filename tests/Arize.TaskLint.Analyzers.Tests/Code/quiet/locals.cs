// Locals and parameters whose value comes from somewhere else.
using System;
using System.Collections.Generic;
using System.Linq;
using Arize.TaskLint;

internal static class Known
{
    public const string Project = "TW9kZWw6MTIzOmFCY0Q=";
    public const string Judge = "RXZhbHVhdG9yOjEyOmFCY0Q=";

    public static void Map(EvaluatorBuilder e) => e.Map("input", "attributes.input.value");

    public static TaskBuilder Online(this TaskCatalogBuilder tasks, string name) => tasks.TemplateEvaluation(name).OnProject(Project).Evaluator(Judge, Map);
}

public sealed class Reused : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = tasks.TemplateEvaluation("reused 1").OnProjectNamed("bot").EvaluatorNamed("Hallucination Eval");
        task.SamplingRate(0.1);
        task = tasks.TemplateEvaluation("reused 2");
        task.OnProjectNamed("bot").EvaluatorNamed("Hallucination Eval");
        task.SamplingRate(0.2);

        TaskBuilder other;
        other = tasks.RunExperiment("reused 3");
        other.OnDatasetNamed("d").RunAgentCall(run => run.IntegrationNamed("x").InputTemplate(i => i.Set("q", "{{q}}")));
        (other, task) = (tasks.TemplateEvaluation("reused 4"), other);
        other.OnProjectNamed("bot").SamplingRate(0.5).EvaluatorNamed("T");

        var (a, b) = (tasks.TemplateEvaluation("swap a"), tasks.TemplateEvaluation("swap b"));
        a.OnProjectNamed("p").EvaluatorNamed("T");
        (a, b) = (b, a);
        a.OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");

        TaskBuilder? maybe = null;
        for (var i = 0; i < 3; i++)
        {
            maybe?.SamplingRate(0.1);
            maybe = tasks.Online("round " + i);
        }

        TaskBuilder carried = tasks.TemplateEvaluation("carried 0");
        foreach (var name in new[] { "x", "y" }.Where(n => n.Length > 0))
        {
            carried.OnProjectNamed("p").EvaluatorNamed("T");
            carried = tasks.TemplateEvaluation("carried " + name);
        }

        carried.OnProjectNamed("p").EvaluatorNamed("T");
    }
}

public sealed class Rates : TaskCatalog
{
    private double field = 25;

    protected override unsafe void Declare(TaskCatalogBuilder tasks)
    {
        double byReference = 25;
        ref var alias = ref byReference;
        alias = 0.1;
        tasks.Online("by reference").SamplingRate(byReference);

        double byPointer = 25;
        var pointer = &byPointer;
        *pointer = 0.1;
        tasks.Online("by pointer").SamplingRate(byPointer);

        double swapped = 25, right = 0.1;
        (swapped, right) = (right, swapped);
        tasks.Online("swapped").SamplingRate(swapped);

        double nested = 25;
        string name = "";
        ((nested, name), _) = ((0.1, "nested"), 1);
        tasks.Online(name).SamplingRate(nested);

        double compound = 25;
        compound /= 100;
        tasks.Online("compound").SamplingRate(compound);

        double counted = 2;
        counted--;
        tasks.Online("decremented").SamplingRate(counted);

        double inLambda = 25;
        Action shrink = () => inLambda /= 100;
        shrink();
        tasks.Online("in a lambda").SamplingRate(inLambda);

        double inFunction = 25;
        Shrink();
        tasks.Online("in a local function").SamplingRate(inFunction);
        void Shrink() => inFunction = 0.25;

        double parsed = 25;
        _ = double.TryParse("0.1", out parsed);
        tasks.Online("out").SamplingRate(parsed);

        double refArgument = 25;
        Halve(ref refArgument);
        tasks.Online("ref").SamplingRate(refArgument);

        double refReturn = 25;
        Same(ref refReturn) = 0.1;
        tasks.Online("ref return").SamplingRate(refReturn);

        field = 0.1;
        tasks.Online("field").SamplingRate(field);

        double looped = 25;
        while (looped > 1)
            looped /= 10;
        tasks.Online("in a loop").SamplingRate(looped);

        double tried = 25;
        try
        {
            tried = double.Parse("0.1");
        }
        catch (FormatException)
        {
            tried = 0.2;
        }

        tasks.Online("in a try").SamplingRate(tried);

        double switched = 25;
        switch (DateTime.Now.DayOfWeek)
        {
            case DayOfWeek.Sunday:
                switched = 0.5;
                break;
            default:
                switched = 0.1;
                break;
        }

        tasks.Online("in a switch").SamplingRate(switched);

        var tuple = (Rate: 25.0, Name: "");
        tuple.Rate = 0.1;
        tuple.Name = "tuple";
        tasks.Online(tuple.Name).SamplingRate(tuple.Rate);

        var settings = new Settings { Rate = 25 };
        settings.Rate = 0.1;
        tasks.Online("settings").SamplingRate(settings.Rate);

        var changed = new Percent(25) with { Value = 0.1 };
        tasks.Online("with").SamplingRate(changed.Value);

        tasks.Online("record that divides").SamplingRate(new Fraction(25).Value);
        tasks.Online("record of init that divides").SamplingRate(new Divided { Rate = 25 }.Rate);
        tasks.Online("struct that is changed").SamplingRate(Changed().Value);
        double? late = null;
        late ??= 0.25;
        tasks.Online("coalesced").SamplingRate(late);
        double? early = 0.25;
        early ??= 25;
        tasks.Online("not coalesced").SamplingRate(early);
        tasks.Online("assignment as an argument").SamplingRate(late = 0.5);
    }

    private static Mutable Changed()
    {
        var made = new Mutable(25);
        made.Value = 0.1;
        return made;
    }

    private static void Halve(ref double value) => value = 0.5;

    private static ref double Same(ref double value) => ref value;

    private sealed class Settings
    {
        public double Rate { get; set; }
    }

    private sealed record Percent(double Value);

    private sealed record Fraction(double Percent)
    {
        public double Value => Percent / 100;
    }

    private sealed record Divided
    {
        private readonly double rate;

        public double Rate
        {
            get => rate;
            init => rate = value / 100;
        }
    }

    private record struct Mutable(double Value);
}

public sealed class Jumps : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var i = 0;
        double rate = 25;
        goto start;
    again:
        tasks.Online("jump " + i).SamplingRate(rate);
        if (++i > 1)
            goto end;
    start:
        rate = 0.1;
        goto again;
    end:
        var last = tasks.TemplateEvaluation("jump over");
        if (i > 100)
            goto skip;
        last.OnProject(Known.Project);
    skip:
        last.Evaluator(Known.Judge, Known.Map);
    }
}

public sealed class Conditions : TaskCatalog
{
    private static readonly double Configured = 25;
    private static double Rate => 25;
    private readonly double own = 25;

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        double rate = 25;
        if (rate > 1)
            rate /= 100;
        tasks.Online("divided where it is a percentage").SamplingRate(rate);
        tasks.Online("in one expression").SamplingRate(Configured > 1 ? Configured / 100 : Configured);
        if (Rate <= 1)
            tasks.Online("guarded property").SamplingRate(Rate);
        if (IsFraction(Configured))
            tasks.Online("guarded field").SamplingRate(Configured);
        if (IsFraction(own) && own < 1)
            tasks.Online("guarded field of the object").SamplingRate(own);
        double value = 25;
        var isValid = IsFraction(value);
        if (isValid)
            tasks.Online("guarded by a variable").SamplingRate(value);
        Sampled(tasks, "guarded parameter", 25);
        Checked(tasks, "guarded by an exit", 25);
        var filter = "status_code == 'OK'";
        if (filter.Contains("=="))
            filter = filter.Replace("==", "=");
        tasks.Online("mended text").QueryFilter(filter);
        if (!Mended(filter))
            return;
        tasks.Online("guarded by a return").QueryFilter(filter);
    }

    private static bool Mended(string text) => !text.Contains("==");

    private static bool IsFraction(double rate) => Math.Abs(rate) <= 1;

    private static void Sampled(TaskCatalogBuilder tasks, string name, double rate)
    {
        var task = tasks.Online(name);
        if (rate <= 1)
            task.SamplingRate(rate);
        else
            task.SamplingRate(rate / 100);
    }

    private static void Checked(TaskCatalogBuilder tasks, string name, double rate)
    {
        var task = tasks.Online(name);
        if (!IsFraction(rate))
            return;
        task.SamplingRate(rate);
    }
}
