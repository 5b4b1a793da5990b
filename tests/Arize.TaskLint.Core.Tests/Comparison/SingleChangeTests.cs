using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class SingleChangeTests
{
    private static readonly Gen<(int Seed, TaskShape Shape, YamlStyle Style, DeclaredTask.Frame Frame, bool Windows)> Cases =
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Enum<YamlStyle>(), Gen.Enum<DeclaredTask.Frame>(), Gen.Bool);

    [Fact]
    public void Each_single_change_of_the_live_task_is_one_drift_at_its_place() => Cases.Sample(
        c => CheckAll(c, isReversed: false), iter: 60);

    [Fact]
    public void Each_single_change_of_the_declaration_is_one_drift_at_its_place() => Cases.Sample(
        c => CheckAll(c, isReversed: true), iter: 60);

    private static void CheckAll((int Seed, TaskShape Shape, YamlStyle Style, DeclaredTask.Frame Frame, bool Windows) c, bool isReversed)
    {
        var random = new Random(c.Seed);
        var generator = new TaskGenerator(c.Seed) { Fullness = random.Next(2) == 0 ? 1 : 0.5 };
        var task = generator.Task(c.Shape);
        var unchanged = isReversed ? null : new DeclaredTask(task, c.Style, c.Frame, c.Windows);
        foreach (var change in new SingleChanges(task, generator, random).All())
        {
            if (isReversed && change.OnlyLive)
                continue;
            var single = isReversed ? change.Reversed() : change;
            if (!single.IsManaged)
                continue;
            var declared = unchanged ?? new DeclaredTask(single.Before, c.Style, c.Frame, c.Windows);
            Check(single, declared, new Respelling(random, isDeclared: false) { KeepsNone = true }.Of(single.After));
        }
    }

    private static void Check(SingleChange expected, DeclaredTask declared, JsonObject live)
    {
        var (changes, gaps) = DeclaredTask.Compare(declared.Task, live);
        try
        {
            Assert.Empty(gaps);
            var change = Assert.Single(changes);
            Assert.Equal(expected.Path, change.Path.ToString());
            Assert.Equal(expected.Kind, change.Kind);
            Assert.Equal(expected.Field is { NeedsRecreate: true } && !change.IsNoReference, change.NeedsRecreate);
            Assert.Equal(expected.PlaceIn(declared), DeclaredTask.PlaceOf(change));
            if (expected.Kind != ChangeKind.Changed)
                Assert.Equal((expected.Was != Standing.Value, expected.Is != Standing.Value), (SaysNone(change, change.Declared), SaysNone(change, change.Live)));
            Assert.NotEqual(Said(change.Declared), Said(change.Live));
        }
        catch (Exception failure)
        {
            Assert.Fail($"{expected}\n{failure.Message}\nchanges:\n{string.Join("\n", changes)}\ndeclared:\n{declared.Text}\nlive:\n{live}");
        }
    }

    private static bool SaysNone(Change change, Node? value) =>
        value is null or ScalarNode { IsNull: true } or ScalarNode { Text: "" } || (value is ListNode { Items.Count: 0 } && change.ValueKind == ValueKind.TextList);

    private static string Said(Node? value) => value switch
    {
        ScalarNode { IsNull: true } or null => "none",
        ScalarNode scalar => (scalar.IsPlain && (PlainScalar.TryNumber(scalar.Text, out _) || PlainScalar.TryBoolean(scalar.Text, out _)) ? "" : "text ") + scalar.Text,
        ListNode list => $"[{string.Join(", ", list.Items.Select(Said))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Text}: {Said(entry.Value)}").Order())}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
