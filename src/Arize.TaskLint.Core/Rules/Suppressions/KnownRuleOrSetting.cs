using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Suppressions;

/// <summary>ATL9003: a rule or a setting is named that does not exist, so what was meant is not in force.</summary>
public sealed class KnownRuleOrSetting() : ProblemRule<UnknownSetting>("ATL9003", Severity.Error, "An unknown rule ID or setting")
{
    /// <inheritdoc/>
    protected override string Message(UnknownSetting problem) =>
        problem.Nearest is { } nearest ? $"{problem.Reason}; did you mean {nearest}" : problem.Reason;
}
