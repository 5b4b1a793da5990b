using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over what a task does on a sample; the trial asks it for its findings.</summary>
public abstract class TrialRule(string id, Severity defaultSeverity, string title)
    : Rule(id, defaultSeverity, title, new RuleTraits { NeedsSample = true })
{
    /// <summary>The finding of a trial.</summary>
    /// <param name="subject">What came of it.</param>
    internal Finding Report(TaskDeclaration task, Place place, FieldPath? path, string message, TrialSubject subject) =>
        Report(task, place, path, message) with
        {
            Trial = subject,
            Severity = subject.Lowered is not null ? Severity.Warning : DefaultSeverity,
        };
}
