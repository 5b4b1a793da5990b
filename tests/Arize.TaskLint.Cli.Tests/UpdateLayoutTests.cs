using System.Text;
using System.Text.RegularExpressions;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>pull --update</c> in a repository: what git shows of it.</summary>
public sealed partial class UpdateLayoutTests
{
    private static readonly string[] LineEnds = ["\n", "\r\n"];

    // Each file has the task NAME, of which three values drifted: 0.1, 'OK' and attributes.old.
    internal static readonly IReadOnlyList<string> Layouts =
    [
        """
        # Owned by the support team.	See the wiki.
        space: production   # where it runs

        tasks:
          # --- judges ---
          - name: NAME   # do not rename
            type: template_evaluation
            project_id: P1
            # Costs: ask finance before you raise it.
            sampling_rate: 0.1   # 10 %
            query_filter: status_code = 'OK'
            evaluators:
              # the only one
              - evaluator_id: E1
                column_mappings:
                  input: attributes.input.value   # what was asked
                  output: attributes.old   # what was said
        """,
        """
        {name: NAME, type: template_evaluation, project_id: P1, sampling_rate: 0.1, query_filter: "status_code = 'OK'",
          evaluators: [{evaluator_id: E1, column_mappings: {input: attributes.input.value, output: attributes.old}}]}   # one line is enough
        """,
        """
        x-shared: &inputs   # used by all
          input: attributes.input.value
        x-base: &base { type: template_evaluation, project_id: P1 }
        tasks:
        - <<: *base
          name: "NAME"
          sampling_rate:    0.1
          query_filter: 'status_code = ''OK'''
          evaluators:
          - evaluator_id: E1
            column_mappings:
              <<: *inputs
              output: 'attributes.old'
        """,
        """
        - evaluators:
            - column_mappings: { "output": "attributes.old", "input": "attributes.input.value" }
              evaluator_id: E1
          query_filter: >-
            status_code = 'OK'
          sampling_rate: 1e-1
          project_id: P1
          type: Template-Evaluation
          name: NAME
          x-note: |
            # no comment
            sampling_rate: 0.1
        """,
        """
        %YAML 1.2
        ---
        # first document
        tasks: []
        ...
        ---
        # second document
        tasks:
            -   name: NAME
                type: template_evaluation

                project_id: P1


                sampling_rate: !!float 0.1
                query_filter:   status_code = 'OK'   # all of them
                evaluators:
                -   evaluator_id: E1
                    column_mappings:
                        input:  attributes.input.value
                        output: attributes.old	# a tab before this
        """,
        """
        ? tasks
        :
          - ? name
            : NAME
            ? type
            : template_evaluation
            project_id: P1
            sampling_rate:
              0.1
            query_filter:
              # why only these
              status_code = 'OK'
            evaluators:
              - evaluator_id: E1
                column_mappings: {
                  input: attributes.input.value,   # first
                  # then
                  output: attributes.old,
                }
        """,
        """
        {
          "tasks": [
            {
              "name": "NAME",
              "type": "TEMPLATE_EVALUATION",
              "project_id": "P1",
              "sampling_rate": 0.1,
              "query_filter": "status_code = 'OK'",
              "evaluators": [
                { "evaluator_id": "E1", "column_mappings": { "input": "attributes.input.value", "output": "attributes.old" } }
              ]
            }
          ]
        }
        """,
        """
        # tasklint disable ATL2003 -- judges were agreed with finance
        tasks:
          - &the-task
            name: NAME # é, 日本語, 🙂
            type: template_evaluation
            project_id: P1
            partial: true   # the rest is by hand
            sampling_rate: &rate 0.10
            x-copy: none
            query_filter: "status_code = \
              'OK'"
            evaluators:
              - evaluator_id: E1   # tasklint disable-line ATL3001 -- known
                column_mappings:

                  # the question

                  input: attributes.input.value

                  # the answer

                  output: attributes.old

        # tasklint enable ATL2003
        # the end
        """,
    ];

