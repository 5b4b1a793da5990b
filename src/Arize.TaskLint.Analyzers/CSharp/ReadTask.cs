using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>A task as the code declares it.</summary>
/// <param name="root">The call that begins it; for a builder whose beginning is not known, the code that gives it.</param>
/// <param name="draft">What it is built of.</param>
internal sealed class ReadTask(SyntaxNode root, MappingDraft? draft)
{
    /// <summary>The call that begins it.</summary>
    internal SyntaxNode Root { get; } = root;

    /// <summary>What is known of the whole task; null where its beginning is not known.</summary>
    internal MappingDraft? Draft { get; set; } = draft;

    /// <summary>Whether each run of the body declares it.</summary>
    internal bool IsCertain { get; init; }

    /// <summary>
    /// Calls that may or may not happen, each by itself, as an incomplete task. Of values of which one is chosen, one task for each: they count
    /// where all of them are wrong.
    /// </summary>
    internal List<IReadOnlyList<MappingDraft>> Asides { get; } = [];

    /// <summary>Where code begins that could not be followed.</summary>
    internal HashSet<Place> LostAt { get; } = [];
}
