// Branches, loops, exits, lambdas.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Arize.TaskLint;

public sealed class Branches : TaskCatalog
{
    private static bool IsProduction => Environment.GetEnvironmentVariable("STAGE") == "prod";

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = tasks.TemplateEvaluation("either source");
        task = IsProduction ? task.OnProjectNamed("p").SamplingRate(0.5) : task.OnDatasetNamed("d").ExperimentsNamed("x");
        task.EvaluatorNamed("T", e => e.Map("input", IsProduction ? "attributes.input.value" : "question"));

        var second = tasks.TemplateEvaluation("in statements").EvaluatorNamed("T");
        if (IsProduction)
            second.OnProjectNamed("p").SamplingRate(0.5);
        else
            second.OnDatasetNamed("d").ExperimentsNamed("x");

        var third = tasks.TemplateEvaluation("two conditions").EvaluatorNamed("T");
        if (IsProduction)
            third.OnProjectNamed("p");
        if (!IsProduction)
            third.OnDatasetNamed("d");
        if (!IsProduction)
            third.ExperimentsNamed("x");

        var rate = IsProduction ? 0.1 : 1;
        tasks.TemplateEvaluation("chosen rate").OnProjectNamed("p").SamplingRate(rate).EvaluatorNamed("T");
        tasks.TemplateEvaluation("one of the rates is not used").OnProjectNamed("p").SamplingRate(IsProduction ? 0.1 : 25).EvaluatorNamed("T");

        TaskBuilder chosen;
        if (IsProduction)
            chosen = tasks.TemplateEvaluation("chosen 1");
        else
            chosen = tasks.CodeEvaluation("chosen 2");
        chosen.OnProjectNamed("p").EvaluatorNamed("T");

        var kind = DateTime.Now.DayOfWeek switch
        {
            DayOfWeek.Sunday => tasks.TemplateEvaluation("switched 1"),
            DayOfWeek.Monday => throw new InvalidOperationException(),
            _ => tasks.CodeEvaluation("switched 2"),
        };
        kind.OnDatasetNamed("d").EvaluatorNamed("T").ExperimentsNamed("x");

        switch (DateTime.Now.Year)
        {
            case > 2020:
                tasks.TemplateEvaluation("case").OnProjectNamed("p").EvaluatorNamed("T");
                break;
            case 2020 when IsProduction:
                goto default;
            default:
                tasks.TemplateEvaluation("default").OnProjectNamed("p").EvaluatorNamed("T");
                break;
        }

        var overwritten = tasks.TemplateEvaluation("overwritten in a branch").OnProjectNamed("p").EvaluatorNamed("T");
        if (IsProduction)
            overwritten = tasks.TemplateEvaluation("only in production").OnProjectNamed("p");
        overwritten.EvaluatorNamed("U");

        if (tasks.TemplateEvaluation("pattern") is { } matched && IsProduction)
            matched.OnProjectNamed("p").EvaluatorNamed("T");
        if (tasks.TemplateEvaluation("negated pattern") is not { } named)
            return;
        named.OnProjectNamed("p").EvaluatorNamed("T");
        object boxed = tasks.TemplateEvaluation("boxed");
        if (boxed is TaskBuilder unboxed)
            unboxed.OnProjectNamed("p").EvaluatorNamed("T");
        ((TaskBuilder)boxed).SamplingRate(0.5);
        var asserted = (tasks.TemplateEvaluation("as") as TaskBuilder)!;
        asserted.OnProjectNamed("p").EvaluatorNamed("T");
        _ = IsProduction && tasks.TemplateEvaluation("short circuit").OnProjectNamed("p").EvaluatorNamed("T") != null;
        var fallback = (IsProduction ? tasks.TemplateEvaluation("perhaps") : null) ?? tasks.TemplateEvaluation("otherwise");
        fallback.OnProjectNamed("p").EvaluatorNamed("T");
        const bool isOff = false;
        if (isOff)
#pragma warning disable CS0162
            tasks.TemplateEvaluation("never").SamplingRate(25);
#pragma warning restore CS0162
    }
}

