using System.Globalization;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>
/// Every single change of a task that a comparison has to report, found by walking the schema table: a field that the table gains is changed
/// without a change here.
/// </summary>
internal sealed class SingleChanges(JsonObject task, TaskGenerator generator, Random random)
{
    private readonly FreeChanges free = new(task, random);

    /// <summary>The changes.</summary>
    internal IEnumerable<SingleChange> All() => OfObject(TaskFields.Spec, task, "", "");

    /// <summary>Whether the comparison looks at a field, and not only at what it leads to.</summary>
    internal static bool IsCompared(FieldSpec field) => field is { Role: FieldRole.Managed, NameOf: null, IsKey: false };

    private IEnumerable<SingleChange> OfObject(ObjectSpec spec, JsonObject owner, string pointer, string path)
    {
        foreach (var field in spec.Fields.Where(IsCompared))
        {
            foreach (var change in OfField(field, owner, Pointer.To(pointer, field.Name), path + JsonPaths.Step(field.Name, path)))
                yield return change;
        }

        if (!spec.IsOpen)
            yield break;
        foreach (var change in free.OfMembers(owner, pointer, path, name => spec.Find(name) is null, isWhole: false))
            yield return change;
    }

    private IEnumerable<SingleChange> OfField(FieldSpec field, JsonObject owner, string pointer, string path)
    {
        var value = owner[field.Name];
        var was = Stands(field, owner.ContainsKey(field.Name), value, owner);
        if (was == Standing.Value)
            return OfValue(field, value!, owner, pointer, path);
        // Nothing in a list or mapping that is there is another thing than no list or mapping: its entries are added one by one.
        return value is JsonObject or JsonArray ? Inside(field, value, pointer, path) : [Put(field, pointer, path, was, Sample(field, owner), Standing.Value)];
    }

    private IEnumerable<SingleChange> OfValue(FieldSpec field, JsonNode value, JsonObject owner, string pointer, string path)
    {
        foreach (var other in Others.Of(field, value, () => Sample(field, owner)))
            yield return Put(field, pointer, path, Standing.Value, other, Standing.Value);

        if (field.Kind == ValueKind.Enum)
            yield return Put(field, pointer, path, Standing.Value, "A_WORD_OF_TOMORROW", Standing.Value) with { OnlyLive = true };
        if (JsonTasks.IsNone(field, value, owner))
            yield break;
        yield return Put(field, pointer, path, Standing.Value, null, Standing.None);
        yield return new SingleChange(path, pointer, field, task, JsonPaths.Without(task, pointer), Standing.Value, Standing.Absent);
        if (field.Equality is Equality.BlankIsNone or Equality.Filter)
            yield return Put(field, pointer, path, Standing.Value, "", Standing.None);
        foreach (var change in Inside(field, value, pointer, path))
            yield return change;
    }

    private IEnumerable<SingleChange> Inside(FieldSpec field, JsonNode value, string pointer, string path) => (field.Kind, value) switch
    {
        (ValueKind.Object, JsonObject mapping) => OfObject(field.Object!, mapping, pointer, path),
        (ValueKind.ObjectList, JsonArray list) => OfEntries(field, list, pointer, path),
        (ValueKind.TextList, JsonArray list) => OfTexts(field, list, pointer, path),
        (ValueKind.TextMap or ValueKind.NumberMap, JsonObject mapping) => OfMap(field, mapping, pointer, path),
        (ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any, _) => free.Of(value, pointer, path),
        _ => [],
    };

