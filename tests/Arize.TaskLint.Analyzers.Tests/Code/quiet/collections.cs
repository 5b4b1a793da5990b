// Lists that are not what they are where they are made.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Arize.TaskLint;

internal static class Runs
{
    public const string Project = "TW9kZWw6MTIzOmFCY0Q=";
    public const string Judge = "RXZhbHVhdG9yOjEyOmFCY0Q=";
    public const string Run = "RXhwZXJpbWVudDoxOmFCY0Q=";
    public static readonly string[] FilledInConstructor = { "", "" };
    public static readonly string[] FilledElsewhere = { "" };
    public static readonly List<string> Shared = [];
    internal static readonly List<string> Grown = new() { " " };
    public static string[] Property { get; } = { "" };
    private static readonly string[] Hidden = { "" };

    static Runs()
    {
        FilledInConstructor[0] = Run;
        FilledInConstructor[1] = Run + "2";
        Hidden[0] = Run;
    }

    public static string[] Get() => Hidden;

    public static TaskBuilder Gate(this TaskCatalogBuilder tasks, string name) =>
        tasks.TemplateEvaluation(name).OnDatasetNamed("golden").EvaluatorNamed("Hallucination Eval", e => e.Map("input", "question"));
}

public sealed class AddedAfter : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        List<string> ids = [];
        ids.Add(Runs.Run);
        tasks.Gate("list, one added").Experiments(ids);

        var many = new List<string>();
        many.AddRange(["a", "b"]);
        tasks.Gate("list, range added").ExperimentsNamed(many);

        List<string> cleared = [" "];
        cleared.Clear();
        cleared.Insert(0, Runs.Run);
        tasks.Gate("list, cleared and filled").Experiments(cleared);

        var set = new HashSet<string>();
        foreach (var run in new[] { "a", "b" })
            set.Add(run);
        tasks.Gate("set").ExperimentsNamed(set);

        List<string> replaced = [""];
        replaced[0] = Runs.Run;
        tasks.Gate("list, element set").Experiments(replaced);
    }
}

public sealed class Arrays : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var set = new string[] { "", "" };
        (set[0], set[1]) = ("a", "b");
        tasks.Gate("deconstructed into elements").ExperimentsNamed(set);

        var filled = new[] { "" };
        Array.Fill(filled, "a");
        tasks.Gate("filled by the framework").ExperimentsNamed(filled);

        var sized = new string[2];
        for (var i = 0; i < sized.Length; i++)
            sized[i] = $"run {i}";
        tasks.Gate("filled in a loop").ExperimentsNamed(sized);

        var alias = new[] { "" };
        var same = alias;
        same[0] = "a";
        tasks.Gate("through an alias").ExperimentsNamed(alias);

        var spanned = new[] { "" };
        spanned.AsSpan()[0] = "a";
        tasks.Gate("through a span").ExperimentsNamed(spanned);

        var swapped = new[] { "" };
        Swap(ref swapped);
        tasks.Gate("swapped by reference").ExperimentsNamed(swapped);

        var written = new[] { "" };
        Write(written);
        tasks.Gate("written by a helper").ExperimentsNamed(written);

        var element = new[] { "" };
        ref var first = ref element[0];
        first = "a";
        tasks.Gate("through a reference").ExperimentsNamed(element);

        var late = new[] { "" };
        Action fill = () => late[0] = "a";
        fill();
        tasks.Gate("written by a lambda").ExperimentsNamed(late);

        var resized = new[] { " " };
        Array.Resize(ref resized, 0);
        resized = [.. resized, "a"];
        tasks.Gate("resized").ExperimentsNamed(resized);

        var inLoop = new[] { "" };
        for (var round = 0; round < 2; round++)
        {
            if (round > 0)
                tasks.Gate("in the second round").ExperimentsNamed(inLoop);
            inLoop[0] = "a";
        }
    }

    private static void Swap(ref string[] all) => all = ["a"];

    private static void Write(string[] all) => all[0] = "a";
}

public sealed class Fields : TaskCatalog
{
    private static readonly List<string> Own = [];
    private readonly List<string> perCatalog = [];
    private readonly string[] written = [""];

    public Fields()
    {
        Own.Add("a");
        perCatalog.Add("a");
        written[0] = "a";
        Runs.FilledElsewhere[0] = "a";
        Runs.Shared.Add("a");
        Runs.Property[0] = "a";
        Grow(Runs.Grown);
    }

    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.Gate("filled in the static constructor").Experiments(Runs.FilledInConstructor);
        tasks.Gate("filled in another class").ExperimentsNamed(Runs.FilledElsewhere);
        tasks.Gate("list of another class").ExperimentsNamed(Runs.Shared);
        tasks.Gate("handed out and grown").ExperimentsNamed(Runs.Grown);
        tasks.Gate("own list").ExperimentsNamed(Own);
        tasks.Gate("own list of the object").ExperimentsNamed(perCatalog);
        tasks.Gate("own array of the object").ExperimentsNamed(written);
        tasks.Gate("property").ExperimentsNamed(Runs.Property);
        tasks.Gate("returned array").Experiments(Runs.Get());
    }

    private static void Grow(List<string> list) => list[0] = "a";
}

public sealed class Queries : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var names = from n in Enumerable.Range(1, 3) select $"run {n}";
        tasks.Gate("query").ExperimentsNamed(names);
        tasks.Gate("query over blanks").ExperimentsNamed(new[] { " a ", " " }.Select(x => x.Trim()).Where(x => x.Length > 0));
        tasks.Gate("immutable").ExperimentsNamed(ImmutableArray<string>.Empty.Add("a"));
        tasks.Gate("concatenated").ExperimentsNamed(new[] { "a" }.Concat(Enumerable.Empty<string>()));
        string[] none = [];
        tasks.Gate("appended").ExperimentsNamed(none.Append("a"));
        tasks.Gate("spread of a query").ExperimentsNamed([.. none, .. Enumerable.Repeat("a", 1)]);
        var ids = new Dictionary<string, string> { ["a"] = "" };
        ids["a"] = Runs.Run;
        tasks.Gate("dictionary").Experiments(ids.Values);
        tasks.Gate("element of a dictionary").Experiments(ids["a"]);
        tasks.Gate("split").ExperimentsNamed("a,b".Split(','));
        var queue = new Queue<string>(["a"]);
        tasks.Gate("queue").ExperimentsNamed(queue);
        var stack = new Stack<string>();
        stack.Push("a");
        tasks.Gate("stack").ExperimentsNamed(stack);
    }
}
