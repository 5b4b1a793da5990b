using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Reporting.Tests;

internal static partial class Samples
{
    private const string Evaluators = "\"evaluators\": [{ \"evaluator_id\": \"E1\" }]";

    private static ReportLive Production => new() { Address = "https://api.arize.com", Spaces = ["production"] };

    private static string Declared(string name, string fields) =>
        $"- {{ name: {name}, type: TEMPLATE_EVALUATION, project_id: P1, {fields}, evaluators: [{{ evaluator_id: E1 }}] }}\n";

    private static string Live(string id, string name, string fields) =>
        $$"""{ "id": "{{id}}", "name": "{{name}}", "type": "TEMPLATE_EVALUATION", "project_id": "P1", {{fields}}, {{Evaluators}} }""";

    // Each side of each task moved or stayed: pending, drifted, conflict, both to the same, new, and one that is gone.
    private static RunResult Sides() => Results.ThreeWay(
        Declared("Pending", "sampling_rate: 0.5") + Declared("Drifted", "sampling_rate: 0.1") + Declared("Conflict", "sampling_rate: 0.5, query_filter: name = 'a'")
            + Declared("Same", "sampling_rate: 1") + Declared("New", "sampling_rate: 1") + Declared("Gone", "id: T6, sampling_rate: 1"),
        [
            Declared("Pending", "sampling_rate: 0.1"), Declared("Drifted", "sampling_rate: 0.1"),
            Declared("Conflict", "sampling_rate: 0.1, query_filter: name = 'b'"), Declared("Same", "sampling_rate: 0.5"), "",
            Declared("Gone", "id: T6, sampling_rate: 1"),
        ],
        [
            Live("T1", "Pending", "\"sampling_rate\": 0.1"), Live("T2", "Drifted", "\"sampling_rate\": 1"),
            Live("T3", "Conflict", "\"sampling_rate\": 1, \"query_filter\": \"name = 'b'\""), Live("T4", "Same", "\"sampling_rate\": 1"), null, null,
        ]);

    private static RunResult Unmanaged() => Results.Accepting(
        Results.WithUnmanaged(
            Declared("Weekly", "sampling_rate: 0.5"), Live("T1", "Weekly", "\"sampling_rate\": 0.5"), Live("T8", "Made by hand", "\"sampling_rate\": 1"),
            Live("T9", "Made by others", "\"sampling_rate\": 1")),
        finding => finding.Task == "Made by others" ? new Acceptance(AcceptanceKind.Ignore, "of the data team", null) : null);

    // Each way to accept something, beside a finding that nobody accepts.
    private static RunResult Suppressed() => Results.Accepting(
        Results.Check(
            """
            tasks:
              - name: Weekly
                type: TEMPLATE_EVALUATION
                project_id: P1
                sampling_rate: 0.5
                is_continuous: true
                query_filter: name = 'a'
                evaluators:
                  - evaluator_id: E1
                    column_mappings: { input: atributes.input.value }
                ignore:
                  - { path: is_continuous, reason: a trial, owner: platform, until: 2027-01-31 }
              - name: Nightly
                type: TEMPLATE_EVALUATION
                project_id: P1
                sampling_rate: 25
                evaluators: [{ evaluator_id: E1 }]
              - name: Monthly
                type: TEMPLATE_EVALUATION
                project_id: P1
                sampling_rate: 0.5
                evaluators: [{ evaluator_id: E1 }]
            """,
            """
            { "id": "T1", "name": "Weekly", "type": "TEMPLATE_EVALUATION", "project_id": "P1", "sampling_rate": 1, "is_continuous": false,
              "query_filter": "name = 'b'", "evaluators": [{ "evaluator_id": "E1", "column_mappings": { "input": "atributes.input.value" } }] }
            """,
            Live("T2", "Nightly", "\"sampling_rate\": 0.25"),
            Live("T3", "Monthly", "\"sampling_rate\": 1")),
        finding => finding.Task switch
        {
            "Weekly" when finding.Rule.Id == "ATL3005" => new Acceptance(AcceptanceKind.Comment, "renamed upstream", "2027-03-31"),
            "Weekly" when finding.Rule.Id == "ATL3006" => new Acceptance(AcceptanceKind.Code, null, null),
            "Weekly" when finding.Path?.ToString() == "query_filter" => new Acceptance(AcceptanceKind.Baseline, null, null),
            "Monthly" => new Acceptance(AcceptanceKind.Existing, "it was so before; --fail-on-existing-drift fails on it", null),
            _ => null,
        });

