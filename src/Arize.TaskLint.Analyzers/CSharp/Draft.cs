using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>A mapping or a list of the tree while calls of builders fill it.</summary>
internal abstract class Draft(Place place, Origin origin)
{
    /// <summary>Where it begins: the call that makes it.</summary>
    internal Place Place { get; } = place;

    /// <summary>Where it comes from.</summary>
    internal Origin Origin { get; } = origin;

    /// <summary>Whether there may be more in it than the calls that could be followed.</summary>
    internal bool IsIncomplete { get; private set; }

    /// <summary>Notes that code which cannot be followed may add to it.</summary>
    internal void MakeIncomplete() => IsIncomplete = true;

    /// <summary>An incomplete draft in the same place of the same task, to judge a call by itself.</summary>
    /// <param name="withConstants">Whether what the call gives that makes it counts, too.</param>
    /// <param name="root">The draft of the task around it.</param>
    internal abstract Draft Aside(bool withConstants, out MappingDraft root);

    /// <summary>What it has come to.</summary>
    /// <param name="calls">Is told which calls made what.</param>
    internal abstract Node ToNode(CallMap calls);
}

/// <summary>Where a draft comes from.</summary>
/// <param name="Task">The task that it is a part of.</param>
/// <param name="Region">The region of the code that made it; null where that is not known.</param>
/// <param name="Parent">The draft that it is a part of; null for a task.</param>
/// <param name="Attach">Puts a draft into another one as this one is put into its parent.</param>
internal sealed record Origin(ReadTask Task, Region? Region, Draft? Parent, Action<Draft, Draft>? Attach);
