namespace Arize.TaskLint.Testing.Server;

/// <summary>In which of the shapes that users may meet the server answers. It may be changed between requests.</summary>
public sealed class Behaviour
{
    /// <summary>The letter case of enum values.</summary>
    public EnumCase EnumCase { get; set; } = EnumCase.Upper;

    /// <summary>
    /// Leaves out what older servers did not have: evaluator_version_id, query_filters, query_mappings, a run_configuration of null.
    /// </summary>
    public bool OldShape { get; set; }

    /// <summary>Leaves out every member that is null, as saved output of the official CLI does.</summary>
    public bool LeaveOutNulls { get; set; }

    /// <summary>Answers a task's evaluators in the reverse order.</summary>
    public bool ReverseEvaluators { get; set; }

    /// <summary>Writes whole numbers with a fraction: 1 as 1.0.</summary>
    public bool NumbersAsFloats { get; set; }

    /// <summary>
    /// Adds a member that nobody knows to every object but the free maps (column_mappings and such), where it would be data.
    /// </summary>
    public bool ExtraMembers { get; set; }

    /// <summary>Makes the server hostile: the detail of every problem repeats the key that was sent.</summary>
    public bool EchoKeyInProblems { get; set; }
}