    // A file that cannot be read, and a task that cannot be compared, beside one that drifted.
    private static RunResult Partly()
    {
        var drift = Results.Check(Declared("Weekly", "sampling_rate: 0.5"), Live("T1", "Weekly", "\"sampling_rate\": 1"));
        var unknown = Results.Undetermined(Declared("Nightly", "sampling_rate: 0.5"), "api.arize.com answers with 503 (Service Unavailable), again after 3 attempts", isShared: false);
        return new RunResult(2, [.. drift.Findings, .. unknown.Findings], [.. drift.Tasks, .. unknown.Tasks], IsComparison: true)
        {
            Unreadable = ["'arize/locked.arize.yaml' cannot be read: Permission denied", "'arize/x\n::error::y.arize.yaml' is too large"],
        };
    }

    // 200 tasks: 40 drifted, some of them alike, and 12 with an error beside 24 with warnings.
    private static RunResult Many()
    {
        var numbers = Enumerable.Range(0, 200).ToList();
        string Name(int i) => $"Task {i.ToString("000", CultureInfo.InvariantCulture)}";
        string Rate(int i) => i % 5 == 0 ? $"0.{1 + (i % 7)}" : "0.5";
        string Fields(int i) => $"sampling_rate: {Rate(i)}"
            + (i % 17 == 3 ? ", input_template: a" : "") + (i % 9 == 2 ? ", query_filter: span_kind == 'LLM'" : ", query_filter: name = 'a'");
        return Results.Check(
            string.Concat(numbers.Select(i => Declared(Name(i), Fields(i)))),
            [
                .. numbers.Select(i => Live($"T{i}", Name(i),
                    $"\"sampling_rate\": {(i % 5 == 0 ? "1" : "0.5")}, \"query_filter\": \"{(i % 9 == 2 ? "span_kind == 'LLM'" : "name = 'a'")}\"")),
            ]);
    }

    // Names that are commands, markup or table cells somewhere, in a file whose name is as bad.
    private static RunResult HostileNames()
    {
        string[] names =
        [
            "x%0A::error::y", "</script><img src=x onerror=alert(1)>", "|a|b|", "]]>", "\\e[31mred\\e[0m", "\\u202eevil\\u2066", "##vso[task.complete result=Succeeded;]",
            "a\\nb\\r\\nc", "100%0D", "::stop-commands::x", "[click](https://evil.example)", "<!channel> *bold* `code` _x_", "&amp;&#10;<b>", "@everyone {0} {{x}}",
            "a; b] c, d: e=f", "'\\\"`$(id)`", "\\uffff\\ufdd0\\x00\\x1b\\x7f\\x9b",
        ];
        return Results.CheckIn(
            "arize/a b,c:d%0A;e]##vso[x]<é>.arize.yaml",
            string.Concat(names.Select((name, i) => Declared($"\"{name}\"", $"sampling_rate: 0.5, id: \"T{i}\", query_filter: \"name = '{name.Replace("'", "", StringComparison.Ordinal)}'\""))),
            [.. names.Select((name, i) => i % 6 == 5 ? null : Live($"T{i}", "x", "\"sampling_rate\": 1, \"query_filter\": \"name = '::warning::##[group]<i>'\""))]);
    }
}
