using System.Globalization;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The part of the text report that tells what tasks would judge.</summary>
internal sealed class TrySection
{
    private const int MostNameColumns = 44;
    private const int CountColumns = 22;
    private const int Indent = 4;

    private readonly Report report;
    private readonly ReportTry tried;
    private readonly Palette palette;
    private readonly HashSet<int> positions;
    private readonly int columns;

    internal TrySection(Report report, ReportTry tried, Palette palette)
    {
        (this.report, this.tried, this.palette) = (report, tried, palette);
        positions = [.. tried.Tasks.SelectMany(task => task.Evaluators.Select(one => one.Finding).Append(task.Finding)).OfType<int>()];
        columns = tried.Tasks.Count == 0 ? 0 : Math.Min(MostNameColumns, tried.Tasks.Max(task => TerminalText.Width(NameOf(task))));
    }

    /// <summary>Whether a finding is shown here, by its position.</summary>
    internal bool Has(int finding) => positions.Contains(finding);

    /// <summary>How many tasks there are of each status.</summary>
    internal static IEnumerable<string> Counts(ReportTry tried) => tried.Tasks.GroupBy(task => task.Status).OrderBy(group => group.Key)
        .Select(group => $"{Counted.Number(group.Count())} {WordOf(group.Key, group.Count())}");

    /// <summary>Writes the section.</summary>
    internal void Write(TextWriter output, RenderOptions options)
    {
        if (!options.IsQuiet)
        {
            foreach (var sample in tried.Samples)
                output.Write($"{palette.Faint(Line(sample))}\n");
            if (tried.Filtered == true)
                output.Write($"{palette.Faint("exported with a filter, so that findings are warnings at most")}\n");
            output.Write('\n');
        }

        foreach (var task in tried.Tasks.Where(task => !options.IsQuiet || task.Status is not (TrialStatus.Judges or TrialStatus.NotTried)))
            Write(task, output, options);
    }

    /// <summary>The word of a status.</summary>
    internal static string WordOf(TrialStatus status, int count = 1) => status switch
    {
        TrialStatus.Judges => count == 1 ? "judges" : "judge",
        TrialStatus.Drops => count == 1 ? "drops spans" : "drop spans",
        TrialStatus.JudgesNothing => count == 1 ? "judges nothing" : "judge nothing",
        TrialStatus.SelectsNothing => count == 1 ? "selects nothing" : "select nothing",
        TrialStatus.Undetermined => "undetermined",
        _ => "not tried",
    };

    private string Line(ReportSample sample)
    {
        var unit = sample.Kind == "spans" ? sample.Rows == 1 ? "span" : "spans" : sample.Rows == 1 ? "row" : "rows";
        var times = tried.Tasks.Where(task => task.From is not null && task.Unit == "spans" == (sample.Kind == "spans")).ToList();
        var period = tried.Samples.Count == 1 ? Instants.Period(times.Min(task => task.From), times.Max(task => task.To)) : null;
        var time = period is null ? "" : $" of {period}";
        var project = sample.Project is { } name ? $" of the project {TerminalText.Escape(name)}" : "";
        var cut = sample.HasMore is true ? ", which says that there are more (has_more): the sample is cut short"
            : sample.Limit is null ? ""
            : ", as many as an export writes without --all: the sample may be cut short";
        return $"sample: {TerminalText.Escape(sample.File)}, {Number(sample.Rows)} {unit}{project}{time}{cut}{Notes(sample)}";
    }

    private static string Notes(ReportSample sample)
    {
        static string Spans(long count) => $"{Number(count)} {(count == 1 ? "span" : "spans")}";
        var repeated = sample.Repeated is { } twice ? $"; {Spans(twice)} given twice {(twice == 1 ? "is" : "are")} counted once" : "";
        var odd = sample.OddTimes is { } times ? $"; without the time of {Spans(times)}, before 2015 or in the future" : "";
        return repeated + odd;
    }

    private void Write(ReportTrial task, TextWriter output, RenderOptions options)
    {
        var name = TerminalText.Pad(TerminalText.Shorten(NameOf(task), Math.Max(columns, 1)), columns);
        var isShort = task.Status is TrialStatus.Judges && !options.ShowsSuppressed && task.InDoubt is null
            && task.Evaluators.All(one => one.InDoubt is null && one.Filter is null);
        var place = task.Location is { } location ? PlaceText.Of(location) : "";
        var sign = SignOf(task);
        if (isShort)
        {
            output.Write($"{palette.Green(sign)} {palette.Bold(name)}  {Summary(task)}\n");
            return;
        }

        var painted = sign switch
        {
            "✗" => palette.Red(sign),
            "✓" => palette.Green(sign),
            _ => palette.Yellow(sign),
        };
        if (task.Status == TrialStatus.NotTried)
        {
            output.Write($"{painted} {palette.Bold(name)}  not tried: {TerminalText.Escape(task.Reason ?? "")}\n");
            return;
        }

        output.Write($"{painted} {palette.Bold(name)}  {palette.Faint(place)}\n");
        if (task.Status == TrialStatus.Undetermined && task.Reason is { } reason)
            output.Write($"{Blanks(Indent)}undetermined: {TerminalText.Escape(reason)}{Note(task.Finding, task, task.Lowered)}\n");
        WriteFilters(task, output);
        foreach (var one in task.Evaluators)
            Write(one, task, output);
        if (Calls(task) is { } calls)
            output.Write($"{Blanks(Indent)}{calls}\n");
    }

