using System.IO.Compression;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests;

/// <summary>The tool, as it is installed.</summary>
public sealed class ToolTests(Feed feed)
{
    private const string Yaml = "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: T }]\n";

    private const string CSharp = """
        using Arize.TaskLint;

        public sealed class Tasks : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks) => tasks.CodeEvaluation("B").OnProjectNamed("p")
                .SamplingRate(50)
                .EvaluatorNamed("T");
        }
        """;

    private const string Findings = """
        a.arize.yaml:4:16: error ATL2004: sampling_rate '25' is not between 0 and 1; did you mean 0.25
        Tasks.cs:6:9: error ATL2004: SamplingRate() '50' is not between 0 and 1; did you mean 0.5

        'tasklint lint --fix' fixes 1 of 2 findings: ATL2004
        2 tasks linted · 2 errors · exit 1

        """;

    [Fact]
    public async Task Installed_it_is_the_native_program_and_lints_YAML_and_C_sharp()
    {
        Feed.NeedsNative();
        var folder = Project();
        var installed = await folder.DotnetAsync("tool", "install", "Arize.TaskLint.Cli", "--version", BuildInfo.Version, "--tool-path", "tools");
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);

        var program = Path.Combine(folder.Folder, "tools", "tasklint");
        Assert.Equal((0, $"tasklint {BuildInfo.Version}\n", ""), await Programs.RunAsync(folder.Folder, program, "--version"));
        Assert.Equal((1, Findings, ""), await Programs.RunAsync(folder.Folder, program, "lint", "a.arize.yaml", "Tasks.cs"));
        var store = Path.Combine(folder.Folder, "tools", ".store");
        Assert.NotEmpty(Directory.EnumerateDirectories(store, "linux-x64", SearchOption.AllDirectories));
    }

    // Where there is no native program, the same tool runs on a .NET runtime.
    [Fact]
    public async Task The_package_for_other_machines_does_the_same()
    {
        var folder = Project();
        using (var package = feed.Open("Arize.TaskLint.Cli.any"))
            await package.ExtractToDirectoryAsync(Path.Combine(folder.Folder, "unpacked"));

        var program = Path.Combine("unpacked", "tools", "net10.0", "any", "tasklint.dll");
        Assert.Equal((1, Findings, ""), await folder.DotnetAsync("exec", program, "lint", "a.arize.yaml", "Tasks.cs"));
    }

    private ProjectFolder Project() => feed.CreateProject().File("a.arize.yaml", Yaml).File("Tasks.cs", CSharp);
}
