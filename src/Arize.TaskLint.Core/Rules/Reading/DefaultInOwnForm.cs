using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1015: a default in the shell's form, whose sign becomes part of the value.</summary>
public sealed class DefaultInOwnForm()
    : ProblemRule<ShellDefault>("ATL1015", Severity.Warning, "${VAR:-x}: the shell's form, which makes the default -x")
{
    /// <inheritdoc/>
    protected override string Message(ShellDefault problem)
    {
        var colon = problem.Form.IndexOf(':');
        var (before, given) = (problem.Form.Substring(0, colon + 1), problem.Form.Substring(colon + 1).TrimEnd('}'));
        return given[0] is '-' or '='
            ? $"the default in '{Excerpt.Of(problem.Form)}' is '{Excerpt.Of(given)}', sign included; "
                + $"write '{Excerpt.Of($"{before}{given.Substring(1)}}}")}'"
            : $"the default in '{Excerpt.Of(problem.Form)}' is '{Excerpt.Of(given)}', sign included; '{given[0]}' has a meaning in the shell only";
    }
}