    // On the line of a task that judges what it selects.
    private static string Summary(ReportTrial task)
    {
        var judged = task.Evaluators.Count switch
        {
            0 => "",
            1 => $", {Number(task.Evaluators[0].Judged)}{UnitBehind(task.Evaluators[0])} judged{OutsideOf(task.Evaluators[0])}",
            _ => $"; judged: {string.Join(", ", task.Evaluators.Select(JudgedBy))}",
        };
        var calls = Calls(task) is { } text ? $"; {text}" : "";
        return $"{Number(task.Selected)} of {Number(task.Rows)}{judged}{calls}{WasAt(task)}";
    }

    private static string JudgedBy(ReportTrialEvaluator one) => $"{TerminalText.Escape(one.Name)} {Number(one.Judged)}{UnitBehind(one)}";

    private static string UnitBehind(ReportTrialEvaluator one) => one.Unit switch
    {
        TrialUnit.Trace => one.Judged == 1 ? " trace" : " traces",
        TrialUnit.Session => one.Judged == 1 ? " session" : " sessions",
        _ => "",
    };

    private static string WasAt(ReportTrial task) =>
        task.SelectedAtBase is { } before && (before != task.Selected || task.InDoubt is not null)
            ? $"     selects {Range(task.Selected, task.InDoubt)}, was {Number(before)} at the base"
            : "";

    private void WriteFilters(ReportTrial task, TextWriter output)
    {
        var unit = task.Rows == 1 ? task.Unit.TrimEnd('s') : task.Unit;
        if (task.Rows > 0)
        {
            var count = $"{Range(task.Selected, task.InDoubt)} of {Number(task.Rows)} {unit}";
            var text = task.Filter is { } filter ? TerminalText.Escape(filter.Text)
                : task.Expression is { } joined ? $"in one of its filters, which {TerminalText.Escape(joined)} joins"
                : "no filter";
            var line = $"{Blanks(Indent)}filter   {TerminalText.Pad(count, CountColumns)}    {text}{WasAt(task)}";
            output.Write($"{line.TrimEnd()}{(task.Status == TrialStatus.Undetermined ? "" : Note(task.Finding, task, task.Lowered))}\n");
        }

        if (task.Filter is { } own && task.Rows > 0)
            WriteTerms(own, Indent + 2, output);
        foreach (var named in task.Filters ?? [])
        {
            var letter = TerminalText.Escape(named.Letter ?? "?");
            output.Write($"{Blanks(Indent + 2)}{Range(named.Selected, named.InDoubt),10}  {letter}: {TerminalText.Escape(named.Text)}\n");
            WriteTerms(named, Indent + 4, output);
        }
    }

    private void WriteTerms(ReportTrialFilter filter, int indent, TextWriter output)
    {
        foreach (var term in filter.Terms ?? [])
            output.Write($"{Blanks(indent)}{(term.Rows is { } rows ? Number(rows) : "?"),10}  {TerminalText.Escape(term.Text)}\n");
        foreach (var note in filter.Notes ?? [])
            output.Write($"{Blanks(indent + 12)}{palette.Faint(TerminalText.Escape(note))}\n");
    }

    // A session's evaluator is meant for sessions: spans in none are told, and are no finding.
    private static string OutsideOf(ReportTrialEvaluator one) =>
        (one.JudgedBySession is { } sessions
            ? $" if it judges traces, or {Number(sessions)} {(sessions == 1 ? "session" : "sessions")} if sessions, "
                + "which is not known without the live side"
            : "")
        + (one.Ungrouped is not { } outside ? "" : $"; {Number(outside)} selected {(outside == 1 ? "span is" : "spans are")} in none");

