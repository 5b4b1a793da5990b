using System.Text.Json.Nodes;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>The commands of the README that lead from nothing to a green check.</summary>
public sealed class FirstCommandsTests
{
    [Fact]
    public async Task Five_commands_of_the_readme_lead_from_nothing_to_a_green_check()
    {
        var commands = (await File.ReadAllTextAsync(Repository.PathOf("README.md")))
            .Split("## Start with the tasks that exist")[1].Split("```sh\n")[1].Split("```")[0].TrimEnd('\n').Split('\n');
        Assert.Equal(5, commands.Length);
        await using var run = await ServerRun.StartAsync();
        var space = run.World.AddSpace("production");
        foreach (var project in new[] { "support-bot", "../billing" })
        {
            var id = run.World.AddProject(space, project);
            var evaluator = run.World.AddTemplateEvaluator(space, $"Tone of {project}", "Judge {output} by {input}");
            foreach (var name in new[] { "Weekly tone", "Hourly tone" })
            {
                run.World.AddTask(space, new JsonObject
                {
                    ["name"] = $"{name} of {project}",
                    ["project_id"] = id,
                    ["sampling_rate"] = 0.25,
                    ["query_filter"] = "status_code = 'OK'",
                    ["evaluators"] = new JsonArray(new JsonObject
                    {
                        ["evaluator_id"] = evaluator,
                        ["column_mappings"] = new JsonObject { ["input"] = "attributes.input.value", ["output"] = "attributes.output.value" },
                    }),
                });
            }
        }

        ToolResult result = new(0, "", "");
        foreach (var command in commands)
        {
            result = await run.Tool.RunAsync(CommandLine.Split(command["tasklint ".Length..]));
            Assert.True(result.ExitCode == 0, $"{command}\n{result.Error}{result.Output}");
        }

        Assert.Equal(["arize-tasks.schema.json", "billing.arize.yaml", "support-bot.arize.yaml"],
            Directory.EnumerateFiles(run.Tool.PathOf("arize")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.EndsWith("4 of 4 live tasks are declared\n4 tasks checked: 4 in sync · exit 0\n", result.Output, StringComparison.Ordinal);
    }
}
