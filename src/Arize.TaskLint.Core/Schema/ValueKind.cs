namespace Arize.TaskLint.Core.Schema;

/// <summary>The shape that a field's value has.</summary>
public enum ValueKind
{
    /// <summary>A text; any plain scalar is accepted as it is written.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of the words of <see cref="FieldSpec.Enum"/>.</summary>
    Enum,

    Date,

    /// <summary>A mapping with the fields of <see cref="FieldSpec.Object"/>.</summary>
    Object,

    /// <summary>A list of mappings with the fields of <see cref="FieldSpec.Object"/>.</summary>
    ObjectList,

    TextList,

    /// <summary>A list of anything.</summary>
    AnyList,

    /// <summary>A mapping of free keys to texts.</summary>
    TextMap,

    /// <summary>A mapping of free keys to numbers.</summary>
    NumberMap,

    /// <summary>A mapping of free keys to anything.</summary>
    AnyMap,

    /// <summary>Anything.</summary>
    Any,
}