    private void Write(ReportTrialEvaluator one, ReportTrial task, TextWriter output)
    {
        var name = TerminalText.Pad(TerminalText.Shorten(TerminalText.Escape(one.Name), 34), 34);
        var units = one.Unit switch
        {
            TrialUnit.Trace => " traces",
            TrialUnit.Session => " sessions",
            _ => "",
        };
        var head = one.Reason is { } reason ? $"undetermined: {TerminalText.Escape(reason)}"
            : one.Rows == 0 ? "nothing reaches it"
            : $"{JudgedOf(one)}{units} would be judged{OutsideOf(one)}";
        output.Write($"{Blanks(Indent)}{name} {head}{Note(one.Finding, task, one.Lowered)}\n");
        if (one.Filter is { } filter)
        {
            var of = TerminalText.Pad($"{Range(filter.Selected, filter.InDoubt)} of {Number(filter.Rows)} {task.Unit}", CountColumns);
            output.Write($"{Blanks(Indent + 2)}filter   {of}  {TerminalText.Escape(filter.Text)}\n");
            WriteTerms(filter, Indent + 4, output);
        }

        if (one.Variables.Count == 0 || one.Reason is not null)
            return;
        var names = Math.Min(24, one.Variables.Max(variable => TerminalText.Width(TerminalText.Escape(variable.Name))));
        foreach (var variable in one.Variables)
        {
            var label = TerminalText.Pad(TerminalText.Shorten(TerminalText.Escape(variable.Name), names), names);
            var count = variable.Rows is { } rows ? $"{Number(rows).PadLeft(Number(one.Rows).Length)} of {Number(one.Rows)}" : "not known";
            var path = variable.Path is { } mapped ? TerminalText.Escape(mapped) : "(no mapping)";
            path += variable.Empty is { } empty ? $"     {Number(empty)} empty" : "";
            var fitting = variable.Fitting?.Select(column => $"{TerminalText.Escape(column.Name)} ({Number(column.Rows)})");
            var behind = fitting is null ? "" : $"     on these {task.Unit}: {string.Join(", ", fitting)}";
            var counted = TerminalText.Pad(count, Math.Max(1, CountColumns + 8 - names));
            output.Write($"{Blanks(Indent + 2)}{label}   {counted}{path}{palette.Faint(behind)}\n");
        }
    }

    // What the sample stands for, and a day.
    private static string? Calls(ReportTrial task)
    {
        if (task.WithoutRate is true && task.Status is TrialStatus.Judges or TrialStatus.Drops)
            return "sampling_rate is not declared, so that the number of judge calls is not known";
        if (task.Calls is not { } calls || task.Status == TrialStatus.Undetermined)
            return null;
        var rate = task.SamplingRate is { } share ? RateOf(share) : null;
        if (calls == 0)
            return rate is null ? "nothing is judged" : $"at sampling_rate {rate}: nothing is judged";
        var day = task.CallsPerDay is { } perDay
            ? $", and {(perDay is > 0 and < 1 ? "fewer than 1 judge call" : $"{CallRate.Rounded(perDay)} judge calls")} a day{PriceOf(task)}"
                + $", by {Number(task.Rows)} {task.Unit} of {Instants.Period(task.From, task.To)}"
            : "";
        return rate is null && day.Length == 0 ? null
            : $"{Estimated(calls)}{(rate is null ? "" : $" at sampling_rate {rate}")}{day}";
    }

    private static string RateOf(double share) =>
        share.ToString(share is > 0 and < 1e-6 ? "R" : "0.######", CultureInfo.InvariantCulture);

    private static string PriceOf(ReportTrial task) => task.PricePerDay switch
    {
        null => "",
        > 0 and < 0.1 => " for less than 0.1",
        var price => $" for {CallRate.Rounded(price.Value)}",
    };

    // Something is expected, if little: 0 would say that nothing is.
    private static string Estimated(double number) => number is > 0 and < 1 ? "fewer than 1" : $"about {CallRate.Rounded(number)}";

    private string SignOf(ReportTrial task) => task.Status switch
    {
        TrialStatus.Judges => "✓",
        TrialStatus.Undetermined => "?",
        TrialStatus.NotTried => "-",
        _ => task.Evaluators.Select(one => one.Finding).Append(task.Finding).OfType<int>()
            .Any(finding => report.Findings[finding] is { Severity: Severity.Error, Suppressed: false }) ? "✗" : "!",
    };

    private string Note(int? finding, ReportTrial task, string? lowered)
    {
        if (finding is not { } position)
            return "";
        var one = report.Findings[position];
        var severity = one.Severity == Severity.Error ? "" : Words.Of(one.Severity) + " ";
        var place = one.Location is { } location ? $" at {DriftSection.Short(location, task.Location)}" : "";
        var suppressed = !one.Suppressed ? ""
            : one.Suppression?.Reason is { } reason ? $", suppressed: {TerminalText.Escape(reason)}"
            : ", suppressed";
        var why = lowered is not null && one.Severity == Severity.Warning ? $", as {TerminalText.Escape(lowered)}" : "";
        return "     " + palette.Faint($"{severity}{TerminalText.Escape(one.Rule)}{place}{why}{suppressed}");
    }

    /// <summary>A number that is known, or the least and the most that it may be.</summary>
    /// <param name="least">What is certain of it.</param>
    /// <param name="more">What else may be; null for nothing.</param>
    internal static string Range(long least, long? more) => more is > 0 ? $"{Number(least)} to {Number(least + more.Value)}" : Number(least);

    /// <summary>How many of what reaches an evaluator it would judge.</summary>
    internal static string JudgedOf(ReportTrialEvaluator one) =>
        $"{Range(one.Judged, one.JudgedInDoubt)} of {Range(one.Rows - (one.InDoubt ?? 0), one.InDoubt)}";

    private static string NameOf(ReportTrial task) => TerminalText.Escape(task.Name ?? task.Id ?? "(no name)");

    private static string Blanks(int count) => new(' ', count);

    private static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
