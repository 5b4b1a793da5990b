using System.Security.Cryptography;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests.Distribution;

/// <summary>What the script that installs the tool trusts: the list with the checksum that is asked for, and nothing that a cache, a checkout or a server brings.</summary>
public sealed class InstallScriptTrustTests(Feed feed)
{
    private const string Version = "9.8.7";

    private const string Archive = "tasklint-linux-x64.tar.gz";

    private readonly string folder = feed.CreateProject().Folder;

    private string Cached => Path.Combine(folder, "cache", Version);

    private string Released => Path.Combine(folder, "releases", "download", "v" + Version);

    private string List => Path.Combine(Released, "SHA256SUMS");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cache_with_another_list_and_another_program_is_not_run_though_it_cannot_be_written(bool writable)
    {
        var pin = await ReleaseAsync();
        await PoisonAsync();
        var shell = Shell();
        if (!writable)
        {
            foreach (var name in new[] { "cp", "mv", "rm" })
                shell.With(name, $"for o; do last=$o; done; case \"$last\" in */cache/*) exit 1 ;; esac; exec {Which(name)} \"$@\"");
        }

        var result = await InstallAsync(shell, pin);

        Assert.False(File.Exists(Path.Combine(folder, "owned")));
        if (writable)
        {
            Assert.Equal((0, "right\n", ""), result);
            Assert.Equal(pin, SumOf(Path.Combine(Cached, "SHA256SUMS")));
        }
        else
        {
            Assert.Equal((2, "", $"tasklint is not installed: the folder '{Cached}' cannot be written\n"), result);
        }
    }

    [Fact]
    public async Task Without_a_network_a_whole_cache_is_enough_where_the_checksum_of_the_list_is_given()
    {
        var pin = await ReleaseAsync();
        await InstallAsync(Shell(), pin);
        Directory.Delete(Path.Combine(folder, "releases"), recursive: true);

        Assert.Equal((0, "right\n", ""), await InstallAsync(Shell(), pin.ToUpperInvariant()));
        // Without it nothing says that the list is the right one.
        Assert.Equal(2, (await InstallAsync(Shell(), "")).ExitCode);
        Assert.Equal(2, (await InstallAsync(Shell(), new string('0', 64))).ExitCode);
        await PoisonAsync();
        Assert.Equal(2, (await InstallAsync(Shell(), pin)).ExitCode);
        Assert.False(File.Exists(Path.Combine(folder, "owned")));
    }

