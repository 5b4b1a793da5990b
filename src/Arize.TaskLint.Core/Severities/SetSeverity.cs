using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Severities;

/// <summary>A severity that is configured for a rule.</summary>
/// <param name="Severity">The severity; null if the rule's own is asked for, over what less specific settings say.</param>
public readonly record struct SetSeverity(Severity? Severity, Place Place);
