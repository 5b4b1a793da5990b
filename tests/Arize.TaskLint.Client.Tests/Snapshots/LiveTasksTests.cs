using System.Text;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Tests.Snapshots;

public sealed class LiveTasksTests
{
    [Theory]
    [InlineData("2026-02-20T10:00:00.000Z", "2026-02-21T10:00:00.000Z", "second")]
    [InlineData("2026-02-21T10:00:00.000Z", "2026-02-20T10:00:00.000Z", "first")]
    [InlineData("2026-02-20T12:00:00+02:00", "2026-02-20T10:30:00Z", "second")]
    [InlineData("2026-02-20 10:00:00.5Z", "2026-02-20T10:00:00Z", "first")]
    [InlineData("2026-02-20T10:00:00Z", "2026-02-20T10:00:00Z", "second")]
    [InlineData("yesterday", "2026-02-20T10:00:00Z", "second")]
    [InlineData("2026-02-20T10:00:00Z", null, "second")]
    public void Copy_with_the_later_update_counts(string? first, string? second, string counts)
    {
        var tasks = new LiveTasks();

        tasks.Add(Task("t1", "Old name", first, "first"));
        var (kept, superseded) = tasks.Add(Task("t1", "New name", second, "second"));

        Assert.Equal(1, tasks.Count);
        Assert.Equal(counts, kept![TaskFields.QueryFilter].Text);
        Assert.Equal(counts == "first" ? "second" : "first", superseded![TaskFields.QueryFilter].Text);
        Assert.Equal(counts, tasks.WithId("t1")![TaskFields.QueryFilter].Text);
        Assert.Equal(counts == "first" ? 1 : 0, tasks.Named("Old name").Count);
        Assert.Equal(counts == "second" ? 1 : 0, tasks.Named("New name").Count);
    }

    [Fact]
    public void Of_tasks_that_are_not_needed_only_ID_and_name_are_kept()
    {
        var tasks = new LiveTasks((id, name) => id == "t1" || name == "B");

        Assert.NotNull(tasks.Add(Task("t1", "A", null, "")).Counts);
        Assert.NotNull(tasks.Add(Task("t2", "B", null, "")).Counts);
        Assert.Null(tasks.Add(Task("t3", "C", null, "")).Counts);

        Assert.Equal((3, true, null), (tasks.Count, tasks.Has("t3"), tasks.WithId("t3")));
        Assert.Equal(["A", "B", "C"], tasks.Names);
        Assert.Empty(tasks.Named("C"));
    }

    [Fact]
    public void Task_that_got_a_declared_name_between_two_pages_is_found()
    {
        var tasks = new LiveTasks((_, name) => name == "New");

        tasks.Add(Task("t1", "Old", "2026-02-20T10:00:00Z", "first"));
        tasks.Add(Task("t1", "New", "2026-02-20T11:00:00Z", "second"));

        Assert.Single(tasks.Named("New"));
    }

    [Theory]
    [InlineData("""{ "a": 1, "b": [{ "c": 1 }, { "c": 1, "d": 2, "c": 1 }] }""", "c")]
    [InlineData("""{ "tasks": [], "tasks": [] }""", "tasks")]
    [InlineData("""[{ "a": 1 }, { "a": 1 }]""", null)]
    public void Key_that_an_object_has_twice_is_found_at_any_depth(string json, string? key) =>
        Assert.Equal(key, RepeatedKeys.FirstIn(Assert.Single(JsonTree.ReadAll(Encoding.UTF8.GetBytes(json)))));

    private static MappingNode Task(string id, string name, string? updated, string filter) => Assert.IsType<MappingNode>(Assert.Single(JsonTree.ReadAll(
        Encoding.UTF8.GetBytes($$"""{ "id": "{{id}}", "name": "{{name}}", "updated_at": {{(updated is null ? "null" : $"\"{updated}\"")}}, "query_filter": "{{filter}}" }"""))));
}
