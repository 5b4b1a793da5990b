using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>comment</c>: one comment on the pull or merge request of a job.</summary>
public sealed class CommentTests : IAsyncLifetime
{
    private const string Declared = """
        tasks:
          - { id: T1, name: Tone, type: template_evaluation, project_id: P1, sampling_rate: 0.1, evaluators: [{ evaluator_id: E1 }] }

        """;

    private readonly ToolRun run = ToolRun.Create().File("a.arize.yaml", Declared);
    private PlatformServer server = null!;

    public static TheoryData<bool> Platforms => [false, true];

    public async ValueTask InitializeAsync() => server = await PlatformServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        run.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task First_run_writes_a_comment_the_second_changes_it_and_a_clean_run_turns_it_green(bool isGitLab)
    {
        Job(isGitLab);
        server.Comments.Add((1, "somebody", "Looks good."));
        await CheckAsync(rate: "1");
        var first = await run.RunAsync("comment", "--result", "drift.json", "--label", "drift here");
        var (id, _, body) = server.Comments[^1];
        var again = await run.RunAsync("comment", "--result", "drift.json", "--label", "drift here");
        var writes = server.Writes.Count;
        Assert.Equal(3, writes);
        await CheckAsync(rate: "0.5");
        var second = await run.RunAsync("comment", "--result", "drift.json");
        var changed = server.Comments[^1];
        await CheckAsync(rate: "0.1");
        var clean = await run.RunAsync("comment", "--result", "drift.json", "--label", "drift here");

        Assert.All([first, again, second, clean], result => Assert.Equal((0, ""), (result.ExitCode, result.Output)));
        Assert.StartsWith("### ✗ 1 of 1 task drifted: 10× the judge calls\n", body, StringComparison.Ordinal);
        Assert.Contains("the comment is up to date", again.Error, StringComparison.Ordinal);
        Assert.Equal(id, changed.Id);
        Assert.StartsWith("### ✗ 1 of 1 task drifted: 5× the judge calls\n", changed.Body, StringComparison.Ordinal);
        Assert.Equal((2, id), (server.Comments.Count, server.Comments[^1].Id));
        Assert.StartsWith("### ✓ 1 task is in sync\n", server.Comments[^1].Body, StringComparison.Ordinal);
        Assert.Empty(server.Labels);
        Assert.DoesNotContain(PlatformServer.Token, first.Error + clean.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("github-actions[bot]")]
    [InlineData("our-app[bot]")]
    public async Task What_another_bot_wrote_stays_whatever_it_ends_with(string own)
    {
        Job();
        server.Viewer = own;
        var marker = "<!-- tasklint id=default workflow=x run=1.1 at=2026-11-20T00:00:00Z -->";
        server.Comments.Add((1, "renovate[bot]", $"Update things.\n\n{marker}"));
        server.Comments.Add((2, own, $"### ✗ 1 of 1 task drifted\n\n{marker}"));
        server.Lines.Add((3, "renovate[bot]", "a.arize.yaml", 3, "Note.\n\n<!-- tasklint line=2-abc -->", null));
        await CheckAsync(rate: "0.1");

        await run.RunAsync("comment", "--result", "drift.json", "--remove-when-clean", "--inline", "5");

        Assert.Equal("renovate[bot]", Assert.Single(server.Comments).Author);
        Assert.Single(server.Lines);
    }

    [Fact]
    public async Task Later_run_that_finds_the_same_keeps_a_run_before_it_from_changing_the_comment()
    {
        Job(runNumber: "5");
        await CheckAsync(rate: "1");
        await run.RunAsync("comment", "--result", "drift.json");
        Job(runNumber: "7");
        var again = await run.RunAsync("comment", "--result", "drift.json");
        Job(runNumber: "6");
        await CheckAsync(rate: "0.1");

        var late = await run.RunAsync("comment", "--result", "drift.json");

        Assert.Contains("the comment says the same, and is of this run now", again.Error, StringComparison.Ordinal);
        Assert.Contains("a later run has commented already", late.Error, StringComparison.Ordinal);
        Assert.StartsWith("### ✗ 1 of 1 task drifted", server.Comments.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_label_or_line_is_told_for_itself_and_the_comment_stands()
    {
        Job();
        server.Patches["a.arize.yaml"] = "@@ -1,3 +1,3 @@\n+tasks:\n+x\n+y\n";
        await CheckAsync(rate: "1");
        await run.RunAsync("comment", "--result", "drift.json");
        server.Refusals.Enqueue(403);
        server.Refusals.Enqueue(422);

        var result = await run.RunAsync("comment", "--result", "drift.json", "--label", "drift", "--inline", "5");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("the comment is up to date", result.Error, StringComparison.Ordinal);
        Assert.Contains("the label was not changed: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 comments on lines were not accepted", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no comment was written", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ghs_abc\r\nX-Evil: 1")]
    [InlineData("ghs_äbc")]
    public async Task Token_that_could_be_more_than_one_header_is_not_sent(string token)
    {
        Job();
        await CheckAsync(rate: "1");

        var result = await run.Variable("GITHUB_TOKEN", token).RunAsync("comment", "--result", "drift.json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("the token has line breaks or other characters that no token has", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ghs_", result.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Where_nothing_was_ever_found_there_is_no_comment_and_a_clean_one_can_be_removed()
    {
        Job();
        await CheckAsync(rate: "0.1");
        await run.RunAsync("comment", "--result", "drift.json");
        Assert.Empty(server.Writes);
        await CheckAsync(rate: "1");
        await run.RunAsync("comment", "--result", "drift.json");
        await CheckAsync(rate: "0.1");

        var removed = await run.RunAsync("comment", "--result", "drift.json", "--remove-when-clean");

        Assert.Empty(server.Comments);
        Assert.Contains("the comment was removed from pull request #12", removed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_run_leaves_the_comment_of_a_newer_one_as_it_is()
    {
        Job(runNumber: "7");
        await CheckAsync(rate: "1");
        await run.RunAsync("comment", "--result", "drift.json");
        var body = server.Comments.Single().Body;
        Job(runNumber: "6");
        await CheckAsync(rate: "0.5");
        var older = await run.RunAsync("comment", "--result", "drift.json");
        Assert.Equal(body, server.Comments.Single().Body);
        Assert.Contains("a later run has commented already", older.Error, StringComparison.Ordinal);
        Job(runNumber: "10");

        await run.RunAsync("comment", "--result", "drift.json");

        Assert.NotEqual(body, server.Comments.Single().Body);
    }

    [Fact]
    public async Task A_comment_of_somebody_else_is_never_changed_however_much_it_looks_like_ours()
    {
        Job();
        await CheckAsync(rate: "1");
        await run.RunAsync("comment", "--result", "drift.json");
        server.Comments[0] = (1, "attacker", server.Comments[0].Body.Replace("run=1.1", "run=99999.1", StringComparison.Ordinal));

        await run.RunAsync("comment", "--result", "drift.json");

        Assert.Equal(["attacker", "github-actions[bot]"], server.Comments.Select(one => one.Author));
    }

    [Fact]
    public async Task A_comment_of_a_bot_that_quotes_ours_is_not_ours()
    {
        Job();
        await CheckAsync(rate: "1");
        await run.RunAsync("comment", "--result", "drift.json");
        var quoted = string.Join('\n', server.Comments[0].Body.Replace("run=1.1", "run=99999.1", StringComparison.Ordinal).Split('\n').Select(line => $"> {line}"));
        server.Comments[0] = (1, "mirror[bot]", quoted);

        await run.RunAsync("comment", "--result", "drift.json");

        Assert.Equal((2, quoted), (server.Comments.Count, server.Comments[0].Body));
        Assert.Contains("ax tasks update", server.Comments[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task A_refusal_of_the_platform_is_a_warning(int status)
    {
        Job();
        await CheckAsync(rate: "1");
        server.Refusals.Enqueue(status);

        var result = await run.RunAsync("comment", "--result", "drift.json");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Contains($"no comment was written: 127.0.0.1 answered POST /repos/acme/support%20bot/issues/12/comments with {status}", result.Error, StringComparison.Ordinal);
        Assert.Equal(status == 403, result.Error.Contains("workflow_run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_is_asked_again()
    {
        Job();
        await CheckAsync(rate: "1");
        server.Refusals.Enqueue(429);
        server.Refusals.Enqueue(503);

        await run.RunAsync("comment", "--result", "drift.json");

        Assert.Single(server.Comments);
        Assert.Equal([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)], ((SkippingTime)run.Time).Waits);
    }

    [Fact]
    public async Task Several_results_make_one_comment_with_a_section_each()
    {
        Job();
        await CheckAsync(rate: "1");
        File.Move(run.PathOf("drift.json"), run.PathOf("production.json"));
        await CheckAsync(rate: "0.1");
        File.Move(run.PathOf("drift.json"), run.PathOf("staging `|.json"));

        await run.RunAsync("comment", "--result", "production.json", "--result", "staging `|.json");

        var body = server.Comments.Single().Body;
        Assert.StartsWith("### ✗ 1 of 2 results fail\n", body, StringComparison.Ordinal);
        Assert.Contains("#### `production`\n\n### ✗ 1 of 1 task drifted", body, StringComparison.Ordinal);
        Assert.Contains("#### ``staging `|``\n\n### ✓ 1 task is in sync", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_another_workflow_the_request_is_that_of_the_event_and_its_head()
    {
        Job();
        run.Variable("GITHUB_EVENT_NAME", "workflow_run").File("event.json", """
            { "workflow_run": { "head_sha": "abc", "head_branch": "feature", "run_number": 4, "run_attempt": 2,
              "head_repository": { "owner": { "login": "forker" } }, "pull_requests": [] } }
            """);
        await CheckAsync(rate: "1");
        server.Pulls.Add((99, "forker:feature", "older"));

        var none = await run.RunAsync("comment", "--result", "drift.json");
        server.Pulls.Add((12, "forker:feature", "abc"));
        await run.RunAsync("comment", "--result", "drift.json");

        Assert.Contains("no pull or merge request that is open", none.Error, StringComparison.Ordinal);
        Assert.Contains("run=4.2 ", server.Comments.Single().Body, StringComparison.Ordinal);
        Assert.Contains("/blob/abc/a.arize.yaml#L2", server.Comments.Single().Body, StringComparison.Ordinal);
        // The artifact may be a fork's own: what it says to run is not shown.
        Assert.DoesNotContain("ax tasks update", server.Comments.Single().Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Changed_lines_with_findings_get_comments_with_a_suggestion_that_go_when_the_findings_go(bool isGitLab)
    {
        Job(isGitLab);
        run.File("a.arize.yaml", """
            tasks:
              - id: T1
                name: Tone
                type: template_evaluation
                project_id: P1
                sampling_rate: 0.1   # as agreed
                evaluators: [{ evaluator_id: E1 }]

            """);
        server.Patches["a.arize.yaml"] = "@@ -5,2 +5,2 @@ tasks:\n     project_id: P1\n-    sampling_rate: 0.2\n+    sampling_rate: 0.1   # as agreed\n";
        await CheckAsync(rate: "1");

        await run.RunAsync("comment", "--result", "drift.json", "--inline", "10");
        await run.RunAsync("comment", "--result", "drift.json", "--inline", "10");

        var comment = Assert.Single(server.Lines);
        Assert.Equal(("a.arize.yaml", 6), (comment.File, comment.Line));
        Assert.StartsWith("**error ATL7001** sampling\\_rate is declared as '0.1', but is '1' in the live task", comment.Body, StringComparison.Ordinal);
        var language = isGitLab ? "suggestion:-0+0" : "suggestion";
        Assert.Contains($"```{language}\n    sampling_rate: 1   # as agreed\n```", comment.Body, StringComparison.Ordinal);
        server.Lines.Add((9, "somebody", "a.arize.yaml", 6, "Why?", comment.Id));
        await CheckAsync(rate: "0.1");
        await run.RunAsync("comment", "--result", "drift.json", "--inline", "10");
        Assert.Equal("✓ This is not reported any more.", server.Lines[0].Body);
        Assert.Equal(isGitLab, server.Resolved.Contains(comment.Id));
        server.Lines.Clear();
        await CheckAsync(rate: "1");
        await run.RunAsync("comment", "--result", "drift.json", "--inline", "10");
        await CheckAsync(rate: "0.1");
        await run.RunAsync("comment", "--result", "drift.json", "--inline", "10");
        Assert.Empty(server.Lines);
    }

    [Fact]
    public async Task What_a_fix_changes_in_the_line_is_suggested_and_a_line_that_goes_too_and_nothing_to_be_filled_in()
    {
        Job();
        run.File("a.arize.yaml", """
            tasks:
              - name: Tone
                type: template_evaluation
                project_id: P1
                sampling_rate: 25   # as agreed
                query_filter: status_code == 'ERROR'
                evaluators:
                  - evaluator_id: E1
                  - evaluator_id: E1
              - { name: Empty, type: template_evaluation, project_id: P1 }

            """);
        server.Patches["a.arize.yaml"] = "@@ -0,0 +1,10 @@\n" + string.Concat(Enumerable.Repeat("+x\n", 10));
        await run.RunAsync("lint", "a.arize.yaml", "--format", "json", "--output", "found.json");

        await run.RunAsync("comment", "--result", "found.json", "--inline", "10");

        string BodyAt(int line) => server.Lines.Single(one => one.Line == line).Body;
        Assert.Contains("```suggestion\n    sampling_rate: 0.25   # as agreed\n```", BodyAt(5), StringComparison.Ordinal);
        Assert.Contains("```suggestion\n    query_filter: status_code = 'ERROR'\n```", BodyAt(6), StringComparison.Ordinal);
        Assert.Contains("```suggestion\n\n```", BodyAt(9), StringComparison.Ordinal);
        Assert.DoesNotContain("suggestion", BodyAt(10), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_the_pull_request_does_not_change_get_no_comment()
    {
        Job();
        server.Patches["a.arize.yaml"] = "@@ -1,1 +1,1 @@\n-task:\n+tasks:\n";
        await CheckAsync(rate: "1");

        var result = await run.RunAsync("comment", "--result", "drift.json", "--inline", "10");

        Assert.Empty(server.Lines);
        Assert.Contains("comments on lines: 0 written", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/../2")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("2147483648")]
    [InlineData("x")]
    public async Task A_number_of_a_request_that_is_none_is_refused_in_plain_words(string number)
    {
        await CheckAsync(rate: "1");

        var result = await run.RunAsync("comment", "--result", "drift.json", $"--pull-request={number}");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("tasklint: --pull-request must be from 1 to 2147483647", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_job_or_a_token_it_says_what_is_needed()
    {
        await CheckAsync(rate: "1");
        var nowhere = await run.RunAsync("comment", "--result", "drift.json");
        var dry = await run.RunAsync("comment", "--result", "drift.json", "--dry-run");
        Job();
        var noToken = await run.Unset("GITHUB_TOKEN").RunAsync("comment", "--result", "drift.json");
        var inClear = await run.Variable("GITHUB_TOKEN", PlatformServer.Token).Variable("GITHUB_API_URL", "http://api.example.com")
            .RunAsync("comment", "--result", "drift.json");

        Assert.Equal((2, ""), (nowhere.ExitCode, nowhere.Output));
        Assert.Equal(0, dry.ExitCode);
        Assert.StartsWith("### ✗ 1 of 1 task drifted", dry.Output, StringComparison.Ordinal);
        Assert.Contains("GITHUB_TOKEN is not set", noToken.Error, StringComparison.Ordinal);
        Assert.Contains("not encrypted", inClear.Error, StringComparison.Ordinal);
    }

    private Task<ToolResult> CheckAsync(string rate)
    {
        run.File("live.json", $$"""
            { "tasks": [{ "id": "T1", "name": "Tone", "type": "template_evaluation", "project_id": "P1", "sampling_rate": {{rate}},
              "evaluators": [{ "evaluator_id": "E1" }] }], "pagination": { "has_more": false } }
            """);
        return run.RunAsync("check", "a.arize.yaml", "--live", "live.json", "--no-base", "--format", "json", "--output", "drift.json");
    }

    private void Job(bool isGitLab = false, string runNumber = "1")
    {
        if (isGitLab)
        {
            server.KnowsUser = true;
            run.Variable("GITLAB_CI", "true").Variable("GITLAB_TOKEN", PlatformServer.Token).Variable("CI_API_V4_URL", server.Address)
                .Variable("CI_PROJECT_ID", "55").Variable("CI_MERGE_REQUEST_IID", "12").Variable("CI_PIPELINE_IID", runNumber)
                .Variable("CI_PROJECT_URL", "https://gitlab.example.com/acme/bot").Variable("CI_COMMIT_SHA", "abc").Variable("CI_PROJECT_DIR", run.Folder);
            return;
        }

        run.File("event.json", """{ "pull_request": { "number": 12, "head": { "sha": "abc" } } }""");
        run.Variable("GITHUB_ACTIONS", "true").Variable("GITHUB_EVENT_NAME", "pull_request").Variable("GITHUB_EVENT_PATH", run.PathOf("event.json"))
            .Variable("GITHUB_TOKEN", PlatformServer.Token).Variable("GITHUB_API_URL", server.Address).Variable("GITHUB_REPOSITORY", "acme/support bot")
            .Variable("GITHUB_WORKFLOW", "Drift --> x").Variable("GITHUB_RUN_NUMBER", runNumber).Variable("GITHUB_RUN_ATTEMPT", "1")
            .Variable("GITHUB_WORKSPACE", run.Folder);
    }
}
