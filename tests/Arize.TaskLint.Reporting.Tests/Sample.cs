using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>A run, and what its report says beside the result.</summary>
/// <param name="ExitCode">The exit code of the run.</param>
/// <param name="Result">The result; null for a run that failed.</param>
internal sealed record Sample(int ExitCode, RunResult? Result)
{
    internal ReportLive? Live { get; init; }

    internal ReportBase? Base { get; init; }

    /// <summary>Why there is no result.</summary>
    internal string Failure { get; init; } = "";

    /// <summary>The report of the run.</summary>
    /// <param name="publicAddress">The address of the rule pages; null for no links.</param>
    internal Report Report(string? publicAddress = null) => Result is { } result
        ? ReportBuilder.Build(result, ExitCode, secret: null, publicAddress, Live, Base)
        : Reporting.Report.Failure(Failure, ExitCode);
}
