using System.Security.Cryptography;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;
using YamlDotNet.RepresentationModel;

namespace Arize.TaskLint.Packages.Tests.Distribution;

/// <summary>How the pieces for CI platforms install the tool: by version and checksum, from the archive of a release.</summary>
public sealed class InstallScriptTests(Feed feed)
{
    [Theory]
    [InlineData("action.yml")]
    [InlineData("src/ci/gitlab.yml")]
    [InlineData("src/ci/azure.yml")]
    public void Each_piece_has_the_script_as_it_is(string file)
    {
        var script = File.ReadLines(Repository.PathOf("src", "ci", "install.sh")).Where(line => !line.StartsWith('#'));

        Assert.Contains(string.Join('\n', script), string.Join('\n', File.ReadLines(Repository.PathOf(file)).Select(line => line.Length > 8 ? line[8..] : line.Trim())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    public async Task It_installs_what_the_checksums_list_and_keeps_the_archive(string shell)
    {
        var (releases, folder) = await ReleasesAsync($"kept-{shell}");

        var first = await InstallAsync(shell, folder, releases, sha256: SumOf(Path.Combine(releases, "download", $"v{BuildInfo.Version}", "SHA256SUMS")), csharp: "true");
        File.Delete(Path.Combine(releases, "download", $"v{BuildInfo.Version}", "tasklint-linux-x64.tar.gz"));
        var again = await InstallAsync(shell, folder, releases);

        Assert.Equal((0, $"tasklint {BuildInfo.Version}\n"), (first.ExitCode, first.Output));
        Assert.Equal(first, again);
        var program = Path.Combine(folder, "to", "tasklint-linux-x64", "tasklint");
        Assert.True(File.Exists(Path.Combine(folder, "to", "tasklint-linux-x64", "csharp-host", "Arize.TaskLint.CSharpHost.dll")));
        // With what reads C# beside it, and the .NET of the tests, the archive reads C#.
        var (code, output, error) = await Programs.RunAsync(Repository.Root, program, "lint", "examples/single-file/support-bot.cs");
        Assert.True(code == 0, output + error);
    }

    [Theory]
    [InlineData("damaged", "the SHA-256 of tasklint-linux-x64.tar.gz is not the one of SHA256SUMS")]
    [InlineData("pinned", "the SHA-256 of SHA256SUMS of version ")]
    [InlineData("unlisted", "has no tasklint-linux-x64.tar.gz")]
    [InlineData("nowhere", "/SHA256SUMS cannot be fetched")]
    [InlineData("unset", "set the input 'releases'")]
    [InlineData("hostile", "'0.1.0/../..' is not a version")]
    public async Task It_installs_nothing_that_is_not_what_was_asked_for(string how, string message)
    {
        var (releases, folder) = await ReleasesAsync(how);
        var version = Path.Combine(releases, "download", $"v{BuildInfo.Version}");
        if (how == "damaged")
            await File.AppendAllTextAsync(Path.Combine(version, "tasklint-linux-x64.tar.gz"), "x");
        if (how == "unlisted")
            await File.WriteAllTextAsync(Path.Combine(version, "SHA256SUMS"), "");
        if (how == "nowhere")
            Directory.Delete(version, recursive: true);

        var result = await InstallAsync("sh", folder, how == "unset" ? null : releases, how == "pinned" ? new string('0', 64) : "", version: how == "hostile" ? "0.1.0/../.." : BuildInfo.Version);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "to", "tasklint-linux-x64")));
    }

    [Theory]
    [InlineData("", "refs", "0.1.0", "v0.1.0", "https://github.example/owner/tasklint/releases")]
    [InlineData("0.2.0", "", "0.2.0", "main", "https://github.example/owner/tasklint/releases")]
    [InlineData("0.2.0", "https://mirror.example/tasklint", "0.2.0", "main", "https://mirror.example/tasklint")]
    [InlineData("", "", "", "main", "https://github.example/owner/tasklint/releases")]
    public async Task The_action_takes_its_own_version_and_repository_unless_it_is_told_others(string given, string releases, string version, string reference, string address)
    {
        ReleaseFiles.Needs("bash");
        using var reader = new StringReader(await File.ReadAllTextAsync(Repository.PathOf("action.yml")));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var step = ((YamlSequenceNode)yaml.Documents[0].RootNode["runs"]["steps"]).Single(one => (string?)one["name"] == "Find the version");
        var folder = feed.CreateProject().Folder;
        var output = Path.Combine(folder, "output");

        var result = await new StepShell(folder).RunAsync("bash", (string)step["run"]!,
            ("VERSION", given), ("RELEASES", releases == "refs" ? "" : releases), ("REF", reference), ("REPOSITORY", "owner/tasklint"),
            ("GITHUB_SERVER_URL", "https://github.example"), ("GITHUB_OUTPUT", output));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"version={version}\nreleases={address}\n", await File.ReadAllTextAsync(output));
    }

    private async Task<(string Releases, string Folder)> ReleasesAsync(string name)
    {
        var files = await ReleaseFiles.OfAsync(feed);
        ReleaseFiles.Needs("curl");
        var folder = Directory.CreateDirectory(Path.Combine(files.Root, "install-" + name)).FullName;
        var version = Directory.CreateDirectory(Path.Combine(folder, "releases", "download", $"v{BuildInfo.Version}")).FullName;
        foreach (var file in Directory.EnumerateFiles(files.Folder))
            File.Copy(file, Path.Combine(version, Path.GetFileName(file)));
        return (Path.Combine(folder, "releases"), folder);
    }

    private static async Task<(int ExitCode, string Output, string Error)> InstallAsync(
        string shell, string folder, string? releases, string sha256 = "", string csharp = "false", string? version = null, StepShell? with = null, string? cache = null, string? to = null) =>
        await (with ?? new StepShell(folder)).RunAsync(shell, await File.ReadAllTextAsync(Repository.PathOf("src", "ci", "install.sh")),
            ("TASKLINT_RELEASES", releases is null ? "" : "file://" + releases),
            ("TASKLINT_VERSION", version ?? BuildInfo.Version),
            ("TASKLINT_SHA256", sha256),
            ("TASKLINT_CSHARP", csharp),
            ("TASKLINT_CACHE", cache ?? Path.Combine(folder, "cache")),
            ("TASKLINT_TO", to ?? Path.Combine(folder, "to")));

    private static string SumOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
