using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A finding of a rule at a place.</summary>
/// <param name="Message">The problem, with the value in quotes and what is expected; one sentence without a full stop.</param>
public sealed record Finding(Rule Rule, Place Place, string Message)
{
    /// <summary>
    /// The problem, with the value in quotes and what is expected; one sentence without a full stop. About code it names methods, unless it is about
    /// the live task.
    /// </summary>
    public string Message { get; init; } =
        FieldMethods.Say(Message, Place.File?.IsCode == true && Rule.Traits is { NeedsLive: false, NeedsSample: false });

    /// <summary>How much it weighs.</summary>
    public Severity Severity { get; init; } = Rule.DefaultSeverity;

    /// <summary>The name, or else the ID, of the task that it is about; null if it is about none.</summary>
    public string? Task { get; init; }

    /// <summary>The path of the field that it is about, from the task; null if it is about the task or the file.</summary>
    public FieldPath? Path { get; init; }

    /// <summary>How it is written, as a few lines of YAML; null if the message is enough.</summary>
    public string? Example { get; init; }

    /// <summary>Whether several tasks share its place, so that the place does not show which of them is meant.</summary>
    public bool NamesTask { get; init; }

    /// <summary>The rule that the live task violates, if the finding is about that; otherwise null.</summary>
    public Rule? Breaks { get; init; }

    /// <summary>How the team accepts it; null if it does not.</summary>
    public Acceptance? Accepted { get; init; }

    /// <summary>Whether the team accepts it: it is shown, and does not fail a run.</summary>
    public bool IsSuppressed => Accepted is not null;

    /// <summary>Further places that it is about, such as the other declaration of the same task.</summary>
    public IReadOnlyList<Place> Related { get; init; } = [];

    /// <summary>The difference that it reports; null if it is about something else.</summary>
    public Change? Change { get; init; }

    /// <summary>What it is about in a trial; null if it is about something else.</summary>
    public TrialSubject? Trial { get; init; }

    /// <summary>Whether it only repeats the status of its task, such as that the task does not exist.</summary>
    public bool IsTaskStatus { get; init; }

    /// <summary>Whether what it is about keeps declarations from being read, so that nothing is known of them.</summary>
    public bool LosesDeclarations { get; init; }

    /// <summary>Distinguishes it from the same finding on another value if the message does not show all of it; otherwise null.</summary>
    internal string? Content { get; init; }

    /// <summary>The fix; null if there is none that is certain.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The fix that <c>lint --fix</c> makes; null if it makes none, or if that was not checked.</summary>
    public ProposedFix? Proposed { get; init; }

    /// <summary>Whether the finding came with a change, which may have been released since.</summary>
    public bool HadFix { get; init; }

    /// <summary>The same finding, with a fix.</summary>
    /// <param name="fix">The change; null if there is none.</param>
    internal Finding FixedBy(Fix? fix) => fix is null && Fix is null ? this : this with { Fix = fix };
}
