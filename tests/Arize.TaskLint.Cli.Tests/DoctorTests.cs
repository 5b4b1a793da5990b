using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>doctor</c> with each thing broken in turn: it names that thing and only it.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private ServerRun run = null!;
    private string evaluator = "";
    private string task = "";

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        var space = run.World.AddSpace("production");
        var project = run.World.AddProject(space, "support-bot");
        run.World.AddDataset(space, "golden");
        evaluator = run.World.AddTemplateEvaluator(space, "Tone");
        task = run.World.AddTask(space, new JsonObject
        {
            ["name"] = "Check",
            ["project_id"] = project,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = evaluator }),
        });
        run.Tool.Time = TimeProvider.System;
        run.Tool.File("tasklint.yaml", "space: production\n");
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task Where_all_works_each_line_says_ok_and_the_exit_code_is_0()
    {
        var text = await run.Tool.RunAsync("doctor");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.All(text.Output.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("ok       ", line, StringComparison.Ordinal));
        Assert.Contains("ok       settings     tasklint.yaml\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("ok       tasks        can be read, 1 task\n", text.Output, StringComparison.Ordinal);
        Assert.Equal([], await BrokenAsync(0));
    }

    [Fact]
    public async Task Of_more_tasks_than_a_page_has_it_says_that_it_read_the_first()
    {
        run.World.AddTasks(run.World.AddSpace("large"), 130);

        var text = await run.Tool.RunAsync("doctor", "--space", "large");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Contains("ok       tasks        can be read, at least 100 tasks\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("ok       fields       the first 100 tasks have no field that this version does not know\n", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_a_page_of_tasks_is_all_of_them()
    {
        run.World.AddTasks(run.World.AddSpace("large"), 100);

        Assert.Contains("can be read, 100 tasks\n", (await run.Tool.RunAsync("doctor", "--space", "large")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spaces", 403, "/v2/spaces")]
    [InlineData("tasks", 403, "/v2/tasks")]
    [InlineData("evaluators", 404, "/v2/evaluators/ID")]
    [InlineData("projects", 403, "/v2/projects")]
    [InlineData("datasets", 404, "/v2/datasets")]
    public async Task A_permission_that_is_missing_is_named(string name, int status, string path)
    {
        var own = path.Replace("ID", evaluator, StringComparison.Ordinal);
        run.Server.Faults.Always(Fault.Status(status), asked => asked == own);
        // The name of a space is looked up in the same list.
        var id = name == "spaces" ? run.World.AddSpace("other") : "production";

        Assert.Equal([$"problem {name}"], await BrokenAsync(3, "--space", id));
    }

    [Fact]
    public async Task A_key_that_is_refused_or_missing_or_broken_is_named()
    {
        run.Server.Behaviour.EchoKeyInProblems = true;
        run.Tool.Variable("ARIZE_API_KEY", "ak-another-key-0123456789");
        Assert.Equal(["problem key"], await BrokenAsync(3));
        run.Tool.Variable("ARIZE_API_KEY", "ak another key 0123456789");
        Assert.Equal(["problem key"], await BrokenAsync(3));
        run.Tool.Unset("ARIZE_API_KEY");
        Assert.Equal(["problem key"], await BrokenAsync(3));
    }

    [Fact]
    public async Task A_host_that_does_not_answer_or_is_not_the_API_is_named()
    {
        run.Server.Faults.Always(Fault.HtmlPage());
        Assert.Equal(["problem connection"], await BrokenAsync(3));
        using var closed = new ClosedPort();
        run.Tool.Variable("ARIZE_BASE_URL", closed.Url.ToString());
        run.Tool.Time = new SkippingTime();
        Assert.Equal(["problem connection"], await BrokenAsync(3));
    }

    [Fact]
    public async Task Addresses_that_contradict_each_other_are_named() =>
        Assert.Equal(["problem address"], await With("ARIZE_BASE_URL", "not an address").BrokenAsync(3));

    [Theory]
    [InlineData("nowhere/authorities.pem", "cannot be read: Could not find")]
    [InlineData("empty.pem", "holds no certificate")]
    [InlineData("text.pem", "holds no certificate")]
    [InlineData("broken.pem", "cannot be read: ")]
    [InlineData(".", "cannot be read: Access to the path")]
    public async Task A_file_of_authorities_that_cannot_be_used_is_named_with_what_to_do(string file, string message)
    {
        run.Tool.File("empty.pem", "").File("text.pem", "no certificate\n")
            .File("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        run.Tool.Variable("ARIZE_SSL_CA_CERT", run.Tool.PathOf(file));

        Assert.Equal(["problem certificate"], await BrokenAsync(3));
        var text = await run.Tool.RunAsync("doctor");
        Assert.Equal("", text.Error);
        Assert.Contains(message, text.Output, StringComparison.Ordinal);
        Assert.Contains("name a file with the certificates of your authorities in PEM", text.Output, StringComparison.Ordinal);
        Assert.Empty(run.Server.Requests);

        // Nothing reads it where nothing is checked.
        Assert.Equal(["warning certificate"], await With("ARIZE_REQUEST_VERIFY", "false").BrokenAsync(0));
    }

    [Theory]
    [InlineData("[network]\nca_bundle = \"none.pem\"\n", "certificate")]
    [InlineData("[network]\nca_bundle = \"a\\u0000b\"\n", "certificate")]
    [InlineData("[network]\nca_bundle = 3\n", "certificate")]
    [InlineData("[security]\nrequest_verify = []\n", "certificate")]
    [InlineData("[network]\nproxy_mode = \"url\"\n", "proxy")]
    [InlineData("[network]\nproxy_mode = \"url\"\nproxy_url = \"none\"\n", "proxy")]
    [InlineData("[network]\nno_proxy = { a = 1 }\n", "proxy")]
    [InlineData("[network\n", "profile")]
    public async Task A_part_of_a_profile_that_cannot_be_used_is_named(string profile, string name)
    {
        run.Tool.Variable("HOME", run.Tool.PathOf("home")).Variable("USERPROFILE", run.Tool.PathOf("home"));
        run.Tool.File("home/.arize/profiles/production.toml", profile);

        Assert.Equal([$"problem {name}"], await BrokenAsync(3, "--profile", "production"));
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_is_named_as_the_proxy() =>
        Assert.Equal(["problem proxy"], await With("ARIZE_PROXY_URL", "not an address").BrokenAsync(3));

    [Theory]
    [InlineData("""{"tasks":[]}""")]
    [InlineData("""{"tasks":[],"pagination":{}}""")]
    [InlineData("""{"tasks":[],"pagination":{"has_more":true}}""")]
    [InlineData("""{"tasks":[],"pagination":{"has_more":"false"}}""")]
    [InlineData("""{"tasks":[3],"pagination":{"has_more":false}}""")]
    [InlineData("""{"tasks":[null],"pagination":{"has_more":false}}""")]
    [InlineData("""{"tasks":[{"name":"Check"}],"pagination":{"has_more":false}}""")]
    public async Task A_list_of_tasks_that_leaves_a_check_undetermined_is_named(string answer)
    {
        run.Server.Faults.Always(Fault.Raw(200, "application/json", answer), path => path == "/v2/tasks");
        run.Tool.File("a.arize.yaml", "space: production\ntasks:\n  - { name: Another, partial: true, type: template_evaluation }\n");

        var check = await run.Tool.RunAsync("check");

        Assert.Equal(3, check.ExitCode);
        Assert.Equal(["problem tasks"], await BrokenAsync(3));
    }

    [Theory]
    [InlineData("evaluators")]
    [InlineData("projects")]
    [InlineData("datasets")]
    public async Task A_list_of_names_that_does_not_say_that_it_ends_is_a_warning(string name)
    {
        run.Server.Faults.Always(Fault.Raw(200, "application/json", $"{{\"{name}\":[]}}"), path => path == $"/v2/{name}");

        Assert.Equal([$"warning {name}"], await BrokenAsync(0));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_named_and_a_proxy_that_does_not_connect_is()
    {
        using var certificates = new Certificates();
        await using var proxy = new RecordingProxy(certificates.Server(host: "api.arize.example"), run.Server.BaseUrl);
        run.Tool.Variable("ARIZE_BASE_URL", "https://api.arize.example").Variable("ARIZE_PROXY_URL", proxy.Url.ToString());

        Assert.Equal(["problem certificate"], await BrokenAsync(3));

        using var closed = new RawServer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        run.Tool.Variable("ARIZE_PROXY_URL", closed.Url.ToString().Replace("://", "://somebody:s3cret-of-the-proxy@", StringComparison.Ordinal));
        var result = await run.Tool.RunAsync("doctor");

        Assert.Equal(["problem proxy"], Broken(result.Output));
        Assert.DoesNotContain("s3cret-of-the-proxy", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_that_is_not_there_is_named() => Assert.Equal(["problem space"], await BrokenAsync(3, "--space", "Production"));

    [Fact]
    public async Task Settings_that_have_an_error_are_named()
    {
        run.Tool.File("tasklint.yaml", "spice: production\n");
        Assert.Equal(["problem settings"], await BrokenAsync(3));
    }

    [Fact]
    public async Task What_a_check_can_do_without_is_a_warning_and_the_exit_code_is_0()
    {
        run.Server.Faults.Always(Fault.Status(404), path => path == $"/v2/tasks/{task}/runs");
        Assert.Equal(["warning runs"], await BrokenAsync(0));
        run.Server.Faults.Clear();
        run.Server.Behaviour.ExtraMembers = true;
        Assert.Equal(["warning fields"], await BrokenAsync(0));
        run.Server.Behaviour.ExtraMembers = false;
        run.Tool.Time = new SkippingTime(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["warning clock"], await BrokenAsync(0));
    }

    [Fact]
    public async Task A_wrong_call_exits_with_2()
    {
        Assert.Equal(2, (await run.Tool.RunAsync("doctor", "--format", "xml")).ExitCode);
        Assert.Equal(2, (await run.Tool.RunAsync("doctor", "--config", "nowhere.yaml")).ExitCode);
        Assert.Empty(run.Server.Requests);
    }

    private DoctorTests With(string variable, string value)
    {
        run.Tool.Variable(variable, value);
        return this;
    }

    // The same in both formats, and the key in neither.
    private async Task<List<string>> BrokenAsync(int code, params string[] args)
    {
        var text = await run.Tool.RunAsync(["doctor", .. args]);
        var json = await run.Tool.RunAsync(["doctor", "--format", "json", .. args]);
        Assert.Equal((code, code), (text.ExitCode, json.ExitCode));
        Assert.DoesNotContain(run.Server.ApiKey, text.Output + text.Error + json.Output + json.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("another", text.Output + json.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(code == 0, document.RootElement.GetProperty("works").GetBoolean());
        var told = document.RootElement.GetProperty("checks").EnumerateArray()
            .Select(check => $"{check.GetProperty("status").GetString()} {check.GetProperty("name").GetString()}")
            .Where(line => !line.StartsWith("ok ", StringComparison.Ordinal) && !line.StartsWith("skipped ", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(told, Broken(text.Output));
        return told;
    }

    private static List<string> Broken(string output) =>
    [
        .. output.TrimEnd('\n').Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words[0] is "problem" or "warning")
            .Select(words => $"{words[0]} {words[1]}"),
    ];

    // In a process of its own: the system's authorities are read once.
    [Theory]
    [InlineData("/nowhere", "/nowhere", "https://127.0.0.1:9", true)]
    [InlineData("/dev/null", "/nowhere", "https://127.0.0.1:9", true)]
    [InlineData("own", "/nowhere", "https://127.0.0.1:9", false)]
    [InlineData("/nowhere", "/nowhere", "http://127.0.0.1:9", false)]
    public async Task A_machine_without_certificates_of_authorities_is_told_where_they_are_looked_for(string file, string folder, string url, bool isTold)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere they are a part of the system");
        var here = Directory.CreateTempSubdirectory("tasklint-authorities-").FullName;
        if (file == "own")
        {
            file = Path.Combine(here, "authority.pem");
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=An authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        }


        var (code, output, error) = await new StepShell(here).WithTool().RunAsync(
            "sh", $"tasklint doctor --timeout 5 --api-url {url}", ("ARIZE_API_KEY", "ak-1234567890"), ("SSL_CERT_FILE", file), ("SSL_CERT_DIR", folder));

        Directory.Delete(here, recursive: true);
        Assert.Equal((3, ""), (code, error));
        const string Told = "problem  certificate  this machine has no certificates of authorities, which are looked for in SSL_CERT_FILE and SSL_CERT_DIR "
            + "if they are set, or else in /etc/ssl/certs; install them, as 'apt-get install ca-certificates' or 'apk add ca-certificates' does, or set "
            + "SSL_CERT_FILE to a file with them\n";
        Assert.Equal(isTold, output.Contains(Told, StringComparison.Ordinal));
    }
}
