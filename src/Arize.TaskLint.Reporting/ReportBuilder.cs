using System.Buffers;
using System.Text.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Remedies;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Reporting.Remedies;

namespace Arize.TaskLint.Reporting;

/// <summary>Makes the report of a run, once its findings are weighed and accepted.</summary>
public sealed class ReportBuilder
{
    private const int LongestSource = ReportSource.Longest;
    private const int SourceBefore = 60;

    private readonly Secret? secret;
    private readonly string? publicAddress;
    private readonly ReportLive? live;
    private readonly double? pricePerCall;
    private readonly Dictionary<Change, int> positions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(SourceFile File, int Line), bool> secretLines = [];
    private readonly Dictionary<(Place, string?), int> statuses = [];
    private readonly Dictionary<TrialSubject, int> ofTrial = new(ReferenceEqualityComparer.Instance);

    private ReportBuilder(Secret? secret, string? publicAddress, ReportLive? live, double? pricePerCall) =>
        (this.secret, this.publicAddress, this.live, this.pricePerCall) = (secret, publicAddress, live, pricePerCall);

    /// <summary>Creates a report.</summary>
    /// <param name="result">The result of the run, with the findings that are shown.</param>
    /// <param name="exitCode">The exit code of the run.</param>
    /// <param name="secret">The text that no report may hold; null for none.</param>
    /// <param name="publicAddress">The address of the tool's repository, for links to rule pages; null for no links.</param>
    /// <param name="live">What the declarations were compared with; null for nothing.</param>
    /// <param name="atBase">The commit that the declarations were also compared with; null for none.</param>
    /// <param name="pricePerCall">The price of a judge call; null if it is not known.</param>
    public static Report Build(
        RunResult result,
        int exitCode,
        Secret? secret,
        string? publicAddress,
        ReportLive? live = null,
        ReportBase? atBase = null,
        double? pricePerCall = null) =>
        new ReportBuilder(secret, publicAddress, live, pricePerCall).Build(result, exitCode) with { Base = atBase };

