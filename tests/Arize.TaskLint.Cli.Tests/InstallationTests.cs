using Arize.TaskLint.Core;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What the tool knows of itself, and what it says where a part of it is not installed.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly ToolRun run = ToolRun.Create();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("--version", "--verbose")]
    [InlineData("--verbose", "--version")]
    public async Task A_verbose_version_says_which_commit_platform_and_installation_it_is(params string[] arguments)
    {
        run.Installation = new Installation("wheel");

        var result = await run.RunAsync(arguments);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var lines = result.Output.Split('\n');
        Assert.Equal(
            [$"tasklint {BuildInfo.Version}", "commit    not recorded: not built by a release", "install   wheel", ""],
            lines.Where(line => !line.StartsWith("platform  ", StringComparison.Ordinal)));
        Assert.StartsWith($"platform  {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}, .NET 10.", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--version' stands alone, or with '--verbose'", "--version", "lint")]
    [InlineData("'--version' stands alone, or with '--verbose'", "--verbose", "--version", "lint")]
    [InlineData("'--verbose' stands behind a command, or with '--version'", "--verbose", "lint")]
    [InlineData("there is no option '--verbos'; did you mean '--verbose'", "--version", "--verbos")]
    public async Task Options_of_the_version_do_not_go_with_a_command(string error, params string[] arguments)
    {
        var result = await run.RunAsync(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"tasklint: {error}\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bin/tasklint.install", "archive\n", "archive")]
    [InlineData("share/tasklint/tasklint.install", "wheel", "wheel")]
    [InlineData("share/tasklint/tasklint.install", "wheel and more words than are read in one piece, so that this is none that is known", null)]
    [InlineData("bin/tasklint.install", "'rm -rf'", null)]
    [InlineData("tasklint.install", "npm", null)]
    public void The_installation_is_the_word_of_a_file_beside_the_program(string file, string text, string? kind)
    {
        Directory.CreateDirectory(run.PathOf("bin"));
        run.File(file, text);

        Assert.Equal(kind, Installation.Of(run.PathOf("bin")).Kind);
    }

    [Fact]
    public async Task Without_what_reads_it_a_CSharp_input_says_what_to_install_and_YAML_is_read_all_the_same()
    {
        run.HostFolder = run.PathOf("nowhere");
        run.File("x.cs", "class X;").File("a.arize.yaml", "tasks: [{ name: A, type: code_evaluation, project: p, sampling_rate: 1, evaluators: [{ evaluator: E }] }]\n");

        var withDotnet = await run.RunAsync("lint", "x.cs", "a.arize.yaml");
        var without = await run.Variable("PATH", "/nowhere").RunAsync("lint", "x.cs", "a.arize.yaml");

        const string Unpack = "unpack tasklint-csharp-host.tar.gz of the same version beside the program, or use 'dotnet tool install --global Arize.TaskLint.Cli'";
        Assert.Contains($"reading 'x.cs' needs what reads C#, which is not installed beside tasklint; {Unpack}\n", withDotnet.Error, StringComparison.Ordinal);
        Assert.Contains("reading 'x.cs' needs .NET: 'dotnet' is not in DOTNET_HOST_PATH, DOTNET_ROOT or PATH; "
            + $"install the .NET SDK 10 from https://dotnet.microsoft.com/download, and {Unpack}\n", without.Error, StringComparison.Ordinal);
        Assert.All([withDotnet, without], result => Assert.Equal(2, result.ExitCode));
        Assert.All([withDotnet, without], result => Assert.StartsWith("1 task linted", result.Output[result.Output.LastIndexOf("1 task", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    [Fact]
    public void Each_kind_of_installation_says_what_updates_it() =>
        Assert.All(Installation.Kinds, kind => Assert.NotEqual(Installation.Unknown.Update, new Installation(kind).Update));
}
