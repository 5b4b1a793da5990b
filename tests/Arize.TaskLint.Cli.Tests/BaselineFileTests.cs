using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What a baseline's file looks like, which files it means, and that nothing is lost of it.</summary>
public sealed class BaselineFileTests
{
    private const string Written = """
        {
          "formatVersion": "2.0",
          "findings": [
            {"rule":"ATL2004","file":"arize/a.arize.yaml","task":"A","path":"sampling_rate","message":"sampling_rate '25' is not between 0 and 1; did you mean 0.25","fingerprint":"2-994cb0d01cfb0c12a428"},
            {"rule":"ATL1007","file":"arize/a.arize.yaml","task":"B","path":"created_at","message":"'created_at' is written by the server; declaring it has no effect","fingerprint":"2-dfa2126a79dda02faa8e"},
            {"rule":"ATL2004","file":"arize/a.arize.yaml","task":"B","path":"sampling_rate","message":"sampling_rate '30' is not between 0 and 1; did you mean 0.3","fingerprint":"2-0ff471e8feca4a0db738"},
            {"rule":"ATL1003","file":"arize/b.arize.yaml","task":"Größe \"2\"","path":"ignore[0].nme","message":"an ignore entry has no field 'nme'","count":2,"fingerprint":"2-b998c7226852dbb7f377"}
          ]
        }

        """;

    private const string OfTheFirstVersion = """
        {
          "formatVersion": "1.0",
          "findings": [
            {"rule":"ATL2004","file":"arize/a.arize.yaml","task":"A","path":"sampling_rate","message":"sampling_rate '25' is not between 0 and 1; did you mean 0.25","fingerprint":"c5c5f30d52aa0dcfc382"},
            {"rule":"ATL1007","file":"arize/a.arize.yaml","task":"B","path":"created_at","message":"'created_at' is written by the server; declaring it has no effect","fingerprint":"b61387dbd6512d88e767"},
            {"rule":"ATL2004","file":"arize/a.arize.yaml","task":"B","path":"sampling_rate","message":"sampling_rate '30' is not between 0 and 1; did you mean 0.3","fingerprint":"bbae4af3f760d5a8d4df"},
            {"rule":"ATL1003","file":"arize/b.arize.yaml","task":"Größe \"2\"","path":"ignore[0].nme","message":"an ignore entry has no field 'nme'","count":2,"fingerprint":"114ff60744a28b13c547"}
          ]
        }

        """;

    [Fact]
    public async Task Baseline_of_the_first_version_accepts_the_same_and_is_written_anew_by_prune()
    {
        using var run = Folder().File("tasklint-baseline.json", OfTheFirstVersion);

        Assert.Equal(0, (await run.RunAsync("lint", "--baseline", "tasklint-baseline.json", "--fail-on", "suggestion", "arize")).ExitCode);
        var dry = await run.RunAsync("baseline", "prune", "--dry-run", "arize");
        Assert.Equal((0, "4 findings would be rewritten for version 2.0 in tasklint-baseline.json\n0 findings would be dropped from tasklint-baseline.json\n"), (dry.ExitCode, dry.Output));
        Assert.Equal(OfTheFirstVersion, run.Read("tasklint-baseline.json"));
        var pruned = await run.RunAsync("baseline", "prune", "arize");
        Assert.Equal((0, "4 findings were rewritten for version 2.0 in tasklint-baseline.json\n0 findings were dropped from tasklint-baseline.json\n"), (pruned.ExitCode, pruned.Output));
        Assert.Equal(Written, run.Read("tasklint-baseline.json"));
        Assert.Equal(0, (await run.RunAsync("lint", "--baseline", "tasklint-baseline.json", "--fail-on", "suggestion", "arize")).ExitCode);
    }

