using System.Text.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Rules;

public sealed class VariableSecrecyTests
{
    private const string Variable = "A_SECRET_OF_THE_RUNNER";
    private static readonly DateTime Today = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Files =>
        [.. RuleCorpus.Files("err").Concat(RuleCorpus.Files("ok")).Concat(RuleCorpus.Files("quiet")).Where(file => !file.EndsWith(".json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_value_of_the_corpus_stays_secret_where_a_variable_holds_it(string file)
    {
        var text = File.ReadAllText(Path.Combine(RuleCorpus.Folder, file));
        foreach (var (changed, value) in WithVariable(text))
        {
            var said = Said(changed, value, value).ToList();
            // A word of the tool's own may be the value as well; it is said whatever the value is.
            var otherwise = Said(changed, $"another {value.Length}", value).ToHashSet();
            Assert.DoesNotContain(said, one => one.Contains(value, StringComparison.OrdinalIgnoreCase) && !otherwise.Contains(one) ? throw new Xunit.Sdk.XunitException($"'{value}' in: {one}") : false);
        }
    }

    private static IEnumerable<string> Said(string text, string value, string secret)
    {
        var document = new DeclarationReader(name => name == Variable ? value : RuleCorpus.Variables.GetValueOrDefault(name)).Read(new SourceFile("a.arize.yaml", text));
        return RuleRun.Lint(document).SelectMany(Texts).Concat(SaidOfLive(document, secret));
    }

    [Theory]
    [InlineData("sampling_rate: ${V}", "25", "ATL2004 sampling_rate: sampling_rate outside 0 to 1; it follows from the value of ${V}, which is not shown")]
    [InlineData("sampling_rate: ${V}", "often", "ATL1002 sampling_rate: 'sampling_rate' must be a number, but is text '${V}'")]
    [InlineData("is_continuous: ${V}", "yes", "ATL1002 is_continuous: 'is_continuous' must be true or false, but is text '${V}'")]
    [InlineData("query_filter: \"user.id = '${V}\"", "x", "ATL5001 query_filter: the filter is malformed: the quote ' is not closed; inside of a text it is written twice")]
    [InlineData("query_filter: \"a = ${V}\"", "s3cret) AND", "ATL5001 query_filter: A malformed query filter; it follows from the value of ${V}, which is not shown")]
    [InlineData("query_filter: \"a == '${V}'\"", "s3cret", "ATL5002 query_filter: '==' is another language's; did you mean '='")]
    public void A_finding_that_follows_from_a_variable_names_the_variable(string field, string value, string expected)
    {
        var document = new DeclarationReader(name => name == "V" ? value : null).Read(new SourceFile("a.arize.yaml", $"name: T\ntype: code_evaluation\nproject: p\n{field}\nevaluators: [{{ evaluator: E }}]\n"));
        var finding = Assert.Single(RuleRun.Lint(document));
        Assert.Equal(expected.Split(':')[0], $"{finding.Rule.Id} {finding.Path}");
        Assert.DoesNotContain(value, value.Length > 1 ? finding.Message : "", StringComparison.Ordinal);
        Assert.Equal(expected[(expected.IndexOf(": ", StringComparison.Ordinal) + 2)..], finding.Message);
        Assert.Null(finding.Fix);
    }

    [Fact]
    public void A_finding_that_follows_from_a_default_blames_no_other_variable()
    {
        var document = new DeclarationReader(name => name == "V" ? "s3cret" : null)
            .Read(new SourceFile("a.arize.yaml", "name: ${V}\ntype: code_evaluation\nproject: p\nsampling_rate: '${N:25}'\nevaluators: [{ evaluator: E }]\n"));

        Assert.StartsWith("sampling_rate '25' is not between 0 and 1", Assert.Single(RuleRun.Lint(document)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_shows_the_variable_and_is_compared_by_its_value()
    {
        var (task, live) = Pair("name: T\nquery_filter: \"user.id = '${V}'\"\nevaluators: [{ evaluator_id: '${E}', query_filter: a = 1 }]\n",
            """{ "id": "T", "name": "T", "type": "CODE_EVALUATION", "query_filter": "user.id = 'x'", "evaluators": [{ "evaluator_id": "secret-E", "evaluator_name": "Toxicity", "query_filter": "a = 2" }] }""");
        var (changes, gaps) = new TaskComparer((_, _) => throw new InvalidOperationException(), isStrict: false).Compare(task, live);
        Assert.Empty(gaps);
        Assert.Equal(["query_filter", "evaluators[${E}].query_filter"], changes.Select(change => change.Path.ToString()));
        Assert.Equal("evaluators[Toxicity].query_filter", changes[1].Path.ToDisplay());
        Assert.Equal("user.id = '${V}'", ((ScalarNode)changes[0].Declared!).Text);
        Assert.Empty(changes[0].Terms);
        Assert.True(new IgnoreIndex([new IgnoreEntry("evaluators[secret-E]", null, null, null)], _ => true).Find(changes[1]) is not null);
    }

    [Fact]
    public void Sides_that_look_alike_are_explained()
    {
        var (task, live) = Pair("name: ${V}\nid: T\n", """{ "id": "T", "name": "${V}", "type": "CODE_EVALUATION" }""");
        var change = Assert.Single(new TaskComparer((_, _) => throw new InvalidOperationException(), isStrict: false).Compare(task, live).Changes);
        Assert.Equal("the variable is filled in; write $${ for the text ${ itself", change.Explanation);
    }

    private static (TaskDeclaration Declared, TaskDeclaration Live) Pair(string declared, string live)
    {
        var document = new DeclarationReader(name => $"secret-{name}").Read(new SourceFile("a.arize.yaml", declared));
        return (Assert.Single(document.Tasks), Assert.Single(RuleRun.Read("live.json", live).Tasks));
    }

    // Each scalar in turn is a variable, where its text stands nowhere else.
    private static IEnumerable<(string Text, string Value)> WithVariable(string text)
    {
        var file = new SourceFile("a.arize.yaml", text);
        var roots = YamlTreeReader.Read(file, _ => null, []);
        foreach (var scalar in (roots ?? []).SelectMany(Scalars))
        {
            if (PlainScalar.IsNull(scalar.Text))
                continue;
            var place = scalar.Place;
            var written = text[place.Start..place.End];
            if (scalar.WrittenAt is not null || scalar.Variables is not null || scalar.Text.Length < 4 || IsWord(scalar.Text) || !(written == scalar.Text || written[0] is '"' or '\''))
                continue;
            var rest = string.Join('\n', (text[..place.Start] + text[place.End..]).Split('\n').Where(line => !line.StartsWith("# expect", StringComparison.Ordinal)));
            if (!rest.Contains(scalar.Text, StringComparison.OrdinalIgnoreCase) && !scalar.Text.Contains('\n'))
                yield return ($"{text[..place.Start]}\"${{{Variable}}}\"{text[place.End..]}", scalar.Text);
        }
    }

    // What the tool says by itself is no secret.
    private static bool IsWord(string text) =>
        RuleCatalogue.All.Any(rule => rule.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
        || PlainScalar.TryBoolean(text, out _)
        || new[] { TaskEnums.TaskType, TaskEnums.Role }.Any(words => words.IndexOf(text) >= 0)
        || Words.Any(word => word.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Words =
    [
        "LLM_GENERATION", "AGENT_CALL", "TEMPLATE_EVALUATION", "MUSTACHE", "F_STRING", "NONE", "live.json", "a.arize.yaml", "attributes.input.value",
        "attributes.output.value", "output.value", "json_schema", "json_object",
    ];

    private static IEnumerable<ScalarNode> Scalars(Node node) => node switch
    {
        ScalarNode scalar => [scalar],
        ListNode list => list.Items.SelectMany(Scalars),
        MappingNode mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };

    private static IEnumerable<string> Texts(Finding finding) =>
        new[] { finding.Message, finding.Path?.ToString(), finding.Task, finding.Content, finding.Accepted?.Reason, finding.Fix?.Title, (finding.Fix as ReplaceScalar)?.Text }.OfType<string>();

    // Once with no live task at all, and once with one that differs in everything but what it is found by.
    private static IEnumerable<string> SaidOfLive(TaskDocument document, string value)
    {
        foreach (var task in document.Tasks.Take(1))
        {
            var type = task.IsRunExperiment ? "RUN_EXPERIMENT" : "TEMPLATE_EVALUATION";
            var live = $$"""
                { "tasks": [{ "id": {{JsonSerializer.Serialize(task.Id ?? "T")}}, "name": {{JsonSerializer.Serialize(task.Name ?? "T")}}, "type": "{{type}}", "project_id": "P", "sampling_rate": 0.77,
                  "query_filter": "z = 1 AND y = 2", "evaluators": [{ "evaluator_id": "E", "evaluator_name": "N", "column_mappings": { "input": "q" } }] }],
                  "projects": [{ "id": "P", "name": "P" }], "evaluators": [{ "id": "E", "name": "N", "type": "TEMPLATE" }], "pagination": { "has_more": false } }
                """;
            foreach (var json in new[] { """{ "tasks": [] }""", live })
            {
                if (json.Contains(value, StringComparison.OrdinalIgnoreCase))
                    continue;
                var snapshot = new Snapshot("live.json");
                Assert.Null(snapshot.Add(YamlTreeReader.Read(new SourceFile("live.json", json), _ => null, [])!.Single()));
                var answers = snapshot.Find(document.Tasks);
                var (tasks, findings) = new DriftCheck(isStrict: true, Today).Check(answers);
                var ofEvaluators = new EvaluatorCheck(_ => true).Check(snapshot.FindEvaluators(answers));
                foreach (var text in findings.Concat(ofEvaluators).SelectMany(Texts))
                    yield return text;
                foreach (var one in tasks)
                {
                    yield return one.Reason ?? "";
                    yield return one.Task.Label ?? "";
                    foreach (var change in one.Changes)
                    {
                        yield return $"{change.Path.ToString()} {change.Path.ToDisplay()} {change.DeclaredName} {NodeText.Of(change.Declared)}";
                        foreach (var term in change.Terms)
                            yield return $"{term.Declared}";
                    }
                }
            }
        }
    }
}
