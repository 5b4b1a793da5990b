using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing.Generation;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>That the generated tasks are legal, by the rules themselves; and so that no rule has an error for a legal task.</summary>
public sealed class GeneratedTasksTests
{
    [Fact]
    public void The_whole_JSON_answer_for_a_legal_task_is_a_declaration_without_errors() =>
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Enum<YamlStyle>()).Sample(
            (seed, shape, style) =>
            {
                var task = new TaskGenerator(seed).Task(shape);
                var document = new DeclarationReader(_ => null).Read(new SourceFile("a.json", YamlPrinter.Print(task, style).Text));

                Assert.DoesNotContain(Linter.Check([document], new SpaceSettings()), finding => finding.Severity == Severity.Error);
            },
            iter: 400);

    [Fact]
    public void A_legal_live_task_breaks_no_rule() =>
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>()).Sample(
            (seed, shape) =>
            {
                var task = new TaskGenerator(seed).Task(shape);
                var (tasks, findings) = new DriftCheck(isStrict: true, Checked.Today).Check(
                [
                    new TaskCase(
                        new DeclaredTask(task, YamlStyle.Flow).Task,
                        new LiveAnswer.Found(JsonTasks.Live(task), (_, name) => new NameResolution.Unresolved(new LiveFailure(name, IsShared: false)))),
                ]);

                Assert.Equal(SyncStatus.InSync, Assert.Single(tasks).Status);
                // A sampling rate of zero is legal, and still worth a word.
                Assert.DoesNotContain(findings, finding => !finding.Message.Contains("ATL2010", StringComparison.Ordinal));
            },
            iter: 400);

    [Fact]
    public void One_seed_makes_one_task() =>
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>()).Sample(
            (seed, shape) => Assert.Equal(new TaskGenerator(seed).Task(shape).ToJsonString(), new TaskGenerator(seed).Task(shape).ToJsonString()),
            iter: 50);
}
