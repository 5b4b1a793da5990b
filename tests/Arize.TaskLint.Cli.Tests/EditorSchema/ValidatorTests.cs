using System.Text.Json;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Engine.Settings;
using Arize.TaskLint.Reporting.EditorSchema;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests.EditorSchema;

/// <summary>
/// The schema and the rules over every declaration of the corpus and the examples, under a validator of JSON Schema: what has no error is
/// valid, what has an error that a schema can tell is refused, and both versions of the schema say the same.
/// </summary>
public sealed class ValidatorTests
{
    private const string Parser = "the YAML parser before the schema tells it, where it does";
    private const string Across = "a schema looks at one value, not at others of the same document";
    private const string Environment = "a schema does not know what the environment holds";

    // The rules, errors all, of which a schema can tell nothing.
    private static readonly Dictionary<string, string> BeyondASchema = new()
    {
        ["ATL1001"] = Parser,
        ["ATL1004"] = Parser,
        ["ATL1008"] = Across,
        ["ATL3003"] = Across,
        ["ATL5001"] = "a filter is a text in a language of its own",
        ["ATL6004"] = Across,
        ["ATL9003"] = "a schema does not read comments",
    };

    // Single declarations that have an error of another rule, and are valid all the same.
    private static readonly Dictionary<string, string> TakenAllTheSame = new()
    {
        ["err/ATL1002/broken_pattern.yaml"] = "whether a text is a regular expression of .NET",
        ["err/ATL1002/patterns_that_are_too_large.yaml"] = "whether a text is a regular expression of .NET",
        ["err/ATL1002/yes_from_a_variable.yaml"] = Environment,
        ["err/ATL1015/default_of_a_project.yaml"] = Environment,
        ["err/ATL2001/variable_that_is_empty.yaml"] = Environment,
        ["err/ATL2004/from_a_variable.yaml"] = Environment,
        ["err/ATL4011/arguments.yaml"] = "whether a text is JSON",
        ["quiet/ATL1009/texts_that_may_be_empty.yaml"] = "whether a text is JSON",
        ["err/ATL1002/members_of_matchers.yaml"] = "which kind the members of a matcher have",
        ["err/ATL2011/no_filter_in_other_words.yaml"] = "whether a mapping of filters has any, where its list is missing or null",
        ["err/ATL6002/twice.yaml"] = Across,
        ["err/ATL6003/malformed.yaml"] = "an expression is a text in a language of its own",
        ["err/ATL6003/undeclared.yaml"] = Across,
    };

    // Declarations without an error that are refused all the same, by YAML and JSON rather than by the schema.
    private static readonly Dictionary<string, string> RefusedAllTheSame = new()
    {
        ["quiet/ATL1002/plain_scalars_as_texts.yaml"] = ".nan is a name here, and a number that JSON does not have",
        ["quiet/ATL2009/filters_of_which_there_is_none.yaml"] = "a list of filters without any, on a task that must not have the list either",
        ["quiet/ATL1003/own_keys_anywhere.yaml"] = "YAML wants different keys in the author's own values too",
    };

    [Fact]
    public async Task The_schema_takes_and_refuses_what_the_rules_do()
    {
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
        }

        var files = Files();
        var answers = await ValidateAsync([.. files.Values]);

        var wrong = new List<string>();
        var told = new HashSet<string>();
        foreach (var ((file, path), (unreadable, errors)) in files.Zip(answers))
        {
            var rules = ErrorsOf(path);
            var isRefused = unreadable is not null || errors[0].Length > 0;
            if (!errors[0].SequenceEqual(errors[1]) && errors.Any(list => list.Length == 0))
                wrong.Add($"{file}: the versions of the schema differ: {string.Join("; ", errors[0].Concat(errors[1]))}");
            var mustBeTaken = rules.Count == 0 && !RefusedAllTheSame.ContainsKey(file);
            var mustBeRefused = rules.Any(rule => !BeyondASchema.ContainsKey(rule)) && !TakenAllTheSame.ContainsKey(file);
            if (isRefused && mustBeTaken)
                wrong.Add($"{file}: no rule has an error, but: {unreadable ?? string.Join("; ", errors[0])}");
            if (!isRefused && mustBeRefused)
                wrong.Add($"{file}: {string.Join(", ", rules)} has an error, and the schema has none");
            if (!isRefused && RefusedAllTheSame.ContainsKey(file))
                wrong.Add($"{file}: is taken now; take it off the list");
            if (isRefused && TakenAllTheSame.ContainsKey(file))
                wrong.Add($"{file}: is refused now; take it off the list");
            if (isRefused && rules.Count == 1)
                told.UnionWith(rules);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(TakenAllTheSame.Keys.Concat(RefusedAllTheSame.Keys).Except(files.Keys));
        var errorsOffline = RuleCatalogue.All.Where(rule => rule is { DefaultSeverity: Severity.Error, Traits.NeedsLive: false, Traits.NeedsSample: false, Traits.IsForCodeOnly: false }).Select(rule => rule.Id);
        Assert.Empty(errorsOffline.Except(told).Except(BeyondASchema.Keys));
    }

