using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests.Distribution;

/// <summary>What the wheel, the npm packages and the archives of a release hold, entry by entry.</summary>
public sealed class ReleaseContentsTests(Feed feed)
{
    public static TheoryData<string, string> Files => new()
    {
        { "wheel", $"tasklint-{ReleaseFiles.Python}-py3-none-manylinux_2_34_x86_64.whl" },
        { "npm-platform", $"arize-tasklint-cli-linux-x64-{BuildInfo.Version}.tgz" },
        { "npm", $"arize-tasklint-cli-{BuildInfo.Version}.tgz" },
        { "npm-short", $"tasklint-{BuildInfo.Version}.tgz" },
        { "archive", "tasklint-linux-x64.tar.gz" },
        { "csharp-host", "tasklint-csharp-host.tar.gz" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_holds_what_its_list_says(string name, string file)
    {
        var files = await ReleaseFiles.OfAsync(feed);
        var text = new StringBuilder();
        var entries = ReleaseFiles.EntriesOf(Path.Combine(files.Folder, file));
        foreach (var (path, mode, _) in entries)
            text.Append($"{Convert.ToString((int)mode, 8)} {path}\n");
        // What describes the package is in the list as well.
        foreach (var (path, _, bytes) in entries.Where(entry => Path.GetFileName(entry.Path) is "METADATA" or "WHEEL" or "package.json" or "platforms.json" or "tasklint.install"))
            text.Append($"\n-- {path}\n{ReleaseFiles.Text(bytes).Split("\n\n")[0].TrimEnd()}\n");

        Golden.Matches(
            Repository.PathOf("tests", "Arize.TaskLint.Packages.Tests", "golden", "distribution", name + ".txt"),
            text.ToString().Replace(BuildInfo.Version, "…", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Made_again_from_the_same_program_each_file_has_the_same_bytes()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        var again = await files.MakeAgainAsync();

        Assert.Equal(Sums(files.Folder), Sums(again));
    }

    [Fact]
    public async Task The_wheel_records_the_hash_and_the_size_of_each_entry()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        var entries = ReleaseFiles.EntriesOf(Path.Combine(files.Folder, Files.First().Data.Item2));
        var record = entries.Single(entry => entry.Path.EndsWith("/RECORD", StringComparison.Ordinal));

        var expected = entries.Where(entry => entry != record)
            .Select(entry => $"{entry.Path},sha256={Convert.ToBase64String(SHA256.HashData(entry.Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_')},{entry.Bytes.Length}")
            .Append($"{record.Path},,");

        Assert.Equal(string.Join('\n', expected) + "\n", ReleaseFiles.Text(record.Bytes));
    }

    [Fact]
    public async Task The_checksums_are_those_of_the_files_and_sha256sum_accepts_them()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        ReleaseFiles.Needs("sha256sum");

        var (code, output, error) = await Programs.RunAsync(files.Folder, "sha256sum", "--check", "--strict", "SHA256SUMS");

        Assert.True(code == 0, output + error);
        Assert.Equal(Directory.GetFiles(files.Folder).Length - 1, output.Split(": OK\n").Length - 1);
        using var list = ReleaseFiles.Json(await File.ReadAllBytesAsync(Path.Combine(files.Folder, "release.json")));
        Assert.Equal(BuildInfo.Version, list.RootElement.GetProperty("version").GetString());
    }

    // A tag that promises an older system than the program starts on would install what does not run.
    [Fact]
    public async Task The_tag_of_the_wheel_is_the_glibc_that_the_program_needs_at_most()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        var facts = (await ReleaseFiles.RunAsync("package", "program", files.Program)).Trim();
        using var platforms = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf("src", "packaging", "platforms.json")));
        var promised = platforms.RootElement.EnumerateArray().Where(one => one.TryGetProperty("glibc", out _)).ToList();

        Assert.StartsWith("linux-x64 glibc 2.", facts, StringComparison.Ordinal);
        Assert.All(promised, one => Assert.StartsWith($"manylinux_{one.GetProperty("glibc").GetString()!.Replace('.', '_')}_", one.GetProperty("wheel")[0].GetString(), StringComparison.Ordinal));
        Assert.True(Version.Parse(facts.Split(' ')[2]) <= Version.Parse(promised[0].GetProperty("glibc").GetString()!), facts);
        var (code, _, error) = await Programs.RunAsync(
            Repository.Root, Repository.PathOf("src", "packaging", "package"), "platform", "linux-musl-x64", files.Program, "--version", "1.0.0", "--output", files.Root);
        Assert.Equal((1, $"package: '{files.Program}' needs an interpreter, and linux-musl-x64 is static\n"), (code, error));
    }

    [Fact]
    public async Task The_bill_of_materials_is_valid_by_the_schema_of_CycloneDX_and_names_the_packages_of_the_product()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail(missing);
        }

        var folder = Path.Combine(files.Root, "bill");
        var assets = Directory.EnumerateFiles(Path.Combine(feed.PackedIn, "artifacts", "obj", "Arize.TaskLint.Cli"), "project.assets.json").Single();
        await ReleaseFiles.RunAsync("package", "platform", "linux-x64", files.Program, "--version", BuildInfo.Version, "--output", folder, "--assets", assets, "--commit", "c0ffee");
        var bill = Path.Combine(folder, "tasklint-linux-x64.cdx.json");

        Assert.Equal((0, "", ""), await Programs.RunAsync(NodePackages.Folder, "node", "cyclonedx.mjs", bill));
        using var document = ReleaseFiles.Json(await File.ReadAllBytesAsync(bill));
        var names = document.RootElement.GetProperty("components").EnumerateArray().Select(one => one.GetProperty("name").GetString()!).ToHashSet();
        Assert.Superset(new HashSet<string> { "YamlDotNet", "System.CommandLine", "DiffPlex", "Tomlyn", "Microsoft.Extensions.FileSystemGlobbing" }, names);
        Assert.Contains(names, name => name.Equals("Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Sums(string folder) => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
}
