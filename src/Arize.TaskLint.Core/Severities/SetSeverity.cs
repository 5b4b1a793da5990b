using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Severities;

/// <summary>A severity that somebody set for a rule.</summary>
/// <param name="Severity">The severity; null where the rule's own is asked for, over what less specific settings say.</param>
/// <param name="Place">Where it was set.</param>
public readonly record struct SetSeverity(Severity? Severity, Place Place);
