using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>
/// A name in the field in which the server returns it, while the reference itself is missing: <c>evaluator_name</c> without <c>evaluator</c> and
/// <c>evaluator_id</c>. It is the only information about which resource is meant.
/// </summary>
/// <param name="Reference">The field that the name belongs into.</param>
/// <param name="IsFree">Whether the field is not there yet, nor a key that means it.</param>
internal sealed record ToldName(FieldSpec Reference, ScalarNode Key, bool IsFree)
{
    /// <summary>The change that makes a reference of it; null if the field is present already and empty, or if another key means it.</summary>
    internal Fix? Fix => IsFree ? new RenameKey($"Write '{Reference.Name}'", Key, Reference.Name) : null;

    /// <summary>The name in the server-managed field, if nothing else identifies the resource; otherwise null.</summary>
    internal static ToldName? In(MappingNode mapping, FieldSpec told) =>
        told.Owner?.Fields.FirstOrDefault(field => field.ToldBy == told) is { } reference ? Of(mapping, reference) : null;

    /// <summary>The name in the server's field for a reference by name, if nothing else identifies the resource; otherwise null.</summary>
    internal static ToldName? Of(MappingNode mapping, FieldSpec reference)
    {
        if (reference.ToldBy is not { } told || IsGiven(mapping[reference.Name]) || (reference.NameOf is { } byId && IsGiven(mapping[byId.Name])))
            return null;
        var entry = mapping.Entries.FirstOrDefault(one => one.Key.Text == told.Name);
        return entry is { Key: { } key, Value: ScalarNode { IsNull: false } name } && !string.IsNullOrWhiteSpace(name.Text)
            ? new ToldName(reference, key, mapping[reference.Name] is null && !IsMeant(mapping, reference))
            : null;
    }

    // The comment "Evaluator: X" identifies it as well, and only one of them can become the reference.
    private static bool IsMeant(MappingNode mapping, FieldSpec reference) => reference.Owner is { } spec && mapping.Entries.Any(entry =>
        !ObjectSpec.IsOwnKey(entry.Key.Text) && spec.Find(entry.Key.Text) is null
            && spec.MeantBy(entry.Key.Text, out _) is { } meant && (meant == reference || meant == reference.NameOf));

    private static bool IsGiven(Node? value) => value is not (null or ScalarNode { IsNull: true });
}
