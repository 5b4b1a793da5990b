using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Engine;

/// <summary>What the tool exits with.</summary>
public static class ExitCodes
{
    /// <summary>Nothing at or above <c>--fail-on</c>.</summary>
    public const int Clean = 0;

    /// <summary>Findings or drift.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage, bad settings, or a file that cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>Something could not be determined; it wins over <see cref="Findings"/>.</summary>
    public const int Undetermined = 3;

    /// <summary>Ended by SIGINT (Ctrl-C), as shells say it.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM, as shells say it.</summary>
    public const int Terminated = 143;

    /// <summary>Each code and what it says, for help texts.</summary>
    public static readonly IReadOnlyList<(int Code, string Meaning)> All =
    [
        (Clean, "nothing at or above --fail-on (default: error)"),
        (Findings, "findings or drift"),
        (Usage, "bad usage, bad settings, or a file that cannot be read"),
        (Undetermined, "could not determine: no access, no network, a truncated snapshot; takes precedence over 1"),
    ];

    /// <summary>The code of a result.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="failOn">The least severity that fails the run; null for none.</param>
    public static int Of(RunResult result, Severity? failOn)
    {
        if (result.Unreadable.Count > 0)
            return Usage;
        if (result.HasUndetermined)
            return Undetermined;
        if (failOn is { } least && result.Findings.Any(finding => !finding.IsSuppressed && finding.Severity >= least))
            return Findings;
        // To accept what is wrong with a declaration, or to make it weigh less, does not make known how its live task stands.
        return result is { IsComparison: true, IsComplete: false } ? Undetermined : Clean;
    }
}
