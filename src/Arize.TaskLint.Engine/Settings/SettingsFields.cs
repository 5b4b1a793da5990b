using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Engine.Settings;

/// <summary>The fields of <c>tasklint.yaml</c>.</summary>
public static class SettingsFields
{
    /// <summary>The words of <c>--fail-on</c>, of which each but the last is a severity.</summary>
    internal static readonly EnumSpec FailOnWords = new("error", "warning", "suggestion", "never");

    /// <summary>The words of <c>--min-severity</c>.</summary>
    internal static readonly EnumSpec MinSeverityWords = new("error", "warning", "suggestion", "silent");

    /// <summary>Where the declarations are.</summary>
    public static readonly FieldSpec Declarations = new("declarations", ValueKind.TextList, "Files, folders and globs that declare tasks")
    { Role = FieldRole.Local, NeedsText = true, TakesSingle = true };

    /// <summary>The space of the tasks.</summary>
    public static readonly FieldSpec Space = new("space", ValueKind.Text, "The space of tasks that name none, by name or ID")
    { Role = FieldRole.Local, NeedsText = true, Refers = ResourceKind.Space };

    /// <summary>The saved live side.</summary>
    public static readonly FieldSpec Live = new("live", ValueKind.TextList, "Saved live tasks to check against instead of the API")
    { Role = FieldRole.Local, NeedsText = true, TakesSingle = true };

    /// <summary>Whether to compare strictly.</summary>
    public static readonly FieldSpec Strict = new("strict", ValueKind.Boolean, "Whether fields that a declaration does not name must be unset")
    { Role = FieldRole.Local };

    /// <summary>Whether to look into evaluators.</summary>
    public static readonly FieldSpec Evaluators = new("evaluators", ValueKind.Boolean,
        "Whether `check` reads the evaluators of the tasks, which takes the permission EVALUATOR_READ; "
            + "`false` leaves out the rules that need them")
    { Role = FieldRole.Local, Default = "true" };

    /// <summary>The severities of rules.</summary>
    public static readonly FieldSpec Rules = new("rules", ValueKind.TextMap, "The severity of each rule that is to have another than its own")
    { Role = FieldRole.Local };

    /// <summary>The rules whose findings nobody can switch off elsewhere.</summary>
    public static readonly FieldSpec Locked = new("locked", ValueKind.TextList,
        "Rules that neither a comment nor `.editorconfig` can switch off or change")
    { Role = FieldRole.Local, NeedsText = true, TakesSingle = true };

    /// <summary>The least severity that fails a run.</summary>
    public static readonly FieldSpec FailOn = new("fail_on", ValueKind.Enum, "The least severity that fails a run")
    { Role = FieldRole.Local, Enum = FailOnWords };

    /// <summary>The least severity that is shown.</summary>
    public static readonly FieldSpec MinSeverity = new("min_severity", ValueKind.Enum, "The least severity that is shown")
    { Role = FieldRole.Local, Enum = MinSeverityWords };

    /// <summary>The drift that the team lives with.</summary>
    public static readonly FieldSpec Ignore = new("ignore", ValueKind.ObjectList,
        "Drift that the team lives with in all tasks, or in some: shown, and no failure")
    { Role = FieldRole.Local, Object = SharedIgnoreFields.Spec };

    /// <summary>The live tasks that need no declaration.</summary>
    public static readonly FieldSpec Unmanaged = new("unmanaged", ValueKind.ObjectList,
        "Live tasks that the team leaves undeclared: `check --unmanaged` shows them, and they are no failure")
    { Role = FieldRole.Local, Object = UnmanagedFields.Spec };

    /// <summary>The severities of drift.</summary>
    public static readonly FieldSpec DriftSeverity = new("drift_severity", ValueKind.TextMap,
        "The severity of drift by its path, such as `sampling_rate: error`; the most specific path counts")
    { Role = FieldRole.Local };

    /// <summary>What the team asks of its tasks.</summary>
    public static readonly FieldSpec Policies = new("policies", ValueKind.ObjectList, "What the team asks of its tasks, or of some of them")
    { Role = FieldRole.Local, Object = PolicyFields.Spec };

    /// <summary>The price of a judge call.</summary>
    public static readonly FieldSpec PricePerCall = new("price_per_call", ValueKind.Number,
        "The price of a judge call, in your currency: where the calls a day are known, drift of `sampling_rate` is also told as a price")
    { Role = FieldRole.Local, Minimum = 0 };

    /// <summary>When a continuous task counts as dead.</summary>
    public static readonly FieldSpec Health = new("health", ValueKind.Object, "When `check --health` takes a continuous task for dead: ATL7007")
    { Role = FieldRole.Local, Object = HealthFields.Spec };

    /// <summary>When a trial on a sample is reported.</summary>
    public static readonly FieldSpec Try = new("try", ValueKind.Object, "When `try` reports that rows would be dropped: ATL7012")
    { Role = FieldRole.Local, Object = TrialFields.Spec };

    /// <summary>The accepted findings.</summary>
    public static readonly FieldSpec Baseline = new("baseline", ValueKind.Text,
        "The baseline: findings that are accepted, so that only new ones fail")
    { Role = FieldRole.Local, NeedsText = true };

    /// <summary>The fields with paths of files.</summary>
    internal static readonly IReadOnlyList<FieldSpec> Paths = [Declarations, Live, Baseline];

    /// <summary>The words of the settings whose keys are rules or paths.</summary>
    internal static readonly IReadOnlyDictionary<FieldSpec, IReadOnlyList<string>> WordsOfValues = new Dictionary<FieldSpec, IReadOnlyList<string>>
    {
        [Rules] = [.. SeverityWord.All, "refactoring"],
        [DriftSeverity] = DriftSeverities.Words,
    };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a settings file",
        Declarations, Space, Live, Strict, Evaluators, Rules, Locked, FailOn, MinSeverity, Ignore, Unmanaged, DriftSeverity, Policies, PricePerCall,
        Health, Try, Baseline);
}
