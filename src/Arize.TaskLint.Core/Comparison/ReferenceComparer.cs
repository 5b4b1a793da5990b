using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Compares references to resources, which are declared by ID or by name.</summary>
/// <param name="notes">Takes what differs.</param>
/// <param name="values">Compares the IDs.</param>
/// <param name="names">Finds the IDs of what is declared by name.</param>
internal sealed class ReferenceComparer(ComparisonNotes notes, ValueComparer values, NameResolver names)
{
    internal void CompareName(FieldSpec field, FieldValue byName, FieldValue live)
    {
        if (byName.IsUncertain)
        {
            var reason = byName.State == ValueState.Unknown ? "its value is not known" : "the declaration has an error here";
            notes.Add(new Gap(notes.Path.Current, byName.Head, reason) { IsReported = byName.State == ValueState.Invalid });
            return;
        }

        var texts = byName.Scalars;
        var liveIds = live.Texts;
        var ids = new List<Node>();
        foreach (var text in texts)
        {
            if (NamesToResolve.IsId(field.Refers!, text.Text, liveIds))
            {
                // What is meant is known all the same.
                ids.Add(new ScalarNode(byName.Place, text.Text, isPlain: false) { Variables = text.Variables });
                notes.AddGap(field, byName, text,
                    new NameResolution.Missing($"'{Excerpt.Of(text.ShownText)}' is an ID, and no name; declare it as '{field.Name}'"));
            }
            else if (Resolve(field, byName, text) is { } id)
            {
                ids.Add(id);
            }
        }

        if (ids.Count == texts.Count)
            CompareIds(field, byName, ids, live);
    }

    // What stands in a field for IDs may be the name of the very resource that the live task has.
    internal bool CompareNamesForIds(FieldSpec field, FieldValue declared, FieldValue live)
    {
        if (field.IsKey || field.Owner?.NameTwinOf(field) is not { ToldBy: null } byName
            || NamesToResolve.ForIds(declared, live) is not { Count: > 0 } probable)
        {
            return false;
        }

        var padded = live.Texts.ToLookup(id => id.TrimEnd('='), StringComparer.Ordinal);
        var ids = new List<Node>();
        ScalarNode? unknown = null;
        foreach (var text in declared.Scalars)
        {
            if (!probable.Contains(text.Text))
            {
                ids.Add(text);
            }
            else if (padded[text.Text.TrimEnd('=')].FirstOrDefault() is { } whole)
            {
                // Only the padding of the ID is lost.
                ids.Add(new ScalarNode(text.Place, whole, isPlain: false) { Variables = text.Variables });
            }
            else if (names(field.Refers!, text.Text) is NameResolution.Found found)
            {
                ids.Add(new ScalarNode(text.Place, found.Id, isPlain: false));
            }
            else
            {
                unknown ??= text;
            }
        }

        if (unknown is null)
        {
            CompareIds(field, declared, ids, live);
            return true;
        }

        // Of what is neither an ID nor a known name, nothing says that the task is on something else.
        notes.Add(ChangeKind.Changed, field, declared.Node, live.Node, declared.Head);
        notes.Last = notes.Last with
        {
            IsNoReference = true,
            Advice = $"'{Excerpt.Of(unknown.ShownText)}' does not have the form of an ID; a name is declared as '{byName.Name}'",
        };
        return true;
    }

    private ScalarNode? Resolve(FieldSpec field, FieldValue declared, ScalarNode text)
    {
        var resolution = names(field.Refers!, text.Text);
        if (resolution is NameResolution.Found found)
            return new ScalarNode(declared.Place, found.Id, isPlain: false);
        notes.AddGap(field, declared, text, resolution);
        return null;
    }

    private void CompareIds(FieldSpec field, FieldValue declared, List<Node> ids, FieldValue live)
    {
        var before = notes.Changes.Count;
        if (field.Kind == ValueKind.TextList)
            values.CompareTexts(field, new ListNode(declared.Place, ids), live.Node, declared.Head);
        else if (live.Node is not ScalarNode scalar || scalar.Text != ((ScalarNode)ids[0]).Text)
            notes.Add(ValueComparer.IsNull(live.Node) ? ChangeKind.Removed : ChangeKind.Changed, field, ids[0], live.Node, declared.Head);
        if (notes.Changes.Count > before)
            notes.Changes[before] = notes.Changes[before] with { DeclaredName = string.Join(", ", declared.Scalars.Select(text => text.ShownText)) };
    }
}
