using System.Text.Json.Nodes;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>check --base</c> in a real repository: the declarations at a commit, those now, and the live tasks.</summary>
public sealed class CheckBaseTests : IAsyncLifetime
{
    private const string Id = "T25saW5lVGFzazoxOmFCY0Q=";
    private const string Evaluators = "evaluators: [{ evaluator_id: RXZhbHVhdG9yOjEyOmFCY0Q=, column_mappings: { input: attributes.input.value } }]";

    private GitRun run = null!;

    public async ValueTask InitializeAsync() => run = await GitRun.CreateAsync();

    public ValueTask DisposeAsync()
    {
        run.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("0.1", "0.1", "0.1", "in_sync", 0)]
    [InlineData("0.1", "0.1", "0.2", "drifted", 0)]
    [InlineData("0.1", "0.2", "0.1", "pending", 0)]
    [InlineData("0.1", "0.2", "0.2", "in_sync", 0)]
    [InlineData("0.1", "0.2", "0.3", "conflict", 1)]
    [InlineData("0.1", "0.2", null, "conflict", 1)]
    [InlineData("0.1", "0.1", null, "drifted", 0)]
    [InlineData("0.10", "0.1", "0.3", "drifted", 0)]
    [InlineData("0.1", "null", "0.1", "pending", 0)]
    [InlineData("0.1", "null", "0.3", "conflict", 1)]
    [InlineData("null", "0.1", null, "pending", 0)]
    [InlineData("0.1", "", "0.3", "in_sync", 0)]
    // What the base does not name was nobody's promise.
    [InlineData("", "0.2", "0.1", "pending", 0)]
    [InlineData("", "0.2", "0.2", "in_sync", 0)]
    [InlineData("{ max: 0.5 }", "{ max: 0.2 }", "0.3", "pending", 0)]
    [InlineData("{ max: 0.5 }", "{ max: 0.2 }", "0.7", "conflict", 1)]
    [InlineData("{ max: 0.2 }", "{ max: 0.2 }", "0.3", "drifted", 0)]
    [InlineData("0.1", "${RATE:0.1}", "0.3", "drifted", 0)]
    public async Task The_status_of_a_field_follows_from_the_base_the_declaration_and_the_live_task(
        string atBase, string now, string? live, string status, int exit)
    {
        run.Tool.File("arize/a.arize.yaml", Yaml(Task(Id, "Check", atBase)));
        await run.CommitAsync();
        run.Tool.File("arize/a.arize.yaml", Yaml(Task(Id, "Check", now))).File("live.json", Live((Id, "Check", live)));

        var (json, code) = await CheckAsync();

        Assert.Equal((status, exit), (StatusOf(json, "Check"), code));
        if (status != "in_sync")
            Assert.Equal(status, (string?)json["tasks"]![0]!["changes"]![0]!["status"]);
    }

