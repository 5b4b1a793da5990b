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
        var again = await files.MakeAgainAsync(feed);

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
            Repository.Root, Repository.PathOf("src", "packaging", "package"), "platform", "linux-musl-x64", files.Program, "--version", "1.0.0", "--output", files.Root,
            "--assets", ReleaseFiles.AssetsOf(feed));
        Assert.Equal((1, $"package: '{files.Program}' needs an interpreter, and linux-musl-x64 is static\n"), (code, error));
    }

    [Fact]
    public async Task The_bill_of_materials_is_valid_by_the_schema_of_CycloneDX_and_tells_what_runs_from_the_tools()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail(missing);
        }

        var bill = Path.Combine(files.Folder, "tasklint-linux-x64.cdx.json");

        Assert.Equal((0, "", ""), await Programs.RunAsync(NodePackages.Folder, "node", "cyclonedx.mjs", bill));
        using var document = ReleaseFiles.Json(await File.ReadAllBytesAsync(bill));
        var components = document.RootElement.GetProperty("components").EnumerateArray().ToLookup(
            one => one.GetProperty("scope").GetString()!, one => one.GetProperty("name").GetString()!.ToLowerInvariant());
        Assert.Equal(
            ["brotli", "diffplex", "microsoft.extensions.filesystemglobbing", "microsoft.netcore.app.runtime.nativeaot.linux-x64", "system.commandline", "tomlyn", "yamldotnet", "zlib-ng"],
            components["required"].Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "microsoft.dotnet.ilcompiler", "microsoft.net.illink.tasks" }, components["excluded"].ToHashSet());
        Assert.Equal(components["required"].Count(), document.RootElement.GetProperty("dependencies")[0].GetProperty("dependsOn").GetArrayLength());
        var program = document.RootElement.GetProperty("metadata").GetProperty("component");
        Assert.Contains(program.GetProperty("properties").EnumerateArray(), one => (one.GetProperty("name").GetString(), one.GetProperty("value").GetString()) == ("tasklint:commit", "c0ffee"));
        // The address of the repository is told where it is known.
        var source = program.GetProperty("externalReferences")[0];
        Assert.Equal(
            ("vcs", "https://example.com/owner/tasklint.git", "commit c0ffee"),
            (source.GetProperty("type").GetString(), source.GetProperty("url").GetString(), source.GetProperty("comment").GetString()));
    }

    [Fact]
    public async Task The_notices_name_each_part_that_runs_with_its_licence_and_have_the_text_of_each()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        var notices = ReleaseFiles.Text(ReleaseFiles.EntriesOf(Path.Combine(files.Folder, "tasklint-linux-x64.tar.gz"))
            .Single(entry => entry.Path == "tasklint-linux-x64/THIRD-PARTY-NOTICES.txt").Bytes);

        foreach (var part in new[] { "DiffPlex 1.9.0: Apache-2.0", "YamlDotNet 18.1.0: MIT", "Tomlyn 2.10.2: BSD-2-Clause", "System.CommandLine 3.0.0: MIT", "brotli: MIT" })
            Assert.Contains($"\n{part}\n", notices, StringComparison.Ordinal);
        foreach (var words in new[] { "Apache License", "Permission is hereby granted, free of charge", "Redistributions in binary form must reproduce", "License notice for zlib-ng", "License notice for Brotli" })
            Assert.Contains(words, notices, StringComparison.Ordinal);
        Assert.DoesNotContain("ILCompiler", notices[..notices.IndexOf("====", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wheel_tells_its_version()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        var module = ReleaseFiles.EntriesOf(Path.Combine(files.Folder, Files.First().Data.Item2)).Single(entry => entry.Path == "tasklint/__init__.py");

        Assert.Contains($"\n__version__ = \"{ReleaseFiles.Python}\"\n", ReleaseFiles.Text(module.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/packaging/README-package.md")]
    [InlineData("src/packaging/README-archive.md")]
    [InlineData("src/docs/install.md")]
    public async Task What_declarations_in_CSharp_need_is_the_same_on_each_page(string file)
    {
        var words = string.Join(' ', (await File.ReadAllTextAsync(Repository.PathOf(file))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(
            "Declarations in C# need the .NET SDK 10 and a second program: unpack `tasklint-csharp-host.tar.gz` of the same version beside the program, "
            + "or use the .NET tool, which has it: `dotnet tool install --global Arize.TaskLint.Cli`.", words, StringComparison.Ordinal);
    }

    // The static program of the release is linked with musl; which C library is in it is told to the script.
    [Theory]
    [InlineData("", "", "linux-musl-x64 has OpenSSL and a C library in itself: say in which version")]
    [InlineData("3.5.0", "bionic 1", "'bionic 1' is not a C library and its version, such as 'musl 1.2.5'")]
    [InlineData("3.5.0", "musl", "'musl' is not a C library and its version, such as 'musl 1.2.5'")]
    public async Task What_is_linked_into_a_static_program_must_be_said(string openssl, string libc, string message)
    {
        var (code, _, error) = await StaticAsync(Repository.PathOf("src", "packaging", "package"), openssl, libc, feed.CreateProject().Folder);

        Assert.Equal((1, $"package: {message}\n"), (code, error));
    }

    [Fact]
    public async Task The_bill_of_a_static_program_has_what_is_linked_into_it()
    {
        var folder = feed.CreateProject().Folder;
        var (code, output, error) = await StaticAsync(Repository.PathOf("src", "packaging", "package"), "3.5.0", "musl 1.2.5", folder);

        Assert.True(code == 0, output + error);
        using var document = ReleaseFiles.Json(await File.ReadAllBytesAsync(Path.Combine(folder, "tasklint-linux-musl-x64.cdx.json")));
        var purls = document.RootElement.GetProperty("components").EnumerateArray().Where(one => one.GetProperty("scope").GetString() == "required")
            .Select(one => one.GetProperty("purl").GetString()!).ToHashSet();
        Assert.Superset(new HashSet<string> { "pkg:generic/openssl@3.5.0", "pkg:generic/musl@1.2.5", "pkg:generic/zlib-ng@1.3.1.zlib-ng" }, purls);
    }

    // A program of which the headers are those of a static one.
    private async Task<(int ExitCode, string Output, string Error)> StaticAsync(string package, string openssl, string libc, string folder)
    {
        ReleaseFiles.Needs("python3");
        var program = Path.Combine(folder, "tasklint");
        var bytes = new byte[128];
        new byte[] { 0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(bytes, 0);
        bytes[18] = 62;
        await File.WriteAllBytesAsync(program, [.. bytes, .. "\01.3.1.zlib-ng\0"u8]);
        string[] linked = openssl.Length > 0 ? ["--openssl", openssl, "--libc", libc] : [];
        return await Programs.RunAsync(Repository.Root, package,
            ["platform", "linux-musl-x64", program, "--version", "1.0.0", "--output", folder, "--assets", ReleaseFiles.AssetsOf(feed), .. linked]);
    }

    private static IEnumerable<string> Sums(string folder) => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
}
