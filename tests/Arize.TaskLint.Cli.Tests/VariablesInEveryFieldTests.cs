using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>A variable in any field, in any shape, right or wrong, shows its value in no output.</summary>
public sealed class VariablesInEveryFieldTests
{
    private const string Value = "hunter2";

    public static TheoryData<string> Shapes => ["\"${S}\"", "\"pre ${S}\"", "[\"${S}\"]", "[[\"${S}\"]]", "{ k: \"${S}\" }", "[{ k: \"${S}\" }]", "[{ name: \"${S}\" }]"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Nothing_shows_the_value_of_a_variable(string shape)
    {
        var fields = Fields(TaskFields.Spec, inner => inner).ToList();
        Assert.True(fields.Count > 80);
        var tasks = fields.Select((field, i) => $"- {{ x-number: {i}, {field(shape)} }}\n");
        using var run = ToolRun.Create()
            .Variable("S", Value)
            .File("a.arize.yaml", string.Concat(tasks))
            .File("live.json", """{"tasks": [{"id": "T1", "name": "A", "type": "CODE_EVALUATION", "project_id": "P1", "evaluators": []}], "pagination": {"has_more": false}}""");

        foreach (var command in new string[][] { ["lint"], ["check", "--live", "live.json"], ["check", "--live", "live.json", "--strict"], ["lint", "--fix", "--dry-run"] })
        {
            foreach (var format in command.Contains("--fix") ? new string[][] { [] } : [["--format", "text"], ["--format", "json"]])
            {
                var result = await run.RunAsync([.. command, .. format, "a.arize.yaml"]);

                Assert.DoesNotContain(Value, result.Output, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Value, result.Error, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData("declarations: ${S}")]
    [InlineData("declarations: [a.arize.yaml, 'x/${S}/*.yaml']")]
    [InlineData("live: '${S}.json'")]
    [InlineData("baseline: ${S}")]
    public async Task A_path_of_the_settings_cannot_have_a_variable(string setting)
    {
        using var run = ToolRun.Create().Variable("S", Value).File("tasklint.yaml", setting + "\n").File("a.arize.yaml", "name: A\npartial: true\n");

        foreach (var command in new string[][] { ["lint"], ["check"], ["baseline", "create"], ["rules"] })
        {
            var result = await run.RunAsync(command);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("ATL9003: a path cannot have variables", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Value, result.Output + result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, Directory.GetFileSystemEntries(run.Folder).Length);
    }

    // Each field of a table and of the tables in it, as a text that takes its value.
    private static IEnumerable<Func<string, string>> Fields(ObjectSpec spec, Func<string, string> within)
    {
        foreach (var field in spec.Fields)
        {
            yield return value => within($"{field.Name}: {value}");
            if (field.Object is not { } inner)
                continue;
            foreach (var deeper in Fields(inner, text => within(field.Kind == ValueKind.ObjectList ? $"{field.Name}: [{{ {text} }}]" : $"{field.Name}: {{ {text} }}")))
                yield return deeper;
        }
    }
}
