using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Writing;

/// <summary>
/// Makes of a live task what a person would declare: the fields in the order of the schema, without what the server writes and what says none.
/// </summary>
/// <param name="live">The task.</param>
/// <param name="isByName">Whether resources are referred to by their names, where these are known and fit one resource.</param>
/// <param name="note">Takes messages about what is not as a reader may expect.</param>
internal sealed class DeclaredForm(LiveTask live, bool isByName, Action<string> note)
{
    internal WrittenMapping Task() => Object(live.Task, []);

    private WrittenMapping Object(ObjectView view, IReadOnlyList<ObjectView> siblings)
    {
        var entries = new List<WrittenEntry>();
        var remarks = new List<Remark>();
        foreach (var field in view.Spec.Fields)
        {
            // A name beside its ID, and what is for this tool only, the API does not have.
            if (view[field] is not { Node: { } node } value || field.Role is FieldRole.ServerManaged or FieldRole.Local || field.NameOf is not null
                || Values.SaysNone(field, node))
            {
                continue;
            }

            if (!value.IsKnown)
                Leave(field.Name, node, $"it is {node.Describe()} that this field does not take", view.PathOf(field));
            else if (field.Refers is not null)
                entries.Add(Reference(view, field, value, siblings));
            else if (Value(field, value) is var written && written is WrittenMapping { Entries.Count: 0, Remarks: var inner })
                remarks.AddRange(inner);
            else
                entries.Add(new WrittenEntry(field.Name, field, written));
        }

        foreach (var (key, value) in view.Node.Entries)
        {
            if (view.Spec.Find(key.Text) is not null || UnknownMembers.IsTold(view.Spec, key.Text))
                continue;
            if (view.Spec.IsOpen)
                entries.Add(FreeEntry(key.Text, value));
            else if (!Values.IsNone(null, value))
                Leave(key.Text, value, "tasklint does not know this field", view.Path.Field(key.Text));
        }

        return new WrittenMapping(entries, remarks);

        void Leave(string key, Node value, string why, FieldPath path)
        {
            remarks.Add(new Remark(key, value, why));
            note($"'{path.ToDisplay()}' is in a comment only: {why}");
        }
    }

    private WrittenValue Value(FieldSpec field, FieldValue value)
    {
        switch (field.Kind)
        {
            case ValueKind.Number or ValueKind.Integer:
                return new WrittenPlain(Number((ScalarNode)value.Node!));
            case ValueKind.Boolean:
                return new WrittenPlain(value.Boolean == true ? "true" : "false");
            case ValueKind.Enum:
                return new WrittenText(value.EnumWord!);
            case ValueKind.Object:
                return Object(value.Object!, []);
            case ValueKind.ObjectList:
                return new WrittenList([.. value.Objects.Select(item => new WrittenItem(Object(item, value.Objects)))]);
            case ValueKind.TextList:
                return new WrittenList([.. value.Texts.Select(text => new WrittenItem(new WrittenText(text)))]);
            case ValueKind.TextMap or ValueKind.NumberMap:
                return Map(field, (MappingNode)value.Node!);
            case ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any:
                return Free(value.Node!);
            default:
                return new WrittenText(value.Text!);
        }
    }

    private static WrittenMapping Map(FieldSpec field, MappingNode map)
    {
        var entries = new List<WrittenEntry>();
        foreach (var (key, value) in map.Entries)
        {
            if (value is not ScalarNode { IsNull: false } scalar)
                continue;
            entries.Add(new WrittenEntry(key.Text, null,
                field.Kind == ValueKind.NumberMap ? new WrittenPlain(Number(scalar)) : new WrittenText(scalar.Text)));
        }

        return new WrittenMapping(entries, []);
    }

    private static WrittenEntry FreeEntry(string key, Node value) => new(key, null, Free(value));

    private static WrittenValue Free(Node value) => value switch
    {
        ScalarNode { IsPlain: true } scalar => new WrittenPlain(scalar.Text),
        ScalarNode scalar => new WrittenText(scalar.Text),
        ListNode list => new WrittenList([.. list.Items.Select(item => new WrittenItem(Free(item)))]),
        MappingNode mapping => new WrittenMapping([.. mapping.Entries.Select(entry => FreeEntry(entry.Key.Text, entry.Value))], []),
        _ => throw new InvalidOperationException(),
    };

    private WrittenEntry Reference(ObjectView view, FieldSpec field, FieldValue value, IReadOnlyList<ObjectView> siblings)
    {
        var twin = view.Spec.NameTwinOf(field);
        string?[] names = [.. value.Texts.Select(id => NameOf(view, field, twin, id))];
        if (isByName && twin is not null)
        {
            if (names.Zip(value.Texts, (name, id) => name is not null && IsOwnName(name, id, field, twin, value, siblings)).All(fits => fits))
                return new WrittenEntry(twin.Name, twin, Reference(twin, names!, []));
            var which = value.Texts.Zip(names, (id, name) => name is null ? $"the name of {Excerpt.Of(id)} is not known"
                : IsOwnName(name, id, field, twin, value, siblings) ? null
                : $"'{Excerpt.Of(name)}' does not fit {Excerpt.Of(id)} alone").OfType<string>();
            note($"'{view.PathOf(field).ToDisplay()}' stays an ID: {which.First()}");
        }

        string?[] comments = [.. names.Select(name => name is null ? null : PrintedText.Comment(name))];
        return new WrittenEntry(field.Name, field, Reference(field, value.Texts, comments),
            field.Kind == ValueKind.TextList ? null : comments.FirstOrDefault());
    }

    private static WrittenValue Reference(FieldSpec field, IReadOnlyList<string> texts, string?[] comments) => field.Kind == ValueKind.TextList
        ? new WrittenList([.. texts.Select((text, i) => new WrittenItem(new WrittenText(text), comments.ElementAtOrDefault(i)))])
        : new WrittenText(texts[0]);

    private string? NameOf(ObjectView view, FieldSpec field, FieldSpec? twin, string id)
    {
        var name = twin?.ToldBy is { } told && view[told].Text is { } own ? own : live.NameOf(field.Refers!, id);
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    // Whether a check finds this resource, and no other, by the name.
    private bool IsOwnName(string name, string id, FieldSpec field, FieldSpec twin, FieldValue value, IReadOnlyList<ObjectView> siblings)
    {
        if (NamesToResolve.IsId(field.Refers!, name, value.Texts))
            return false;
        var resolution = live.Names(field.Refers!, name);
        if (twin.ToldBy is not { } told)
            return resolution is NameResolution.Found found && found.Id == id;
        return siblings.Count(other => other[told].Text == name) == 1
            && resolution is not NameResolution.Ambiguous && (resolution is not NameResolution.Found one || one.Id == id);
    }

    // As a person types it: the decimal that a 32-bit float came from, without an exponent.
    private static string Number(ScalarNode scalar)
    {
        var text = Values.Compared(ValueKind.Number, Equality.ByKind, scalar);
        return text.IndexOf('E') >= 0 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && PlainScalar.TryNumber(number.ToString(CultureInfo.InvariantCulture), out var again)
            && PlainScalar.TryNumber(text, out var same) && again == same
            ? number.ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
