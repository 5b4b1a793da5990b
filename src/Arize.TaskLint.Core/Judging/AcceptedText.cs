using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Fixes.Yaml;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Writes what a team accepts into a declaration in YAML, and keeps the rest of the text.</summary>
/// <param name="reader">Reads the text, with the variables of the run.</param>
public sealed class AcceptedText(DeclarationReader reader)
{
    /// <summary>Why no drift can have a path, as the rest of a message; null where one can.</summary>
    public static string? PathProblem(string path) => IgnorePath.ProblemOf(path);

    /// <summary>
    /// The text with further entries of <c>ignore</c> in a task; null where they cannot be written without a change of something else.
    /// </summary>
    /// <param name="file">The text.</param>
    /// <param name="task">The position of the task in the text.</param>
    public string? WithEntries(SourceFile file, int task, IReadOnlyList<IgnoreEntry> entries)
    {
        if (entries is null)
            throw new ArgumentNullException(nameof(entries));
        var now = file ?? throw new ArgumentNullException(nameof(file));
        foreach (var entry in entries)
        {
            var document = reader.Read(now);
            if (task >= document.Tasks.Count || FixOf(document.Tasks[task], entry) is not { } fix)
                return null;
            var before = IgnoreEntry.Of(document.Tasks[task]).Count();
            now = new SourceFile(now.Path, new YamlFixWriter(now, [fix]).Apply(out var count));
            if (count == 0 || reader.Read(now) is not { } after || after.Tasks.Count != document.Tasks.Count)
                return null;
            var written = IgnoreEntry.Of(after.Tasks[task]).ToList();
            bool IsIt(IgnoreEntry one) => one.Path == entry.Path && one.Reason == entry.Reason && one.Until == entry.Until;
            if (written.Count != before + 1 || !written.Exists(IsIt))
                return null;
        }

        return now.Text;
    }

    /// <summary>
    /// The text with a comment that suppresses a rule on a line, above the line or at its end; null where no comment can stand there.
    /// </summary>
    /// <param name="file">The text.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="reason">Why, in one line.</param>
    /// <param name="until">The last day on which it counts, in UTC; null forever.</param>
    public string? WithComment(SourceFile file, int line, Rule rule, string reason, DateTime? until)
    {
        if (file is null)
            throw new ArgumentNullException(nameof(file));
        if (rule is null)
            throw new ArgumentNullException(nameof(rule));
        // A comment would make something else of JSON.
        if (ApiAnswer.IsJson(file))
            return null;
        var lines = new SourceLines(file.Text);
        var start = 0;
        for (var i = 1; i < line && start < file.Text.Length; i++)
            start = lines.After(start);
        var last = until is { } day ? $" until {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        var indent = file.Text.Substring(start, lines.SkipBlanks(start) - start);
        var end = lines.EndOf(start);
        var above = new TextEdit(new Place(file, start, start), $"{indent}# tasklint disable-next-line {rule.Id}{last} -- {reason}{lines.Break}");
        var behind = new TextEdit(new Place(file, end, end), $"  # tasklint disable-line {rule.Id}{last} -- {reason}");
        return Accepted(file, above, line + 1, rule) ?? Accepted(file, behind, line, rule);
    }

    // A comment in a text or in another comment is none.
    private string? Accepted(SourceFile file, TextEdit edit, int line, Rule rule)
    {
        var text = TextEdits.Apply(file.Text, [edit]);
        var after = new SourceFile(file.Path, text);
        return YamlLayout.Read(file) is { } before && YamlLayout.Read(after) is { } layout && YamlOutline.Of(before) == YamlOutline.Of(layout)
            && reader.Read(after).Suppressions.Any(one => one.RuleId == rule.Id && one.FirstLine <= line && line <= one.LastLine)
            ? text
            : null;
    }

    private static Fix? FixOf(TaskDeclaration task, IgnoreEntry entry)
    {
        static NewEntry Entry(FieldSpec field, string text) => new(field.Name, new NewText(VariableText.Escape(text)));
        var members = new List<NewEntry> { Entry(IgnoreFields.Path, entry.Path) };
        if (entry.Reason is { } reason)
            members.Add(Entry(IgnoreFields.Reason, reason));
        if (entry.Owner is { } owner)
            members.Add(Entry(IgnoreFields.Owner, owner));
        if (entry.ShownUntil is { } until)
            members.Add(Entry(IgnoreFields.Until, until));
        var value = new NewMapping(members);
        var title = $"Accept '{entry.Path}'";
        return task[TaskFields.Ignore] switch
        {
            { Node: ListNode list } => new AddItem(title, list, list.Items.Count, value),
            { Node: ScalarNode { IsNull: true, Place: var place } none } when place.End > place.Start =>
                new ReplaceValue(title, none, new NewList([value])),
            { IsAbsent: true } or { State: ValueState.None } => new AddKey(title, task.View.Node, TaskFields.Ignore.Name, new NewList([value])),
            _ => null,
        };
    }
}
