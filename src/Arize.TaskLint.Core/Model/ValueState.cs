namespace Arize.TaskLint.Core.Model;

/// <summary>How much is known of a field's value.</summary>
public enum ValueState
{
    /// <summary>The field is not there: it is unmanaged.</summary>
    Absent,

    /// <summary>The field is there and says null: it must be unset.</summary>
    None,

    /// <summary>The value is there and of the right kind.</summary>
    Known,

    /// <summary>Something is there, but its value is not known: no rule may say anything about it.</summary>
    Unknown,

    /// <summary>The value is of the wrong kind, and a finding says so already: no other rule may say anything about it.</summary>
    Invalid,

    /// <summary>A matcher stands for the value: many values fit.</summary>
    Matcher,
}
