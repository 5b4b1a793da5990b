using System.Globalization;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Fixes;
using Microsoft.CodeAnalysis;
using static Arize.TaskLint.Analyzers.Tests.FixedProject;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Whatever somebody changed in a live task: the compiler does not crash, and each fix that it offers ends the drift that it is offered for.</summary>
public sealed class SnapshotFixPropertyTests
{
    private const string Live = """
        { "id": "VDE=", "name": "A", "type": "TEMPLATE_EVALUATION", "project_id": "UA==", "dataset_id": null, "sampling_rate": 0.5, "is_continuous": true,
          "query_filter": "a = 'b'", "experiment_ids": [],
          "evaluators": [
            { "evaluator_id": "RTE=", "evaluator_name": "One", "evaluator_version_id": null, "query_filter": null, "column_mappings": { "x": "y", "z": "w" } },
            { "evaluator_id": "RTI=", "evaluator_name": "Two", "evaluator_version_id": "VjE=", "query_filter": "c = 1", "column_mappings": {} }] }
        """;

    private const string Experiment = """
        { "id": "VDI=", "name": "B", "type": "RUN_EXPERIMENT", "project_id": null, "dataset_id": "RA==", "evaluators": [], "experiment_ids": [],
          "run_configuration": {
            "experiment_type": "LLM_GENERATION", "ai_integration_id": "SQ==", "model_name": "gpt-4o", "input_variable_format": "F_STRING",
            "messages": [{ "role": "SYSTEM", "content": "Be brief." }, { "role": "USER", "content": "{question}" }],
            "invocation_parameters": { "temperature": 0.2, "max_tokens": 100 }, "provider_parameters": { "seed": 1, "list": [1, "two", { "three": 3 }] } } }
        """;

    private const string Yaml = """
        # the team's
        tasks:
          - name: A # first
            type: template_evaluation
            project_id: UA==
            sampling_rate: 0.5
            is_continuous: true
            query_filter: a = 'b'
            evaluators:
              - evaluator: One
                # kept
                column_mappings:
                  x: y # why
                  z: w
              - { evaluator_id: RTI=, evaluator_version_id: VjE=, query_filter: "c = 1", column_mappings: {} }
          - name: B
            id: VDI=
            type: run_experiment
            dataset_id: RA==
            run_configuration:
              experiment_type: llm_generation
              ai_integration_id: SQ==
              model_name: gpt-4o
              input_variable_format: f_string
              messages:
                - role: system
                  content: Be brief.
                - { role: user, content: "{question}" }
              invocation_parameters: { temperature: 0.2, max_tokens: 100 }
              provider_parameters:
                seed: 1
                list: [1, two, { three: 3 }]
        """;

    private static readonly string Code = Compiled.Catalog("""
        tasks.TemplateEvaluation("A").OnProject("UA==").SamplingRate(0.5).Continuous().QueryFilter("a = 'b'")
                    .EvaluatorNamed("One", one => one.Map("x", "y").Map("z", "w"))
                    .Evaluator("RTI=", two =>
                    {
                        two.PinnedTo("VjE=");
                        two.QueryFilter("c = 1").NoMappings();
                    });
                tasks.RunExperiment("B").WithId("VDI=").OnDataset("RA==").RunLlmGeneration(run => run
                    .AiIntegration("SQ==").ModelName("gpt-4o").VariableFormat(VariableFormat.FString)
                    .Message(MessageRole.System, "Be brief.").Message(MessageRole.User, "{question}")
                    .InvocationParameters(parameters => parameters.Temperature(0.2).MaxTokens(100))
                    .ProviderParameters(provider => provider.Set("seed", 1)));
        """);

    [Fact]
    public async Task In_YAML_each_fix_ends_its_drift()
    {
        var (offered, found) = await RunAsync(100, "", [("a.arize.yaml", Yaml)]);
        Assert.True(offered > found / 2, $"{offered} of {found}");
    }

