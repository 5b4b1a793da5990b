using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;
using YamlDotNet.RepresentationModel;

namespace Arize.TaskLint.Packages.Tests.Distribution;

/// <summary>Which version a release is, and what is different where it is a preview.</summary>
public sealed class ReleaseVersionTests(Feed feed)
{
    [Theory]
    [InlineData("1.2.3", "", "v1.2.3", "v1.2.3", "1.2.3")]
    [InlineData("1.2.0", "beta.1", "v1.2.0-beta.1", "v1.2.0-beta.1", "1.2.0-beta.1")]
    [InlineData("1.2.3", "", "v1.2.3 v1.2.3-rc.1", "v1.2.3", "1.2.3")]
    [InlineData("1.2.3", "", "v1.2.3", "", "1.2.3")]
    public async Task A_tag_releases_the_version_that_it_says(string prefix, string suffix, string tags, string tag, string version)
    {
        var (code, output, error) = await VersionAsync(prefix, suffix, tags, tag);

        Assert.True((code, output) == (0, version + "\n"), output + error);
    }

    [Theory]
    [InlineData("1.2.3", "", "v1.2.3 v1.2.4", "v1.2.3", "the tag is v1.2.3, and the version of its commit is 1.2.4: is another tag on the commit?")]
    [InlineData("1.2.3", "", "v1.2.3 v1.2.3-rc.1", "v1.2.3-rc.1", "the tag is v1.2.3-rc.1, and the version of its commit is 1.2.3: is another tag on the commit?")]
    [InlineData("1.2.3", "", "v1.1.0", "v1.1.0", "the tag says 1.1.0, and VersionPrefix in Directory.Build.props says 1.2.3")]
    [InlineData("1.2.3", "", "v1.2.4", "v1.2.4", "the tag says 1.2.4, and VersionPrefix in Directory.Build.props says 1.2.3")]
    [InlineData("1.2.0", "", "v1.2.0-beta.1", "v1.2.0-beta.1", "the tag says 1.2.0-beta.1, and VersionPrefix in Directory.Build.props says 1.2.0")]
    [InlineData("1.2.0", "beta.2", "v1.2.0-beta.1", "v1.2.0-beta.1", "the tag says 1.2.0-beta.1, and VersionPrefix with VersionSuffix in Directory.Build.props says 1.2.0-beta.2")]
    [InlineData("1.2.0", "nightly", "v1.2.0-nightly", "v1.2.0-nightly", "'1.2.0-nightly' is not a version such as 1.2.3")]
    public async Task A_tag_that_is_not_the_version_of_its_commit_and_of_the_sources_is_refused(string prefix, string suffix, string tags, string tag, string message)
    {
        var (code, output, error) = await VersionAsync(prefix, suffix, tags, tag);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    // pre-commit installs the tag's sources, which must ask for the wheel of that tag.
    [Theory]
    [InlineData("1.2.3", "", "1.2.3")]
    [InlineData("1.2.0", "beta.1", "1.2.0b1")]
    [InlineData("1.2.0", "rc.2", "1.2.0rc2")]
    public async Task The_hook_of_pre_commit_requires_the_wheel_of_the_version(string prefix, string suffix, string python)
    {
        ReleaseFiles.Needs("python3");
        var folder = await SourcesAsync(prefix, suffix);

        var (code, output, error) = await Programs.RunAsync(
            folder, "python3", "-c", "import sys; sys.path.insert(0, 'src/packaging/pre-commit'); import hook; print(hook.build_wheel('.'))");

        Assert.True((code, output) == (0, $"tasklint_pre_commit-{python}-py3-none-any.whl\n"), output + error);
        var metadata = ReleaseFiles.EntriesOf(Path.Combine(folder, output.Trim())).Single(entry => entry.Path.EndsWith("/METADATA", StringComparison.Ordinal));
        Assert.Contains($"Requires-Dist: tasklint=={python}\n", ReleaseFiles.Text(metadata.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.2.0-beta.1")]
    [InlineData("1.2.0-rc.1.4")]
    [InlineData("1.2.0-alpha.0.7")]
    public async Task A_preview_has_no_manifests_of_package_managers(string version)
    {
        ReleaseFiles.Needs("python3");
        var folder = feed.CreateProject().Folder;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.whl"), "");
        await ReleaseFiles.RunAsync("package", "list", folder, "--version", version);

        var (code, output, error) = await Programs.RunAsync(Repository.Root, Repository.PathOf("src", "packaging", "package"),
            "manifests", folder, "--address", "https://example.com/o/r/releases/download/v1", "--output", Path.Combine(folder, "manifests"));

        Assert.Equal((0, "", "no manifests: this version is a preview\n"), (code, output, error));
        Assert.False(Directory.Exists(Path.Combine(folder, "manifests")));
    }

    [Theory]
    [InlineData("release.json", null, "has no release.json, the list of the files of a release")]
    [InlineData("release.json", "{", "release.json' is not valid JSON in UTF-8")]
    [InlineData("release.json", "[]", "release.json' is no list of a release: it needs 'version' and 'files'")]
    [InlineData("release.json", """{ "version": "1", "files": [1] }""", "release.json': files[0] needs 'name', which is that of a file in the folder, and 'sha256'")]
    [InlineData("release.json", """{ "version": "1", "files": [{ "name": "../x", "sha256": "0" }] }""", "release.json': files[0] needs 'name'")]
    [InlineData("release.json", "\u0001", "release.json' is not valid JSON in UTF-8")]
    [InlineData("SHA256SUMS", null, "has no SHA256SUMS")]
    [InlineData("SHA256SUMS", "0  a.whl\n", "SHA256SUMS does not have the lines of the list: ")]
    [InlineData("a.whl", "changed", "'a.whl' is not the file of the list")]
    [InlineData("b.whl", "", "the list and the folder differ: b.whl")]
    public async Task A_folder_that_is_not_that_of_its_list_is_refused_with_a_sentence(string file, string? text, string message)
    {
        ReleaseFiles.Needs("python3");
        var folder = feed.CreateProject().Folder;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.whl"), "");
        await ReleaseFiles.RunAsync("package", "list", folder, "--version", "1.0.0");
        await ReleaseFiles.RunAsync("package", "verify", folder);
        if (text is null)
            File.Delete(Path.Combine(folder, file));
        else
            await File.WriteAllBytesAsync(Path.Combine(folder, file), text == "\u0001" ? [0xFF, 0xFE] : System.Text.Encoding.UTF8.GetBytes(text));

        var (code, output, error) = await Programs.RunAsync(Repository.Root, Repository.PathOf("src", "packaging", "package"), "verify", folder);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("package: ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Traceback", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_xunit_runs_with_the_packages_of_the_release()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        ReleaseFiles.Needs("bash");
        // What is restored for the tests of this repository is not fetched once more.
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

        var (code, output, error) = await new StepShell(files.Root).RunAsync(
            "bash", "\"$RELEASE\" example \"$VERSION\" \"$FEED\"",
            ("RELEASE", Repository.PathOf("src", "packaging", "release")), ("VERSION", BuildInfo.Version), ("FEED", feed.Folder), ("NUGET_FALLBACK_PACKAGES", restored));

        Assert.True((code, output) == (0, "the example of xunit finds the drift\n"), output + error);
    }

    private static string StepOf(string job, string name)
    {
        using var reader = new StringReader(File.ReadAllText(Repository.PathOf(".github", "workflows", "release.yml")));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (string)((YamlSequenceNode)yaml.Documents[0].RootNode["jobs"][job]["steps"]).Cast<YamlMappingNode>()
            .Single(step => step.Children.TryGetValue("name", out var own) && (string?)own == name)["run"]!;
    }

    private async Task<(int ExitCode, string Output, string Error)> VersionAsync(string prefix, string suffix, string tags, string tag)
    {
        ReleaseFiles.Needs("bash", "git", "python3");
        var folder = await SourcesAsync(prefix, suffix);
        (string, string)[] variables = tag.Length > 0 ? [("GITHUB_REF_TYPE", "tag"), ("GITHUB_REF_NAME", tag)] : [];
        var commit = string.Join('\n', tags.Split(' ').Select(one => $"git tag {one}"));
        const string Commit = "git init -q -b main; git add -A; git -c user.name=t -c user.email=t@t commit -q -m all";
        return await new StepShell(folder).RunAsync("bash", $"{Commit}\n{commit}\nsrc/packaging/release version", variables);
    }

    private async Task<string> SourcesAsync(string prefix, string suffix)
    {
        var folder = feed.CreateProject().Folder;
        foreach (var path in new[] { ".config", "global.json", "src/packaging" })
            await Programs.RunAsync(Repository.Root, "cp", "-r", "--parents", path, folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.props"), "<Project>\n  <PropertyGroup>\n"
            + $"    <VersionPrefix>{prefix}</VersionPrefix>\n{(suffix.Length > 0 ? $"    <VersionSuffix>{suffix}</VersionSuffix>\n" : "")}  </PropertyGroup>\n</Project>\n");
        return folder;
    }
}
