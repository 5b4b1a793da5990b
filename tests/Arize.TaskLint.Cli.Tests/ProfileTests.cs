using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Profiles of the official command line of Arize, against a server and as files that are not as they should be.</summary>
public sealed class ProfileTests : IAsyncLifetime
{
    private const string File = "home/.arize/profiles/production.toml";
    private const string Shown = "~/.arize/profiles/production.toml";

    private ServerRun run = null!;

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        run.Tool.Unset("ARIZE_API_KEY").Unset("ARIZE_BASE_URL").Variable("HOME", run.Tool.PathOf("home")).Variable("USERPROFILE", run.Tool.PathOf("home"));
        run.World.AddTask(run.World.AddSpace("production"), """{ "name": "A", "query_filter": "x" }""");
        run.Tool.File("a.arize.yaml", "[{ name: A, space: production, partial: true, query_filter: x }]");
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task A_profile_gives_the_key_and_the_address()
    {
        Write(ArizeServer.DefaultKey);

        var named = await run.Tool.RunAsync("check", "--profile", "production");
        var requests = run.Server.Requests.Count;
        var other = await run.Tool.RunAsync("check");
        run.Tool.File("home/.arize/.active_profile", "production\n");
        var active = await run.Tool.RunAsync("check");

        Assert.Equal((0, ""), (named.ExitCode, named.Error));
        Assert.Equal(3, other.ExitCode);
        Assert.Contains("ARIZE_API_KEY is not set", other.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (active.ExitCode, active.Error));
        Assert.Equal(2 * requests, run.Server.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_has_not_expired_is_used()
    {
        run.Tool.File(File, $"""
            [auth.oauth]
            access_token = "{ArizeServer.DefaultKey}"
            expires_at = 9999-12-31T00:00:00Z
            [routing]
            {Routing}
            """);

        Assert.Equal(0, (await run.Tool.RunAsync("check", "--profile", "production")).ExitCode);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_told_by_the_file_and_field_and_not_as_that_of_the_environment()
    {
        Write("ak-0123456789-wrong");
        var ofProfile = await run.Tool.RunAsync("check", "--profile", "production");
        run.Tool.Variable("ARIZE_API_KEY", "ak-0123456789-other");
        var ofVariable = await run.Tool.RunAsync("check", "--profile", "production");

        Assert.Equal((3, ""), (ofProfile.ExitCode, ofProfile.Error));
        Assert.Contains(
            $"check that auth.api_key of profile production ({Shown}) is right and belongs to this region; "
                + $"the address is that of profile production ({Shown})",
            ofProfile.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ARIZE_API_KEY", ofProfile.Output, StringComparison.Ordinal);
        Assert.Equal((3, $"tasklint: the key is that of ARIZE_API_KEY, and not that of profile production ({Shown})\n"), (ofVariable.ExitCode, ofVariable.Error));
        Assert.Contains("check that ARIZE_API_KEY is right", ofVariable.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("right")]
    [InlineData("wrong")]
    [InlineData("overridden")]
    [InlineData("fault")]
    public async Task A_key_of_a_profile_gets_into_no_output(string how)
    {
        const string Wrong = "ak-5b0a7a4e-2f2b-4c67-9a53-0e0e7a6f1c11-Zm9yIHRlc3RzIGFsb25lLCBhbmQgbm90aGluZyBlbHNl";
        var key = how == "wrong" ? Wrong : ArizeServer.DefaultKey;
        Write(how == "overridden" ? Wrong : key);
        if (how == "overridden")
            run.Tool.Variable("ARIZE_API_KEY", key);
        if (how == "fault")
            run.Server.Faults.Always(Fault.Status(503, detail: new string('x', 280)));
        run.Server.Behaviour.EchoKeyInProblems = true;
        var id = run.World.AddTask(run.World.AddSpace("other"), """{ "name": "B" }""");
        run.World.Change(id, task => task["query_filter"] = $"name = '{key}' OR name = '{Wrong}'");
        run.Tool.Variable("COPY", key).File("a.arize.yaml", $$"""
            - { name: A, space: production, query_filter: "name = '{{key}} {{Wrong}}", partial: true } # {{key}}
            - { name: "{{key}}", type: {{Wrong}}, {{key}}: 1, sampling_rate: "{{key}}" }
            - { name: B, space: other, query_filter: "${COPY}", partial: true }
            """);

        foreach (var format in ReportFormats.All.Select(one => one.Name))
        {
            foreach (var isTerminal in new[] { false, true })
            {
                run.Tool.IsTerminal = isTerminal;
                var result = await run.Tool.RunAsync("check", "--profile", "production", "--verbose", "--format", format);
                var toFile = await run.Tool.RunAsync("check", "--profile", "production", "--format", format, "--output", "report.out");
                if (format == "json")
                    ServerRun.Parse(result.Output);
                if (format is "text" or "json")
                    Assert.Contains(Secret.Mark, result.Output, StringComparison.Ordinal);
                foreach (var text in new[] { result.Output, result.Error, toFile.Output, toFile.Error, run.Tool.Read("report.out") })
                {
                    foreach (var secret in how is "wrong" or "overridden" ? new[] { key, Wrong } : [key])
                    {
                        Assert.DoesNotContain(secret[..12], text, StringComparison.OrdinalIgnoreCase);
                        Assert.DoesNotContain(secret[^12..], text, StringComparison.OrdinalIgnoreCase);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_value_that_a_variable_brought_gets_into_no_output()
    {
        var url = run.Server.BaseUrl;
        run.Tool.Variable("ARIZE_HOST", url.Host).Variable("SOME_PORT", $"{url.Port}").File(File, """
            [auth]
            api_key = "ak-0123456789-wrong"
            [routing]
            single_host = "${ARIZE_HOST}"
            single_port = "${SOME_PORT}"
            api_scheme = "http"
            """);

        var refused = await run.Tool.RunAsync("check", "--profile", "production", "--verbose");
        run.Server.Faults.Always(Fault.DropConnection());
        var dropped = await run.Tool.RunAsync("check", "--profile", "production", "--verbose");
        run.Server.Faults.Always(Fault.Redirect($"https://{url.Host}:1/"));
        var redirected = await run.Tool.RunAsync("check", "--profile", "production", "--verbose");

        Assert.Contains("${ARIZE_HOST}:${SOME_PORT} refuses the key", refused.Output, StringComparison.Ordinal);
        Assert.Contains("the API is at http://${ARIZE_HOST}:${SOME_PORT}/ (", refused.Error, StringComparison.Ordinal);
        foreach (var result in new[] { refused, dropped, redirected })
        {
            Assert.Equal(3, result.ExitCode);
            Assert.DoesNotContain(url.Host, result.Output + result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain($"{url.Port}", result.Output + result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("folder", $"'{Shown}' is a folder, and not a profile")]
    [InlineData("large", $"'{Shown}' is too large for a profile: it has more than 1 MB")]
    [InlineData("bytes", $"{Shown}:2:1: the file is not UTF-8 text")]
    [InlineData("loop", $"'{Shown}' cannot be read: it is a link to")]
    [InlineData("fifo", $"'{Shown}' is a FIFO, and reading it could wait for ever")]
    [InlineData("device", $"'{Shown}' is not a regular file, and not a profile")]
    public async Task A_file_that_cannot_be_a_profile_is_told(string how, string message)
    {
        var full = run.Tool.PathOf(File);
        Directory.CreateDirectory(how == "folder" ? full : Path.GetDirectoryName(full)!);
        if (OperatingSystem.IsWindows() && how is "loop" or "fifo" or "device")
            return;
        if (how == "large")
            run.Tool.File(File, new string('#', 1024 * 1024 + 1));
        if (how == "bytes")
            await System.IO.File.WriteAllBytesAsync(full, [(byte)'#', (byte)'\n', 0xff], TestContext.Current.CancellationToken);
        if (how == "loop")
            System.IO.File.CreateSymbolicLink(full, full);
        if (how == "fifo")
            await Programs.RunAsync(run.Tool.Folder, "mkfifo", full);
        if (how == "device")
            System.IO.File.CreateSymbolicLink(full, "/dev/zero");

        var result = await run.Tool.RunAsync("check", "--profile", "production").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"tasklint: {message}", result.Error, StringComparison.Ordinal);
        Assert.Empty(run.Server.Requests);
    }

    [Fact]
    public async Task The_largest_file_that_may_be_a_profile_is_read()
    {
        Write(ArizeServer.DefaultKey);
        var text = run.Tool.Read(File);
        run.Tool.File(File, text + new string('#', 1024 * 1024 - text.Length));

        Assert.Equal(0, (await run.Tool.RunAsync("check", "--profile", "production")).ExitCode);
    }

    [Fact]
    public async Task A_profile_is_never_overwritten_by_a_report()
    {
        Write(ArizeServer.DefaultKey);
        var text = run.Tool.Read(File);

        var result = await run.Tool.RunAsync("check", "--profile", "production", "--format", "json", "--output", File);

        Assert.Equal((2, text), (result.ExitCode, run.Tool.Read(File)));
    }

    [Fact]
    public async Task A_profile_goes_over_saved_tasks_of_the_settings_and_the_active_one_does_not()
    {
        Write(ArizeServer.DefaultKey);
        run.Tool.File("home/.arize/.active_profile", "production").File("live.json", """{ "id": "T1", "name": "A", "type": "CODE_EVALUATION", "query_filter": "y" }""").File("tasklint.yaml", "live: [live.json]\n");

        var saved = await run.Tool.RunAsync("check");
        var none = run.Server.Requests.Count;
        var named = await run.Tool.RunAsync("check", "--profile", "production");

        Assert.Equal((1, 0, 0), (saved.ExitCode, none, named.ExitCode));
    }

    private string Routing => $"""
        single_host = "{run.Server.BaseUrl.Host}"
        single_port = "{run.Server.BaseUrl.Port}"
        api_scheme = "http"
        api_host = "api.arize.com"
        """;

    private void Write(string key) => run.Tool.File(File, $"""
        [profile]
        name = "production"
        [auth]
        auth_method = "api-key"
        api_key = "{key}"
        [routing]
        {Routing}

        """);
}
