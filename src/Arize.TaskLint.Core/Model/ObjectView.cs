using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A mapping read with its table of fields.</summary>
public sealed class ObjectView
{
    // Most mappings use few of many fields: one byte per field holds its position among those that are present.
    private readonly byte[] positions;
    private readonly FieldValue[] present;

    internal ObjectView(FieldPath path, ObjectSpec spec, MappingNode node, byte[] positions, FieldValue[] present, Place place)
    {
        Path = path;
        Spec = spec;
        Node = node;
        Place = place;
        this.positions = positions;
        this.present = present;
    }

    /// <summary>The path from the task; the root for the task itself.</summary>
    public FieldPath Path { get; }

    /// <summary>The table of fields.</summary>
    public ObjectSpec Spec { get; }

    /// <summary>The mapping.</summary>
    public MappingNode Node { get; }

    /// <summary>The place of a message about the mapping as a whole.</summary>
    public Place Place { get; }

    /// <summary>The fields that are there, in the order of the source.</summary>
    public IReadOnlyList<FieldValue> Present => present;

    /// <summary>A field of the mapping's table; absent if the mapping does not have it, unknown if it may have it even so.</summary>
    public FieldValue this[FieldSpec field] => positions[field.Ordinal] is var position and > 0 ? present[position - 1]
        : Node.IsIncomplete ? FieldValue.NotSeen(Path, field)
        : default;

    /// <summary>The path of a field, whether it is there or not.</summary>
    public FieldPath PathOf(FieldSpec field) => Path.Field(field.Name);

    /// <summary>The field with the same name as one of another table, from which it was copied.</summary>
    internal FieldValue Like(FieldSpec field) => this[Spec == field.Owner ? field : Spec.Find(field.Name)!];

    /// <summary>A reference that can be made by ID or by name.</summary>
    /// <param name="byId">The field that holds the ID.</param>
    /// <param name="byName">The field that holds the name.</param>
    public Reference Reference(FieldSpec byId, FieldSpec byName) => new(this[byId], this[byName]);
}
