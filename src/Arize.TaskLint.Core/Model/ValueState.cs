namespace Arize.TaskLint.Core.Model;

/// <summary>How much is known of a field's value.</summary>
public enum ValueState
{
    /// <summary>The field is not there: it is unmanaged.</summary>
    Absent,

    /// <summary>The field is present and null: it must be unset.</summary>
    None,

    /// <summary>The value is there and of the right kind.</summary>
    Known,

    /// <summary>A value is present but not known: no rule may report it.</summary>
    Unknown,

    /// <summary>The value is of the wrong kind, which has a finding already: no other rule may report it.</summary>
    Invalid,

    /// <summary>A matcher takes the place of the value: many values fit.</summary>
    Matcher,
}
