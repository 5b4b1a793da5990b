using System.IO.Compression;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests;

/// <summary>
/// The program that people get: compiled ahead of time, without a warning (packing it fails on one), and the same as what runs on the .NET runtime.
/// </summary>
public sealed class NativeProgramTests(Feed feed)
{
    private static readonly string[][] Commands =
    [
        ["check", "examples/quickstart"],
        ["check", "--format", "json", "examples/quickstart"],
        ["lint", "examples/rules"],
        ["check", "examples/single-file/support-bot.cs"],
        ["rules"],
        ["explain", "ATL2003"],
        ["lint", "nowhere"],
    ];

    [Fact]
    public async Task It_does_the_main_job_as_the_program_for_the_runtime_does()
    {
        Feed.NeedsNative();
        var folder = feed.CreateProject().Folder;
        await UnpackAsync(Feed.Native, Path.Combine(folder, "native"));
        await UnpackAsync("Arize.TaskLint.Cli.any", Path.Combine(folder, "any"));
        var program = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "native"), "tasklint", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var managed = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "any"), "tasklint.dll", SearchOption.AllDirectories));

        Assert.Equal((0, $"tasklint {BuildInfo.Version}\n", ""), await Programs.RunAsync(Repository.Root, program, "--version"));
        foreach (var arguments in Commands)
        {
            var expected = await Programs.RunAsync(Repository.Root, "dotnet", ["exec", managed, .. arguments]);
            Assert.NotEqual("", expected.Output + expected.Error);
            Assert.Equal(expected, await Programs.RunAsync(Repository.Root, program, arguments));
        }
    }

    private async Task UnpackAsync(string id, string folder)
    {
        using var package = feed.Open(id);
        await package.ExtractToDirectoryAsync(folder);
    }
}
