using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine.Judgement;

/// <summary>From which severity on findings fail a run, and from which on they are shown.</summary>
/// <param name="FailOn">The least that fails the run; null for none.</param>
/// <param name="Least">The least that is shown. What fails a run is shown always.</param>
internal sealed record Thresholds(Severity? FailOn, Severity Least)
{
    /// <summary>What applies: the request, over the settings file, over the defaults.</summary>
    /// <param name="request">The request.</param>
    /// <param name="selection">The rules; those that are asked for by name are shown even where they are silent.</param>
    /// <param name="settings">The settings file.</param>
    internal static Thresholds Of(ReportRequest request, RuleSelection selection, SettingsFile settings)
    {
        var fails = request.FailOn is { } given ? given == Severity.None ? null : given : Read(settings.FailOn, Severity.Error);
        var shows = request.MinSeverity ?? (selection.NamesWanted ? Severity.Silent : Read(settings.MinSeverity, Severity.Suggestion)!.Value);
        return new Thresholds(fails, fails is { } least && least < shows ? least : shows);
    }

    /// <summary>The findings that are shown.</summary>
    internal IReadOnlyList<Finding> Shown(IReadOnlyList<Finding> findings) => [.. findings.Where(finding => finding.Severity >= Least)];

    private static Severity? Read(string? word, Severity otherwise) =>
        word is null ? otherwise : SeverityWord.TryRead(word, out var severity) ? severity : null;
}
