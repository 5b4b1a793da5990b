namespace Arize.TaskLint.Core.Yaml;

/// <summary>A text whose variables were filled in.</summary>
public sealed record FilledText(string Text)
{
    /// <summary>Whether a variable was filled in, by its value or its default.</summary>
    public bool IsFilled { get; init; }

    /// <summary>The variables that are set, and so were filled in by their values.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>The first variable that is not set and has no default, or null.</summary>
    public string? Unset { get; init; }

    /// <summary>The first variable whose default is in the shell's form, <c>${VAR:-x}</c>, as it is written; or null.</summary>
    public string? ShellForm { get; init; }
}
