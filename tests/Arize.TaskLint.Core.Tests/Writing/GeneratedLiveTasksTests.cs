using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Testing.Generation;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Writing;

/// <summary>Whatever a live task has, its declaration is one that the tool takes, and in sync with it.</summary>
public sealed class GeneratedLiveTasksTests
{
    [Fact]
    public void Declarations_written_from_live_tasks_are_in_sync_and_have_no_error() =>
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Bool, Gen.Bool).Sample(
            (seed, shape, isByName, isFull) =>
            {
                var generator = new TaskGenerator(seed) { Fullness = isFull ? 1 : 0.5 };
                var tasks = Enumerable.Range(0, 3).Select(_ => JsonTasks.Live(generator.Task(shape))).ToList();

                var written = WrittenDeclarations.Yaml([.. tasks.Select(LiveTaskOf)], isByName, space: null);

                Assert.DoesNotContain(written.Notes, note => !note.Contains("stays an ID", StringComparison.Ordinal));
                var document = Read(written.Text);
                Assert.Empty(document.Problems);
                Assert.Equal(tasks.Count, document.Tasks.Count);
                foreach (var (declared, live) in document.Tasks.Zip(tasks))
                {
                    var task = new TaskDeclaration(live);
                    Assert.Equal(Errors(task), Errors(declared));
                    foreach (var isStrict in (bool[])[false, true])
                    {
                        var (changes, gaps) = new TaskComparer(Names, isStrict).Compare(declared, task);
                        Assert.True(changes.Count == 0 && gaps.Count == 0, $"{string.Join(' ', changes.Select(change => change.Path))} {string.Join(' ', gaps.Select(gap => gap.Path))}\n{written.Text}");
                    }
                }
            },
            iter: 500);

    [Fact]
    public void The_same_tasks_are_written_alike() =>
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>()).Sample(
            (seed, shape) =>
            {
                string Written() => WrittenDeclarations.Yaml([LiveTaskOf(JsonTasks.Live(new TaskGenerator(seed).Task(shape)))], isByName: false, null).Text;
                Assert.Equal(Written(), Written());
            },
            iter: 50);

    private static TaskDocument Read(string text) => new DeclarationReader(_ => "a value").Read(new SourceFile("a.arize.yaml", text));

    // What is wrong with the live task itself, its declaration cannot mend.
    private static IEnumerable<string> Errors(TaskDeclaration task) =>
        Linter.Check(task).Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule.Id} {finding.Path}").Order(StringComparer.Ordinal);

    private static LiveTask LiveTaskOf(ObjectView task) => new(task, (kind, id) => $"the {kind} {id}", Names);

    private static NameResolution Names(ResourceKind kind, string name) => name.StartsWith($"the {kind} ", StringComparison.Ordinal)
        ? new NameResolution.Found(name[$"the {kind} ".Length..])
        : new NameResolution.NotSaved("the live side");
}
