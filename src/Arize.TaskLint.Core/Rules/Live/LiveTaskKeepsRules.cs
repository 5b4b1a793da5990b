using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7005: the live task itself breaks a rule, which is named.</summary>
public sealed class LiveTaskKeepsRules : LiveRule
{
    private LiveTaskKeepsRules()
        : base("ATL7005", Severity.Warning, "The live task itself breaks a rule, named")
    {
    }

    public static LiveTaskKeepsRules Rule { get; } = new();

    /// <summary>The finding of a rule that the live task violates.</summary>
    /// <param name="declared">The declaration of the task.</param>
    /// <param name="broken">The finding on the live task.</param>
    internal Finding Report(TaskDeclaration declared, Finding broken) =>
        new(this, PlaceOf(declared, broken.Path), $"the live task breaks {broken.Rule.Id}: {broken.Message}")
        { Task = declared.Label, Path = broken.Path, Breaks = broken.Rule };

    // People can act on the declaration: at the field if it is declared, otherwise at the task.
    private static Place PlaceOf(TaskDeclaration declared, FieldPath? path)
    {
        if (path?.FirstName is not { } name || TaskFields.Spec.Find(name) is not { } field)
            return declared.Place;
        var value = TaskFields.Spec.NameTwinOf(field) is { } byName ? declared.View.Reference(field, byName).Field : declared[field];
        return value.IsAbsent ? declared.Place : value.Head;
    }
}
