using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>The tasks and findings of a report as tests.</summary>
internal sealed class TestCases
{
    /// <summary>What is said of a result that is not whole, where nothing else says it.</summary>
    internal const string NotWhole = "not everything could be determined; the findings tell what could not be read";

    private readonly Report report;
    private readonly List<TestCase> all = [];
    private readonly Dictionary<(string File, string Name), TestCase> named = [];
    private readonly Dictionary<(string File, string Name), int> counts = [];
    private readonly Dictionary<ReportLocation, TestCase> byPlace = [];
    private readonly List<(TestCase Test, string Reason)> notTried = [];
    private readonly TestCase?[] owners;
    private readonly Severity failsFrom;

    private TestCases(Report report)
    {
        this.report = report;
        owners = new TestCase?[report.Findings.Count];
        failsFrom = FailsFrom(report);
    }

    /// <summary>The tests, one at least, in the order of the report.</summary>
    internal static IReadOnlyList<TestCase> Of(Report report)
    {
        var cases = new TestCases(report);
        cases.AddTasks();
        cases.AddTrials();
        cases.AddFindings();
        if (report.Failures.Count > 0)
        {
            var run = cases.Add(report.Tool.Name, "run");
            run.Errors.AddRange(report.Failures.Select(failure => ("failure", failure, failure)));
        }

        // Declarations that cannot be read have a finding, which may fail nothing.
        if (!report.Complete && !cases.all.Exists(test => test.Errors.Count + test.Failures.Count > 0))
            cases.Add(report.Tool.Name, "run").Errors.Add(("undetermined", NotWhole, NotWhole));
        // A server takes a file without tests for a broken one.
        if (cases.all.Count == 0)
            cases.Add(report.Tool.Name, $"{Counted.Of(report.Summary.Tasks, "task")} without findings");
        return cases.all;
    }

    private static Severity FailsFrom(Report report)
    {
        const int Findings = 1;
        if (report.FailOn is { } least)
            return least == Severity.None ? Severity.Error + 1 : least;
        // A result that does not say it: nothing fails a clean run, and the most severe findings fail one that findings fail.
        if (report.IsClean)
            return Severity.Error + 1;
        var most = FindingFacts.Open(report).Select(finding => finding.Severity).FirstOrDefault(Severity.Error);
        return report.ExitCode == Findings ? most : Severity.Error;
    }

    private void AddTasks()
    {
        foreach (var task in report.Tasks)
        {
            var test = Add(task.Location?.File ?? report.Tool.Name, task.Name ?? task.Id ?? "(no name)");
            if (task.Location is { } place)
                byPlace.TryAdd(place, test);
            foreach (var position in task.Changes.Select(change => change.Finding).Append(task.Finding).OfType<int>())
                owners[position] = test;
            if (task.Status == SyncStatus.Undetermined)
                test.Errors.Add(("undetermined", task.Reason ?? "could not be determined", task.Reason ?? ""));
            else if (task is { Reason: { } reason, Finding: null })
                test.Notes.Add(reason);
            test.Notes.AddRange(task.Changes.Where(change => change.Finding is null || change.Status == ChangeStatus.Pending).Select(NoteOf));
        }
    }

    // A task that is compared and tried is one test.
    private void AddTrials()
    {
        foreach (var trial in report.Try?.Tasks ?? [])
        {
            var compared = trial.Location is { } location ? byPlace.GetValueOrDefault(location) : null;
            var test = compared ?? Add(trial.Location?.File ?? report.Tool.Name, trial.Name ?? trial.Id ?? "(no name)");
            foreach (var position in trial.Evaluators.Select(one => one.Finding).Append(trial.Finding).OfType<int>())
                owners[position] = test;
            if (trial.Status == TrialStatus.NotTried && test != compared)
                notTried.Add((test, $"not tried: {trial.Reason}"));
            else if (trial is { Status: TrialStatus.Undetermined, Finding: null, Reason: { } reason })
                test.Errors.Add(("undetermined", reason, reason));
        }
    }

    private static string NoteOf(ReportChange change) =>
        $"{change.DisplayPath ?? change.Path}: declared {change.DeclaredText}, live {change.LiveText} ({(change.Ignored ? "ignored" : "pending")})";

    private void AddFindings()
    {
        var facts = new FindingFacts(report);
        var isUndetermined = report.Tasks.Any(task => task.Status == SyncStatus.Undetermined);
        var reasons = new HashSet<TestCase>();
        for (var i = 0; i < report.Findings.Count; i++)
        {
            var finding = report.Findings[i];
            // Each task that it keeps from being compared has the reason.
            if (finding.Task is null && isUndetermined && FindingFacts.IsUndetermined(finding)
                && report.Tasks.Any(task => task.Reason is { } reason && finding.Message.Contains(reason, StringComparison.Ordinal)))
            {
                continue;
            }

            var test = owners[i] ?? OwnerOf(finding, facts.FileOf(finding));
            var message = facts.MessageOf(finding);
            var place = finding.Location is { } location ? $"{PlaceText.Of(location)}: " : "";
            var line = $"{place}{Words.Of(finding.Severity)} {finding.Rule}: {message}";
            if (finding.Suppressed)
            {
                test.Notes.Add(finding.Suppression?.Reason is { } reason ? $"{line} (suppressed: {reason})" : $"{line} (suppressed)");
                reasons.Add(test);
            }
            else if (FindingFacts.IsUndetermined(finding))
            {
                if (!test.Errors.Any(error => finding.Message.Contains(error.Message, StringComparison.Ordinal)))
                    test.Errors.Add((finding.Rule, message, line));
            }
            else if (finding.Severity >= failsFrom)
            {
                test.Failures.Add((finding.Rule, message, line));
            }
            else
            {
                test.Notes.Add(line);
            }
        }

        foreach (var test in reasons.Where(test => test.Failures.Count + test.Errors.Count == 0))
            test.Skipped = "all that was found is accepted";
        foreach (var (test, reason) in notTried.Where(one => one.Test.Failures.Count + one.Test.Errors.Count == 0))
            test.Skipped ??= reason;
    }

    private TestCase OwnerOf(ReportFinding finding, string file)
    {
        var name = finding.Task ?? "file";
        return named.TryGetValue((file, name), out var test) ? test : Add(file, name);
    }

    private TestCase Add(string file, string name)
    {
        // Servers take two tests of one name for the same.
        var copies = counts[(file, name)] = counts.GetValueOrDefault((file, name)) + 1;
        var test = new TestCase(file, copies == 1 ? name : $"{name} ({Counted.Number(copies)})");
        all.Add(test);
        named.TryAdd((file, name), test);
        return test;
    }
}
