using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3006: a span attribute that no span has, near to one that spans do have: letters, dots and blanks.</summary>
public sealed class KnownAttributeSpelt()
    : TaskRule("ATL3006", Severity.Warning, "A mapping one or two letters away from a known span attribute",
        new RuleTraits { HasFix = true, IsOfMappings = true })
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        foreach (var mapped in MappedColumn.Of(task))
        {
            if (mapped.SlipIn(task) is not { Fault: ColumnFault.Blanks or ColumnFault.EmptyPart or ColumnFault.Attribute } slip)
                continue;
            var column = mapped.Column.Text.TrimEnd('\r', '\n');
            var what = slip.Fault switch
            {
                ColumnFault.Blanks => $"has {Blank(column)}",
                ColumnFault.EmptyPart => "has nothing between two of its dots, or beside one",
                _ => "is no span attribute that is known",
            };
            yield return Report(task, mapped.Column.Place, mapped.Path, $"'{Excerpt.Of(column)}' {what}{slip.Advice}") with
            {
                // A dataset may have a column of any name, such a one too.
                Severity = task.IsOffProject ? Severity.Suggestion : DefaultSeverity,
                Fix = slip.Meant is { } text && !task.IsOffProject ? Rewriting.Of(mapped.Column, text) : null,
            };
        }
    }

    private static string Blank(string column)
    {
        var isAtStart = ColumnSpelling.IsBlank(column[0]);
        var blank = isAtStart ? column[0] : column[column.Length - 1];
        var name = blank == ' ' ? "a blank" : $"an invisible character (U+{(int)blank:X4})";
        return $"{name} at its {(isAtStart ? "beginning" : "end")}";
    }
}