    [Fact]
    public async Task In_code_each_fix_ends_its_drift()
    {
        var (offered, found) = await RunAsync(60, Code, []);
        Assert.True(offered > found / 3, $"{offered} of {found}");
    }

    private static async Task<(int Offered, int Found)> RunAsync(int count, string code, IReadOnlyList<(string, string)> files)
    {
        var (offered, total) = (0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            var live = new JsonArray(JsonNode.Parse(Live), JsonNode.Parse(files.Count > 0 ? Experiment : Experiment.Replace(", \"list\": [1, \"two\", { \"three\": 3 }]", "", StringComparison.Ordinal)));
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Change(live, random);
            var project = Project(code, [.. files, ("x.arize-live.json", live.ToJsonString())]);
            var found = await AllAsync(project);
            Assert.DoesNotContain(found, one => one.Id == "AD0001");
            foreach (var one in found.Where(one => one.Id == "ATL7001"))
            {
                total++;
                if (!one.Properties.ContainsKey(EditText.EditsProperty))
                    continue;
                var document = one.Location.IsInSource ? project.Documents.Single() : project.AdditionalDocuments.First();
                if (await OfferedAsync(document, one) is not [var action])
                    continue;
                offered++;
                var after = await AppliedAsync(project, action);
                var left = await AllAsync(after);
                var path = one.GetMessage(CultureInfo.InvariantCulture).Split(" is ")[0];
                Assert.True(
                    left.Count(other => other.Id == "ATL7001") < found.Count(other => other.Id == "ATL7001")
                        && !left.Any(other => other.Id is "ATL1001" or "ATL1002" or "ATL1003" or "ATL1004" or "ATL1006" or "AD0001" && found.TrueForAll(before => before.Id != other.Id)),
                    $"seed {seed}: {path}\n{live.ToJsonString()}\n{string.Join('\n', found)}\n--- after\n{string.Join('\n', left)}\n{await TextAsync(after, document)}");
            }
        }

        return (offered, total);
    }

    private static async Task<string> TextAsync(Project project, TextDocument document) =>
        (await (project.GetDocument(document.Id) ?? project.GetAdditionalDocument(document.Id))!.GetTextAsync()).ToString();

    private static async Task<List<Diagnostic>> AllAsync(Project project) => [.. await FoundAsync(project, null)];

    // Any value anywhere becomes another one, is lost, or gains a member.
    private static void Change(JsonNode root, Random random)
    {
        var all = new List<JsonNode>();
        void Collect(JsonNode? node)
        {
            if (node is null)
                return;
            if (node is not JsonValue)
                all.Add(node);
            foreach (var child in node is JsonObject members ? members.Select(one => one.Value) : node is JsonArray list ? list : [])
                Collect(child);
        }

        Collect(root);
        switch (all[random.Next(1, all.Count)])
        {
            case JsonObject members when members.Count > 0 && random.Next(5) > 0:
                var name = members.ElementAt(random.Next(members.Count)).Key;
                if (random.Next(3) == 0)
                    members.Remove(name);
                else
                    members[name] = Value(random, members[name]);
                break;
            case JsonObject members:
                members["k" + random.Next(3).ToString(CultureInfo.InvariantCulture)] = Value(random, null);
                break;
            case JsonArray list when list.Count > 0 && random.Next(3) > 0:
                list.RemoveAt(random.Next(list.Count));
                break;
            case JsonArray list:
                list.Add(list.Count > 0 && random.Next(2) == 0 ? list[0]?.DeepClone() : Value(random, null));
                break;
        }
    }

    private static JsonNode? Value(Random random, JsonNode? before) => random.Next(before is JsonValue ? 8 : 6) switch
    {
        0 => null,
        1 => "text with \"quotes\", ${X}\nand lines: # é",
        2 => 0.25,
        3 => new JsonObject { ["a"] = "b" },
        4 => new JsonArray("x", 1),
        5 => random.Next(2) == 0,
        _ => before!.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => before.GetValue<string>() + "Q",
            System.Text.Json.JsonValueKind.Number => 7,
            _ => false,
        },
    };
}
