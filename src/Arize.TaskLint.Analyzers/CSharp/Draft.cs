using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>A mapping or a list of the tree while calls of builders fill it.</summary>
internal abstract class Draft(Place place, Origin origin)
{
    /// <summary>The place of the call that creates it.</summary>
    internal Place Place { get; } = place;

    internal Origin Origin { get; } = origin;

    /// <summary>Whether there may be more in it than the calls that could be followed.</summary>
    internal bool IsIncomplete { get; private set; }

    /// <summary>Notes that code which cannot be followed may add to it.</summary>
    internal void MakeIncomplete() => IsIncomplete = true;

    /// <summary>An incomplete draft in the same position of the same task, to check a call on its own.</summary>
    /// <param name="withConstants">Whether what the call gives that makes it counts, too.</param>
    /// <param name="root">The draft of the task around it.</param>
    internal abstract Draft Aside(bool withConstants, out MappingDraft root);

    /// <summary>The node that was built.</summary>
    /// <param name="calls">Receives which calls built which drafts.</param>
    internal abstract Node ToNode(CallMap calls);
}

/// <summary>The origin of a draft.</summary>
/// <param name="Task">The task that it is a part of.</param>
/// <param name="Region">The region of the code that made it; null if that is not known.</param>
/// <param name="Parent">The draft that it is a part of; null for a task.</param>
/// <param name="Attach">Puts a draft into another one as this one is put into its parent.</param>
internal sealed record Origin(ReadTask Task, Region? Region, Draft? Parent, Action<Draft, Draft>? Attach);
