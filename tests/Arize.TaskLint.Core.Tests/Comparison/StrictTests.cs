using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class StrictTests
{
    [Fact]
    public void What_is_set_live_and_not_declared_is_added_once_and_what_says_none_is_not() =>
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Enum<YamlStyle>(), Gen.Enum<DeclaredTask.Frame>()).Sample(
            (seed, shape, style, frame) =>
            {
                var random = new Random(seed);
                var live = new TaskGenerator(seed).Task(shape);
                var leftOut = new List<(string Path, string Owner)>();
                var rest = LeaveOut(TaskFields.Spec, live, "", "", random, leftOut);
                var declared = new DeclaredTask(rest, style, frame);

                var (changes, gaps) = DeclaredTask.Compare(declared.Task, live, isStrict: true);

                Assert.Empty(gaps);
                Assert.All(changes, change => Assert.Equal(ChangeKind.Added, change.Kind));
                Assert.Equal(
                    leftOut.Select(left => (left.Path, declared.HeadOf(left.Owner))).OrderBy(left => left.Path, StringComparer.Ordinal),
                    changes.Select(change => (Path: change.Path.ToString(), DeclaredTask.PlaceOf(change))).OrderBy(left => left.Path, StringComparer.Ordinal));
                Assert.Empty(DeclaredTask.Compare(declared.Task, live).Changes);
            },
            iter: 500);

    [Fact]
    public void A_name_declares_its_field()
    {
        var task = DeclaredTask.Read("{ name: a, type: template_evaluation, project: support-bot }");
        var live = JsonNode.Parse("""{ "name": "a", "type": "TEMPLATE_EVALUATION", "project_id": "P" }""")!.AsObject();

        var (changes, _) = DeclaredTask.Compare(task, live, (_, _) => new NameResolution.Found("P"), isStrict: true);

        Assert.Empty(changes);
    }

    [Fact]
    public void The_echoed_letter_of_a_single_filter_is_not_set()
    {
        var task = DeclaredTask.Read("{ name: a, type: template_evaluation, query_filters: { filters: [{ id: A, filter: x = 1 }] } }");
        var live = JsonNode.Parse("""
            { "name": "a", "type": "TEMPLATE_EVALUATION", "query_filters": { "filters": [{ "id": "A", "filter": "x = 1" }], "expression": "A" } }
            """)!.AsObject();

        Assert.Empty(DeclaredTask.Compare(task, live, isStrict: true).Changes);
    }

    // A copy without some of the fields, and the paths of those that a value was left out of.
    private static JsonObject LeaveOut(ObjectSpec spec, JsonObject own, string pointer, string path, Random random, List<(string Path, string Owner)> leftOut)
    {
        var rest = new JsonObject();
        foreach (var (name, value) in own)
        {
            var step = path + JsonPaths.Step(name, path);
            var field = spec.Find(name);
            var isFree = field is null or { Role: FieldRole.Managed, IsKey: false };
            // A mapping without a field would say "none".
            if (isFree && random.Next(3) == 0 && (rest.Count > 0 || own.Last().Key != name))
            {
                if (field is null ? value is not null : !JsonTasks.IsNone(field, value, own))
                    leftOut.Add((step, pointer));
            }
            else
            {
                rest[name] = (field?.Object, value) switch
                {
                    ({ } inner, JsonObject mapping) => LeaveOut(inner, mapping, Pointer.To(pointer, name), step, random, leftOut),
                    ({ } inner, JsonArray list) => new JsonArray([.. list.Select((entry, i) => LeaveOut(
                        inner, entry!.AsObject(), Pointer.To(Pointer.To(pointer, name), i), $"{step}[{KeyOf(field!, entry, i)}]", random, leftOut))]),
                    _ => value?.DeepClone(),
                };
            }
        }

        return rest;
    }

    private static string KeyOf(FieldSpec list, JsonNode entry, int index) => list.KeyedBy is { } key ? (string)entry[key.Name]! : $"{index}";
}
