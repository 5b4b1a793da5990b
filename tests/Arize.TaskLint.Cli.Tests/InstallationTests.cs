using Arize.TaskLint.Core;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Testing;

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
    [InlineData("opt/tasklint-linux-x64", "tasklint.install", "archive", "archive")]
    [InlineData("venv/bin", "../share/tasklint/tasklint.install", "wheel", "wheel")]
    [InlineData("usr/local/bin", "../share/tasklint/tasklint.install", "container", "container")]
    [InlineData("brew/Cellar/tasklint/0.1.0/bin", "../share/tasklint/tasklint.install", "homebrew", "homebrew")]
    [InlineData("node_modules/@arize-tasklint/cli-linux-x64/bin", "tasklint.install", "npm", "npm")]
    [InlineData("node_modules/.pnpm/@arize-tasklint+cli-win-x64@0.1.0/node_modules/@arize-tasklint/cli-win-x64/bin", "tasklint.install", "npm", "npm")]
    [InlineData("Microsoft/WinGet/Packages/Arize.TaskLint_Microsoft.Winget.Source_8wekyb3d8bbwe/tasklint-win-x64", "tasklint.install", "archive", "winget")]
    [InlineData("WinGet/Packages/Other_x/tasklint-win-x64", "tasklint.install", "archive", "archive")]
    [InlineData("scoop/apps/tasklint/0.1.0", "tasklint.install", "archive", "archive")]
    // Moved by hand.
    [InlineData("bin", "tasklint.install", "wheel", null)]
    [InlineData("bin", "tasklint.install", "npm", null)]
    [InlineData("node_modules/cli/bin", "tasklint.install", "npm", null)]
    [InlineData("bin", "tasklint.install", "container", null)]
    [InlineData("bin", "../share/tasklint/tasklint.install", "archive", null)]
    [InlineData("bin", "../share/tasklint/tasklint.install", "homebrew", null)]
    [InlineData("bin", "tasklint.install", "'rm -rf'", null)]
    [InlineData("bin", "../tasklint.install", "npm", null)]
    public void The_installation_is_what_a_file_beside_the_program_says_where_the_folder_agrees(string folder, string file, string word, string? kind)
    {
        Directory.CreateDirectory(run.PathOf(folder));
        run.File(Path.GetFullPath(run.PathOf($"{folder}/{file}")), $"{word} {BuildInfo.Version}\n");

        var installation = Installation.Of(run.PathOf(folder) + "/");

        Assert.Equal(kind, installation.Kind);
        Assert.Equal(kind is null, installation.Doubt is not null);
    }

    [Fact]
    public void Scoop_is_known_by_the_files_that_it_writes()
    {
        run.File("scoop/apps/tasklint/current/tasklint.install", $"archive {BuildInfo.Version}").File("scoop/apps/tasklint/current/install.json", "{}")
            .File("scoop/apps/tasklint/current/manifest.json", "{}");

        Assert.Equal("scoop", Installation.Of(run.PathOf("scoop/apps/tasklint/current")).Kind);
    }

    [Fact]
    public void The_folder_of_a_NET_tool_says_its_version()
    {
        foreach (var version in new[] { BuildInfo.Version, "0.0.9" })
            run.File($".store/arize.tasklint.cli/{version}/arize.tasklint.cli.linux-x64/{version}/tools/any/linux-x64/tasklint.install", "dotnet-tool\n");
        Installation Of(string version) => Installation.Of(run.PathOf($".store/arize.tasklint.cli/{version}/arize.tasklint.cli.linux-x64/{version}/tools/any/linux-x64"));

        Assert.Equal("dotnet-tool", Of(BuildInfo.Version).Kind);
        Assert.Equal(
            (null, $"tasklint.install is not of version {BuildInfo.Version}: the program or the file was moved"), (Of("0.0.9").Kind, Of("0.0.9").Doubt));
    }

    [Theory]
    [InlineData("archive\n")]
    [InlineData("archive 0.0.9\n")]
    [InlineData("wheel\n")]
    public void A_file_of_another_version_says_nothing(string text)
    {
        run.File("bin/tasklint.install", text);

        Assert.Equal($"tasklint.install is not of version {BuildInfo.Version}: the program or the file was moved", Installation.Of(run.PathOf("bin")).Doubt);
    }

    [Fact]
    public void Of_two_files_that_of_this_version_counts_and_two_of_it_are_in_doubt()
    {
        run.File("bin/tasklint.install", "archive 0.0.9").File("share/tasklint/tasklint.install", $"wheel {BuildInfo.Version}");
        Assert.Equal("wheel", Installation.Of(run.PathOf("bin")).Kind);

        run.File("bin/tasklint.install", $"archive {BuildInfo.Version}");
        Assert.Equal((null, "two files tasklint.install say 'archive' and 'wheel'"), (Installation.Of(run.PathOf("bin")).Kind, Installation.Of(run.PathOf("bin")).Doubt));
    }

    [Fact]
    public void A_file_that_may_not_be_read_says_so()
    {
        run.File("bin/tasklint.install", $"archive {BuildInfo.Version}");
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(run.PathOf("bin/tasklint.install"), UnixFileMode.None);

        var read = Installation.Of(run.PathOf("bin"));

        var mayReadAll = OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess;
        Assert.Equal(mayReadAll ? ("archive", null) : (null, "tasklint.install beside the program cannot be read"), (read.Kind, read.Doubt));
    }

    [Theory]
    [InlineData("mkfifo tasklint.install")]
    [InlineData("mkfifo pipe && ln -s pipe tasklint.install")]
    [InlineData("mkdir tasklint.install")]
    [InlineData("ln -s tasklint.install tasklint.install")]
    [InlineData("ln -s a tasklint.install && ln -s tasklint.install a")]
    [InlineData("ln -s nowhere tasklint.install")]
    [InlineData("ln -s /dev/zero tasklint.install")]
    [InlineData("truncate -s 10G tasklint.install")]
    [InlineData("touch tasklint.install")]
    [InlineData("printf '\\377\\376' > tasklint.install")]
    public async Task Whatever_the_file_is_the_tool_does_not_wait_and_claims_nothing(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes in folders are of Unix");
        Directory.CreateDirectory(run.PathOf("bin"));
        Assert.Equal(0, (await Programs.RunAsync(run.PathOf("bin"), "sh", "-c", script)).ExitCode);

        var read = Task.Run(() => Installation.Of(run.PathOf("bin")));

        Assert.Same(read, await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)));
        Assert.Equal((null, "tasklint.install beside the program is none that a package writes"), ((await read).Kind, (await read).Doubt));
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
