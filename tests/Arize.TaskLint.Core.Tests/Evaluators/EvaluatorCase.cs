using System.Text.Json;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Evaluators;

/// <summary>A declared task beside a snapshot that has the evaluators <c>E1</c>, <c>E2</c> …, each with the version <c>V1</c>, <c>V2</c> ….</summary>
internal static class EvaluatorCase
{
    /// <summary>A template evaluator.</summary>
    internal static string Template(int number, string template = "Judge {output}", string scope = "\"SPAN\"", string? result = null) =>
        Evaluator(number, "TEMPLATE",
            $"\"template_config\": {{ \"name\": \"{result ?? $"result {number}"}\", \"template\": {JsonSerializer.Serialize(template)}, \"data_granularity\": {scope} }}");

    /// <summary>A code evaluator.</summary>
    internal static string Code(int number, string type = "CUSTOM", string variables = "[\"output\"]", string? result = null) =>
        Evaluator(number, "CODE",
            $"\"code_config\": {{ \"type\": \"{type}\", \"name\": \"{result ?? $"result {number}"}\", \"variables\": {variables}, \"data_granularity\": \"SPAN\" }}");

    /// <summary>An evaluator of any type; what its version says besides is JSON members.</summary>
    internal static string Evaluator(int number, string type, string? version = null) =>
        $$"""
        { "id": "E{{number}}", "name": "Evaluator {{number}}", "type": "{{type}}", "version": { "id": "V{{number}}", "evaluator_id": "E{{number}}", "type": "{{type}}"{{(version is null ? "" : ", " + version)}} } }
        """;

    /// <summary>What the rules over evaluators say: ID, place and message.</summary>
    /// <param name="task">The fields of the declared task, but for its name.</param>
    /// <param name="evaluators">The evaluators of the snapshot.</param>
    /// <param name="live">Further members of the live task, as JSON.</param>
    internal static IReadOnlyList<string> Check(string task, string[] evaluators, string live = "\"type\": \"TEMPLATE_EVALUATION\"") =>
        [.. Findings(task, $$"""{ "tasks": [{ "id": "T", "name": "Nightly", {{live}} }], "evaluators": [{{string.Join(", ", evaluators)}}] }""").Select(Line)];

    /// <summary>The findings of the rules over evaluators, and of names that fit none or several, beside a saved answer.</summary>
    internal static IEnumerable<Finding> Findings(string task, string snapshot) =>
        RuleRun.Check(RuleRun.Read("a.arize.yaml", $"name: Nightly\n{task}"), snapshot)
            .Where(finding => finding.Rule is EvaluatorRule || finding.Rule.Id is "ATL7009" or "ATL7013");

    internal static string Line(Finding finding) =>
        $"{finding.Rule.Id} {finding.Place.StartPosition.Line},{finding.Place.StartPosition.Column} {finding.Path}: {finding.Message}";
}