    [Fact]
    public async Task Drift_of_another_field_stands_beside_what_is_pending_and_fails_only_if_asked()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1") + "    query_filter: status_code = 'OK'\n"));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.2") + "    query_filter: status_code = 'OK'\n"))
            .File("live.json", Live((Id, "Check", "0.1")).Replace("\"query_filter\":null", "\"query_filter\":\"status_code = 'ERROR'\"", StringComparison.Ordinal));

        var (json, code) = await CheckAsync();
        var (_, asked) = await CheckAsync("--fail-on-existing-drift");

        Assert.Equal((0, 1), (code, asked));
        Assert.Equal(["sampling_rate pending", "query_filter drifted"], json["tasks"]![0]!["changes"]!.AsArray().Select(change => $"{change!["path"]} {change["status"]}"));
        Assert.Equal("existing", (string?)Assert.Single(json["findings"]!.AsArray())!["suppression"]!["kind"]);
    }

    [Fact]
    public async Task A_task_is_recognised_in_another_file_under_another_name_and_by_its_name_once_it_has_an_ID()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Old name", "0.1") + Task(null, "Nightly", "0.1") + Task(null, "Weekly", "0.1")));
        await run.CommitAsync();
        File.Delete(run.Tool.PathOf("a.arize.yaml"));
        run.Tool.File("b.arize.yaml", Yaml(Task(Id, "New name", "0.1") + Task("T25saW5lVGFzazoyOmFCY0Q=", "Nightly", "0.1")))
            .File("sub/c.arize.yaml", Yaml(Task(null, "Weekly", "0.1")))
            .File("live.json", Live((Id, "Old name", "0.1"), ("T25saW5lVGFzazoyOmFCY0Q=", "Nightly", "0.4"), ("T25saW5lVGFzazozOmFCY0Q=", "Weekly", "0.5")));

        var (json, _) = await CheckAsync();

        Assert.Equal(("pending", "drifted", "drifted"), (StatusOf(json, "New name"), StatusOf(json, "Nightly"), StatusOf(json, "Weekly")));
        Assert.Equal("name", (string?)Assert.Single(json["tasks"]![0]!["changes"]!.AsArray())!["path"]);
    }

    [Theory]
    [InlineData("b.arize.yaml", "b.arize.yaml")]
    [InlineData("new/b.arize.yaml", "new")]
    public async Task A_task_that_was_moved_from_a_file_that_is_not_given_is_still_recognised(string file, string given)
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1")));
        await run.CommitAsync();
        File.Delete(run.Tool.PathOf("a.arize.yaml"));
        run.Tool.File(file, Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.3")));

        var result = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json", "--format", "json", given);

        Assert.Equal("drifted", StatusOf(JsonNode.Parse(result.Output)!, "Check"));
    }

    [Fact]
    public async Task Added_and_removed_tasks_are_pending_and_unmanaged_and_fail_nothing()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Gone", "0.1") + Task(null, "Gone everywhere", "0.1") + Task("T25saW5lVGFzazo5OmFCY0Q=", "Deleted in Arize", "0.1")));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(Task(null, "New", "0.1") + Task("T25saW5lVGFzazo4OmFCY0Q=", "Adopted", "0.1") + Task("T25saW5lVGFzazo5OmFCY0Q=", "Deleted in Arize", "0.1")))
            .File("live.json", Live((Id, "Gone", "0.1"), ("T25saW5lVGFzazo4OmFCY0Q=", "Adopted", "0.5")));

        var (json, code) = await CheckAsync();
        var (_, asked) = await CheckAsync("--fail-on-existing-drift");

        Assert.Equal((0, 1), (code, asked));
        Assert.Equal(
            ["New pending", "Adopted pending", "Deleted in Arize missing", "Gone unmanaged"],
            json["tasks"]!.AsArray().Select(task => $"{task!["name"]} {task["status"]}"));
        Assert.Equal("declared at the base, and no longer in what is read here; the live task goes on", (string?)json["tasks"]![3]!["reason"]);
        Assert.Null(json["tasks"]![3]!["location"]);
        Assert.Equal(3, (int?)json["summary"]!["tasks"]);
        Assert.Equal(2, (int?)json["summary"]!["pending"]);
    }

    [Fact]
    public async Task What_was_done_on_the_target_branch_since_is_no_change_of_the_branch()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.3")));
        var start = await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.3") + Task(null, "New on main", "0.1")));
        await run.CommitAsync();
        await run.GitAsync("branch", "target");
        await run.GitAsync("reset", "--quiet", "--hard", start);
        run.Tool.File("b.arize.yaml", Yaml(Task(null, "New", "0.1")));
        await run.CommitAsync();

        var result = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "target", "--live", "live.json");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"live: live.json · base: {start[..10]} (merge base with target), 1 task · 1 pending\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("~ Check  drifted", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("New on main", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ID_that_does_not_exist_fails_the_pull_request_that_declares_it()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1"), ("T25saW5lVGFzazo3OmFCY0Q=", "Other", "0.1")));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(
            Task("T25saW5lVGFzazo5OmFCY0Q=", "Check", "0.1") + Task("T25saW5lVGFzazo4OmFCY0Q=", "New", "0.1") + Task("T25saW5lVGFzazo3OmFCY0Q=", "Other", "0.1")));

        var (json, code) = await CheckAsync();

        Assert.Equal(1, code);
        Assert.Equal(("missing", "missing"), (StatusOf(json, "Check"), StatusOf(json, "New")));
        Assert.Equal(2, (int?)json["summary"]!["errors"]);
    }

    [Fact]
    public async Task A_live_task_that_another_declaration_still_manages_is_not_called_unmanaged()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("b.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        await run.CommitAsync();
        File.Delete(run.Tool.PathOf("b.arize.yaml"));

        var (json, _) = await CheckAsync();

        Assert.Equal("in_sync", (string?)Assert.Single(json["tasks"]!.AsArray())!["status"]);
    }

    [Fact]
    public async Task Declarations_in_a_submodule_are_refused_because_their_base_is_not_read()
    {
        using var inner = await GitRun.CreateAsync();
        inner.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1")));
        await inner.CommitAsync();
        await run.GitAsync("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Tool.Folder, "sub");
        run.Tool.File("live.json", Live((Id, "Check", "0.9")));
        await run.CommitAsync();

        var result = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("'sub/a.arize.yaml' is in the submodule 'sub', whose declarations at the base are not read", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_for_drift_says_where_it_also_makes_the_changes_of_the_pull_request()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1") + "    query_filter: status_code = 'OK'\n"));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.2") + "    query_filter: status_code = 'OK'\n")).File("live.json", Live((Id, "Check", "0.1")));

        var (json, _) = await CheckAsync();

        Assert.Equal(["this also makes the changes of the pull request that are pending"], json["tasks"]![0]!["update"]!["notes"]!.AsArray().Select(note => (string?)note));
    }

    [Theory]
    [InlineData("0.9", 5000, 1)]
    [InlineData("0.1", 5000, 0)]
    [InlineData("0.1", 5, 1)]
    public async Task A_pull_request_that_exceeds_the_calls_of_a_policy_fails(string rate, int most, int exit)
    {
        const string Runs = ",\"task_runs\":[{\"id\":\"R\",\"task_id\":\"" + Id + "\",\"status\":\"COMPLETED\",\"data_start_time\":\"2026-11-20T00:00:00Z\","
            + "\"data_end_time\":\"2026-11-21T00:00:00Z\",\"num_successes\":1000,\"num_errors\":0}]}";
        string Continuous(string sampling) => Yaml(Task(Id, "Check", sampling) + "    is_continuous: true\n");
        run.Tool.File("a.arize.yaml", Continuous("0.1")).File("tasklint.yaml", "policies: [{ max_calls_per_day: 5000 }]\n");
        await run.CommitAsync();
        var live = Live((Id, "Check", "0.1")).Replace("\"query_filter\"", "\"is_continuous\":true,\"updated_at\":\"2026-11-18T08:00:00Z\",\"query_filter\"", StringComparison.Ordinal);
        run.Tool.File("a.arize.yaml", Continuous(rate)).File("tasklint.yaml", $"policies: [{{ max_calls_per_day: {most} }}]\n").File("live.json", live[..^1] + Runs);

        var (_, code) = await CheckAsync("--only", "ATL7xxx,ATL8005");

        Assert.Equal(exit, code);
    }

    [Fact]
    public async Task Evaluators_that_the_pull_request_adds_are_told_from_those_that_were_lost_in_Arize()
    {
        const string first = "RXZhbHVhdG9yOjEyOmFCY0Q=";
        const string second = "RXZhbHVhdG9yOjEzOmFCY0Q=";
        const string third = "RXZhbHVhdG9yOjE0OmFCY0Q=";
        string With(params string[] ids) => Yaml(Task(Id, "Check", "0.1")
            .Replace(Evaluators, $"evaluators: [{string.Join(", ", ids.Select(id => $"{{ evaluator_id: {id}, column_mappings: {{ input: attributes.input.value }} }}"))}]", StringComparison.Ordinal));
        run.Tool.File("a.arize.yaml", With(first, second));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", With(first, second, third)).File("live.json", Live((Id, "Check", "0.1")));

        var (json, code) = await CheckAsync();

        Assert.Equal(0, code);
        Assert.Equal(
            [$"evaluators[{second}] drifted", $"evaluators[{third}] pending"],
            json["tasks"]![0]!["changes"]!.AsArray().Select(change => $"{change!["path"]} {change["status"]}"));
    }

    [Theory]
    [InlineData("red", "red", "P3", "drifted")]
    [InlineData("red", "blue", "P1", "pending")]
    [InlineData("red", "blue", "P3", "conflict")]
    // The base's project may have been renamed, so that nobody knows which it was.
    [InlineData("gone", "blue", "P1", "drifted, 3")]
    public async Task Names_at_the_base_are_looked_up_too(string atBase, string now, string liveId, string status)
    {
        string With(string project) => Yaml(Task(Id, "Check", "0.1").Replace("project_id: TW9kZWw6MTphQmNE", $"project: {project}", StringComparison.Ordinal));
        run.Tool.File("a.arize.yaml", With(atBase));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", With(now)).File("live.json", Live((Id, "Check", "0.1"))
            .Replace("TW9kZWw6MTphQmNE", liveId, StringComparison.Ordinal)
            .Replace("\"pagination\"", """ "projects":[{"id":"P1","name":"red"},{"id":"P2","name":"blue"},{"id":"P3","name":"green"}],"pagination" """, StringComparison.Ordinal));

        var (json, code) = await CheckAsync();

        Assert.True(status == (code == 3 ? $"{StatusOf(json, "Check")}, 3" : StatusOf(json, "Check")), json.ToJsonString());
    }

    [Fact]
    public async Task An_entry_of_the_baseline_that_accepts_drift_is_not_called_idle_where_the_difference_is_pending()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.3")));
        await run.Tool.RunAsync("baseline", "create", "--live", "live.json", "a.arize.yaml");
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.2"))).File("live.json", Live((Id, "Check", "0.1")));

        var (json, code) = await CheckAsync("--baseline", "tasklint-baseline.json", "--fail-on", "warning");

        Assert.Equal(("pending", 0), (StatusOf(json, "Check"), code));
        Assert.Empty(json["findings"]!.AsArray());
    }

    [Fact]
    public async Task Lists_whose_entries_have_no_key_are_judged_as_a_whole()
    {
        static string Experiment(params string[] messages) => $$$"""
            tasks:
              - id: {{{Id}}}
                name: Check
                type: RUN_EXPERIMENT
                dataset_id: RGF0YXNldDoxOmFCY0Q=
                run_configuration:
                  experiment_type: LLM_GENERATION
                  ai_integration_id: I1
                  model_name: gpt-4o
                  messages: [{{{string.Join(", ", messages.Select(text => $"{{ role: USER, content: {text} }}"))}}}]
            """;
        run.Tool.File("a.arize.yaml", Experiment("first", "second"));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Experiment("new", "first", "second")).File("live.json", $$$"""
            {"tasks":[{"id":"{{{Id}}}","name":"Check","type":"RUN_EXPERIMENT","dataset_id":"RGF0YXNldDoxOmFCY0Q=","run_configuration":{"experiment_type":"LLM_GENERATION",
            "ai_integration_id":"I1","model_name":"gpt-4o","messages":[{"role":"USER","content":"first"},{"role":"USER","content":"edited"}]} }],"pagination":{"has_more":false}}
            """);

        var (json, code) = await CheckAsync("--only", "ATL7xxx");

        Assert.Equal(("conflict", 1), (StatusOf(json, "Check"), code));
    }

    // Each task at the base, now and live, as its sampling rate; null where it is not there.
    private static readonly (string Name, string? Base, string? Now, string? Live, string? Status)[] Matrix =
    [
        ("Same", "0.1", "0.1", "0.1", "in_sync"),
        ("Live moved", "0.1", "0.1", "0.2", "drifted"),
        ("Declaration moved", "0.1", "0.2", "0.1", "pending"),
        ("Both moved alike", "0.1", "0.2", "0.2", "in_sync"),
        ("Both moved", "0.1", "0.2", "0.3", "conflict"),
        ("Added and live alike", null, "0.1", "0.1", "in_sync"),
        ("Added and live", null, "0.1", "0.2", "pending"),
        // An ID comes from the server, so no task will be created with it.
        ("Added", null, "0.1", null, "missing"),
        ("Removed and live", "0.1", null, "0.1", "unmanaged"),
        ("Removed and moved", "0.1", null, "0.2", "unmanaged"),
        ("Removed and gone", "0.1", null, null, null),
        ("Gone", "0.1", "0.1", null, "missing"),
        ("Gone and moved", "0.1", "0.2", null, "missing"),
    ];

    [Theory]
    [InlineData("yaml", false)]
    [InlineData("yaml", true)]
    [InlineData("cs", false)]
    [InlineData("cs", true)]
    public async Task Each_combination_of_base_declaration_and_live_task_has_its_status(string language, bool isMoved)
    {
        string IdOf(int i) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"OnlineTask:{i + 1}:aBcD"));
        string Text(string suffix, Func<(string Name, string? Base, string? Now, string? Live, string? Status), string?> rate)
        {
            var tasks = Matrix.Select((one, i) => (Id: IdOf(i), Name: one.Name + suffix, Rate: rate(one))).Where(one => one.Rate is not null);
            return language == "yaml" ? Yaml(string.Concat(tasks.Select(one => Task(one.Id, one.Name, one.Rate!)))) : Catalog(tasks.Select(one => (one.Id, one.Name, one.Rate!)));
        }

        run.Tool.File($"old/a.arize.{language}", Text("", one => one.Base));
        await run.CommitAsync();
        // Renamed and moved to another file, a task is the same by its ID.
        var now = isMoved ? $"new/b.arize.{language}" : $"old/a.arize.{language}";
        if (isMoved)
            File.Delete(run.Tool.PathOf($"old/a.arize.{language}"));
        run.Tool.File(now, Text(isMoved ? " again" : "", one => one.Now))
            .File("live.json", Live([.. Matrix.Select((one, i) => (IdOf(i), one.Name, one.Live)).Where(one => one.Live is not null)]));
        var before = await run.StateAsync();

        var result = await run.Tool.RunAsync(
            "check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json", "--format", "json", language == "cs" ? "*/*.arize.cs" : ".");

        var json = JsonNode.Parse(result.Output)!;
        var statuses = json["tasks"]!.AsArray().ToDictionary(task => (string)task!["name"]!, task => (string?)task!["status"]);
        // A new name is a change of the declaration too.
        Assert.Equal(
            Matrix.Where(one => one.Status is not null).Select(one => one switch
            {
                { Now: null } => $"{one.Name}: {one.Status}",
                { Status: "in_sync" } when isMoved => $"{one.Name} again: pending",
                _ => $"{one.Name}{(isMoved ? " again" : "")}: {one.Status}",
            }).Order(StringComparer.Ordinal),
            statuses.Select(one => $"{one.Key}: {one.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(before, await run.StateAsync());
    }

    private static string Catalog(IEnumerable<(string Id, string Name, string Rate)> tasks) => $$"""
        using Arize.TaskLint;

        public sealed class Tasks : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks)
            {
                tasks.InSpace("production");
        {{string.Concat(tasks.Select(one => $"""
                tasks.TemplateEvaluation("{one.Name}").WithId("{one.Id}").OnProject("TW9kZWw6MTphQmNE").SamplingRate({one.Rate})
                    .Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=", evaluator => evaluator.Map("input", "attributes.input.value"));

        """))}}
            }
        }
        """;

    [Fact]
    public async Task Declarations_in_CSharp_are_read_at_the_commit_too()
    {
        var builders = Path.Combine(AppContext.BaseDirectory, "csharp-host", "Arize.TaskLint.dll");
        string Code(string rate) => $$"""
            using Arize.TaskLint;

            public sealed class Tasks : TaskCatalog
            {
                protected override void Declare(TaskCatalogBuilder tasks) => tasks.TemplateEvaluation("Check")
                    .WithId("{{Id}}").OnProject("TW9kZWw6MTphQmNE").SamplingRate({{rate}})
                    .Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=", evaluator => evaluator.Map("input", "attributes.input.value"));
            }
            """;
        run.Tool.File(".gitignore", "bin/\nobj/\n").File("my tasks/Tasks.cs", Code("0.1")).File("my tasks/Tasks.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><Reference Include="Arize.TaskLint" HintPath="{builders}" /></ItemGroup>
            </Project>
            """);
        await run.CommitAsync();
        run.Tool.File("my tasks/Tasks.cs", Code("0.2")).File("live.json", Live((Id, "Check", "0.1")));
        var before = await run.StateAsync();

        var pending = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json", "--format", "json", "my tasks/Tasks.csproj");
        run.Tool.File("live.json", Live((Id, "Check", "1")));
        var conflict = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json", "--format", "json", "my tasks/Tasks.csproj");

        Assert.True(pending is { ExitCode: 0, Error: "" }, pending.Error + pending.Output);
        Assert.Equal(("pending", "conflict"), (StatusOf(JsonNode.Parse(pending.Output)!, "Check"), StatusOf(JsonNode.Parse(conflict.Output)!, "Check")));
        Assert.Equal(before, await run.StateAsync());
    }

    [Fact]
    public async Task Settings_and_variables_count_as_they_are_now_and_nothing_of_the_repository_changes()
    {
        run.Tool.File("old/tasklint.yaml", "space: other\ndeclarations: [arize]\n").File("arize/a.arize.yaml", Yaml(Task(null, "Check ${TEAM}", "0.1")));
        await run.CommitAsync();
        await run.GitAsync("mv", "old/tasklint.yaml", "tasklint.yaml");
        run.Tool.File("arize/a.arize.yaml", Yaml(Task(null, "Check ${TEAM}", "0.2"))).Variable("TEAM", "blue")
            .File("live.json", Live((Id, "Check blue", "0.1")));
        var before = await run.StateAsync();

        var result = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json");

        Assert.True(result is { ExitCode: 0, Error: "" }, result.Error);
        Assert.Contains("> Check ${TEAM}  pending", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await run.StateAsync());
    }

    [Theory]
    [InlineData("nowhere", 2, "--base: the repository has no commit 'nowhere'; give a branch, a tag or the ID of a commit, such as origin/main")]
    [InlineData("--output=x", 2, "--base: the repository has no commit '--output=x'; give a branch, a tag or the ID of a commit, such as origin/main")]
    [InlineData("origin/main", 3, "--base: this clone does not have the commit 'origin/main'; fetch it: git fetch --no-tags origin main:refs/remotes/origin/main")]
    [InlineData("0123456789012345678901234567890123456789", 3, "--base: this clone does not have the commit '0123456789012345678901234567890123456789'; fetch it: git fetch --no-tags origin 0123456789012345678901234567890123456789")]
    public async Task A_commit_that_is_not_there_is_named_with_the_way_to_it(string name, int exit, string message)
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        await run.CommitAsync();

        Assert.Equal(new ToolResult(exit, "", $"tasklint: {message}\n"), await run.Tool.RunAsync("check", $"--base={name}", "--live", "live.json"));
    }

    [Fact]
    public async Task A_shallow_clone_says_what_to_fetch_and_exits_with_3()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        var first = await run.CommitAsync();
        await run.CommitAsync();
        using var clone = ToolRun.Create();
        await GitRun.GitInAsync(clone.Folder, "clone", "--quiet", "--depth", "1", new Uri(run.Tool.Folder).AbsoluteUri, "clone");
        using var inClone = ToolRun.In(clone.PathOf("clone"));

        var byId = await inClone.RunAsync("check", "--base", first, "--live", "live.json");
        var byAncestor = await inClone.RunAsync("check", "--base", "HEAD~1", "--live", "live.json");

        Assert.Equal(new ToolResult(3, "", $"tasklint: --base: this shallow clone does not have the commit '{first}'; fetch it: git fetch --no-tags --unshallow origin {first}\n"), byId);
        Assert.Equal(new ToolResult(3, "", "tasklint: --base: this shallow clone does not have the commit 'HEAD~1'; fetch it: git fetch --unshallow\n"), byAncestor);
    }

    [Theory]
    [InlineData("origin/main")]
    [InlineData("refs/heads/main")]
    [InlineData("main")]
    public async Task What_a_shallow_clone_is_told_to_fetch_makes_the_base_known(string name)
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        await run.CommitAsync();
        await run.GitAsync("checkout", "--quiet", "-b", "work");
        run.Tool.File("b.txt", "of the branch\n");
        await run.CommitAsync();
        await run.GitAsync("checkout", "--quiet", "main");
        // What main does meanwhile is no change of the branch.
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.3")));
        await run.CommitAsync();
        using var folder = ToolRun.Create();
        await GitRun.GitInAsync(folder.Folder, "clone", "--quiet", "--depth", "1", "--branch", "work", new Uri(run.Tool.Folder).AbsoluteUri, "clone");
        using var clone = ToolRun.In(folder.PathOf("clone"));
        clone.File("live.json", Live((Id, "Check", "0.3")));
        string[] arguments = ["check", "--skip", "ATL3xxx", "--live", "live.json", "--fail-on-existing-drift", "--base"];

        var before = await clone.RunAsync([.. arguments, name]);
        var command = before.Error.TrimEnd('\n')[(before.Error.IndexOf("fetch it: git ", StringComparison.Ordinal) + "fetch it: git ".Length)..].Split("; then give --base ");
        await GitRun.GitInAsync(clone.Folder, command[0].Split(' '));
        var after = await clone.RunAsync([.. arguments, command.Length > 1 ? command[1] : name]);

        Assert.Equal((3, 1), (before.ExitCode, after.ExitCode));
        Assert.Contains("1 drifted", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shallow_clone_that_has_the_commit_but_not_where_the_branch_left_it_exits_with_3()
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        await run.CommitAsync();
        await run.GitAsync("checkout", "--quiet", "-b", "work");
        run.Tool.File("b.txt", "of the branch\n");
        await run.CommitAsync();
        await run.GitAsync("checkout", "--quiet", "main");
        run.Tool.File("c.txt", "of main\n");
        var tip = await run.CommitAsync();
        using var folder = ToolRun.Create();
        var address = new Uri(run.Tool.Folder).AbsoluteUri;
        await GitRun.GitInAsync(folder.Folder, "clone", "--quiet", "--depth", "1", "--branch", "work", address, "clone");
        using var clone = ToolRun.In(folder.PathOf("clone"));
        await GitRun.GitInAsync(clone.Folder, "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");

        var apart = await clone.RunAsync("check", "--skip", "ATL3xxx", "--live", "live.json", "--base", "origin/main");
        // The merge that a job checks out names the tip of the base as its parent, so no more of the history is needed.
        await GitRun.GitInAsync(clone.Folder, "merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "origin/main");
        await GitRun.GitInAsync(clone.Folder, "push", "--quiet", "origin", "HEAD:refs/heads/merged");
        await GitRun.GitInAsync(folder.Folder, "clone", "--quiet", "--depth", "1", "--branch", "merged", address, "job");
        using var job = ToolRun.In(folder.PathOf("job"));
        await GitRun.GitInAsync(job.Folder, "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");
        var merged = await job.RunAsync("check", "--skip", "ATL3xxx", "--live", "live.json", "--base", "origin/main");

        Assert.Equal(new ToolResult(3, "", "tasklint: --base: this shallow clone does not have the commit where the branch left 'origin/main', so its own changes are not known; "
            + "fetch it: git fetch --no-tags --unshallow origin main:refs/remotes/origin/main\n"), apart);
        Assert.Equal(0, merged.ExitCode);
        Assert.Contains($" · base: {tip[..10]}", merged.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shared/tasks.yaml", "shared/tasks.yaml", null)]
    [InlineData("shared/tasks.yaml", "shared/tasks.yaml", "a.arize.yaml")]
    [InlineData("shared/real/a.arize.yaml", "shared", "linked/real/a.arize.yaml")]
    [InlineData("shared/real/tasks.yaml", "shared", "linked/real/tasks.yaml")]
    public async Task A_declaration_behind_a_link_has_a_base(string file, string target, string? path)
    {
        run.Tool.File(file, Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.7")));
        Directory.CreateSymbolicLink(run.Tool.PathOf(target == "shared" ? "linked" : "a.arize.yaml"), target);
        await run.CommitAsync();

        var (json, code) = await CheckAsync(["--fail-on-existing-drift", .. path is null ? Array.Empty<string>() : [path]]);

        Assert.Equal(("drifted", 1), (StatusOf(json, "Check"), code));
    }

    [Theory]
    [InlineData("x\ny/a.arize.yaml")]
    [InlineData("x\ry/a.arize.yaml")]
    [InlineData("x\\\"y\t/ä 1.arize.yaml")]
    public async Task A_file_of_any_name_has_a_base(string file)
    {
        run.Tool.File(file, Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.7")));
        await run.CommitAsync();

        var (json, code) = await CheckAsync("--fail-on-existing-drift");

        Assert.Equal(("drifted", 1), (StatusOf(json, "Check"), code));
    }

    [Theory]
    [InlineData("name: Check", "id: T25saW5lVGFzazoxOmFCY0Q=\n    name: Another name")]
    [InlineData("space: production", "space: U3BhY2U6MTph")]
    [InlineData("space: production", "space: ${SPACE:production}")]
    public async Task A_declaration_that_leads_to_the_same_live_task_otherwise_has_its_base(string before, string after)
    {
        var text = Yaml(Task(null, "Check", "0.1"));
        run.Tool.File("a.arize.yaml", text).File("live.json", Live((Id, "Check", "0.7")));
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", text.Replace(before, after, StringComparison.Ordinal));

        var (json, code) = await CheckAsync("--fail-on-existing-drift");

        Assert.Equal(1, code);
        var change = json["tasks"]!.AsArray().Single()!["changes"]!.AsArray().Single(one => (string?)one!["path"] == "sampling_rate");
        Assert.Equal(("drifted", "0.1"), ((string?)change!["status"], change["base"]!.ToString()));
    }

    [Fact]
    public async Task Without_a_repository_or_without_git_there_is_a_sentence()
    {
        using var bare = ToolRun.Create().File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        var noRepository = await bare.RunAsync("check", "--base", "HEAD", "--live", "live.json");
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        await run.CommitAsync();
        var outside = await run.Tool.RunAsync("check", "--base", "HEAD", "--live", "live.json", bare.Folder);
        var input = await run.Tool.Input(Yaml(Task(Id, "Check", "0.1"))).RunAsync("check", "--base", "HEAD", "--live", "live.json", "-");

        // A program in the working folder is not started.
        var noGit = await run.Tool.File("git", "#!/bin/sh\necho started\n").Variable("PATH", ".").RunAsync("check", "--base", "HEAD", "--live", "live.json", "a.arize.yaml");

        Assert.Equal(new ToolResult(2, "", "tasklint: --base needs the program git, which is not in PATH\n"), noGit);
        Assert.Equal(new ToolResult(2, "", "tasklint: --base: there is no commit to compare with; the working folder is not in the work tree of a git repository\n"), noRepository);
        Assert.Equal(new ToolResult(2, "", $"tasklint: --base: '{bare.Folder}' is outside of the git repository '.', so no commit has it\n"), outside);
        Assert.Equal(new ToolResult(2, "", "tasklint: --base compares files with those of a commit, which standard input does not have; give the files\n"), input);
    }

    [Fact]
    public async Task A_base_without_declarations_or_with_a_broken_file_says_that_tasks_count_as_new()
    {
        run.Tool.File("readme.txt", "nothing\n");
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.3")));
        var (empty, _) = await CheckAsync();
        var withoutAny = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json");
        run.Tool.File("a.arize.yaml", "tasks: [\n");
        var broken = await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1")));
        var afterBroken = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json");

        Assert.Equal("pending", StatusOf(empty, "Check"));
        Assert.Contains("declares no tasks in what is read here", withoutAny.Error, StringComparison.Ordinal);
        Assert.Contains($"at the base {broken[..10]}, 'a.arize.yaml' is not read as a whole (ATL1001: ", afterBroken.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (withoutAny.ExitCode, afterBroken.ExitCode));
    }

    public static TheoryData<string, string[]> Jobs => new()
    {
        { "GitHub", ["GITHUB_ACTIONS=true", "GITHUB_EVENT_NAME=pull_request", "GITHUB_EVENT_PATH=event.json"] },
        { "GitLab", ["GITLAB_CI=true", "CI_MERGE_REQUEST_DIFF_BASE_SHA=BASE"] },
        { "Azure", ["TF_BUILD=True", "SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main"] },
    };

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task The_base_of_the_pull_request_of_a_job_is_found_by_itself(string job, string[] variables)
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1")));
        var commit = await run.CommitAsync();
        await run.GitAsync("update-ref", "refs/remotes/origin/main", commit);
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.2"))).File("live.json", Live((Id, "Check", "0.1")))
            .File("event.json", $$$"""{ "pull_request": { "base": { "sha": "{{{commit}}}" } } }""");
        foreach (var variable in variables)
            run.Tool.Variable(variable.Split('=')[0], variable.Split('=')[1].Replace("BASE", commit, StringComparison.Ordinal));

        var found = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--live", "live.json");
        var refused = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--live", "live.json", "--no-base");
        run.Tool.Unset("GITHUB_EVENT_NAME").Unset("CI_MERGE_REQUEST_DIFF_BASE_SHA").Unset("SYSTEM_PULLREQUEST_TARGETBRANCH");
        var night = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--live", "live.json");

        Assert.True(found is { ExitCode: 0, Error: "" }, $"{job}: {found.Error}");
        Assert.Contains($" · base: {commit[..10]}", found.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("1 pending", found.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (refused.ExitCode, night.ExitCode));
        Assert.DoesNotContain("base", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_whose_base_cannot_be_read_is_not_judged()
    {
        using var bare = ToolRun.Create().File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")))
            .Variable("GITLAB_CI", "true").Variable("CI_MERGE_REQUEST_DIFF_BASE_SHA", "0123456789012345678901234567890123456789");

        var result = await bare.RunAsync("check", "--skip", "ATL3xxx", "--live", "live.json");

        Assert.Equal(new ToolResult(3, "", "tasklint: the base of the pull request (CI_MERGE_REQUEST_DIFF_BASE_SHA): there is no commit to compare with; "
            + "the working folder is not in the work tree of a git repository\ntasklint: to compare the declarations with the live tasks alone, give --no-base\n"), result);
    }

    public static TheoryData<int, bool> Moments()
    {
        var data = new TheoryData<int, bool>();
        foreach (var program in Enumerable.Range(0, 10))
        {
            data.Add(program, false);
            // When the last one has ended, so has the run.
            if (program < 9)
                data.Add(program, true);
        }

        return data;
    }

    // The code of the declarations, git eight times, the code of those at the base.
    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Ctrl_C_at_any_moment_leaves_the_repository_as_it_is_and_no_folder_behind(int program, bool isAfterIt)
    {
        run.Tool.File("a.cs", Catalog([(Id, "Check", "0.1")])).File("live.json", Live((Id, "Check", "0.1")));
        await run.CommitAsync();
        run.Tool.File("a.cs", Catalog([(Id, "Check", "0.2")]));
        var before = await run.StateAsync();
        using var interrupt = new CancellationTokenSource();
        var (started, ended, folders) = (0, 0, new List<string>());
        run.Tool.Cancellation = interrupt.Token;
        run.Tool.OnRun = call =>
        {
            folders.AddRange(call.Variables.Where(one => one is { Key: "GIT_INDEX_FILE", Value: not null }).Select(one => Path.GetDirectoryName(one.Value)!));
            if (started++ == program && !isAfterIt)
                interrupt.Cancel();
        };
        run.Tool.OnRan = _ =>
        {
            if (ended++ == program && isAfterIt)
                interrupt.Cancel();
        };

        var result = await run.Tool.RunAsync("check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json", "a.cs");

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(before, await run.StateAsync());
        Assert.All(folders, folder => Assert.False(Directory.Exists(folder)));
        if (program > 6)
            Assert.NotEmpty(folders);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("a.arize.yaml")]
    public async Task A_pull_request_may_delete_the_last_declaration(string path)
    {
        run.Tool.File("a.arize.yaml", Yaml(Task(Id, "Check", "0.1"))).File("live.json", Live((Id, "Check", "0.1")));
        await run.CommitAsync();
        File.Delete(run.Tool.PathOf("a.arize.yaml"));

        var (json, code) = await CheckAsync(path);
        var nowhere = await run.Tool.RunAsync("check", "--base", "HEAD", "--live", "live.json", path, "nowhere.arize.yaml");

        Assert.Equal(("unmanaged", 0), (StatusOf(json, "Check"), code));
        Assert.Equal((2, "tasklint: 'nowhere.arize.yaml' does not exist\n"), (nowhere.ExitCode, nowhere.Error));
    }

    private async Task<(JsonNode Json, int Code)> CheckAsync(params string[] further)
    {
        var result = await run.Tool.RunAsync(["check", "--skip", "ATL3xxx", "--base", "HEAD", "--live", "live.json", "--format", "json", .. further]);
        return (JsonNode.Parse(result.Output)!, result.ExitCode);
    }

    private static string? StatusOf(JsonNode json, string task) =>
        (string?)json["tasks"]!.AsArray().Single(one => (string?)one!["name"] == task)!["status"];

    private static string Yaml(string tasks) => $"space: production\ntasks:\n{tasks}";

    private static string Task(string? id, string name, string rate) => (id is null ? "  - " : $"  - id: {id}\n    ") + $"""
        name: {name}
            type: TEMPLATE_EVALUATION
            project_id: TW9kZWw6MTphQmNE
            {Evaluators}

        """ + (rate.Length > 0 ? $"    sampling_rate: {rate}\n" : "");

    private static string Live(params (string Id, string Name, string? Rate)[] tasks) =>
        $$$"""{"tasks":[{{{string.Join(',', tasks.Select(LiveTask))}}}],"pagination":{"has_more":false}}""";

    private static string LiveTask((string Id, string Name, string? Rate) task) => $$$"""
        {"id":"{{{task.Id}}}","name":"{{{task.Name}}}","type":"TEMPLATE_EVALUATION","project_id":"TW9kZWw6MTphQmNE","sampling_rate":{{{task.Rate ?? "null"}}},
        "query_filter":null,"evaluators":[{"evaluator_id":"RXZhbHVhdG9yOjEyOmFCY0Q=","evaluator_name":"Tone","column_mappings":{"input":"attributes.input.value"}}]}
        """;
}
