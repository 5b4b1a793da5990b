using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>A task, the same task with one thing changed, and what a comparison of the two has to say of it.</summary>
/// <param name="Path">The path that is reported.</param>
/// <param name="Pointer">Where that stands in the JSON of the side that has it.</param>
/// <param name="Field">The field that is reported, or null for what stands below a free value.</param>
/// <param name="Before">The task.</param>
/// <param name="After">The changed task.</param>
/// <param name="Was">What stood there before.</param>
/// <param name="Is">What stands there after it.</param>
internal sealed record SingleChange(string Path, string Pointer, FieldSpec? Field, JsonObject Before, JsonObject After, Standing Was, Standing Is)
{
    /// <summary>Whether what it stands in is compared whole, so that what is not declared there counts.</summary>
    public bool IsInWhole { get; init; }

    /// <summary>Whether the changed side can only be a live one: no declaration can say it.</summary>
    public bool OnlyLive { get; init; }

    /// <summary>The other way around: the changed task is the declared one.</summary>
    public SingleChange Reversed() => this with { Before = After, After = Before, Was = Is, Is = Was };

    /// <summary>Whether a declaration of the task before manages what is changed.</summary>
    public bool IsManaged => Was != Standing.Absent || IsInWhole;

    /// <summary>On which side a value is, where the task before is declared.</summary>
    public ChangeKind Kind => Was != Standing.Value ? ChangeKind.Added : Is != Standing.Value ? ChangeKind.Removed : ChangeKind.Changed;

    /// <summary>Where the change has to point in a declaration of the task before: at the value, or at what it would stand in.</summary>
    public LineColumn PlaceIn(DeclaredTask declared) =>
        declared.HeadOf(Was == Standing.Absent ? Pointer[..Pointer.LastIndexOf('/')] : Pointer);

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Was} to {Is}";
}

/// <summary>What stands in a place.</summary>
internal enum Standing
{
    /// <summary>Nothing at all.</summary>
    Absent,

    /// <summary>Something that says none: null, an empty list.</summary>
    None,

    /// <summary>A value.</summary>
    Value,
}
