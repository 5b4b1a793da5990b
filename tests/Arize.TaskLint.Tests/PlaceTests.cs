using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Arize.TaskLint.Tests;

/// <summary>Every value of a document tells the line that declared it.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void Each_call_of_a_chain_stands_at_its_own_line()
    {
        var start = Line();
        var task = Declared.Task(tasks => tasks
            .TemplateEvaluation("t")
            .OnProject(
                "p")
            .SamplingRate(1).Continuous()
            .Evaluator("e", evaluator => evaluator
                .Map("input", "a")
                .Map("output", "b")));

        Assert.Equal("name 2, type 2, project_id 3, sampling_rate 5, is_continuous 5, evaluators 6", Lines(task, start));
        Assert.Equal("evaluator_id 6, column_mappings 7", Lines(task.GetProperty("evaluators")[0], start));
        Assert.Equal("input 7, output 8", Lines(task.GetProperty("evaluators")[0].GetProperty("column_mappings"), start));
    }

    [Fact]
    public void Each_item_of_a_list_stands_at_the_line_of_the_call_that_added_it()
    {
        var start = Line();
        var task = Declared.Task(tasks => tasks.Task("t")
            .Experiments()
            .Experiments("a", "b")
            .Experiments(["c"])
            .Evaluator("e")
            .Evaluator("f"));
        var places = task.GetProperty("x-at").EnumerateArray().ToArray();

        Assert.Equal("name 1, experiment_ids 2, evaluators 5", Lines(task, start));
        Assert.Equal([3, 3, 4], Items(places[1]).Select(line => line - start));
        Assert.Equal([5, 6], Items(places[2]).Select(line => line - start));
    }

    [Fact]
    public void Lists_in_lists_have_places_in_places()
    {
        var start = Line();
        var task = Declared.Task(tasks => tasks.Task("t").RunConfiguration(run => run
            .ProviderParameters(provider => provider
                .SetList("outer", outer => outer
                    .AddList(inner => inner
                        .Add(1))))));
        var place = task.GetProperty("run_configuration").GetProperty("provider_parameters").GetProperty("x-at")[0];

        Assert.Equal(start + 3, place[1].GetInt32());
        Assert.Equal(start + 4, place[2][0][1].GetInt32());
        Assert.Equal(start + 5, place[2][0][2][0][1].GetInt32());
    }

    [Fact]
    public void More_than_five_texts_stand_at_the_line_of_the_call_before()
    {
        var start = Line();
        var task = Declared.Task(tasks => tasks.Task("t")
            .OnDataset("d")
            .Experiments("a", "b", "c", "d", "e", "f"));

        Assert.Equal("name 1, dataset_id 2, experiment_ids 2", Lines(task, start));
    }

    [Fact]
    public void Parts_of_a_matcher_stand_at_the_line_of_the_call_that_took_it()
    {
        var fitting = Match.Between(0, 1);
        var start = Line();
        var task = Declared.Task(tasks => tasks.Task("t")
            .SamplingRate(fitting));

        Assert.Equal("min 2, max 2", Lines(task.GetProperty("sampling_rate"), start));
    }

    [Fact]
    public void Files_are_told_once_and_helpers_in_other_files_have_their_own()
    {
        var document = JsonDocument.Parse(Declared.Document(tasks =>
        {
            var task = tasks.InSpace("s", 1, "a.cs").Task("t", 2, "a.cs");
            task.OnProject("p", 7, "b.cs").QueryFilter("f", 3, "a.cs").WithId("i", 0, null);
        })).RootElement;

        Assert.Equal("""["a.cs", "b.cs", ""]""", Declared.WithoutPlaces(document.GetProperty("x-files")));
        Assert.Equal("[[0, 1], [0, 2, [[0, 2]]]]", Declared.WithoutPlaces(document.GetProperty("x-at")));
        Assert.Equal("[[0, 2], [1, 7], [0, 3], [2, 0]]", Declared.WithoutPlaces(document.GetProperty("tasks")[0].GetProperty("x-at")));
    }

    [Fact]
    public void The_file_is_the_one_that_the_call_stands_in()
    {
        var document = JsonDocument.Parse(Declared.Document(tasks => tasks.Task("t"))).RootElement;

        Assert.Equal(File(), Assert.Single(document.GetProperty("x-files").EnumerateArray()).GetString());
        static string File([CallerFilePath] string file = "") => file;
    }

    [Fact]
    public void A_catalog_without_tasks_has_an_empty_list_of_them() => Assert.EndsWith(
        """, "x-files": [""], "tasks": [], "x-at": [[0, 0, []]]}""", Declared.Document(_ => { }), StringComparison.Ordinal);

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string Lines(JsonElement mapping, int start) =>
        string.Join(", ", mapping.EnumerateObject()
        .Where(entry => entry.Name != "x-at")
        .Zip(mapping.GetProperty("x-at").EnumerateArray(), (entry, place) => $"{entry.Name} {place[1].GetInt32() - start}"));

    private static IEnumerable<int> Items(JsonElement place) => place[2].EnumerateArray().Select(item => item[1].GetInt32());
}