    [Fact]
    public async Task Git_shows_the_values_that_drifted_and_nothing_else()
    {
        using var run = await GitRun.CreateAsync();
        await run.GitAsync("config", "core.autocrlf", "false");
        var names = new List<string>();
        foreach (var (layout, i) in Layouts.Select((layout, i) => (layout, i)))
        {
            foreach (var lineEnd in LineEnds)
            {
                foreach (var hasMark in new[] { false, true })
                {
                    names.Add($"Task {names.Count}");
                    var text = (hasMark ? "\ufeff" : "") + layout.Replace("NAME", names[^1], StringComparison.Ordinal).ReplaceLineEndings(lineEnd);
                    await File.WriteAllTextAsync(
                        run.Tool.PathOf($"{names.Count}-{i}.arize.yaml"), text + (hasMark ? "" : lineEnd), new UTF8Encoding(false));
                }
            }
        }

        run.Tool.File("live.json", $$"""{ "tasks": [{{string.Join(",\n", names.Select(Live))}}], "pagination": { "has_more": false } }""");
        await run.CommitAsync();

        var update = await run.Tool.RunAsync("pull", "--update", ".", "--live", "live.json");
        var diff = await run.GitAsync("diff", "-U0");
        await run.CommitAsync();
        var check = await run.Tool.RunAsync("check", ".", "--live", "live.json");
        var again = await run.Tool.RunAsync("pull", "--update", ".", "--live", "live.json");

        Assert.True(names.Count >= 30);
        Assert.True(update.ExitCode == 0, update.Error);
        Assert.Contains($"wrote {3 * names.Count} live values into {names.Count} files", update.Error, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
        Assert.Equal((0, ""), (again.ExitCode, again.Output));
        Assert.Equal("", await run.GitAsync("status", "--porcelain"));
        var lines = diff.Split('\n');
        var (removed, added) = (Changed(lines, '-'), Changed(lines, '+'));
        Assert.All(removed, line => Assert.Matches(OldValue(), line));
        Assert.All(added, line => Assert.Matches(NewValue(), line));
        // What stands behind a value stays behind it.
        Assert.Equal(Comments(removed), Comments(added));
    }

    [Fact]
    public async Task Where_one_of_several_files_cannot_be_written_all_stay_as_they_are()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the permissions of a file differ on Windows");
        using var run = ToolRun.Create();
        foreach (var name in new[] { "a", "b", "c" })
            run.File($"{name}.arize.yaml", Layouts[0].Replace("NAME", name, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(run.PathOf("b.arize.yaml"), UnixFileMode.UserRead);
        run.File("live.json", $$"""{ "tasks": [{{Live("a")}}, {{Live("b")}}, {{Live("c")}}], "pagination": { "has_more": false } }""");

        var update = await run.RunAsync("pull", "--update", ".", "--live", "live.json");

        Assert.Equal((2, ""), (update.ExitCode, update.Output));
        Assert.Contains("no file was changed", update.Error, StringComparison.Ordinal);
        Assert.Equal(Layouts[0].Replace("NAME", "a", StringComparison.Ordinal), run.Read("a.arize.yaml"));
    }

    internal static string Live(string name) => $$$"""
        { "id": "{{{name}}}", "name": "{{{name}}}", "type": "template_evaluation", "project_id": "P1", "sampling_rate": 0.5,
          "query_filter": "status_code = 'ERROR'",
          "evaluators": [{ "evaluator_id": "E1", "column_mappings": { "input": "attributes.input.value", "output": "attributes.new" } }] }
        """;

    private static List<string> Changed(string[] lines, char sign) =>
        [.. lines.Where(line => line.StartsWith(sign) && !line.StartsWith(new string(sign, 3), StringComparison.Ordinal)).Select(line => line[1..])];

    private static List<string> Comments(List<string> lines) =>
        [.. lines.Where(line => line.Contains('#', StringComparison.Ordinal)).Select(line => line[line.IndexOf('#', StringComparison.Ordinal)..].TrimEnd())];

    [GeneratedRegex(@"0\.1|1e-1|'OK'|attributes\.old|query_filter: >-|status_code = \\")]
    private static partial Regex OldValue();

    [GeneratedRegex(@"0\.5|'ERROR'|attributes\.new|query_filter: \|-")]
    private static partial Regex NewValue();
}
