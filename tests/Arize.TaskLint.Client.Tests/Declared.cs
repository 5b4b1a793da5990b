using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Client.Tests;

/// <summary>Declarations for the tests of the live side, and what to make of the answers.</summary>
internal static class Declared
{
    /// <summary>The tasks of a text; variables of the environment are not set.</summary>
    internal static IReadOnlyList<TaskDeclaration> Read(string yaml)
    {
        var document = new DeclarationReader(_ => null).Read(new SourceFile("a.arize.yaml", yaml));
        Assert.Empty(document.Problems);
        return document.Tasks;
    }

    /// <summary>A document of one space with tasks that are declared by name alone.</summary>
    internal static string ByName(string? space, params IEnumerable<string> names) =>
        Document(space, names.Select(name => $"name: '{name}'"));

    /// <summary>A document of one space with tasks that are declared by ID alone.</summary>
    internal static string ById(string? space, params IEnumerable<string> ids) =>
        Document(space, ids.Select(id => $"id: '{id}'"));

    /// <summary>The live task that was found.</summary>
    internal static ObjectView Found(this LiveAnswer answer) => Assert.IsType<LiveAnswer.Found>(answer).Task;

    /// <summary>The ID of the live task that was found.</summary>
    internal static string? FoundId(this LiveAnswer answer) => answer.Found()[TaskFields.Id].Text;

    /// <summary>Why it could not be told; the same for all tasks that share the cause.</summary>
    internal static LiveFailure Cause(this LiveAnswer answer) => Assert.IsType<LiveAnswer.Undetermined>(answer).Cause;

    /// <summary>What differs between a declaration and what was found of it.</summary>
    internal static (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) Compare(TaskCase one)
    {
        var found = Assert.IsType<LiveAnswer.Found>(one.Live);
        return new TaskComparer(found.Names, isStrict: false).Compare(one.Declared, new TaskDeclaration(found.Task, isPartial: one.Declared.IsPartial));
    }

    private static string Document(string? space, IEnumerable<string> tasks) =>
        (space is null ? "" : $"space: {space}\n") + $"tasks:\n{string.Concat(tasks.Select(task => $"  - {{ {task}, partial: true }}\n"))}";
}
