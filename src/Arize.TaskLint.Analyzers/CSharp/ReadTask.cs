using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>A task as the code declares it.</summary>
/// <param name="root">The call that creates it; for a builder whose creation is not known, the code that returns it.</param>
/// <param name="draft">Its draft.</param>
internal sealed class ReadTask(SyntaxNode root, MappingDraft? draft)
{
    /// <summary>The call that begins it.</summary>
    internal SyntaxNode Root { get; } = root;

    /// <summary>The whole task, as far as it is known; null if the call that creates it is not known.</summary>
    internal MappingDraft? Draft { get; set; } = draft;

    /// <summary>Whether each run of the body declares it.</summary>
    internal bool IsCertain { get; init; }

    /// <summary>
    /// Calls that may or may not happen, each as an incomplete task of its own. If one of several values is chosen, the group has one task for each
    /// of them, and a finding is reported only if all of them have it.
    /// </summary>
    internal List<IReadOnlyList<MappingDraft>> Asides { get; } = [];

    /// <summary>The places of code that could not be followed.</summary>
    internal HashSet<Place> LostAt { get; } = [];
}
