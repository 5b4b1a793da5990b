using Arize.TaskLint.Testing.Generation;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class EqualTasksTests
{
    private static readonly Gen<(int Seed, TaskShape Shape, YamlStyle Style, DeclaredTask.Frame Frame, bool Windows)> Cases =
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Enum<YamlStyle>(), Gen.Enum<DeclaredTask.Frame>(), Gen.Bool);

    [Fact]
    public void A_live_task_printed_as_its_declaration_has_no_change() => Cases.Sample(
        c =>
        {
            var live = new TaskGenerator(c.Seed) { Fullness = 0.3 + (c.Seed % 8 / 10d) }.Task(c.Shape);
            var declared = new DeclaredTask(live, c.Style, c.Frame, c.Windows);
            Quiet(declared, DeclaredTask.Compare(declared.Task, live));
            Quiet(declared, DeclaredTask.Compare(declared.Task, live, isStrict: true));
        },
        iter: 400);

    [Fact]
    public void A_task_said_in_other_words_has_no_change() => Cases.Sample(
        c =>
        {
            var random = new Random(c.Seed);
            var task = new TaskGenerator(c.Seed).Task(c.Shape);
            var respelled = new Respelling(random, isDeclared: true) { LeftOut = random.Next(3) / 4d, ByName = random.Next(3) / 3d };
            var declared = new DeclaredTask(respelled.Of(task), c.Style, c.Frame, c.Windows);
            var live = new Respelling(random, isDeclared: false).Of(task);
            Quiet(declared, DeclaredTask.Compare(declared.Task, live, respelled.Resolve));
        },
        iter: 2000);

    [Fact]
    public void Strictly_compared_a_task_said_whole_in_other_words_has_no_change() => Cases.Sample(
        c =>
        {
            var random = new Random(c.Seed);
            var task = new TaskGenerator(c.Seed).Task(c.Shape);
            var respelled = new Respelling(random, isDeclared: true) { ByName = 0.3 };
            var declared = new DeclaredTask(respelled.Of(task), c.Style, c.Frame, c.Windows);
            var live = new Respelling(random, isDeclared: false).Of(task);
            Quiet(declared, DeclaredTask.Compare(declared.Task, live, respelled.Resolve, isStrict: true));
        },
        iter: 1000);

    [Theory]
    [InlineData("""{ "x-anchors": 1, tasks: [{ id: T1, name: "costs $${PRICE}", partial: true }] }""")]
    [InlineData("""{ "tasks": [{ id: T1, name: "costs $${PRICE}", type: CODE_EVALUATION }] }""")]
    [InlineData("""[{ "id": T1, name: "costs $${PRICE}", type: CODE_EVALUATION }]""")]
    public void In_a_declaration_with_one_key_in_quotes_an_escaped_variable_is_text(string yaml) =>
        Assert.Empty(DeclaredTask.Compare(
            DeclaredTask.Read(yaml), new System.Text.Json.Nodes.JsonObject { ["id"] = "T1", ["name"] = "costs ${PRICE}", ["type"] = "CODE_EVALUATION" }).Changes);

    private static void Quiet(DeclaredTask declared, (IReadOnlyList<Core.Comparison.Change> Changes, IReadOnlyList<Core.Comparison.Gap> Gaps) result)
    {
        if (result.Changes.Count + result.Gaps.Count > 0)
            Assert.Fail($"{string.Join("\n", result.Changes)}\n{string.Join("\n", result.Gaps)}\n{declared.Text}");
    }
}
