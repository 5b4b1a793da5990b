using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>Asks a person what is to become of a difference.</summary>
internal abstract class DriftPrompt
{
    /// <summary>Asks.</summary>
    /// <param name="task">The declaration.</param>
    /// <param name="change">The difference.</param>
    /// <param name="mayAccept">Whether the settings let a team accept drift.</param>
    internal abstract DriftDecision Ask(TaskDeclaration task, Change change, bool mayAccept);
}

/// <summary>What a person decided.</summary>
/// <param name="Choice">What is to happen.</param>
/// <param name="Reason">Why drift is accepted; null where it is not.</param>
/// <param name="Until">The last day on which it is accepted, in UTC; null forever.</param>
internal sealed record DriftDecision(DriftChoice Choice, string? Reason = null, DateTime? Until = null);

/// <summary>What can become of a difference.</summary>
internal enum DriftChoice
{
    /// <summary>The declaration gets the live value.</summary>
    Take,

    /// <summary>The update of the live task is printed.</summary>
    Restore,

    /// <summary>An entry of <c>ignore</c> is written.</summary>
    Accept,

    /// <summary>Nothing.</summary>
    Skip,

    /// <summary>Nothing, and no more questions.</summary>
    Quit,
}
