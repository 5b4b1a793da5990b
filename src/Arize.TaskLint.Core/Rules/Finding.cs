using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules;

/// <summary>What a rule has to say about a place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What is wrong, with the value in quotes and what is expected; one sentence without a full stop.</param>
public sealed record Finding(Rule Rule, Place Place, string Message)
{
    /// <summary>
    /// What is wrong, with the value in quotes and what is expected; one sentence without a full stop. About code it speaks of methods, except where
    /// it is about the live task.
    /// </summary>
    public string Message { get; init; } = FieldMethods.Say(Message, Place.File?.IsCode == true && !Rule.Traits.NeedsLive);

    /// <summary>How much it weighs.</summary>
    public Severity Severity { get; init; } = Rule.DefaultSeverity;

    /// <summary>The name, or else the ID, of the task that it is about; null where it is about none.</summary>
    public string? Task { get; init; }

    /// <summary>The path of the field that it is about, from the task; null where it is about the task or the file.</summary>
    public FieldPath? Path { get; init; }

    /// <summary>How it is written, as a few lines of YAML; null where the message is enough.</summary>
    public string? Example { get; init; }

    /// <summary>Whether its place serves several tasks, so that the place alone does not say which of them is meant.</summary>
    public bool NamesTask { get; init; }

    /// <summary>The rule that the live task breaks, where that is what is found; else null.</summary>
    public Rule? Breaks { get; init; }

    /// <summary>How the team accepts it; null where it does not.</summary>
    public Acceptance? Accepted { get; init; }

    /// <summary>Whether the team accepts it: it is shown, and does not fail a run.</summary>
    public bool IsSuppressed => Accepted is not null;

    /// <summary>Further places that it is about, such as the other declaration of the same task.</summary>
    public IReadOnlyList<Place> Related { get; init; } = [];

    /// <summary>The difference that it reports; null where it is about something else.</summary>
    public Change? Change { get; init; }

    /// <summary>Whether it says no more than the status of its task, such as that the task does not exist.</summary>
    public bool IsTaskStatus { get; init; }

    /// <summary>Whether what it is about keeps declarations from being read, so that nothing is known of them.</summary>
    public bool LosesDeclarations { get; init; }

    /// <summary>What tells it from the same finding on another value, where the message does not show all of it; else null.</summary>
    internal string? Content { get; init; }

    /// <summary>A change that would end it; null where there is none that needs no thought.</summary>
    public Fix? Fix { get; init; }

    /// <summary>Whether <c>lint --fix</c> ends it; where that was not looked into, false.</summary>
    public bool IsFixable { get; init; }

    /// <summary>Whether the finding came with a change, which may have been let go since.</summary>
    public bool HadFix { get; init; }

    /// <summary>The same finding, with a change that would end it.</summary>
    /// <param name="fix">The change; null where there is none.</param>
    internal Finding FixedBy(Fix? fix) => fix is null && Fix is null ? this : this with { Fix = fix };
}
