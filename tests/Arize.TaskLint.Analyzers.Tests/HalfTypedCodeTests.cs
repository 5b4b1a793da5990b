using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Code as it is while somebody types it: cut off behind every token, with what follows and without.</summary>
public sealed class HalfTypedCodeTests
{
    private const string Example = """
        using System;
        using Arize.TaskLint;

        public sealed class SupportBotTasks : TaskCatalog
        {
            private const double Rate = 0.25;

            protected override void Declare(TaskCatalogBuilder tasks)
            {
                tasks.InSpace("production");
                tasks.TemplateEvaluation("Production Hallucination Check")
                    .OnProject("TW9kZWw6MTIzOmFCY0Q=")
                    .SamplingRate(Rate)
                    .Continuous()
                    .QueryFilter($"status_code = '{"ERROR"}'")
                    .Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=", evaluator => evaluator
                        .Map("input", "attributes.input.value")
                        .Map("output", "attributes.output.value"));

                var nightly = tasks.TemplateEvaluation("Nightly").OnDatasetNamed("golden");
                nightly.ExperimentsNamed(["baseline", "candidate"]).EvaluatorNamed("Toxicity");

                tasks.RunExperiment("Answers")
                    .OnDatasetNamed("golden")
                    .RunLlmGeneration(run =>
                    {
                        run.AiIntegrationNamed("openai").Model("gpt-4o").InputVariableFormat(VariableFormat.Mustache);
                        run.Message(MessageRole.User, "{{question}}");
                        run.InvocationParameters(parameters => parameters.Temperature(0.5).MaxTokens(256));
                    });
            }
        }
        """;

    public static TheoryData<int> Tokens => [.. Enumerable.Range(0, CSharpSyntaxTree.ParseText(Example).GetRoot().DescendantTokens().Count())];

    [Fact]
    public async Task The_whole_example_has_nothing_to_report() =>
        Assert.Empty(await FoundAsync(Example));

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Cut_off_behind_a_token_it_reports_nothing(int token)
    {
        var end = TokenAt(token).Span.End;
        Assert.Empty(await FoundAsync(Example[..end]));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Closed_by_the_editor_it_reports_nothing_as_long_as_it_does_not_parse(int token)
    {
        foreach (var closing in new[] { "\n}}", ")\n}}", "\n;}}", ");\n}}", "\"\n;}}", " .\n}}", ".Exper\n}}", " => \n}}" })
        {
            var text = Example[..TokenAt(token).Span.End] + closing;
            var found = await FoundAsync(text);
            // Closed to valid code, it says all that it has to say: what lacks then is missing.
            if (CSharpSyntaxTree.ParseText(text).GetDiagnostics().Any())
                Assert.Empty(found);
            Assert.DoesNotContain(found, line => line.StartsWith("AD0001", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Without_a_token_it_reports_nothing_as_long_as_it_does_not_parse(int token)
    {
        var span = TokenAt(token).Span;
        var text = Example[..span.Start] + Example[span.End..];
        var found = await FoundAsync(text);
        if (CSharpSyntaxTree.ParseText(text).GetDiagnostics().Any())
            Assert.Empty(found);
        Assert.DoesNotContain(found, line => line.StartsWith("AD0001", StringComparison.Ordinal));
    }

    private static SyntaxToken TokenAt(int index) => CSharpSyntaxTree.ParseText(Example).GetRoot().DescendantTokens().ElementAt(index);

    private static async Task<IReadOnlyList<string>> FoundAsync(string text) =>
    [
        .. (await new Compiled { Sources = [("Tasks.cs", text)] }.AnalyzeAsync(TestContext.Current.CancellationToken))
            .Where(one => one.Severity != DiagnosticSeverity.Hidden).Select(one => $"{one.Id} {one.Location.GetLineSpan()} {one.GetMessage()}"),
    ];
}
