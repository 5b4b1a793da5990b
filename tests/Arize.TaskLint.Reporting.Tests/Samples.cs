namespace Arize.TaskLint.Reporting.Tests;

/// <summary>One report for each thing that a format has to show; every format has a golden file of each.</summary>
internal static partial class Samples
{
    private const string Drifted = """
        space: production
        tasks:
          - name: Production Hallucination Check
            id: T1
            type: TEMPLATE_EVALUATION
            project: support-bot
            sampling_rate: 0.1
            is_continuous: true
            query_filter: status_code = 'OK'
            evaluators:
              - evaluator: Hallucination Eval
                query_filter: null
                column_mappings:
                  input: attributes.input.value
                  output: attributes.output.value
              - evaluator_id: E-toxicity
            ignore:
              - path: query_filter
                reason: the on-call tunes it
                owner: platform
                until: 2027-01-31
          - name: Weekly Toxicity
            type: CODE_EVALUATION
            project_id: P1
            evaluators:
              - evaluator_id: E-toxicity
          - name: Nightly Prompt Run
            type: RUN_EXPERIMENT
            dataset_id: D1
            run_configuration:
              experiment_type: LLM_GENERATION
              ai_integration_id: A1
              model_name: { one_of: [gpt-4o, gpt-4o-mini] }
              input_variable_format: MUSTACHE
              messages:
                - role: SYSTEM
                  content: |
                    You answer questions about orders.
                    In one short paragraph.
                    In the language of the question.
                - role: USER
                  content: "{{question}}"
        """;

    private const string Tried = """
        - name: Production Hallucination Check
          type: TEMPLATE_EVALUATION
          project: support-bot
          sampling_rate: 0.1
          is_continuous: true
          query_filter: attributes.openinference.span.kind = 'LLM' AND latency_ms > 10
          evaluators:
            - evaluator: Hallucination Eval
              column_mappings: { input: attributes.input.value, output: attributes.output.value }
            - evaluator: Tone
              query_filter: status_code = 'OK'
              column_mappings: { text: attributes.input.value }
        - name: Weekly Toxicity
          type: CODE_EVALUATION
          project: support-bot
          sampling_rate: 0.5
          is_continuous: true
          evaluators: [{ evaluator: Toxicity, column_mappings: { text: name } }]
        - name: Nothing
          type: TEMPLATE_EVALUATION
          project: support-bot
          query_filter: status_code = 'FAILED'
          evaluators: [{ evaluator: Toxicity, column_mappings: { text: name } }]
        - name: In doubt
          type: TEMPLATE_EVALUATION
          project: support-bot
          query_filter: name CONTAINS 'CHAT' OR lower(name) = 'x'
          evaluators: [{ evaluator: Toxicity, column_mappings: { text: name } }]
        - name: Traces
          type: TEMPLATE_EVALUATION
          project: support-bot
          query_filters:
            filters: [{ id: A, filter: "status_code = 'OK'" }, { id: B, filter: "status_code = 'ERROR'" }]
            expression: A AND B
          evaluators:
            - evaluator: Whole trace
              query_mappings: [{ variable_name: text, query_ids: [B], attribute_path: attributes.output.value }]
        - name: On a dataset
          type: TEMPLATE_EVALUATION
          dataset: golden
          experiments: [e]
          evaluators: [{ evaluator: Toxicity, column_mappings: { text: output } }]
        """;