    [Theory]
    [InlineData("cache")]
    [InlineData("cache/9.8.7")]
    [InlineData("to")]
    public async Task A_folder_that_is_a_link_is_refused_and_nothing_is_written_where_it_leads(string link)
    {
        var pin = await ReleaseAsync();
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, link))!);
        Directory.CreateSymbolicLink(Path.Combine(folder, link), elsewhere);

        Assert.Equal((2, "", $"tasklint is not installed: '{Path.Combine(folder, link)}' is a link, and has to be a folder\n"), await InstallAsync(Shell(), pin));
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Theory]
    [InlineData("lines of Windows")]
    [InlineData("capitals")]
    [InlineData("binary")]
    public async Task The_list_may_be_written_as_other_programs_write_it(string form)
    {
        await ReleaseAsync();
        var list = await File.ReadAllTextAsync(List);
        await File.WriteAllTextAsync(List, form switch
        {
            "lines of Windows" => list.Replace("\n", "\r\n", StringComparison.Ordinal),
            "capitals" => list.Replace(list[..64], list[..64].ToUpperInvariant(), StringComparison.Ordinal),
            _ => list.Replace("  ", " *", StringComparison.Ordinal),
        });

        Assert.Equal((0, "right\n", ""), await InstallAsync(Shell(), SumOf(List)));
    }

    [Theory]
    [InlineData("<html>Sign in</html>\n", "the answer of file://*/SHA256SUMS is no list of checksums")]
    [InlineData("", "version 9.8.7 has no tasklint-linux-x64.tar.gz")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000  tasklint-linux-x64.tar.gz\n", ", 0000000000000000000000000000000000000000000000000000000000000000, but *")]
    public async Task What_came_instead_is_told(string list, string message)
    {
        await ReleaseAsync();
        await File.WriteAllTextAsync(List, list);

        var (code, output, error) = await InstallAsync(Shell(), "");

        Assert.Equal((2, ""), (code, output));
        foreach (var part in message.Split('*'))
            Assert.Contains(part, error, StringComparison.Ordinal);
        if (message.EndsWith('*'))
            Assert.Contains(SumOf(Path.Combine(Released, Archive)), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checksum_of_the_list_that_is_another_is_told_with_the_one_that_came()
    {
        var pin = await ReleaseAsync();
        var wrong = new string('1', 64);

        Assert.Equal((2, "", $"tasklint is not installed: the SHA-256 of SHA256SUMS of version {Version} is not {wrong}, but {pin}\n"), await InstallAsync(Shell(), wrong));
        Assert.Equal((2, "", "tasklint is not installed: the input 'sha256' is '12', which is no SHA-256 of 64 digits\n"), await InstallAsync(Shell(), "12"));
        Assert.Equal((2, "", "tasklint is not installed: the input 'sha256' is '  ', which is no SHA-256 of 64 digits\n"), await InstallAsync(Shell(), "  "));
    }

    [Theory]
    [InlineData("curl", "Connection refused")]
    [InlineData("wget", "Connection refused")]
    public async Task Where_the_server_cannot_be_reached_the_reason_is_told_and_no_password(string program, string reason)
    {
        ReleaseFiles.Needs("sh", program);
        var shell = new StepShell(folder) { IsAlone = true }
            .WithMachines("uname", "getconf", "sed", "mkdir", "rm", "mv", "cp", "cut", "tar", "sha256sum", "tr", "cat", "grep", program);

        var (code, output, error) = await InstallAsync(shell, "", "http://somebody:secret@127.0.0.1:9");

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"tasklint is not installed: http://127.0.0.1:9/download/v{Version}/SHA256SUMS cannot be fetched: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        if (program == "wget")
            Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(one => one == '\n'));
    }

    [Theory]
    [InlineData("curl", "--connect-timeout 20 --speed-limit 1000 --speed-time 30 --retry 2")]
    [InlineData("wget", "-T 30 -t 3")]
    public async Task A_server_that_says_nothing_is_not_waited_for_without_a_limit(string program, string options)
    {
        ReleaseFiles.Needs("sh", program);
        var shell = new StepShell(folder) { IsAlone = true }
            .WithMachines("uname", "getconf", "sed", "mkdir", "rm", "cut", "sha256sum", "tr", "cat")
            .With(program, "echo \"asked with $*\" >&2; exit 28");

        var (_, _, error) = await InstallAsync(shell, "");

        Assert.Contains("asked with ", error, StringComparison.Ordinal);
        Assert.Contains($" {options} ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("False", false)]
    [InlineData("", false)]
    [InlineData("yes", null)]
    [InlineData("1", null)]
    public async Task What_reads_declarations_in_csharp_is_installed_for_true_in_any_letters(string value, bool? installed)
    {
        await ReleaseAsync();

        var result = await InstallAsync(Shell(), "", csharp: value);

        if (installed is { } expected)
        {
            Assert.Equal((0, "right\n", ""), result);
            Assert.Equal(expected, File.Exists(Path.Combine(folder, "to", "tasklint-linux-x64", "csharp-host", "host")));
        }
        else
        {
            Assert.Equal((2, "", $"tasklint is not installed: the input 'csharp' is '{value}', and can be true or false\n"), result);
        }
    }

    [Theory]
    [InlineData("echo glibc 2.31", "since glibc is 2.31, and the other program needs 2.34")]
    [InlineData("exit 1", "since 'getconf GNU_LIBC_VERSION' names no glibc")]
    public async Task Where_the_static_program_is_not_in_the_release_the_message_says_why_it_was_chosen(string getconf, string reason)
    {
        await ReleaseAsync();

        var result = await InstallAsync(Shell().With("getconf", getconf), "");

        Assert.Equal((2, "", $"tasklint is not installed: version {Version} has no tasklint-linux-musl-x64.tar.gz; it is the program for this machine, {reason}\n"), result);
    }

    // As on Windows: a folder with a drive and backslashes.
    [Fact]
    public async Task On_Windows_the_sum_of_a_file_and_its_archive_are_read_where_the_folder_has_a_drive_and_backslashes()
    {
        ReleaseFiles.Needs("python3");
        var shell = Shell().With("uname", "if [ \"$1\" = -s ]; then echo MINGW64_NT-10.0; else echo x86_64; fi")
            .With("unzip", "for o; do last=$o; done; exec python3 -m zipfile -e \"$last\" .");
        await ReleaseAsync();
        var (code, _, error) = await Programs.RunAsync(folder, "sh", "-c", """
            mkdir tasklint-win-x64 && printf '#!/bin/sh\necho right\n' > tasklint-win-x64/tasklint && python3 -m zipfile -c "$1/tasklint-win-x64.zip" tasklint-win-x64
            rm -r tasklint-win-x64; cd "$1" && sha256sum *.zip *.gz > SHA256SUMS
            """, "sh", Released);
        Assert.True(code == 0, error);

        // What the zip of Python unpacks cannot be run: the folder tells whether it was.
        var result = await InstallAsync(shell, SumOf(List), cache: "D:\\a\\kept", to: "D:\\a\\to", csharp: "true");

        Assert.Contains("does not start", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "D:\\a\\to", "tasklint-win-x64", "tasklint")));
        Assert.True(File.Exists(Path.Combine(folder, "D:\\a\\to", "tasklint-win-x64", "csharp-host", "host")));
    }

    // Returns the SHA-256 of the list.
    private async Task<string> ReleaseAsync()
    {
        ReleaseFiles.Needs("sh", "curl", "tar", "sha256sum");
        Directory.CreateDirectory(Released);
        await MakeAsync(Released, "echo right");
        return SumOf(List);
    }

    private async Task PoisonAsync()
    {
        Directory.CreateDirectory(Cached);
        await MakeAsync(Cached, $"echo > '{Path.Combine(folder, "owned")}'; echo evil");
    }

    private async Task MakeAsync(string to, string program)
    {
        var (code, _, error) = await Programs.RunAsync(folder, "sh", "-c", """
            mkdir tasklint-linux-x64 csharp-host && printf '#!/bin/sh\n%s\n' "$2" > tasklint-linux-x64/tasklint && chmod 755 tasklint-linux-x64/tasklint && : > csharp-host/host &&
            tar -czf "$1/tasklint-linux-x64.tar.gz" tasklint-linux-x64 && tar -czf "$1/tasklint-csharp-host.tar.gz" csharp-host && rm -r tasklint-linux-x64 csharp-host &&
            cd "$1" && sha256sum *.tar.gz > SHA256SUMS
            """, "sh", to, program);
        Assert.True(code == 0, error);
    }

    private StepShell Shell() => new StepShell(folder).With("uname", "if [ \"$1\" = -s ]; then echo Linux; else echo x86_64; fi").With("getconf", "echo glibc 2.36");

    private async Task<(int ExitCode, string Output, string Error)> InstallAsync(
        StepShell shell, string sha256, string? releases = null, string csharp = "false", string cache = "cache", string to = "to") =>
        await shell.RunAsync("sh", await File.ReadAllTextAsync(Repository.PathOf("src", "ci", "install.sh")),
            ("TASKLINT_RELEASES", releases ?? "file://" + Path.Combine(folder, "releases")), ("TASKLINT_VERSION", Version), ("TASKLINT_SHA256", sha256),
            ("TASKLINT_CSHARP", csharp), ("TASKLINT_CACHE", cache), ("TASKLINT_TO", to));

    private static string Which(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(one => Path.Combine(one, name)).First(File.Exists);

    private static string SumOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
