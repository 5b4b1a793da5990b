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

    [Theory]
    [InlineData(ArizeServer.DefaultKey)]
    [InlineData(LongKey)]
    [InlineData("ak-with-\"quotes\"-and-\\backslashes\\")]
    [InlineData("ak-0123456789\nand-a-second-line")]
    [InlineData("ak-0123456789-with-a-line-break\n")]
    [InlineData("short")]
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
        if (key.Length >= 6)
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

    private async Task NowhereAsync(int? code, string key, params string[] args)
    {
        foreach (var format in new[] { "text", "json" })
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
