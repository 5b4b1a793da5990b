using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Engine.Inputs.CSharp;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>Writes what a team accepts into its declarations.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class AcceptRun(Workspace workspace)
{
    /// <summary>Accepts drift of a task: at a path, or all that there is.</summary>
    /// <returns>What was written, a line for each.</returns>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read or written.</exception>
    internal async Task<IReadOnlyList<string>> AcceptDriftAsync(AcceptRequest request, CancellationToken cancellation)
    {
        if (request.Path is { } given && AcceptedText.PathProblem(given) is { } problem)
            throw new UsageException($"no drift has the path '{given}': {problem}");
        Declarations declared;
        TaskDeclaration task;
        IReadOnlyList<IgnoreEntry> entries;
        if (request.Path is { } path)
        {
            declared = await ReadAsync(request, cancellation).ConfigureAwait(false);
            task = TaskOf(declared, request.Subject);
            entries = [EntryOf(request, path)];
        }
        else
        {
            var compared = await LiveComparison.ReadAsync(workspace, request, request.Live, cancellation).ConfigureAwait(false);
            declared = compared.Declared;
            task = TaskOf(declared, request.Subject);
            var result = compared.Tasks.First(one => ReferenceEquals(one.Task, task));
            entries = [.. result.Changes.Where(change => change.IgnoredBy is null).Select(change => EntryOf(request, change.Path.ToString()))];
            if (entries.Count == 0)
            {
                throw new UsageException(result.Status == SyncStatus.InSync
                    ? $"'{task.Label}' has no drift that counts, so there is nothing to accept"
                    : $"'{task.Label}' cannot be compared: {result.Reason}");
            }
        }

        if (declared.Severities.IsLocked(Drift.Rule))
            throw new UsageException($"{Drift.Rule.Id} is locked by the settings, so drift cannot be accepted");
        var inForce = IgnoreEntry.Of(task).Where(entry => entry.IsInForce(workspace.Today)).ToLookup(entry => entry.Path, StringComparer.Ordinal);
        entries = [.. entries.Where(entry => !inForce.Contains(entry.Path))];
        if (entries.Count == 0)
            throw new UsageException($"'{task.Label}' accepts that already");
        var file = task.View.Node.Place.File?.Path ?? "";
        if (CSharpInputs.Has(file))
        {
            throw new UsageException([
                $"'{task.Label}' is declared in C#, which is changed by hand; call at {task.Place.Text}:",
                .. entries.Select(CallOf),
            ]);
        }

        var edited = EditedFile.Read(workspace, file);
        var position = declared.Tasks.Where(one => one.View.Node.Place.File?.Path == file).ToList().FindIndex(one => ReferenceEquals(one, task));
        var text = new AcceptedText(EditedFile.Reader(workspace)).WithEntries(edited.Source, position, entries)
            ?? throw new UsageException($"'{workspace.Call(edited.Path)}' cannot be changed there without a change of something else; write by hand: "
                + $"ignore: [{string.Join(", ", entries.Select(EntryText))}]");
        edited.Write(workspace, text);
        var shown = workspace.Call(edited.Path);
        return [.. entries.Select(entry => workspace.Shown($"{shown}: '{task.Label}' accepts drift of {entry.Path}{Until(request)}"))];
    }

    /// <summary>Accepts the findings of a rule on a line.</summary>
    /// <returns>What was written, a line for each.</returns>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read or written.</exception>
    internal async Task<IReadOnlyList<string>> AcceptFindingAsync(AcceptRequest request, Rule rule, CancellationToken cancellation)
    {
        var (path, line) = PlaceOf(request.Path!);
        if (CSharpInputs.Has(path))
            throw new UsageException($"'{path}' is C#, which is changed by hand; suppress with #pragma warning disable {rule.Id}");
        if (rule.Traits.IsAlwaysTold)
            throw new UsageException($"{rule.Id} cannot be accepted: what could not be determined may be drift");
        if (rule.Traits.NeedsSample)
        {
            throw new UsageException($"{rule.Id} is found on a sample, which this command does not read; put the comment "
                + $"'# tasklint disable-next-line {rule.Id} -- reason' above the line that 'tasklint try' names");
        }

        if (rule == Drift.Rule)
            throw new UsageException("drift is accepted by the task and the path: tasklint accept TASK PATH --reason TEXT");
        var only = request with { Paths = [path] };
        var (declared, found) = await FindingsAsync(only, rule, cancellation).ConfigureAwait(false);
        if (declared.Severities.IsLocked(rule))
            throw new UsageException($"{rule.Id} is locked by the settings, so it cannot be accepted");
        var edited = EditedFile.Read(workspace, path);
        var shown = workspace.Call(edited.Path);
        var at = string.Create(CultureInfo.InvariantCulture, $"{shown}:{line}");
        if (!found.Any(IsThere))
        {
            var command = rule.Traits.NeedsLive ? "check" : "lint";
            throw new UsageException($"{rule.Id} reports nothing at {at}; 'tasklint {command} {shown}' shows where it does");
        }

        if (declared.Suppressions.Any(one =>
            one.RuleId == rule.Id && one.IsInForce(workspace.Today) && one.FirstLine <= line && line <= one.LastLine))
        {
            throw new UsageException($"{rule.Id} is accepted at {at} already");
        }

        var text = new AcceptedText(EditedFile.Reader(workspace)).WithComment(edited.Source, line, rule, request.Reason!, request.Until)
            ?? throw new UsageException($"no comment can stand at {at}; in YAML, put '# tasklint disable {rule.Id} -- reason' above the key "
                + $"and '# tasklint enable {rule.Id}' below the value, or accept it with a baseline");
        edited.Write(workspace, text);
        return [workspace.Shown($"{at}: {rule.Id} is accepted{Until(request)}")];

        bool IsThere(Finding finding) => finding.Rule == rule && finding.Place.IsKnown && finding.Place.StartPosition.Line == line;
    }

    /// <summary>All that is accepted, by its owner and its end.</summary>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    internal async Task<IReadOnlyList<AcceptedEntry>> ListAsync(AcceptRequest request, CancellationToken cancellation)
    {
        var declared = await ReadAsync(request, cancellation).ConfigureAwait(false);
        if (Unread(declared) is { Count: > 0 } unread)
            throw new UsageException(unread);
        var entries = declared.Tasks.SelectMany(task => IgnoreEntry.Of(task).Select(entry => Of(entry, $"{task.Label}: {entry.ShownPath}")))
            .Concat(declared.Settings.Ignore.All.Select(entry => Of(entry, $"all tasks that it names: {entry.ShownPath}")))
            .Concat(declared.Settings.Unmanaged.All.Select(entry => new AcceptedEntry(
                entry.Owner, entry.ShownUntil, entry.Place.Text, $"not declared: {entry.What}", entry.Reason, !entry.IsInForce(workspace.Today))))
            .Concat(declared.Suppressions.Select(one => new AcceptedEntry(
                null,
                one.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                one.Place.IsKnown ? one.Place.Text : $"{one.File}:{one.FirstLine.ToString(CultureInfo.InvariantCulture)}",
                one.RuleId ?? "all rules",
                one.Reason,
                !one.IsInForce(workspace.Today))));
        return
        [
            .. entries.Distinct().Select(Cleaned)
                .OrderBy(entry => entry.Owner is null).ThenBy(entry => entry.Owner, StringComparer.Ordinal)
                .ThenBy(entry => entry.Until is null).ThenBy(entry => entry.Until, StringComparer.Ordinal)
                .ThenBy(entry => entry.Place[..Math.Max(0, entry.Place.IndexOf(':', StringComparison.Ordinal))], StringComparer.Ordinal)
                .ThenBy(entry => entry.Place.Length).ThenBy(entry => entry.Place, StringComparer.Ordinal),
        ];

        AcceptedEntry Of(IgnoreEntry entry, string what) =>
            new(entry.Owner, entry.ShownUntil, entry.Place.Text, what, entry.Reason, !entry.IsInForce(workspace.Today));
        AcceptedEntry Cleaned(AcceptedEntry entry) => entry with
        {
            Owner = entry.Owner is { } owner ? workspace.Shown(owner) : null,
            What = workspace.Shown(entry.What),
            Reason = entry.Reason is { } reason ? workspace.Shown(reason) : null,
        };
    }

    private static IgnoreEntry EntryOf(AcceptRequest request, string path) => new(path, request.Reason, request.Owner, request.Until);

    private static string Until(AcceptRequest request) =>
        request.Until is { } day ? $" until {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";

    private Task<Declarations> ReadAsync(AcceptRequest request, CancellationToken cancellation) =>
        DeclarationFiles.Find(workspace, request).ReadAsync(workspace, request, keepsTasks: true, cancellation);

    // What needs the live task is found by a comparison.
    private async Task<(Declarations Declared, IReadOnlyList<Finding> Findings)> FindingsAsync(
        AcceptRequest request, Rule rule, CancellationToken cancellation)
    {
        if (!rule.Traits.NeedsLive)
        {
            var declared = await ReadAsync(request, cancellation).ConfigureAwait(false);
            return (declared, declared.Findings);
        }

        var compare = new BaselineRequest
        {
            Paths = request.Paths,
            Config = request.Config,
            Space = request.Space,
            MayRunCode = request.MayRunCode,
            Compares = true,
            Live = request.Live,
        };
        var (all, result) = await new Session(workspace).JudgeAsync(compare, cancellation).ConfigureAwait(false);
        return (all, result.Findings);
    }

    private static string EntryText(IgnoreEntry entry)
    {
        static string Text(string text) => Quoted(VariableText.Escape(text));
        return $"{{ path: {Text(entry.Path)}, reason: {Text(entry.Reason!)}"
            + (entry.Owner is { } owner ? $", owner: {Text(owner)}" : "") + (entry.ShownUntil is { } until ? $", until: {until}" : "") + " }";
    }

    /// <summary>The call of a builder that accepts drift.</summary>
    internal static string CallOf(IgnoreEntry entry) => $"  .IgnoreDrift({Quoted(entry.Path)}, {Quoted(entry.Reason!)}"
        + (entry.ShownUntil is { } until ? $", until: {Quoted(until)}" : "")
        + (entry.Owner is { } owner ? $", owner: {Quoted(owner)}" : "") + ")";

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private TaskDeclaration TaskOf(Declarations declared, string subject)
    {
        if (declared.Unreadable.Count > 0)
            throw new UsageException(declared.Unreadable);
        var named = declared.Tasks.Where(task => task.Id == subject).ToList();
        if (named.Count == 0)
            named = [.. declared.Tasks.Where(task => task.Name == subject)];
        return named.Count switch
        {
            1 => named[0],
            0 => throw new UsageException($"no task is declared as '{workspace.Shown(subject)}'"
                + (NearestName.Of(subject, declared.Tasks.Select(task => task.Name).OfType<string>()) is { } nearest
                    ? $"; did you mean '{nearest}'"
                    : "") + string.Concat(Unread(declared).Take(1).Select(one => $"; not all declarations can be read: {one}"))),
            _ => throw new UsageException($"'{workspace.Shown(subject)}' is declared {named.Count.ToString(CultureInfo.InvariantCulture)} times: "
                + $"{string.Join(", ", named.Select(task => task.Place.Text))}; give the task's ID"),
        };
    }

    // What cannot be read may declare and accept anything.
    private static IReadOnlyList<string> Unread(Declarations declared) =>
    [
        .. declared.Unreadable,
        .. declared.Findings.Where(finding => finding.LosesDeclarations)
            .Select(finding => $"{finding.Place.Text}: {finding.Rule.Id}: {finding.Message}"),
    ];

    private static (string File, int Line) PlaceOf(string text)
    {
        var colon = text.LastIndexOf(':');
        // file:line:column, as results have it.
        if (colon > 0 && text.LastIndexOf(':', colon - 1) is > 0 and var before && int.TryParse(text[(before + 1)..colon], out var first)
            && int.TryParse(text[(colon + 1)..], out _))
        {
            return (text[..before], first);
        }

        return colon > 0 && int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? (text[..colon], line)
            : throw new UsageException($"'{text}' is not a place; give FILE:LINE, as results have it");
    }
}

/// <summary>Something that a team accepts.</summary>
/// <param name="Owner">Who answers for it; null where nobody is named.</param>
/// <param name="Until">The last day, in UTC; null forever.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="What">What is accepted.</param>
/// <param name="Reason">Why; null where nothing is said.</param>
/// <param name="IsOver">Whether it counts no more.</param>
internal sealed record AcceptedEntry(string? Owner, string? Until, string Place, string What, string? Reason, bool IsOver);