public sealed class Exits : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = tasks.TemplateEvaluation("finished behind an exit");
        task.EvaluatorNamed("T");
        if (DateTime.Now.Year < 2000)
        {
            task.OnDatasetNamed("d").ExperimentsNamed("x");
            return;
        }

        task.OnProjectNamed("p");
        Early(tasks.TemplateEvaluation("finished early or late"));
        var inLambda = tasks.TemplateEvaluation("exit in a lambda").OnProjectNamed("p");
        inLambda.EvaluatorNamed("T", e =>
        {
            if (DateTime.Now.Year < 2000)
                return;
            e.Map("input", "attributes.input.value");
        });
        using (new CancellationTokenSource())
        {
            inLambda.SamplingRate(0.5);
        }

        lock (this)
            tasks.TemplateEvaluation("locked").OnProjectNamed("p").EvaluatorNamed("T");
        var tried = tasks.TemplateEvaluation("tried");
        try
        {
            tried.OnProjectNamed(Environment.GetEnvironmentVariable("P") ?? throw new InvalidOperationException());
        }
        catch (InvalidOperationException)
        {
            tried.OnDatasetNamed("d").ExperimentsNamed("x");
        }
        finally
        {
            tried.EvaluatorNamed("T");
        }

        TaskBuilder? assigned = null;
        try
        {
            assigned = tasks.TemplateEvaluation("assigned in a try");
        }
        catch (Exception) when (assigned is null)
        {
            throw;
        }

        assigned.OnProjectNamed("p").EvaluatorNamed("T");
        checked
        {
            assigned.SamplingRate(0.5);
        }
    }

    private static void Early(TaskBuilder task)
    {
        task.EvaluatorNamed("T");
        if (DateTime.Now.Year > 2000)
        {
            task.OnProjectNamed("p");
            return;
        }

        task.OnDatasetNamed("d").ExperimentsNamed("x");
    }
}

public sealed class Loops : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var task = tasks.TemplateEvaluation("evaluators in a loop").OnProjectNamed("p");
        foreach (var name in new[] { "T", "U" })
            task.EvaluatorNamed(name);
        foreach (var team in new[] { "a", "b", "c" })
        {
            if (team == "b")
                continue;
            var one = tasks.TemplateEvaluation("team " + team);
            if (team == "c")
                one.OnDatasetNamed("d").ExperimentsNamed("x");
            else
                one.OnProjectNamed(team);
            one.EvaluatorNamed("T");
        }

        foreach (var team in Environment.GetCommandLineArgs())
        {
            var one = tasks.TemplateEvaluation("argument " + team);
            if (team.Length > 3)
            {
                one.OnProjectNamed(team).EvaluatorNamed("T");
                continue;
            }

            one.OnDatasetNamed("d").ExperimentsNamed("x").EvaluatorNamed("T");
        }

        for (var i = 0; i < 3; i++)
        {
            var id = i == 0 ? "RXZhbHVhdG9yOjEyOmFCY0Q=" : $"RXZhbHVhdG9yOjE{i}OmFCY0Q=";
            tasks.TemplateEvaluation($"round {i}").OnProjectNamed("p").Evaluator(id);
        }

        var rounds = 0;
        TaskBuilder? found = null;
        while (found is null)
        {
            if (rounds++ > 2)
                found = tasks.TemplateEvaluation("found");
        }

        found.OnProjectNamed("p").EvaluatorNamed("T");
        do
        {
            found.SamplingRate(0.5);
        }
        while (rounds < 0);

        foreach (var (name, rate) in new[] { ("deconstructed 1", 0.1), ("deconstructed 2", 0.2) })
            tasks.TemplateEvaluation(name).OnProjectNamed("p").SamplingRate(rate).EvaluatorNamed("T");
        foreach (var setting in new[] { new { Name = "anonymous 1", Rate = 0.1 }, new { Name = "anonymous 2", Rate = 0.2 } })
            tasks.TemplateEvaluation(setting.Name).OnProjectNamed("p").SamplingRate(setting.Rate).EvaluatorNamed("T");
        foreach (var percent in new[] { 10, 20 })
            tasks.TemplateEvaluation("percent " + percent).OnProjectNamed("p").SamplingRate(percent / 100.0).EvaluatorNamed("T");
        foreach (var setting in new Dictionary<string, double> { ["entry 1"] = 0.1 })
            tasks.TemplateEvaluation(setting.Key).OnProjectNamed("p").SamplingRate(setting.Value).EvaluatorNamed("T");
        foreach (var built in All(tasks))
            built.OnProjectNamed("p").EvaluatorNamed("T");
        foreach (var name in new[] { "same name", "same name" }.Distinct())
            tasks.TemplateEvaluation(name).OnProjectNamed("p").EvaluatorNamed("T");
        foreach (var name in new[] { "stops", "stops" })
        {
            tasks.TemplateEvaluation(name).OnProjectNamed("p").EvaluatorNamed("T");
            break;
        }
    }

    private static IEnumerable<TaskBuilder> All(TaskCatalogBuilder tasks)
    {
        yield return tasks.TemplateEvaluation("yielded 1");
        yield return tasks.TemplateEvaluation("yielded 2");
    }
}

