using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

public sealed class KeySecrecyTests : IAsyncLifetime
{
    // As long as real ones are, so that a text that is cut may hold a part of it.
    private const string LongKey = "ak-5b0a7a4e-2f2b-4c67-9a53-0e0e7a6f1c11-Zm9yIHRlc3RzIGFsb25lLCBhbmQgbm90aGluZyBlbHNl";

    private ServerRun run = null!;

    public async ValueTask InitializeAsync() => run = await ServerRun.StartAsync();

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Theory]
    [InlineData("right")]
    [InlineData("wrong")]
    [InlineData("fault")]
    [InlineData("missing")]
    public async Task A_server_that_repeats_the_key_gets_it_into_no_output(string how)
    {
        var id = run.World.AddExampleTask(run.World.AddSpace("production"));
        run.World.Change(id, task => task["query_filter"] = $"name = '{LongKey}' OR name = '{ArizeServer.DefaultKey}'");
        run.Server.Behaviour.EchoKeyInProblems = true;
        run.Tool.File("example.arize.yaml", PublicExample.Json);
        if (how == "wrong")
            run.Tool.Variable("ARIZE_API_KEY", LongKey);
        if (how == "fault")
            run.Server.Faults.Always(Fault.Status(503, detail: new string('x', 280)));
        if (how == "missing")
            run.World.Remove(id);

        await NowhereAsync(how switch { "right" or "missing" => 1, _ => 3 }, how == "wrong" ? LongKey : ArizeServer.DefaultKey);
    }

    [Fact]
    public async Task A_baseline_has_no_key_in_it()
    {
        run.Tool.Variable("ARIZE_API_KEY", LongKey).File("a.arize.yaml", $"""
            name: {LongKey}
            id: T1
            partial: true
            sampling_rate: {LongKey}
            x-{LongKey}: 1
            is-{LongKey}: 1
            query_filter: a == '{LongKey}'
            """);

        var created = await run.Tool.RunAsync("baseline", "create", "a.arize.yaml", "--output", "b.json");

        Assert.Equal(0, created.ExitCode);
        Assert.Contains(Secret.Mark, run.Tool.Read("b.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(LongKey, run.Tool.Read("b.json") + created.Output + created.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await run.Tool.RunAsync("lint", "a.arize.yaml", "--baseline", "b.json")).ExitCode);
        await run.Tool.RunAsync("baseline", "prune", "--baseline", "b.json", "a.arize.yaml");
        Assert.DoesNotContain(LongKey, run.Tool.Read("b.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ArizeServer.DefaultKey)]
    [InlineData(LongKey)]
    [InlineData("ak-with-\"quotes\"-and-\\backslashes\\")]
    [InlineData("ak-0123456789\nand-a-second-line")]
    [InlineData("ak-0123456789-with-a-line-break\n")]
    [InlineData("shrt-k")]
    public async Task A_declaration_that_is_filled_with_the_key_gets_it_into_no_output(string key)
    {
        run.World.AddTask(run.World.AddSpace("production"), """{ "name": "A", "query_filter": "x" }""");
        run.Tool.Variable("ARIZE_API_KEY", key).Variable("COPY_OF_IT", key).File("a.arize.yaml", """
            - name: ${ARIZE_API_KEY}
              type: ${ARIZE_API_KEY}
              space: production
              "${ARIZE_API_KEY}": 1
              evaluators: [{ evaluator_id: "${ARIZE_API_KEY}", column_mappings: { "a": "" } }]
            - { name: "A", space: production, query_filter: "name = '${ARIZE_API_KEY}${ARIZE_API_KEY}'", partial: true }
            - { name: "B", space: "${ARIZE_API_KEY}", partial: true }
            - { name: "C", space: "${ARIZE_API_KEY}", project: "${ARIZE_API_KEY}", partial: true }
            """);

        await NowhereAsync(null, key);
        if (key.Trim().Length >= Secret.ShortestKey)
        {
            run.Tool.File("a.arize.yaml", "[{ name: \"${COPY_OF_IT} and ${COPY_OF_IT}\", type: x, space: production }]");
            await NowhereAsync(null, key);
        }
    }

    [Fact]
    public async Task A_settings_file_that_is_filled_with_the_key_gets_it_into_no_output()
    {
        run.Tool.File("a.arize.yaml", "[{ name: A, partial: true }]");
        run.Tool.File("tasklint.yaml", "space: ${ARIZE_API_KEY}\n");
        await NowhereAsync(3, ArizeServer.DefaultKey);

        run.Tool.File("tasklint.yaml", "space: production\nlive: ${ARIZE_API_KEY}.json\n");
        await NowhereAsync(2, ArizeServer.DefaultKey);

        run.Tool.File("tasklint.yaml", "${ARIZE_API_KEY}: 1\nstrict: ${ARIZE_API_KEY}\n");
        await NowhereAsync(2, ArizeServer.DefaultKey);
    }

    [Fact]
    public async Task Arguments_and_variables_with_the_key_in_them_get_it_into_no_output()
    {
        run.World.AddSpace("production");
        run.Tool.File("a.arize.yaml", "[{ name: A, partial: true }, { name: B, partial: true }]");
        await NowhereAsync(3, ArizeServer.DefaultKey, "--space", ArizeServer.DefaultKey);
        await NowhereAsync(2, ArizeServer.DefaultKey, $"{ArizeServer.DefaultKey}.arize.yaml");
        await NowhereAsync(2, ArizeServer.DefaultKey, $"--{ArizeServer.DefaultKey}");
        await NowhereAsync(2, ArizeServer.DefaultKey, "--api-url", $"https://{ArizeServer.DefaultKey}@a.example.com");

        run.Tool.Variable("ARIZE_PROXY_URL", $"user:{ArizeServer.DefaultKey}@proxy:8080");
        await NowhereAsync(2, ArizeServer.DefaultKey);
    }

    [Fact]
    public async Task A_redirect_that_carries_the_key_gets_it_into_no_output()
    {
        run.Server.Faults.Always(Fault.Redirect($"https://elsewhere.example.com/{ArizeServer.DefaultKey}"));
        run.Tool.File("example.arize.yaml", PublicExample.Json);

        await NowhereAsync(3, ArizeServer.DefaultKey);
    }

    public static TheoryData<string> Repetitions => new(
        // A reason that would be cut inside of the key.
        $"HTTP/1.1 503 {new string('r', 290)}KEY\r\nContent-Length: 0\r\n\r\n",
        // The runtime quotes a chunk's length in hexadecimal.
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nKEY\r\n{}",
        "HTTP/1.1 401 KEY\r\nContent-Type: text/KEY\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/KEY\r\nContent-Length: 3\r\n\r\nKEY",
        "HTTP/1.1 302 Found\r\nLocation: https://KEY.example.com/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://user:KEY@elsewhere.example.com/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nKEY\r\n\r\n",
        "KEY",
        "HTTP/1.1 400 Bad\r\nContent-Type: application/problem+json\r\n\r\n{\"title\":\"ESCAPED\",\"detail\":\"HEX or BASE64\"}",
        "HTTP/1.1 200 OK\r\n\r\n{\"tasks\":[{\"id\":\"ESCAPED\",\"name\":\"A\",\"type\":\"HEX\",\"query_filter\":\"BASE64\",\"KEY\":\"ESCAPED\"}],\"pagination\":{\"has_more\":false}}");

    [Theory]
    [MemberData(nameof(Repetitions))]
    public async Task A_server_that_repeats_the_key_in_any_spelling_at_any_place_gets_it_into_no_output(string answer)
    {
        const string Key = ArizeServer.DefaultKey;
        var bytes = Encoding.ASCII.GetBytes(Key);
        var text = answer
            .Replace("ESCAPED", string.Concat(Key.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"))), StringComparison.Ordinal)
            .Replace("HEX", BitConverter.ToString(bytes), StringComparison.Ordinal)
            .Replace("BASE64", Convert.ToBase64String([.. "Bearer "u8, .. bytes]), StringComparison.Ordinal)
            .Replace("KEY", Key, StringComparison.Ordinal);
        using var server = new RawServer(text);
        run.Tool.Variable("ARIZE_BASE_URL", server.Url.ToString()).File("a.arize.yaml", "[{ name: A, type: code_evaluation, query_filter: x, partial: true }]");

        await NowhereAsync(null, Key, "--timeout", "1");
        await NowhereAsync(null, BitConverter.ToString(bytes), "--timeout", "1");
        await NowhereAsync(null, Convert.ToBase64String([.. "Bearer "u8, .. bytes])[10..^4], "--timeout", "1");
    }

    [Fact]
    public async Task A_key_that_stands_in_a_file_is_shown_neither_whole_nor_in_part()
    {
        var filler = new string('y', 60);
        run.Tool.Variable("ARIZE_API_KEY", LongKey).File("a.arize.yaml", $$"""
            - { name: A, type: {{filler}}{{LongKey}}, project: p, evaluators: [{ evaluator: e }], sampling_rate: 25 }
            - { name: "{{LongKey}}", type: CODE_EVALUATION, project: p, {{LongKey}}: 1, evaluators: [{ evaluator: e, column_mappings: { {{LongKey}}: "" } }] }
            - { name: B, type: CODE_EVALUATION, project: p, query_filter: "{{filler}} = '{{LongKey}}' AND", evaluators: [{ evaluator: e }] } # {{LongKey}}
            """);

        await NowhereAsync(null, LongKey);
    }

    [Fact]
    public async Task A_key_that_is_a_name_of_the_API_breaks_no_output_and_makes_no_drift()
    {
        var id = run.World.AddExampleTask(run.World.AddSpace("production"));
        run.Tool.File("example.arize.yaml", PublicExample.Json);
        foreach (var key in new[] { "sampling_rate", "evaluators", "pagination", "formatVersion", "undetermined", "TEMPLATE_EVALUATION" })
        {
            await using var server = await ArizeServer.StartAsync(run.World, key);
            run.Tool.Variable("ARIZE_API_KEY", key).Variable("ARIZE_BASE_URL", server.BaseUrl.ToString());

            var result = await run.Tool.RunAsync(["check", "--format", "json"]);

            Assert.Equal(0, result.ExitCode);
            Assert.Equal(1, (int?)System.Text.Json.Nodes.JsonNode.Parse(result.Output)!["summary"]!["inSync"]);
        }
    }

    private async Task NowhereAsync(int? code, string key, params string[] args)
    {
        foreach (var format in ReportFormats.All.Select(one => one.Name))
        {
            foreach (var isTerminal in new[] { false, true })
            {
                run.Tool.IsTerminal = isTerminal;
                var result = await run.Tool.RunAsync(["check", "--verbose", "--format", format, .. args]);
                var toFile = await run.Tool.RunAsync(["check", "--format", format, "--output", "report.out", .. args]);

                if (code is not null)
                    Assert.Equal((code, code), (result.ExitCode, toFile.ExitCode));
                var report = File.Exists(run.Tool.PathOf("report.out")) ? run.Tool.Read("report.out") : "";
                foreach (var text in new[] { result.Output, result.Error, toFile.Output, toFile.Error, report })
                    AssertHidden(text, key);
                if (format == "json")
                    ServerRun.Parse(result.Output);
                File.Delete(run.Tool.PathOf("report.out"));
            }
        }
    }

    // Not whole, not in part, and not as a format writes it.
    private static void AssertHidden(string text, string key)
    {
        Assert.DoesNotContain(key.Length > 10 ? key[..10] : key, text);
        Assert.DoesNotContain(key.Length > 10 ? key.Trim()[^10..] : key, text);
        Assert.DoesNotContain("second-line", text);
    }
}