    private static readonly string Spans = $"[{string.Join(", ", Enumerable.Range(0, 24).Select(i => $$"""
        { "name": "{{(i % 2 == 0 ? "Chat" : "answer")}}", "context": { "trace_id": "t{{i / 6}}" }, "start_time": "2026-11-24T{{10 + (i / 6)}}:00:00Z",
          "latency_ms": {{i}}, "status_code": "{{(i % 6 == 5 ? "ERROR" : "OK")}}", "attributes": { "openinference.span.kind": "{{(i % 2 == 0 ? "LLM" : "CHAIN")}}",
          "input.value": "PRIVATE", "{{(i % 2 == 0 ? "llm.output_messages.0.message.content" : "output.value")}}": "PRIVATE" } }
        """))}]";

    private const string LiveHallucination = """
        { "id": "T1", "name": "Production Hallucination Check", "type": "TEMPLATE_EVALUATION", "project_id": "ID-of-another", "dataset_id": null,
          "sampling_rate": 1, "is_continuous": true, "query_filter": "status_code = 'ERROR'", "experiment_ids": [],
          "evaluators": [
            { "evaluator_id": "E-hallucination", "evaluator_name": "Hallucination Eval", "evaluator_version_id": null, "query_filter": "name = 'x'",
              "column_mappings": { "input": "attributes.input.value", "output": "attributes.llm.output_messages.0.message.content" } },
            { "evaluator_id": "E-new", "evaluator_name": "Brand New Eval", "evaluator_version_id": null, "query_filter": null, "column_mappings": null } ] }
        """;

    private const string LivePromptRun = """
        { "id": "T3", "name": "Nightly Prompt Run", "type": "RUN_EXPERIMENT", "project_id": null, "dataset_id": "D1", "is_continuous": false,
          "query_filter": null, "evaluators": [], "experiment_ids": [],
          "run_configuration": { "experiment_type": "LLM_GENERATION", "ai_integration_id": "A1", "model_name": "o3", "input_variable_format": "MUSTACHE",
            "messages": [
              { "role": "SYSTEM", "content": "You answer questions about orders.\nIn one long paragraph.\nIn the language of the question.\n" },
              { "role": "USER", "content": "{{question}}" } ] } }
        """;

    internal static IReadOnlyDictionary<string, Sample> All { get; } = new Dictionary<string, Sample>
    {
        ["clean"] = new(0, Results.Lint("""
            name: Weekly Toxicity
            type: CODE_EVALUATION
            project_id: P1
            sampling_rate: 0.5
            evaluators: [{ evaluator_id: E1 }]
            """)),
        ["findings"] = new(1, Results.Lint("""
            tasks:
              - name: Production Hallucination Check
                type: TEMPLATE_EVALUATION
                project_id: P1
                sampling_rate: 25
                evaluators:
                  - evaluator_id: E1
                    evaluator_name: Hallucination Eval
              - name: Golden Set
                typ: TEMPLATE_EVALUATION
                dataset_id: D1
                sampling_rate: 0.5
            """)),
        ["broken"] = new(1, Results.Lint("tasks:\n  - name: \"Weekly\n")),
        ["drift"] = new(1, Results.Check(Drifted, LiveHallucination, null, LivePromptRun)),
        ["same-drift"] = new(1, Results.Check(
            """
            tasks:
              - { name: One, type: TEMPLATE_EVALUATION, project_id: P1, sampling_rate: 0.1, evaluators: [{ evaluator_id: E1 }] }
              - { name: Another, type: TEMPLATE_EVALUATION, project_id: P1, sampling_rate: 0.2, evaluators: [{ evaluator_id: E1 }] }
              - { name: Two, type: TEMPLATE_EVALUATION, project_id: P1, sampling_rate: 0.1, evaluators: [{ evaluator_id: E1 }] }
              - { name: Three, type: TEMPLATE_EVALUATION, project_id: P1, sampling_rate: 0.1, evaluators: [{ evaluator_id: E1 }] }
            """,
            [.. Enumerable.Range(1, 4).Select(i => $$"""
            { "id": "T{{i}}", "name": "x", "type": "TEMPLATE_EVALUATION", "project_id": "P1", "sampling_rate": 1, "evaluators": [{ "evaluator_id": "E1" }],
              "updated_at": "2026-11-2{{i}}T10:00:00Z" }
            """.Replace("\"x\"", i switch { 1 => "\"One\"", 2 => "\"Another\"", 3 => "\"Two\"", _ => "\"Three\"" }, StringComparison.Ordinal))])),
        ["filters"] = new(1, Results.Check(
            """
            tasks:
              - name: Slow Calls
                type: TEMPLATE_EVALUATION
                project_id: P1
                query_filter: status_code = 'OK' AND latency_ms > 10000 AND attributes.openinference.span.kind IN ('LLM', 'AGENT')
                evaluators:
                  - evaluator_id: E-tone
                    query_filter: name = 'a' AND name != 'b'
            """,
            """
            { "id": "T1", "name": "Slow Calls", "type": "TEMPLATE_EVALUATION", "project_id": "P1",
              "query_filter": "attributes.openinference.span.kind in ('AGENT') and (status_code='OK') AND name = '\u001b[8m<b>hidden'",
              "evaluators": [{ "evaluator_id": "E-tone", "query_filter": "name = 'a' OR name != 'b'" }] }
            """)),
        ["look-alikes"] = new(1, Results.Check(
            """
            tasks:
              - name: Judge Prompt
                type: RUN_EXPERIMENT
                dataset_id: D1
                run_configuration:
                  experiment_type: LLM_GENERATION
                  ai_integration_id: A1
                  model_name: "gpt-4o "
                  input_variable_format: MUSTACHE
                  messages:
                    - role: SYSTEM
                      content: "Grade the answer of the assistant from one to five, by how well it is supported by the documents, by how much of the question it covers, and by its tone towards the customer; be strict."
                    - role: USER
                      content: "{{question}}\nAnswer in one word.\n\n\n"
                    - role: USER
                      content: "caf\u00e9 {{question}}"
                  invocation_parameters: { seed: 7, logprobs: true, user: "team\u00a0a", stop: ["a\u200b", "b"] }
            """,
            """
            { "id": "T1", "name": "Judge Prompt", "type": "RUN_EXPERIMENT", "dataset_id": "D1",
              "run_configuration": { "experiment_type": "LLM_GENERATION", "ai_integration_id": "A1", "model_name": "gpt-4o", "input_variable_format": "MUSTACHE",
                "messages": [
                  { "role": "SYSTEM", "content": "Grade the answer of the assistant from one to five, by how well it is supported by the documents, by how much of the question it covers, and by its tone towards the customer; be lenient." },
                  { "role": "USER", "content": "{{question}}\nAnswer in one word.\n" },
                  { "role": "USER", "content": "cafe\u0301 {{question}}" }],
                "invocation_parameters": { "seed": "7", "logprobs": "true", "user": "team a", "stop": ["a", "b"] } } }
            """)),
        ["hostile"] = new(1, Results.Check(
            "tasks:\n  - name: \"a\\nb\\e[31mred\\u202e<b>|`x`\\x07 日本 😀\"\n    type: TEMPLATE_EVALUATION\n    project_id: P1\n    query_filter: \"name = '\\e]0;title\\a'\"\n    evaluators: [{ evaluator_id: \"E\\e[2J\" }]\n",
            """{ "id": "T\u001b[1m", "name": "a\nb\u001b[31mred\u202e<b>|`x`\u0007 日本 😀", "type": "TEMPLATE_EVALUATION", "project_id": "P1", "query_filter": "\u001b[8mhidden\r\n::error::x", "evaluators": [] }""")),
        ["undetermined"] = new(3, Results.Undetermined("[{ name: a, type: CODE_EVALUATION, project_id: P1, evaluators: [{ evaluator_id: E1 }] }, { name: b, type: CODE_EVALUATION, project_id: P1, evaluators: [{ evaluator_id: E1 }] }]",
            "api.arize.com refuses the key (401 Unauthorized); check that ARIZE_API_KEY is right and belongs to this region", isShared: true)),
        ["not-in-snapshot"] = new(3, Results.Undetermined("[{ name: a, type: CODE_EVALUATION, project_id: P1, evaluators: [{ evaluator_id: E1 }] }]",
            "the task is not in live.json, but the snapshot is cut short (has_more: true), so it may exist", isShared: false)),
        ["three-way"] = new(1, Sides()) { Live = Production, Base = new ReportBase("origin/main", "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567", 5) },
        ["unmanaged"] = new(0, Unmanaged()) { Live = new ReportLive { Saved = "live.json", SavedAfter = "2026-11-20T10:00:00Z" } },
        ["suppressed"] = new(1, Suppressed()),
        ["partly"] = new(2, Partly()) { Live = Production },
        ["many"] = new(1, Many()) { Live = Production },
        ["hostile-names"] = new(1, HostileNames()),
        ["try"] = new(3, Results.Try(Tried, Spans)) { Base = new ReportBase("origin/main", "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567", 5) },
        ["hostile-try"] = new(1, Results.Try(
            "[{ name: \"a\\u202e|`<b>\\n::error::\", type: TEMPLATE_EVALUATION, project: p, query_filter: \"name = '|`<b>\\u001b[2J' AND \\\"x|y\\\" = 'z'\", evaluators: [{ evaluator: \"e|`<i>\", column_mappings: { \"v|\": \"attributes.a|b`<c>\" } }] }]",
            """[{ "name": "<script>|`\u001b[2J\u202e", "attributes": { "a|b": "PRIVATE", "x<y>\u0007": "PRIVATE" } }]""")),
        ["failure"] = new(2, Result: null) { Failure = "'arize' does not exist\n##vso[task.complete result=Succeeded;]ok\n::notice::\u001b[32mall is well" },
    };
}
