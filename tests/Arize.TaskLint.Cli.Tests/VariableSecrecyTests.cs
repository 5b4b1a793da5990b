using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>A server that repeats what it was asked for gets the values of variables into no output.</summary>
public sealed class VariableSecrecyTests : IAsyncLifetime
{
    private ServerRun run = null!;

    public async ValueTask InitializeAsync() => run = await ServerRun.StartAsync();

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Theory]
    [InlineData("SSEKRIT", "no such /v2/spaces?name=SSEKRIT&limit=100")]
    [InlineData("SSEKRIT", "no such space as %53SEKRIT, nor ssekrit")]
    [InlineData("two words/and more", "GET /v2/spaces?name=two%20words%2fand%20more: no; two+words%2Fand+more, two words\\/and more")]
    [InlineData("größe", "gr%C3%B6%c3%9fe is not a space, nor gr\\u00f6\\u00dfe")]
    [InlineData("x7", "name=x7&limit=100")]
    public async Task What_an_error_of_the_API_repeats_is_shown_as_it_is_written(string value, string told)
    {
        run.Tool.Variable("S", value).File("a.arize.yaml", "[{ name: A, space: \"${S}\", partial: true }]");
        run.Server.Faults.Always(Fault.Raw(400, "application/problem+json", $$"""{ "title": "{{told}}", "status": 400 }"""));

        await NowhereAsync(value, "${S}");
    }

    [Theory]
    [InlineData("name: \"prod-${S}\"")]
    [InlineData("id: \"${S}\"")]
    public async Task A_variable_within_a_text_and_an_ID_that_is_one_are_not_repeated(string task)
    {
        run.Tool.Variable("S", "SSEKRIT").File("a.arize.yaml", $"[{{ {task}, partial: true }}]");
        run.Server.Faults.Always(Fault.Status(503, detail: new string('x', 250) + "SSEKRIT prod-SSEKRIT"));

        await NowhereAsync("SSEKRIT", "${S}");
    }

    private async Task NowhereAsync(string value, string shown)
    {
        foreach (var format in ReportFormats.All.Select(one => one.Name))
        {
            var result = await run.Tool.RunAsync(["check", "--verbose", "--format", format]);

            Assert.Equal(3, result.ExitCode);
            foreach (var text in new[] { result.Output, result.Error })
            {
                foreach (var spelling in new[] { value, Uri.EscapeDataString(value), value.Replace(' ', '+') })
                    Assert.DoesNotContain(spelling, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("SSEK", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("words", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("gr%C3", text, StringComparison.OrdinalIgnoreCase);
            }

            Assert.Contains(shown, result.Error, StringComparison.Ordinal);
        }
    }
}
