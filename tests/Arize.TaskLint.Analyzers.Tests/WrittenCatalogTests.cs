using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Catalogs that are written from live tasks compile, and declare tasks that are in sync with them.</summary>
public sealed class WrittenCatalogTests
{
    private const int CatalogsOfAShape = 12;
    private const int TasksOfACatalog = 4;

    [Fact]
    public async Task Catalogs_written_from_live_tasks_compile_and_are_in_sync()
    {
        var cases = new List<(List<ObjectView> Live, WrittenDeclarations Written)>();
        foreach (var shape in Enum.GetValues<TaskShape>())
        {
            for (var seed = 0; seed < CatalogsOfAShape; seed++)
            {
                var generator = new TaskGenerator(1000 + seed) { Fullness = seed % 2 == 0 ? 1 : 0.5 };
                var live = Enumerable.Range(0, TasksOfACatalog).Select(_ => JsonTasks.Live(generator.Task(shape))).ToList();
                cases.Add((live, WrittenDeclarations.CSharp([.. live.Select(LiveTaskOf)], isByName: seed % 3 == 0, "production", "SomeTasks")));
            }
        }

        var documents = await HostRun.RunAsync("", [.. cases.Select(one => one.Written.Text)]);

        var isLossless = cases.ConvertAll(one => !one.Written.Notes.Any(note => note.Contains("cannot be declared in C#", StringComparison.Ordinal)));
        Assert.InRange(isLossless.Count(one => one), cases.Count * 3 / 4, cases.Count);
        for (var i = 0; i < cases.Count; i++)
        {
            var (live, written) = cases[i];
            var document = Assert.Single(documents[i]);
            Assert.Empty(document.Problems);
            Assert.Equal(live.Count, document.Tasks.Count);
            foreach (var (declared, task) in document.Tasks.Zip(live, (declared, task) => (declared, new TaskDeclaration(task))))
            {
                var (changes, gaps) = new TaskComparer(Names, isStrict: true).Compare(declared, task);
                Assert.True(!isLossless[i] || (changes.Count == 0 && gaps.Count == 0), $"{string.Join(' ', changes.Select(change => change.Path))} {string.Join(' ', gaps.Select(gap => gap.Path))}\n{written.Text}");
                Assert.Equal(Errors(task), Errors(declared));
            }
        }
    }

    private static IEnumerable<string> Errors(TaskDeclaration task) =>
        Linter.Check(task).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal);

    private static LiveTask LiveTaskOf(ObjectView task) => new(task, (kind, id) => $"the {kind} {id}", Names);

    private static NameResolution Names(ResourceKind kind, string name) => name.StartsWith($"the {kind} ", StringComparison.Ordinal)
        ? new NameResolution.Found(name[$"the {kind} ".Length..])
        : new NameResolution.NotSaved("the live side");
}
