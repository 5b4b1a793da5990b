namespace Arize.TaskLint;

/// <summary>How placeholders of messages are written.</summary>
public enum VariableFormat
{
    /// <summary>F_STRING: <c>{x}</c>.</summary>
    FString,

    /// <summary>MUSTACHE: <c>{{x}}</c>.</summary>
    Mustache,

    /// <summary>NONE: deprecated; the API treats it as F_STRING.</summary>
    None,
}