    private IEnumerable<SingleChange> OfEntries(FieldSpec field, JsonArray list, string pointer, string path)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var (entry, at) = (list[i]!.AsObject(), Pointer.To(pointer, i));
            var step = $"{path}[{KeyOf(field, entry, i)}]";
            foreach (var change in OfObject(field.Object!, entry, at, step))
                yield return change;
            yield return new SingleChange(step, at, field, task, JsonPaths.Without(task, at), Standing.Value, Standing.Absent) { IsInWhole = true };
        }

        var (added, index) = (NewEntry(field, list), random.Next(list.Count + 1));
        yield return new SingleChange($"{path}[{KeyOf(field, added, index)}]", Pointer.To(pointer, index), field, task,
            JsonPaths.WithEntry(task, pointer, index, added), Standing.Absent, Standing.Value)
        { IsInWhole = true };
    }

    private JsonObject NewEntry(FieldSpec field, JsonArray list)
    {
        while (true)
        {
            var entry = generator.Value(field).AsArray()[0]!.DeepClone().AsObject();
            if (field == QueryFiltersFields.Filters)
                entry[NamedFilterFields.Id.Name] = ((char)('A' + list.Count)).ToString();
            if (field.KeyedBy is null || list.All(other => KeyOf(field, other!.AsObject(), 0) != KeyOf(field, entry, 0)))
                return entry;
        }
    }

    private static string KeyOf(FieldSpec list, JsonObject entry, int index) => list.KeyedBy is { } key ? (string)entry[key.Name]! : index.ToString(CultureInfo.InvariantCulture);

    // A list of texts is reported as one value.
    private IEnumerable<SingleChange> OfTexts(FieldSpec field, JsonArray list, string pointer, string path)
    {
        SingleChange With(IEnumerable<string> texts)
        {
            var other = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
            return Put(field, pointer, path, Stands(field, true, list, null), other, Stands(field, true, other, null));
        }

        var own = list.Select(item => (string)item!).ToList();
        var fresh = (string)generator.Values.Of(field).AsArray().FirstOrDefault(generator.Values.Free.Name())!;
        yield return With([.. own, fresh]);
        for (var i = 0; i < own.Count; i++)
        {
            yield return With([.. own[..i], .. own[(i + 1)..]]);
            yield return With([.. own[..i], fresh, .. own[(i + 1)..]]);
        }

        if (field.Order == ListOrder.Ordered && own.Count > 1)
            yield return With([.. own[1..], own[0]]);
    }

    private IEnumerable<SingleChange> OfMap(FieldSpec field, JsonObject mapping, string pointer, string path)
    {
        var isText = field.Kind == ValueKind.TextMap;
        foreach (var (key, value) in mapping)
        {
            var (at, step) = (Pointer.To(pointer, key), path + JsonPaths.Step(key, path));
            foreach (var other in isText ? Others.OfText((string)value!) : Others.OfNumber(value!))
                yield return Put(field, at, step, Standing.Value, other, Standing.Value) with { IsInWhole = true };
            yield return Put(field, at, step, Standing.Value, null, Standing.None) with { IsInWhole = true, OnlyLive = !isText };
            yield return new SingleChange(step, at, field, task, JsonPaths.Without(task, at), Standing.Value, Standing.Absent) { IsInWhole = true };
        }

        var added = generator.Values.Free.Name();
        yield return Put(field, Pointer.To(pointer, added), path + JsonPaths.Step(added, path), Standing.Absent, isText ? "a column" : 1, Standing.Value) with { IsInWhole = true };
    }

    private JsonNode Sample(FieldSpec field, JsonObject owner)
    {
        while (true)
        {
            if (generator.Value(field) is var sample && !JsonTasks.IsNone(field, sample, owner))
                return sample;
        }
    }

    // That false, or the letter of a single filter, is the same as none does not make it nothing: to true it changes, it is not added.
    private static Standing Stands(FieldSpec field, bool isThere, JsonNode? value, JsonObject? owner) =>
        !isThere ? Standing.Absent
        : !JsonTasks.IsNone(field, value, owner) ? Standing.Value
        : value is JsonValue && (field.FalseIsNone || (string)value! != "") ? Standing.Value
        : Standing.None;

    private SingleChange Put(FieldSpec field, string pointer, string path, Standing was, JsonNode? value, Standing becomes) =>
        new(path, pointer, field, task, JsonPaths.With(task, pointer, value), was, becomes);
}