    // Each text with whether the tool takes it.
    private static readonly (string Text, bool IsTaken)[] Settings =
    [
        ("", true),
        ("declarations: arize\nlive: [a.json, b.json]\nspace: production\nstrict: true\nevaluators: false\n", true),
        ("rules: { ATL2011: warning, atl3004: NONE, ATL2003: default, ATL2010: refactoring }\nlocked: ATL2004\n", true),
        ("fail_on: Never\nmin_severity: silent\nbaseline: b.json\nprice_per_call: 0.002\nx-note: { any: thing }\n", true),
        ("ignore: [{ path: sampling_rate, reason: load test, until: 2027-01-31, names: ['Weekly*'] }]\ndrift_severity: { name: suggestion, 'evaluators[*]': error }\n", true),
        ("policies:\n  - names: [A, B]\n    max_sampling_rate: 0.2\n    require_pinned_evaluators: true\n", true),
        ("health: { idle_days: 0.5, last_runs: 20 }\n", true),
        ("health: { last_runs: 0 }\n", false),
        ("health: { idle_days: soon }\n", false),
        ("health: { idle: 1 }\n", false),
        ("rules: { ATL2011: loud }\n", false),
        ("rules: { XTL2011: warning }\n", false),
        ("drift_severity: { name: silent }\n", false),
        ("declaration: arize\n", false),
        ("strict: perhaps\n", false),
        ("fail_on: sometimes\n", false),
        ("policies: [{ max_sampling_rate: 2 }]\n", false),
        ("- a list\n", false),
    ];

    [Fact]
    public async Task The_schema_of_the_settings_takes_and_refuses_what_the_tool_does()
    {
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
        }

        using var run = ToolRun.Create().File("tasks.arize.yaml", "name: A\ntype: template_evaluation\nproject: p\nevaluators: [{ evaluator: E }]\n").File("arize/none.txt", "").File("b.json", "{}");
        var files = new List<string>();
        foreach (var (text, isTaken) in Settings)
        {
            files.Add(run.PathOf($"{files.Count}.yaml"));
            await File.WriteAllTextAsync(files[^1], text);
            var result = await run.RunAsync("rules", "--config", files[^1]);
            Assert.True(result.ExitCode == 0 == isTaken, $"{text}: {result.Error}");
        }

        var answers = await ValidateAsync([.. files], (draft, writer) =>
            SchemaWriter.WriteSettings(draft, SettingsFields.Spec, SettingsFields.WordsOfValues, [SettingsFields.Rules], writer));

        Assert.All(Settings.Zip(answers), one => Assert.True(
            one.Second.Errors.All(list => list.Length == 0 == one.First.IsTaken), $"{one.First.Text}: {string.Join("; ", one.Second.Errors.SelectMany(list => list))}"));
    }

    private static Dictionary<string, string> Files()
    {
        var corpus = new[] { "ok", "quiet", "err" }.SelectMany(RuleCorpus.Files).Select(file => (file, Path.Combine(RuleCorpus.Folder, file)));
        var examples = KeptSchemaTests.ExampleFiles().Select(file => ("examples/" + file, Repository.PathOf("examples", file)));
        return corpus.Concat(examples).ToDictionary(file => file.Item1, file => file.Item2);
    }

    private static HashSet<string> ErrorsOf(string path)
    {
        var document = new DeclarationReader(name => RuleCorpus.Variables.GetValueOrDefault(name)).Read(Path.GetFileName(path), File.ReadAllBytes(path));
        return [.. RuleRun.Lint(document).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule.Id)];
    }

    private static async Task<List<(string? Unreadable, string[][] Errors)>> ValidateAsync(
        string[] files, Action<SchemaDraft, TextWriter>? write = null)
    {
        var folder = Directory.CreateTempSubdirectory("tasklint-schema-").FullName;
        try
        {
            var schemas = new List<string>();
            foreach (var draft in SchemaDraft.All)
            {
                schemas.Add(Path.Combine(folder, draft.Name + ".json"));
                await using var writer = new StreamWriter(schemas[^1]);
                (write ?? ((version, text) => SchemaWriter.Write(version, live: null, text)))(draft, writer);
            }

            var request = Path.Combine(folder, "request.json");
            await File.WriteAllTextAsync(request, JsonSerializer.Serialize(new { schemas, files }));
            var (code, output, error) = await Programs.RunAsync(NodePackages.Folder, "node", "validate.mjs", request);
            Assert.True(code == 0, error);
            using var answers = JsonDocument.Parse(output);
            return [.. answers.RootElement.EnumerateArray().Select(answer => (
                answer.GetProperty("unreadable").GetString(),
                answer.GetProperty("errors").EnumerateArray().Select(list => list.EnumerateArray().Select(one => one.GetString()!).ToArray()).ToArray()))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
