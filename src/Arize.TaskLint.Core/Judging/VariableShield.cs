using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Judging;

/// <summary>
/// Keeps the values of variables out of findings. A task with variables is judged a second time with those values unknown, and a third time with
/// other values: what is found there too, in the same words, says nothing of the values. Of anything else only the rule and
/// the variable are told.
/// </summary>
internal static class VariableShield
{
    private const int MostNames = 3;

    /// <summary>What there is to say of a task.</summary>
    /// <param name="judge">What the rules say of a task.</param>
    internal static IEnumerable<Finding> Judge(TaskDeclaration task, Func<TaskDeclaration, IEnumerable<Finding>> judge)
    {
        var node = task.View.Node;
        if (!node.HoldsVariables)
            return judge(task);
        var filled = VariableText.FilledIn(node).ToList();
        return filled.Count == 0 ? judge(task) : Shielded(task, filled, judge);
    }

    private static IEnumerable<Finding> Shielded(TaskDeclaration task, List<ScalarNode> filled, Func<TaskDeclaration, IEnumerable<Finding>> judge)
    {
        IEnumerable<Finding> Again(Node node) => judge(new Binder().BindTask((MappingNode)node, task.Document));

        var found = judge(task).ToList();
        if (found.Count == 0)
            yield break;
        var veiled = new Dictionary<(Rule, Place, FieldPath?, string), Finding>();
        foreach (var finding in Again(VariableText.Veiled(task.View.Node)))
            veiled[KeyOf(finding)] = finding;
        var hasSecrets = filled.Exists(scalar => scalar.Variables!.Secrets.Count > 0);
        // A part of a value stands elsewhere than the same part of another value.
        HashSet<(Rule, FieldPath?, string)>? disguised = null;
        foreach (var finding in found)
        {
            // A fix that follows from a value would write it down.
            if (veiled.TryGetValue(KeyOf(finding), out var same))
                yield return finding with { Fix = same.Fix };
            else if (!hasSecrets || (disguised ??= [.. Again(VariableText.Disguised(task.View.Node)).Select(TextOf)]).Contains(TextOf(finding)))
                yield return finding with { Fix = null };
            else
                yield return Told(finding, filled);
        }
    }

    private static (Rule, Place, FieldPath?, string) KeyOf(Finding finding) => (finding.Rule, finding.Place, finding.Path, finding.Message);

    private static (Rule, FieldPath?, string) TextOf(Finding finding) => (finding.Rule, finding.Path, finding.Message);

    private static Finding Told(Finding finding, List<ScalarNode> filled)
    {
        var at = filled.Where(scalar => scalar.Place.File == finding.Place.File
            && scalar.Place.Start < finding.Place.End && finding.Place.Start < scalar.Place.End).ToList();
        var names = VariablesOf(at.Count > 0 ? at : filled);
        if (names.Count == 0)
            names = VariablesOf(filled);
        var shown = string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? " …" : "");
        return new Finding(finding.Rule, finding.Place, $"{finding.Rule.Title}; it follows from the value of {shown}, which is not shown")
        { Task = finding.Task, Path = finding.Path, Severity = finding.Severity };
    }

    private static List<string> VariablesOf(List<ScalarNode> filled) =>
        [.. filled.SelectMany(scalar => scalar.Variables!.Secrets).Distinct(StringComparer.Ordinal).Select(name => $"${{{name}}}")];
}