    private Report Build(RunResult result, int exitCode)
    {
        var findings = new List<ReportFinding>(result.Findings.Count);
        foreach (var finding in result.Findings)
        {
            if (finding.Severity == Severity.None)
                continue;
            if (finding.Change is { } change)
                positions[change] = findings.Count;
            if (finding.Trial is { } subject)
                ofTrial[subject] = findings.Count;
            if (finding.IsTaskStatus)
                statuses[(finding.Place, finding.Task)] = findings.Count;
            findings.Add(Of(finding));
        }

        var rules = result.Findings.Where(finding => finding.Severity > Severity.None).Select(finding => finding.Rule).Distinct();
        return new Report
        {
            FormatVersion = Report.Version,
            Tool = ReportTool.This,
            Complete = result.IsComplete,
            Compared = result.IsComparison,
            Live = CleanLive(),
            ExitCode = exitCode,
            Error = result.Unreadable.Count > 0 ? Clean(string.Join("; ", result.Unreadable)) : null,
            Unreadable = result.Unreadable.Count > 0 ? [.. result.Unreadable.Select(Clean)] : null,
            Summary = SummaryOf(result),
            Findings = findings,
            Tasks = [.. result.Tasks.Select(Of)],
            Try = result.Trial is { } trial
                ? new TryBuilder(Clean, LocationOf, about => ofTrial.TryGetValue(about, out var position) ? position : null, pricePerCall).Of(trial)
                : null,
            Rules = findings.Count == 0 ? null
                : [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)
                    .Select(rule => new ReportRule(rule.Id, rule.Title, rule.DefaultSeverity, rule.PageUnder(publicAddress)))],
        };
    }

    private static ReportSummary SummaryOf(RunResult result) => new()
    {
        Tasks = result.DeclaredTasks,
        InSync = result.Count(SyncStatus.InSync),
        Drifted = result.Count(SyncStatus.Drifted),
        Pending = result.Count(SyncStatus.Pending),
        Conflict = result.Count(SyncStatus.Conflict),
        Missing = result.Count(SyncStatus.Missing),
        Unmanaged = result.Count(SyncStatus.Unmanaged),
        LiveTasks = result.LiveTasks,
        Undetermined = result.Count(SyncStatus.Undetermined),
        Errors = result.Count(Severity.Error),
        Warnings = result.Count(Severity.Warning),
        Suggestions = result.Count(Severity.Suggestion),
        Silent = result.Count(Severity.Silent),
        Suppressed = result.Suppressed,
    };

    private ReportFinding Of(Finding finding) => new(new ReportDetails(this, finding))
    {
        Rule = finding.Rule.Id,
        Severity = finding.Severity,
        Message = Clean(finding.Message),
        Task = finding.Task is { } task ? Clean(LongName.Of(task)) : null,
        Path = CleanOrNull(finding.Path?.ToString()),
        Location = LocationOf(finding.Place),
        Related = finding.Related.Count > 0 ? [.. finding.Related.Select(LocationOf).OfType<ReportLocation>()] : null,
        Example = CleanOrNull(finding.Example),
        Fixable = finding.Proposed is not null ? true : null,
        SharedPlace = finding.NamesTask ? true : null,
        Breaks = finding.Breaks?.Id,
        Suppressed = finding.IsSuppressed,
        Suppression = finding.Accepted is { } how ? new ReportSuppression(how.Kind, CleanOrNull(how.Reason), CleanOrNull(how.Until)) : null,
        HelpUri = finding.Rule.PageUnder(publicAddress),
    };

    private ReportLocation? LocationOf(Place place)
    {
        if (!place.IsKnown)
            return null;
        var (start, end) = (place.StartPosition, place.EndPosition);
        return new ReportLocation(Clean(place.File!.Path), start.Line, start.Column, end.Line, end.Column);
    }

    /// <summary>The edits of a fix; null if there is none to show: what the report may not hold is not written into a file either.</summary>
    internal ReportFix? FixOf(ProposedFix? fix) =>
        fix?.Edits is { } edits && edits.All(edit => edit.Place.IsKnown && Clean(edit.NewText) == edit.NewText)
            ? new ReportFix(Clean(fix.Title), [.. edits.Select(edit => new ReportEdit(LocationOf(edit.Place)!, edit.NewText))])
            : null;

    /// <summary>The line that a place is on, or the part of it around the place; null if it cannot be shown.</summary>
    internal ReportSource? SourceOf(Place place)
    {
        if (!place.IsKnown)
            return null;
        var (start, end) = (place.StartPosition, place.EndPosition);
        // Of a file on one line, each finding would copy all of it.
        var line = place.File!.LineAround(start, LongestSource, out var column);
        // A line that holds the key is not shown at all: when it is cut or coloured, a part of the key would be left.
        if (string.IsNullOrWhiteSpace(line) || HoldsSecret(place.File, start.Line))
            return null;
        var from = Math.Min(column, line.Length);
        var to = end.Line == start.Line ? Math.Min(from + end.Column - start.Column, line.Length) : line.Length;
        var cut = line.Length > LongestSource / 2 && from > SourceBefore ? from - SourceBefore : 0;
        if (cut > 0 && char.IsLowSurrogate(line[cut]))
            cut--;
        var last = Math.Min(line.Length, cut + LongestSource);
        if (last < line.Length && char.IsHighSurrogate(line[last - 1]))
            last--;
        return new ReportSource(line[cut..last], from - cut, Math.Min(to, last) - from, cut > 0 ? true : null);
    }

    private bool HoldsSecret(SourceFile file, int line)
    {
        if (secret is null)
            return false;
        if (!secretLines.TryGetValue((file, line), out var holds))
            secretLines.Add((file, line), holds = file.LineAt(line) is var text && secret.StrikeOut(text) != text);
        return holds;
    }

    private ReportTask Of(TaskResult result) => new()
    {
        Name = result.Task.ShownName is { } name ? Clean(LongName.Of(name)) : null,
        Id = CleanOrNull(IdOf(result)),
        Project = NameOf(result.Task.Project),
        Dataset = NameOf(result.Task.Dataset),
        Status = result.Status,
        Reason = CleanOrNull(result.Reason),
        SharedReason = result.IsReasonShared ? true : null,
        Finding = statuses.TryGetValue((result.Task.Place, result.Task.Label), out var position)
            && result is { Status: SyncStatus.Missing } or { Status: SyncStatus.Unmanaged, IsRemoved: false }
            ? position
            : null,
        UpdatedAt = result.Updated is { } updated ? Instants.Of(updated) : null,
        // Where it was at the base, there may be something else now.
        Location = result.IsRemoved ? null : LocationOf(result.Task.Place),
        Changes = [.. result.Changes.Select(change => Of(change, result))],
        Update = UpdateOf(result),
    };

    private string? NameOf(Reference reference)
    {
        var field = reference.ByName.IsGiven ? reference.ByName : reference.ById;
        return field.ShownText is { } name ? Clean(LongName.Of(name)) : null;
    }

    // The live ID is the value of the variable that is declared.
    private static string? IdOf(TaskResult result) =>
        result.Task[TaskFields.Id].Node is ScalarNode { IsFilled: true } filled ? filled.ShownText : result.LiveId ?? result.Task.ShownId;

    private ReportUpdate? UpdateOf(TaskResult result)
    {
        if (result.Update is not { } update || IdOf(result) is not { } id)
            return null;
        var made = UpdateCommands.Of(update, id, live?.Address, namesVariable: id != result.LiveId);
        var isClean = new[] { made.Path, made.Curl, made.Ax }.All(text => text is null || Clean(text) == text);
        return made with
        {
            Path = Clean(made.Path),
            Body = isClean ? made.Body : null,
            Curl = isClean ? made.Curl : null,
            Ax = isClean ? made.Ax : null,
            Unrestorable = isClean ? CleanOrNull(made.Unrestorable) : ["the update has the API key in it, so it is not shown"],
            Notes = CleanOrNull(made.Notes),
        };
    }

    private ReportLive? CleanLive() => live is null ? null : live with
    {
        Address = CleanOrNull(live.Address),
        Spaces = CleanOrNull(live.Spaces),
        Saved = CleanOrNull(live.Saved),
        Since = CleanOrNull(live.Since),
    };

    private ReportChange Of(Change change, TaskResult task)
    {
        var isCode = task.Task.Document is { IsCode: true };
        var isOpen = change.IgnoredBy is null && change.Status != ChangeStatus.Pending;
        var (declared, live) = ValueText.Both(change);
        var (path, shown) = (change.Path.ToString(), change.Path.ToDisplay());
        return new ReportChange
        {
            Path = Clean(path),
            DisplayPath = shown == path ? null : Clean(shown),
            Declared = ValueOf(change.Declared, change.ValueKind),
            Live = ValueOf(change.Live, change.ValueKind),
            Status = change.Status,
            Base = ValueOf(change.Base, change.ValueKind),
            BaseText = change.Base is null or ScalarNode { IsNull: true } ? null : Clean(ValueText.Of(change.Base, change.ValueKind)),
            DeclaredText = Clean(declared),
            LiveText = Clean(live),
            Kind = change.Kind,
            RequiresRecreate = change.NeedsRecreate,
            Ignored = change.IgnoredBy is not null,
            IgnoredBy = change.IgnoredBy is { } entry
                ? new ReportIgnore(CleanOrNull(entry.Reason), CleanOrNull(entry.Owner), CleanOrNull(entry.ShownUntil))
                : null,
            Terms = change.Terms is { Count: > 0 } terms
                ? [.. terms.Select(term => new ReportTerm(term.Kind, CleanOrNull(term.Declared), CleanOrNull(term.Live)))]
                : null,
            Explanation = CleanOrNull(change.Explanation),
            Consequence = Consequence.Of(change, task.Calls, pricePerCall),
            Edit = isOpen ? Clean(DeclarationEdit.Of(change, isCode)) : null,
            Accept = isOpen ? Clean(DeclarationEdit.Accepting(change, isCode)) : null,
            Finding = positions.TryGetValue(change, out var position) ? position : null,
            Location = LocationOf(change.Place),
        };
    }

    private JsonElement? ValueOf(Node? value, ValueKind kind)
    {
        if (value is null or ScalarNode { IsNull: true })
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            JsonValues.Write(writer, value, kind, Clean);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = ReportJson.MaximumDepth });
        return document.RootElement.Clone();
    }

    private string Clean(string text) => secret is null ? text : secret.StrikeOut(text);

    private string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    private IReadOnlyList<string>? CleanOrNull(IReadOnlyList<string>? texts) => texts is null ? null : [.. texts.Select(Clean)];
}
