using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>A task as it is printed and read back, and its comparison with a live task.</summary>
internal sealed class DeclaredTask
{
    private readonly PrintedYaml printed;
    private readonly string root;

    /// <summary>Prints a task, alone or in a document around it, and reads it.</summary>
    internal DeclaredTask(JsonObject task, YamlStyle style, Frame frame = Frame.Bare, bool hasWindowsLines = false)
    {
        JsonNode document = frame switch
        {
            Frame.Document => new JsonObject { ["x-anchors"] = "the author's own", ["space"] = "production", ["tasks"] = new JsonArray(task.DeepClone()) },
            Frame.List => new JsonArray(task.DeepClone()),
            _ => task,
        };
        root = frame switch { Frame.Document => "/tasks/0", Frame.List => "/0", _ => "" };
        printed = YamlPrinter.Print(document, style, hasWindowsLines);
        Task = Read(printed.Text);
    }

    /// <summary>What a task can stand in.</summary>
    internal enum Frame
    {
        Bare,
        List,
        Document,
    }

    /// <summary>The task as it was read.</summary>
    internal TaskDeclaration Task { get; }

    /// <summary>The text that it was read from.</summary>
    internal string Text => printed.Text;

    /// <summary>The only task of a text.</summary>
    internal static TaskDeclaration Read(string yaml, Func<string, string?>? variables = null)
    {
        var document = new DeclarationReader(variables ?? (_ => null)).Read(new SourceFile("a.arize.yaml", yaml));
        Assert.Empty(document.Problems);
        return Assert.Single(document.Tasks);
    }

    /// <summary>Compares a declaration with a live task.</summary>
    internal static (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) Compare(
        TaskDeclaration task, JsonObject live, NameResolver? names = null, bool isStrict = false) =>
        new TaskComparer(names ?? NoNames, isStrict).Compare(task, new TaskDeclaration(JsonTasks.Live(live)));

    /// <summary>Where a message about a value of the task has to point.</summary>
    internal LineColumn HeadOf(string pointer) => printed.HeadOf(root + pointer);

    /// <summary>Where a message about the task as a whole has to point.</summary>
    internal LineColumn TaskHead => printed.HeadOf(root);

    /// <summary>Where a change points.</summary>
    internal static LineColumn PlaceOf(Change change) => new(change.Place.StartPosition.Line, change.Place.StartPosition.Column);

    internal static NameResolution.Unresolved NoNames(ResourceKind kind, string name) => new(new LiveFailure($"no {kind} has the name '{name}'", IsShared: false));
}
