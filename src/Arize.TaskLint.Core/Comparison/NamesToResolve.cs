using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>The names that have to be resolved before a declaration and its live task can be compared.</summary>
public static class NamesToResolve
{
    /// <summary>
    /// What a declaration refers to by name, and what looks like a name in a field for IDs. The names of evaluators are not among them: the live
    /// task has them itself.
    /// </summary>
    /// <param name="declared">The declaration, or an object in it.</param>
    /// <param name="live">The same of the live task; null where it has none.</param>
    public static IEnumerable<(ResourceKind Kind, string Name)> Of(ObjectView declared, ObjectView? live)
    {
        foreach (var field in declared.Present)
        {
            if (field.Spec is not { Refers: { } kind } spec)
            {
                if (field.Object is { } inner)
                {
                    foreach (var name in Of(inner, live?[field.Spec!].Object))
                        yield return name;
                }

                continue;
            }

            if (!field.IsKnown || spec.IsKey)
                continue;
            if (spec is { NameOf: { } byId, ToldBy: null })
            {
                var ids = live?[byId].Texts ?? [];
                foreach (var name in field.Texts)
                {
                    if (!IsId(kind, name, ids))
                        yield return (kind, name);
                }
            }
            else if (declared.Spec.NameTwinOf(spec) is { ToldBy: null } && live is not null)
            {
                foreach (var name in ForIds(field, live[spec]))
                    yield return (kind, name);
            }
        }
    }

    /// <summary>Whether a text in a field for names is an ID: it has the form of one of that kind, or the live task has it as the ID.</summary>
    internal static bool IsId(ResourceKind kind, string text, IReadOnlyList<string> liveIds) =>
        ResourceId.ResourceOf(text) == kind || liveIds.Contains(text);

    /// <summary>What are probably names in a field for IDs: texts without the form of an ID, which all that the live task has have.</summary>
    internal static IReadOnlyCollection<string> ForIds(FieldValue declared, FieldValue live)
    {
        var ids = live.Texts;
        if (ids.Count == 0 || ids.Any(id => ResourceId.KindOf(id) is null))
            return [];
        return new HashSet<string>(declared.Texts.Where(text => ResourceId.KindOf(text) is null), StringComparer.Ordinal);
    }
}