    [Theory]
    [InlineData("""{ "formatVersion": "1.0", "tool": { "name": "tasklint", "version": "0.1.0" }, "complete": true, "findings": [] }""")]
    [InlineData("""{ "formatVersion": "3.0", "findings": [] }""")]
    [InlineData("""{ "formatVersion": "2.0", "findings": null }""")]
    [InlineData("""{ "formatVersion": "2.0", "findings": [{ "rule": "ATL2004", "file": "a", "fingerprint": "2-1", "reason": "agreed with Ada" }] }""")]
    [InlineData("""{ "formatVersion": "2.0", "findings": [], "owner": "platform" }""")]
    public async Task Create_replaces_no_file_with_something_in_it_that_no_baseline_has(string text)
    {
        using var run = Folder().File("other.json", text);

        var created = await run.RunAsync("baseline", "create", "arize", "--output", "other.json");

        Assert.Equal((2, text), (created.ExitCode, run.Read("other.json")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("{\n  \"formatVersion\": \"2.0\",\n  \"findings\": [\n<<<<<<< ours\n    {\"rule\":\"ATL2004\",\"fingerprint\":\"2-1\"}\n=======\n>>>>>>> theirs\n  ]\n}\n")]
    [InlineData(OfTheFirstVersion)]
    public async Task Create_replaces_a_baseline(string text)
    {
        using var run = Folder().File("tasklint-baseline.json", text);

        var created = await run.RunAsync("baseline", "create", "arize");

        Assert.Equal((0, Written), (created.ExitCode, run.Read("tasklint-baseline.json")));
    }

    [Fact]
    public async Task It_is_sorted_has_an_entry_a_line_and_no_time()
    {
        using var run = Folder();

        Assert.StartsWith("5 findings accepted in tasklint-baseline.json\n", (await run.RunAsync("baseline", "create", "arize")).Output, StringComparison.Ordinal);
        Assert.Equal(Written, run.Read("tasklint-baseline.json"));
    }

    [Fact]
    public async Task Written_again_on_another_day_it_is_the_same_to_the_byte()
    {
        using var run = Folder();
        _ = await run.RunAsync("baseline", "create", "arize");
        var first = await File.ReadAllBytesAsync(run.PathOf("tasklint-baseline.json"));
        run.Time = new SkippingTime(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _ = await run.RunAsync("baseline", "create", "arize/b.arize.yaml", "arize/a.arize.yaml");

        Assert.Equal(first, await File.ReadAllBytesAsync(run.PathOf("tasklint-baseline.json")));
        Assert.Equal((byte)'{', first[0]);
    }

    [Fact]
    public async Task Where_nothing_is_found_it_is_empty_and_counts_as_one()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", "name: A\npartial: true\n");

        Assert.StartsWith("0 findings accepted in tasklint-baseline.json\n", (await run.RunAsync("baseline", "create")).Output, StringComparison.Ordinal);
        Assert.Equal("{\n  \"formatVersion\": \"2.0\",\n  \"findings\": []\n}\n", run.Read("tasklint-baseline.json"));
        Assert.Equal(0, (await run.RunAsync("lint", "--baseline", "tasklint-baseline.json")).ExitCode);
    }

    [Fact]
    public async Task Pruned_it_keeps_all_other_lines_and_the_count_goes_down()
    {
        using var run = Folder();
        _ = await run.RunAsync("baseline", "create", "arize");
        run.File("arize/b.arize.yaml", run.Read("arize/b.arize.yaml").Replace("- { path: type, nme: y }", "- { path: type }", StringComparison.Ordinal));

        var result = await run.RunAsync("baseline", "prune", "arize");
        Assert.Equal((0, "gone: ATL1003 in arize/b.arize.yaml, line 7 of the baseline\n1 finding was dropped from tasklint-baseline.json\n"), (result.ExitCode, result.Output));
        Assert.Equal(Written.Replace("\"count\":2,", "", StringComparison.Ordinal), run.Read("tasklint-baseline.json"));

        run.File("arize/b.arize.yaml", "name: other\npartial: true\n").File("arize/a.arize.yaml", run.Read("arize/a.arize.yaml").Replace("    created_at: 2026-01-01\n", "", StringComparison.Ordinal));
        Assert.EndsWith("2 findings were dropped from tasklint-baseline.json\n", (await run.RunAsync("baseline", "prune", "arize")).Output, StringComparison.Ordinal);
        string[] lines = Written.Split('\n');
        Assert.Equal([.. lines[..4], lines[5].TrimEnd(','), .. lines[7..]], run.Read("tasklint-baseline.json").Split('\n'));
        Assert.Equal(0, (await run.RunAsync("lint", "arize", "--baseline", "tasklint-baseline.json", "--fail-on", "warning")).ExitCode);
    }

    [Fact]
    public async Task Entries_that_somebody_laid_out_anew_are_pruned_too()
    {
        using var run = Folder();
        _ = await run.RunAsync("baseline", "create", "arize");
        run.File("tasklint-baseline.json", run.Read("tasklint-baseline.json").Replace(",\"", ",\n      \"", StringComparison.Ordinal).Replace("{\"rule", "{\n      \"rule", StringComparison.Ordinal));
        run.File("arize/a.arize.yaml", "name: other\npartial: true\n");

        Assert.EndsWith("3 findings were dropped from tasklint-baseline.json\n", (await run.RunAsync("baseline", "prune", "arize")).Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (await run.RunAsync("lint", "arize", "--baseline", "tasklint-baseline.json", "--fail-on", "warning", "-q")) is var lint ? (lint.ExitCode, lint.Output) : default);
    }

    [Theory]
    [InlineData("arize", "tasklint-baseline.json")]
    [InlineData("arize", "arize/accepted.json")]
    [InlineData("arize", "other/accepted.json")]
    public async Task Its_files_are_relative_to_its_folder_wherever_the_tool_runs(string path, string baseline)
    {
        using var run = Folder().File("other/readme", "");
        _ = await run.RunAsync("baseline", "create", path, "-o", baseline);
        using var elsewhere = ToolRun.In(run.PathOf("other"));

        Assert.Equal((0, "3 tasks linted · no findings, 5 suppressed · exit 0\n"), await run.RunAsync("lint", path, "--baseline", baseline, "--fail-on", "warning") is var here ? (here.ExitCode, here.Output) : default);
        Assert.Equal((0, "3 tasks linted · no findings, 5 suppressed · exit 0\n"), await elsewhere.RunAsync("lint", "../" + path, "--baseline", "../" + baseline, "--fail-on", "warning") is var there ? (there.ExitCode, there.Output) : default);
    }

    [Fact]
    public async Task From_a_folder_below_nothing_is_said_of_the_files_above_and_none_of_them_is_dropped()
    {
        using var run = Folder().File("arize/below/c.arize.yaml", "name: C\npartial: true\n").File("tasklint.yaml", "baseline: accepted.json\n");
        _ = await run.RunAsync("baseline", "create");
        var before = run.Read("accepted.json");
        using var below = ToolRun.In(run.PathOf("arize/below"));

        Assert.Equal("1 task linted · no findings · exit 0\n", (await below.RunAsync("lint")).Output);
        Assert.Equal("0 findings were dropped from ../../accepted.json\n", (await below.RunAsync("baseline", "prune")).Output);
        Assert.Equal(before, run.Read("accepted.json"));
    }

    [Fact]
    public async Task What_a_path_leaves_out_is_not_dropped_and_what_is_deleted_is()
    {
        using var run = Folder();
        _ = await run.RunAsync("baseline", "create", "arize");

        Assert.StartsWith("0 findings", (await run.RunAsync("baseline", "prune", "arize/b.arize.yaml")).Output, StringComparison.Ordinal);
        File.Delete(run.PathOf("arize/a.arize.yaml"));
        Assert.EndsWith("3 findings were dropped from tasklint-baseline.json\n", (await run.RunAsync("baseline", "prune", "arize/b.arize.yaml")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_settings_declare_is_all_there_is()
    {
        using var run = Folder().File("tasklint.yaml", "declarations: arize/b.arize.yaml\nbaseline: accepted.json\n");
        _ = await run.RunAsync("baseline", "create", "arize");

        Assert.EndsWith("3 findings were dropped from accepted.json\n", (await run.RunAsync("baseline", "prune")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_lines_baseline_stands_above_the_settings()
    {
        using var run = Folder().File("tasklint.yaml", "baseline: missing.json\n");
        _ = await run.RunAsync("baseline", "create", "arize", "-o", "own.json");

        Assert.Equal(0, (await run.RunAsync("lint", "arize", "--baseline", "own.json")).ExitCode);
        Assert.Equal(2, (await run.RunAsync("lint", "arize")).ExitCode);
    }

    [Fact]
    public async Task Standard_input_has_a_name_too()
    {
        using var run = ToolRun.Create().Input("name: A\npartial: true\ncreated_at: 2026-01-01\n");

        Assert.StartsWith("1 finding accepted in tasklint-baseline.json\n", (await run.RunAsync("baseline", "create", "-")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await run.RunAsync("lint", "-", "--baseline", "tasklint-baseline.json", "--fail-on", "warning")).ExitCode);
    }

    [Theory]
    [InlineData("missing/accepted.json")]
    [InlineData("arize")]
    public async Task Where_it_cannot_be_written_nothing_is_left_behind(string baseline)
    {
        using var run = Folder();
        var result = await run.RunAsync("baseline", "create", "arize", "-o", baseline);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"tasklint: the baseline '{baseline}' cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(["arize"], Directory.EnumerateFileSystemEntries(run.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_could_not_be_determined_leaves_the_file_as_it_was()
    {
        using var run = Folder();
        run.File("tasklint-baseline.json", "what somebody wrote");

        foreach (var further in new[] { "--check", "--live=cut.json" })
        {
            run.File("cut.json", """{"tasks": [], "pagination": {"has_more": true, "next_cursor": "x"}}""");
            Assert.Equal(3, (await run.RunAsync("baseline", "create", "arize", further)).ExitCode);
            Assert.Equal("what somebody wrote", run.Read("tasklint-baseline.json"));
        }
    }

    [Theory]
    [InlineData("missing.json", "does not exist; 'tasklint baseline create' writes one")]
    [InlineData("arize", "is a folder; a baseline is a file")]
    public async Task A_file_that_is_none_is_refused(string baseline, string reason)
    {
        using var run = Folder();

        var result = await run.RunAsync("lint", "arize", "--baseline", baseline);
        Assert.Equal((2, "", $"tasklint: --baseline '{baseline}' {reason}\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("tasks:\n  - name: A\n")]
    [InlineData("{\"tasks\": [], \"pagination\": {}}\n")]
    [InlineData("Notes of the team\n")]
    public async Task Create_does_not_overwrite_a_file_that_is_no_baseline(string text)
    {
        using var run = Folder().File("mine.txt", text);

        var result = await run.RunAsync("baseline", "create", "arize", "--output", "mine.txt");
        Assert.Equal(
            (2, "", "tasklint: 'mine.txt' is not written: it is there already and is no baseline; delete it, or give another file\n"),
            (result.ExitCode, result.Output, result.Error));
        Assert.Equal(text, run.Read("mine.txt"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("{\n<<<<<<< ours\n  \"formatVersion\": \"1.0\",\n=======\n  \"formatVersion\": \"2.0\",\n>>>>>>> theirs\n  \"findings\": []\n}\n")]
    public async Task Create_writes_an_empty_file_and_a_baseline_with_conflicts_of_a_merge(string text)
    {
        using var run = Folder().File("tasklint-baseline.json", text);

        Assert.Equal(0, (await run.RunAsync("baseline", "create", "arize")).ExitCode);
        Assert.Equal(Written, run.Read("tasklint-baseline.json"));
    }

    [Fact]
    public async Task The_key_does_not_get_into_it()
    {
        using var run = ToolRun.Create().Variable("ARIZE_API_KEY", "ak-0123456789-secret").File("a.arize.yaml", "name: A\npartial: true\nsampling_rate: ak-0123456789-secret\n");
        _ = await run.RunAsync("baseline", "create");

        Assert.DoesNotContain("secret", run.Read("tasklint-baseline.json"), StringComparison.Ordinal);
    }

    private static ToolRun Folder() => ToolRun.Create()
        .File("arize/a.arize.yaml", "tasks:\n" + Of("A", "25") + Of("B", "30") + "    created_at: 2026-01-01\n")
        .File("arize/b.arize.yaml", "name: 'Größe \"2\"'\npartial: true\nignore:\n  - { path: name, nme: x }\n  - { path: type, nme: y }\n");

    private static string Of(string name, string rate) => $"  - name: {name}\n    type: CODE_EVALUATION\n    project: support-bot\n    sampling_rate: {rate}\n    evaluators: [{{ evaluator: Toxicity }}]\n";
}
