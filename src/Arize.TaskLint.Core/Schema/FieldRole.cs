namespace Arize.TaskLint.Core.Schema;

/// <summary>The role of a field in the comparison.</summary>
public enum FieldRole
{
    /// <summary>Declared by the team, compared with the live task.</summary>
    Managed,

    /// <summary>Names which task or entry this is; never drift by itself.</summary>
    Identity,

    /// <summary>Says something to this tool only; the API does not have it.</summary>
    Local,

    /// <summary>Written by the server; declaring it has no effect, and it is never compared.</summary>
    ServerManaged,
}