public sealed class Lambdas : TaskCatalog
{
    private static readonly Action<EvaluatorBuilder> Standard = e => e.Map("output", "attributes.output.value");

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.TemplateEvaluation("delegate in a field").OnProjectNamed("p").EvaluatorNamed("T", Standard);
        Func<string, TaskBuilder> make = name => tasks.TemplateEvaluation(name);
        make("made by a delegate").OnProjectNamed("p").EvaluatorNamed("T");
        Func<TaskCatalogBuilder, string, TaskBuilder> start = (builder, name) => builder.TemplateEvaluation(name).OnProjectNamed("p");
        start(tasks, "started by a delegate").EvaluatorNamed("T");
        Action<EvaluatorBuilder>? none = null;
        tasks.TemplateEvaluation("no delegate").OnProjectNamed("p").EvaluatorNamed("T", none);
        Action<EvaluatorBuilder> both = e => e.Map("input", "attributes.input.value");
        both += e => e.Map("output", "attributes.output.value");
        tasks.TemplateEvaluation("two delegates in one").OnProjectNamed("p").EvaluatorNamed("T", both);
        TaskBuilder task = tasks.TemplateEvaluation("captured 1").EvaluatorNamed("T");
        Action onProject = () => task.OnProjectNamed("p");
        onProject();
        task = tasks.TemplateEvaluation("captured 2").EvaluatorNamed("T");
        onProject();
        Enumerable.Range(1, 3).ToList().ForEach(i => tasks.TemplateEvaluation($"for each {i}").OnProjectNamed("p").EvaluatorNamed("T"));
        var all = new[] { "a", "b" }.Select(name => tasks.TemplateEvaluation("selected " + name)).ToList();
        all.ForEach(one => one.OnProjectNamed("p").EvaluatorNamed("T"));
        var later = new List<Action>();
        var finished = tasks.TemplateEvaluation("finished later");
        later.Add(() => finished.OnProjectNamed("p"));
        later.Add(() => finished.EvaluatorNamed("T"));
        later.ForEach(act => act());
        Invoke(tasks.TemplateEvaluation, "method group").OnProjectNamed("p").EvaluatorNamed("T");
        Configured(tasks.TemplateEvaluation("configured").EvaluatorNamed("T"), t => t.OnProjectNamed("p"));
        Configured(tasks.TemplateEvaluation("configured by nothing").OnProjectNamed("p").EvaluatorNamed("T"), null);
        Configured(tasks.TemplateEvaluation("configured by a method").EvaluatorNamed("T"), Project);
        static void Project(TaskBuilder t) => t.OnProjectNamed("p");
        dynamic loose = tasks.TemplateEvaluation("dynamic");
        loose.OnProjectNamed("p");
        loose.EvaluatorNamed("T");
        new Lazy<TaskBuilder>(() => tasks.TemplateEvaluation("lazy")).Value.OnProjectNamed("p").EvaluatorNamed("T");
        var thread = new Thread(() => finished.SamplingRate(0.5));
        thread.Start();
        thread.Join();
    }

    private static TaskBuilder Invoke(Made make, string name) => make(name);

    private delegate TaskBuilder Made(string? name, int line = 0, string? file = null);

    private static void Configured(TaskBuilder task, Action<TaskBuilder>? configure) => configure?.Invoke(task);
}
