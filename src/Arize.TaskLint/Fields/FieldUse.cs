namespace Arize.TaskLint.Fields;

/// <summary>
/// What a call does to the field that its <see cref="TaskFieldAttribute"/> names. In every case, parameters that the compiler fills with the
/// calling file and line are no values.
/// </summary>
public enum FieldUse
{
    /// <summary>
    /// The field gets the only value argument: a text, a number, a truth value, a member of an enum (the API's word, without letter case and
    /// separators) or a matcher. A null argument sets null. A second call adds a duplicate key.
    /// </summary>
    Value,

    /// <summary>
    /// The field is a list of plain values, to which all value arguments are appended: single ones, arrays and sequences. Several calls append to one
    /// list; a call without values leaves it as it is, or creates an empty one. A single null sets null, as with <see cref="Value"/>.
    /// </summary>
    Texts,

    /// <summary>
    /// The field is a mapping of free keys; the two value arguments are the key and the value of one more entry; a key without a value sets null.
    /// Several calls add to one mapping. Keys that begin with <c>x-</c> are not written.
    /// </summary>
    Entry,

    /// <summary>
    /// As <see cref="Entry"/>, but each value argument is a pair of a key and a value, or a sequence of such pairs.
    /// </summary>
    Entries,

    /// <summary>
    /// The field is a list of mappings, to which a new one is appended. Its entries are, in this order: the parameters that have a <see
    /// cref="TaskFieldAttribute"/> themselves, the method's <see cref="TaskConstantAttribute"/>s, and the fields that an action over a builder sets.
    /// An optional parameter whose default is null is left out if its argument is null.
    /// </summary>
    Item,

    /// <summary>As <see cref="Item"/>, but the field is that one mapping. A second call is a second entry of the same key.</summary>
    Object,

    /// <summary>The field is a new list, which an action over a list builder fills. A second call is a second entry of the same key.</summary>
    List,
}
