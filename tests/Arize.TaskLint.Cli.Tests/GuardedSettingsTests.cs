using System.Text.Json.Nodes;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What the command line says goes before the settings file, which a pull request can change.</summary>
public sealed class GuardedSettingsTests
{
    [Fact]
    public async Task The_command_line_and_settings_from_elsewhere_go_before_the_settings_in_the_folder()
    {
        await using var server = await ServerRun.StartAsync();
        var space = server.World.AddSpace("production");
        var project = server.World.AddProject(space, "support-bot");
        server.World.AddTask(space, new JsonObject
        {
            ["name"] = "Tone",
            ["project_id"] = project,
            ["sampling_rate"] = 0.5,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = server.World.AddTemplateEvaluator(space, "Tone", "Judge this") }),
        });
        await server.Tool.RunAsync("snapshot", "--space", "production", "--output", "fake.json");
        await server.Tool.RunAsync("pull", "--space", "production", "--output", "tasks.arize.yaml");
        server.Tool.File("tasks.arize.yaml", server.Tool.Read("tasks.arize.yaml").Replace("0.5", "0.25", StringComparison.Ordinal));
        server.Tool.File("fake.json", server.Tool.Read("fake.json").Replace("0.5", "0.25", StringComparison.Ordinal))
            .File("tasklint.yaml", "live: fake.json\nfail_on: never\ndeclarations: tasks.arize.yaml\n");
        var settings = Directory.CreateTempSubdirectory("tasklint-settings-").FullName;
        await File.WriteAllTextAsync(Path.Combine(settings, "ours.yaml"), "fail_on: error\n", TestContext.Current.CancellationToken);
        var address = server.Server.BaseUrl.ToString();

        var lulled = await server.Tool.RunAsync("check");
        var guarded = await server.Tool.RunAsync("check", "--fail-on", "error", "--api-url", address);
        var elsewhere = await server.Tool.RunAsync("check", "--config", Path.Combine(settings, "ours.yaml"), "tasks.arize.yaml");
        Directory.Delete(settings, recursive: true);

        Assert.Equal((0, 1, 1), (lulled.ExitCode, guarded.ExitCode, elsewhere.ExitCode));
        Assert.All([guarded, elsewhere], result => Assert.Contains("sampling_rate", result.Output, StringComparison.Ordinal));
    }
}
