using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Fuzz;

/// <summary>The texts that inputs are made of: the rule corpus, the examples, and snippets that YAML and JSON readers are known to stumble over.</summary>
internal static class Seeds
{
    private const int Longest = 20_000;

    /// <summary>Declarations.</summary>
    internal static IReadOnlyList<string> Declarations { get; } =
    [
        .. RuleCorpus.Files("ok").Concat(RuleCorpus.Files("err")).Concat(RuleCorpus.Files("quiet")).Select(file => Path.Combine(RuleCorpus.Folder, file))
            .Concat(Directory.EnumerateFiles(Repository.PathOf("examples"), "*.arize.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Select(File.ReadAllText)
            .Where(text => text.Length <= Longest),
    ];

    /// <summary>What the API answers: lists and single tasks, as JSON.</summary>
    internal static IReadOnlyList<string> Snapshots { get; } =
    [
        .. RuleCorpus.Files("ok").Where(file => file.EndsWith(".json", StringComparison.Ordinal)).Select(file => Path.Combine(RuleCorpus.Folder, file))
            .Concat(Directory.EnumerateFiles(Repository.PathOf("examples"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Select(File.ReadAllText)
            .Where(text => text.Length <= Longest),
    ];

    /// <summary>Settings: <c>tasklint.yaml</c>.</summary>
    internal static IReadOnlyList<string> Settings { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("examples"), "tasklint.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText),
        "space: production\nstrict: true\nfail_on: warning\nrules:\n  ATL2011: warning\n  ATL3004: none\n",
        "declarations: [a.arize.yaml]\npolicies:\n  - names: ['*']\n    max_sampling_rate: 0.2\n    name_pattern: '^[A-Z].*'\n    require_pinned_evaluators: true\n    require_query_filter: true\n",
        "locked: [ATL2004]\nmin_severity: silent\nignore:\n  - { path: sampling_rate, reason: trial, until: 2027-01-31 }\n  - { path: 'evaluators[*].query_filter', names: [A] }\n",
    ];

    /// <summary>Names of members that the API tells.</summary>
    internal static IReadOnlyList<string> Members { get; } =
    [
        "id", "name", "type", "tasks", "evaluators", "evaluator_id", "evaluator_name", "evaluator_version_id", "query_filter", "query_filters", "filters", "filter_expression", "column_mappings",
        "query_mappings", "project_id", "dataset_id", "experiment_ids", "sampling_rate", "is_continuous", "run_configuration", "updated_at", "pagination", "has_more", "next_cursor", "projects",
        "datasets", "version", "template_config", "code_config", "data_granularity", "template", "variables", "classification_choices", "X",
    ];

    /// <summary>Pieces that are put in somewhere.</summary>
    internal static IReadOnlyList<string> Pieces { get; } =
    [
        "&a ", "*a", "*a ", "<<: *a", "!!str ", "!!int ", "! ", "!x ", "? ", ": ", "- ", "-", "---\n", "...\n", "|\n", ">-\n", "|+2\n", "\"", "'", "{", "}", "[", "]", ",", "#", " # why",
        "\t", "\r\n", "\r", "\u00A0", "\u2028", "\uFEFF", "\0", "\u0007", "\u200B", "é", "😀", "%YAML 1.2\n", "%TAG ! tag:x,2000:\n", "${A}", "${A:0.5}", "${", "$${A}", "null", "~", "true",
        "yes", "10%", "0.5", "25", "1.0000001", "1e400", "-1", "0x10", ".nan", "\\", "\\u0041", "\"\\x", "{{", "}}", "{{a}}", "status_code = 'OK'", "a == b", "name = 'x' AND", "((((((", "IN (",
        "created_at: 2026-01-01\n", "evaluators:\n", "evaluators: []\n", "evaluator_name: Toxicity\n", "sampling_rate: 0.5\n", "samplingRate: 0.5\n", "project: p\n", "dataset: d\n", "name: N\n",
        "type: run_experiment\n", "type: template_evalution\n", "tasks:\n", "x-own: 1\n", "# a remark\n", "  # another\n", "# tasklint disable ATL2004\n", "# tasklint disable-next-line ATL1007 -- so\n",
        "query_filter: |\n  a = 1\n", "is_continuous: yes\n", "experiment_ids: [a, a]\n", "filter: a = 1\n", "model: gpt\n", "{ evaluator: T }", "[{ evaluator: T }, { evaluator: T }]", "ignore: [{ path: name }]\n",
        "{ min: 0.1, max: 0.5 }", "{ one_of: [a, b] }", "{ matches: '(a+)+$' }", "{ contains: '' }",
    ];
}
