using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests.Distribution;

/// <summary>The forms that people install: wheel, archive, npm, pre-commit and image, from the files of a release.</summary>
public sealed class InstalledFormTests(Feed feed)
{
    /// <summary>The variable with a static program; where there is none, the tests of images have nothing to put in.</summary>
    private const string StaticVariable = "TASKLINT_STATIC";

    [Fact]
    public async Task In_the_dry_run_of_a_release_wheel_archive_and_npm_packages_show_what_the_README_shows()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        ReleaseFiles.Needs("npm", "node", "bash");
        var (code, output, error) = await new StepShell(Repository.Root).RunAsync(
            "bash", "src/packaging/release dry-run \"$OUT\" \"$PROGRAM\"",
            ("RELEASE_VERSION", BuildInfo.Version), ("OUT", Path.Combine(files.Root, "dry")), ("PROGRAM", files.Published), ("RELEASE_ASSETS", ReleaseFiles.AssetsOf(feed)));

        Assert.True(code == 0, output + error);
        // The wheel is tried twice: as a program, and by python -m.
        Assert.Equal(
            ["wheel", "wheel", "archive", "npm"],
            output.Split('\n').Where(line => line.StartsWith("install ", StringComparison.Ordinal)).Select(line => line[10..]));
        Assert.True(File.Exists(Path.Combine(files.Root, "dry", "files", "SHA256SUMS")));
    }

    [Theory]
    [InlineData("missing", "the package @arize-tasklint/cli-linux-x64 is missing, which has the program")]
    [InlineData("foreign", "there is no program for linux x64, only for win-x64")]
    [InlineData("old", "this machine has glibc 2.")]
    public async Task Where_the_program_is_missing_the_npm_package_says_what_to_install(string how, string message)
    {
        var files = await ReleaseFiles.OfAsync(feed);
        ReleaseFiles.Needs("node");
        var folder = Directory.CreateDirectory(Path.Combine(files.Root, "npm-" + how)).FullName;
        foreach (var (path, _, bytes) in ReleaseFiles.EntriesOf(Path.Combine(files.Folder, $"arize-tasklint-cli-{BuildInfo.Version}.tgz")))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            await File.WriteAllBytesAsync(Path.Combine(folder, path), bytes);
        }

        var platforms = how switch
        {
            "foreign" => """[{ "name": "win-x64", "package": "@arize-tasklint/cli-win-x64", "executable": "tasklint.exe", "os": "win32", "cpu": "x64" }]""",
            "old" => """[{ "name": "linux-x64", "package": "@arize-tasklint/cli-linux-x64", "executable": "tasklint", "os": "linux", "cpu": "x64", "glibc": "2.999" }]""",
            _ => null,
        };
        if (platforms is not null)
            await File.WriteAllTextAsync(Path.Combine(folder, "package", "platforms.json"), platforms);
        var (code, output, error) = await Programs.RunAsync(folder, "node", "package/bin/tasklint.js", "--version");

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"tasklint: {message}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("    at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_npm_package_hands_on_arguments_streams_exit_codes_and_signals()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        ReleaseFiles.Needs("node");
        var folder = Directory.CreateDirectory(Path.Combine(files.Root, "npm-streams")).FullName;
        var script = Path.Combine(folder, "node_modules", "@arize-tasklint", "cli-linux-x64", "bin", "tasklint");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        await File.WriteAllTextAsync(script, "#!/bin/sh\nif [ \"$1\" = wait ]; then trap 'exit 77' TERM; echo ready; while :; do sleep 0.1; done; fi\ncat\nprintf '<%s>' \"$@\" >&2\nexit 42\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var (path, _, bytes) in ReleaseFiles.EntriesOf(Path.Combine(files.Folder, $"arize-tasklint-cli-{BuildInfo.Version}.tgz")))
        {
            var to = Path.Combine(folder, "node_modules", "@arize-tasklint", "cli", path["package/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            await File.WriteAllBytesAsync(to, bytes);
        }

        const string Start = "node_modules/@arize-tasklint/cli/bin/tasklint.js";
        var manifest = Path.Combine(folder, "node_modules", "@arize-tasklint", "cli-linux-x64", "package.json");
        await File.WriteAllTextAsync(manifest, """{ "version": "0.0.9" }""");
        var (code, _, error) = await Programs.RunAsync(folder, "node", Start, "--version");
        Assert.Equal((2, $"tasklint: the package @arize-tasklint/cli-linux-x64 has version 0.0.9, and @arize-tasklint/cli has {BuildInfo.Version}; "
            + $"install one version of both: npm install @arize-tasklint/cli@{BuildInfo.Version}\n"), (code, error));
        await File.WriteAllTextAsync(manifest, $$"""{ "version": "{{BuildInfo.Version}}" }""");
        var good = await File.ReadAllTextAsync(script);
        foreach (var (content, why) in new[] { ("", "it is empty"), ("\u007fELF", "it is cut off"), (new string('x', 70_000), "it is no program") })
        {
            await WriteAsync(content);
            (code, var told, error) = await Programs.RunAsync(folder, "node", Start, "rules");
            Assert.Equal((2, ""), (code, told));
            Assert.Contains($"cannot be started: {why}; install it again: npm install @arize-tasklint/cli@", error, StringComparison.Ordinal);
        }

        await WriteAsync(good);
        File.Move(manifest, manifest + ".gone");
        (code, _, error) = await Programs.RunAsync(folder, "node", Start, "rules");
        Assert.Equal((2, $"tasklint: the package @arize-tasklint/cli-linux-x64 is damaged: its package.json is missing, or says no version; "
            + $"install it again: npm install @arize-tasklint/cli@{BuildInfo.Version}\n"), (code, error));
        File.Move(manifest + ".gone", manifest);
        Assert.Equal((42, "in", "<a b><$(x)><>"), await Programs.RunAsync(folder, "sh", "-c", $"printf in | node {Start} 'a b' '$(x)' ''"));
        Assert.Equal((77, "ready\n", ""), await Programs.RunAsync(folder, "sh", "-c", $"node {Start} wait & pid=$!; sleep 1; kill $pid; wait $pid"));

        async Task WriteAsync(string text)
        {
            File.Delete(script);
            await File.WriteAllTextAsync(script, text);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    // The sources as they are, committed into a repository of their own, which is what pre-commit clones.
    [Fact]
    public async Task A_hook_of_pre_commit_installs_the_wheel_and_finds_a_task_that_a_file_which_does_not_change_declares()
    {
        var files = await ReleaseFiles.OfAsync(feed);
        ReleaseFiles.Needs("pre-commit", "git");
        var hooks = Directory.CreateDirectory(Path.Combine(files.Root, "hooks")).FullName;
        foreach (var path in new[] { ".pre-commit-hooks.yaml", "pyproject.toml", "Directory.Build.props", "src/packaging" })
            await ShellAsync(Repository.Root, "cp -r --parents \"$1\" \"$2\"", path, hooks);
        await ShellAsync(hooks, Commit);
        var team = Directory.CreateDirectory(Path.Combine(files.Root, "team")).FullName;
        const string Task = "tasks: [{ name: Tone, type: template_evaluation, project: p, space: s, sampling_rate: 1, evaluators: [{ evaluator: E }] }]\n";
        await File.WriteAllTextAsync(Path.Combine(team, "a.arize.yaml"), Task);
        await File.WriteAllTextAsync(Path.Combine(team, "broken.arize.yaml"), Task.Replace("rate: 1", "rate: 25", StringComparison.Ordinal).Replace("Tone", "Rate", StringComparison.Ordinal));
        var commit = (await ShellAsync(hooks, "git rev-parse HEAD")).Output.Trim();
        await File.WriteAllTextAsync(Path.Combine(team, ".pre-commit-config.yaml"), $$"""
            repos: [{ repo: "{{hooks}}", rev: {{commit}}, hooks: [{ id: tasklint }] }]
            """);
        // A pull request may name any code there; what runs it would leave a file.
        await File.WriteAllTextAsync(Path.Combine(team, "tasklint.yaml"), "declarations: [., owned.cs]\n");
        await File.WriteAllTextAsync(Path.Combine(team, "owned.cs"), "System.IO.File.WriteAllText(\"owned\", \"\");\n");
        await ShellAsync(team, Commit);
        await File.WriteAllTextAsync(Path.Combine(team, "b.arize.yaml"), Task);
        await ShellAsync(team, "git add b.arize.yaml");

        const string Run = "PRE_COMMIT_HOME=$PWD/../home PIP_NO_INDEX=1 PIP_FIND_LINKS=$1 pre-commit run";
        var (code, output, error) = await Programs.RunAsync(team, "sh", "-c", Run, "sh", files.Folder);
        await File.WriteAllTextAsync(Path.Combine(team, "b.arize.yaml"), Task.Replace("Tone", "Other", StringComparison.Ordinal));
        await ShellAsync(team, "git add b.arize.yaml");
        var (fixedCode, fixedOutput, _) = await Programs.RunAsync(team, "sh", "-c", Run, "sh", files.Folder);

        Assert.True(code == 1, output + error);
        Assert.Contains("b.arize.yaml:1:17: error ATL1008: the task 'Tone' is declared already, at a.arize.yaml:1\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ATL2004", output, StringComparison.Ordinal);
        Assert.True(fixedCode == 0, fixedOutput);
        await File.AppendAllTextAsync(Path.Combine(team, "tasklint.yaml"), "# changed\n");
        await ShellAsync(team, "git rm -q --cached broken.arize.yaml; rm broken.arize.yaml; git add tasklint.yaml");
        var (allCode, allOutput, _) = await Programs.RunAsync(team, "sh", "-c", Run + " --verbose", "sh", files.Folder);
        Assert.True(allCode == 0, allOutput);
        Assert.Contains("not read, since --no-run forbids to run the code of C# inputs: 'owned.cs'", allOutput, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(team, "owned")));
    }

    [Fact]
    public async Task The_image_has_the_static_program_and_nothing_else_and_its_bytes_are_the_same_each_time()
    {
        var program = Environment.GetEnvironmentVariable(StaticVariable);
        if (program is null)
        {
            Assert.SkipWhen(Programs.MaySkip, $"{StaticVariable} does not name a static program");
            Assert.Fail($"{StaticVariable} does not name a static program");
        }

        ReleaseFiles.Needs("buildah", "python3");
        Assert.EndsWith(" static\n", await ReleaseFiles.RunAsync("package", "program", program), StringComparison.Ordinal);
        var first = (await ReleaseFiles.RunAsync("container/build", program, "tasklint-test")).Trim();
        var second = (await ReleaseFiles.RunAsync("container/build", program, "tasklint-test")).Trim();
        Assert.Equal(first, second);

        var work = (await ShellAsync(Repository.Root, "buildah from --quiet tasklint-test")).Output.Trim();
        try
        {
            // As 'docker run --rm -v "$PWD:/w" -w /w tasklint' does: nobody, in the folder that is mounted.
            const string Run = "buildah run --isolation chroot -v \"$PWD:/w:ro\" --workingdir /w \"$1\" -- /usr/local/bin/tasklint \"$2\" \"$3\" 2>/dev/null";
            var (_, version, _) = await Programs.RunAsync(Repository.Root, "sh", "-c", Run, "sh", work, "--version", "--verbose");
            var (code, output, _) = await Programs.RunAsync(Repository.Root, "sh", "-c", Run, "sh", work, "check", "examples/quickstart");
            Assert.Contains("\ninstall   container\n", version, StringComparison.Ordinal);
            Assert.Equal(1, code);
            Assert.Contains("4 tasks checked: 2 in sync, 1 drifted, 1 missing · 3 errors · exit 1\n", output, StringComparison.Ordinal);
            Assert.Equal("65532:65532", (await ShellAsync(Repository.Root, "buildah inspect --format '{{.OCIv1.Config.User}}' \"$1\"", work)).Output.Trim());
        }
        finally
        {
            await Programs.RunAsync(Repository.Root, "buildah", "rm", work);
            await Programs.RunAsync(Repository.Root, "buildah", "rmi", "tasklint-test");
        }
    }

    [Theory]
    [InlineData(false, "problem  certificate  this machine has no certificates of authorities, which are looked for in SSL_CERT_FILE and SSL_CERT_DIR")]
    [InlineData(true, "there is no /dev/urandom, which random numbers come from; give the container or the root folder its /dev\n")]
    public async Task In_an_empty_root_the_static_program_says_what_is_missing_for_encrypted_connections(bool hasAuthorities, string told)
    {
        var program = Environment.GetEnvironmentVariable(StaticVariable);
        var isRoot = OperatingSystem.IsLinux() && (await Programs.RunAsync("/", "id", "-u")).Output == "0\n";
        if (program is null || !isRoot)
        {
            Assert.SkipWhen(Programs.MaySkip, $"{StaticVariable} does not name a static program, or this is not root");
            Assert.Fail($"{StaticVariable} does not name a static program, or this is not root");
        }

        var root = feed.CreateProject().Folder;
        File.Copy(program, Path.Combine(root, "tasklint"));
        if (hasAuthorities)
        {
            Directory.CreateDirectory(Path.Combine(root, "etc", "ssl", "certs"));
            await File.WriteAllTextAsync(Path.Combine(root, "etc", "ssl", "certs", "ca-certificates.crt"), AuthorityPem());
        }

        // Whoever listens: a connection is made before it is encrypted.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();

        var (code, output, _) = await Programs.RunAsync(
            "/", "env", $"ARIZE_API_KEY={new string('k', 20)}", "chroot", root, "/tasklint", "doctor", "--timeout", "5", "--api-url", $"https://{listener.LocalEndpoint}");

        Assert.Equal(3, code);
        Assert.Contains(told, output, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenSSL", output, StringComparison.Ordinal);
    }

    private static string AuthorityPem()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=An authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem();
    }

    private const string Commit = "git init -q -b main && git add -A && git -c user.name=t -c user.email=t@t commit -q -m all";

    private static async Task<(int ExitCode, string Output, string Error)> ShellAsync(string folder, string script, params string[] arguments)
    {
        var result = await Programs.RunAsync(folder, "sh", ["-c", script, "sh", .. arguments]);
        Assert.True(result.ExitCode == 0, $"{script}\n{result.Output}\n{result.Error}");
        return result;
    }
}
