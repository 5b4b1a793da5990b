namespace Arize.TaskLint.Core.Schema;

/// <summary>How the entries of a list are matched with each other.</summary>
public enum ListOrder
{
    /// <summary>By their position.</summary>
    Ordered,

    /// <summary>By <see cref="FieldSpec.KeyedBy"/>, in any order.</summary>
    Keyed,

    /// <summary>By their value, in any order.</summary>
    Set,
}
