using System.Runtime.InteropServices;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>The program that people get: compiled ahead of time, without a warning, and the same as what runs from source.</summary>
public sealed class NativeProgramTests
{
    [Fact]
    public async Task It_compiles_ahead_of_time_without_a_warning_and_does_the_main_job()
    {
        if (!Programs.Has("gcc") && !Programs.Has("clang"))
        {
            Assert.SkipWhen(Programs.MaySkip, "compiling ahead of time needs gcc or clang");
            Assert.Fail($"gcc or clang is missing, and {Programs.NoSkipsVariable} says that nothing may skip");
        }

        var folder = Directory.CreateTempSubdirectory("tasklint-native-").FullName;
        try
        {
            var project = Repository.PathOf("src", "Arize.TaskLint.Cli");
            var publish = await Programs.RunAsync(Repository.Root, "dotnet", "publish", project, "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "-nologo");
            Assert.True(publish.ExitCode == 0, publish.Output + publish.Error);
            Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);

            var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "tasklint.exe" : "tasklint");
            var version = await Programs.RunAsync(Repository.Root, program, "--version");
            Assert.Equal((0, $"tasklint {Core.BuildInfo.Version}\n", ""), version);

            using var run = ToolRun.In(Repository.Root);
            foreach (var arguments in new string[][] { ["check", "examples/quickstart"], ["check", "--format", "json", "examples/quickstart"], ["lint", "examples/rules"], ["check", "examples/single-file/support-bot.cs"], ["rules"], ["explain", "ATL2003"], ["lint", "nowhere"] })
            {
                var fromSource = await run.RunAsync(arguments);
                var native = await Programs.RunAsync(Repository.Root, program, arguments);
                Assert.Equal((fromSource.ExitCode, fromSource.Output, fromSource.Error), native);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
