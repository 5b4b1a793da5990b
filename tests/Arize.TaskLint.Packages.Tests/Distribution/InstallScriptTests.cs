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
        var again = await InstallAsync(shell, folder, releases, csharp: "true", version: "v" + BuildInfo.Version);

        Assert.Equal((0, $"tasklint {BuildInfo.Version}\n"), (first.ExitCode, first.Output));
        Assert.Equal(first, again);
        var program = Path.Combine(folder, "to", "tasklint-linux-x64", "tasklint");
        Assert.True(File.Exists(Path.Combine(folder, "to", "tasklint-linux-x64", "csharp-host", "Arize.TaskLint.CSharpHost.dll")));
        // With what reads C# beside it, and the .NET of the tests, the archive reads C#.
        var (code, output, error) = await Programs.RunAsync(Repository.Root, program, "lint", "examples/single-file/support-bot.cs");
        Assert.True(code == 0, output + error);
        // Nothing of an installation before stays beside the program.
        await InstallAsync(shell, folder, releases);
        Assert.False(Directory.Exists(Path.Combine(folder, "to", "tasklint-linux-x64", "csharp-host")));
        Assert.Equal(["SHA256SUMS", "tasklint-csharp-host.tar.gz", "tasklint-linux-x64.tar.gz"],
            Directory.EnumerateFiles(Path.Combine(folder, "cache", BuildInfo.Version)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "to")));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("0.1")]
    [InlineData("..")]
    [InlineData("0..1.0")]
    [InlineData("0.1.0 ")]
    [InlineData("vv0.1.0")]
    [InlineData("/etc/passwd")]
    [InlineData("0.1.0\n0.2.0")]
    [InlineData("$(touch owned)")]
    [InlineData("main")]
    [InlineData("0.1.0.")]
    public async Task What_is_no_version_is_refused_before_anything_is_fetched(string version)
    {
        ReleaseFiles.Needs("bash");
        var folder = feed.CreateProject().Folder;

        var result = await InstallAsync("sh", folder, folder, version: version);

        Assert.Equal((2, "", $"tasklint is not installed: '{(version[0] == 'v' ? version[1..] : version)}' is not a version such as 0.1.0\n"), result);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("TASKLINT_CACHE", "TASKLINT_CACHE names no folder to keep archives in")]
    [InlineData("TASKLINT_TO", "TASKLINT_TO names no folder to unpack into")]
    [InlineData("file", "cannot be made")]
    [InlineData("fetch", "neither curl nor wget is there, which fetch it")]
    [InlineData("sum", "none of sha256sum, shasum and openssl is there, which check what is fetched")]
    public async Task What_is_missing_for_an_installation_is_told(string what, string message)
    {
        ReleaseFiles.Needs("sh", "curl");
        var folder = feed.CreateProject().Folder;
        await File.WriteAllTextAsync(Path.Combine(folder, "file"), "");
        var shell = new StepShell(folder) { IsAlone = what is "fetch" or "sum" };
        if (shell.IsAlone)
            shell.WithMachines([.. new[] { "uname", "getconf", "sed", "mkdir", "rm", "cut", "tar" }, .. what == "sum" ? ["curl"] : (string[])["sha256sum"]]);

        var result = await InstallAsync(
            "sh", folder, folder, with: shell, cache: what == "TASKLINT_CACHE" ? "" : null, to: what == "TASKLINT_TO" ? "" : what == "file" ? Path.Combine(folder, "file") : null);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("tasklint is not installed: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    // Each of them writes a part of the file first, as where the connection breaks.
    [Theory]
    [InlineData("curl", "for o; do last=$o; done; while [ \"$1\" != --output ]; do shift; done; head -c 1000 \"${last#file://}\" > \"$2\"; exit 18")]
    [InlineData("curl", "for o; do last=$o; done; while [ \"$1\" != --output ]; do shift; done; head -c 1000 \"${last#file://}\" > \"$2\"")]
    [InlineData("curl", "for o; do last=$o; done; while [ \"$1\" != --output ]; do shift; done; head -c 1000 \"${last#file://}\" > \"$2\"; kill -9 $PPID")]
    [InlineData("wget", "for o; do last=$o; done; while [ \"$1\" != -O ]; do shift; done; head -c 1000 \"${last#file://}\" > \"$2\"; exit 4")]
    public async Task A_download_that_breaks_off_is_neither_kept_nor_run(string program, string script)
    {
        var (releases, folder) = await ReleasesAsync($"broken-{program}-{script.Length}");
        var shell = new StepShell(folder) { IsAlone = true }
            .WithMachines("uname", "getconf", "sed", "mkdir", "rm", "mv", "cp", "cut", "tar", "gzip", "sha256sum", "head", "tr", "cat", "grep", "sh")
            .With(program, $"case \"$*\" in *tar.gz) {script} ;; *) {(program == "curl" ? "exec " + Which("curl") + " \"$@\"" : "for o; do last=$o; done; while [ \"$1\" != -O ]; do shift; done; cat \"${last#file://}\" > \"$2\"")} ;; esac");

        var result = await InstallAsync("sh", folder, releases, with: shell);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Equal(["SHA256SUMS"], Directory.EnumerateFileSystemEntries(Path.Combine(folder, "cache", BuildInfo.Version)).Select(Path.GetFileName));
        Assert.False(Directory.Exists(Path.Combine(folder, "to", "tasklint-linux-x64")));
        // The next run, with the machine's own, begins anew.
        Directory.Delete(shell.Tools, recursive: true);
        Assert.Equal((0, $"tasklint {BuildInfo.Version}\n"), (await InstallAsync("sh", folder, releases)) is var (code, output, _) ? (code, output) : default);
    }

    [Fact]
    public async Task The_folder_may_be_relative_and_have_spaces_and_a_hyphen_in_front()
    {
        var (releases, folder) = await ReleasesAsync("relative");

        var result = await InstallAsync("sh", folder, releases, cache: "-kept here", to: "-unpacked here");

        Assert.Equal((0, $"tasklint {BuildInfo.Version}\n"), (result.ExitCode, result.Output));
        Assert.True(File.Exists(Path.Combine(folder, "-unpacked here", "tasklint-linux-x64", "tasklint")));
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
    [InlineData("v0.2.0", "", "0.2.0", "v0.1.0", "https://github.example/owner/tasklint/releases")]
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

    private static string Which(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(one => Path.Combine(one, name)).First(File.Exists);

    private static string SumOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
