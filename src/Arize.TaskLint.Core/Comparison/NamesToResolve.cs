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
                foreach (var name in field.Texts)
                {
                    if (!IsIdOf(kind, name) && !HasId(live, byId, name))
                        yield return (kind, name);
                }
            }
            else if (declared.Spec.NameTwinOf(spec) is { ToldBy: null } && live is not null)
            {
                foreach (var name in field.Texts)
                {
                    if (IsNameForId(name, live[spec]))
                        yield return (kind, name);
                }
            }
        }
    }

    /// <summary>Whether a text in a field for names is an ID of that kind of resource.</summary>
    internal static bool IsIdOf(ResourceKind kind, string text) => ResourceId.ResourceOf(text) == kind;

    /// <summary>Whether a text in a field for IDs is probably a name: it has not the form of an ID, as what the live task has does.</summary>
    internal static bool IsNameForId(string text, FieldValue live)
    {
        var texts = live.Texts;
        return texts.Count > 0 && !texts.Contains(text) && ResourceId.KindOf(text) is null && texts.All(id => ResourceId.KindOf(id) is not null);
    }

    private static bool HasId(ObjectView? live, FieldSpec byId, string name) => live is not null && live[byId].Texts.Contains(name);
}
