using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4009: a template and its mapping that name different variables, so that one stays empty.</summary>
public sealed class MappingFitsTemplate() : Rule("ATL4009", Severity.Warning, "column_mapping lacks a variable of the template, or maps one that it does not have")
{
    private const string Dataset = "dataset.";

    /// <inheritdoc/>
    public override bool HasFix => true;

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { Type: ExperimentTypes.TemplateEvaluation } run)
            yield break;
        var mapping = run.View[RunConfigurationFields.ColumnMapping];
        if (mapping.Entries.Count == 0 || run.View[RunConfigurationFields.TemplateText].Text is not { } template || string.IsNullOrWhiteSpace(template))
            yield break;
        var placeholders = PlaceholderReader.Read(template, PlaceholderStyle.DoubleBraces);
        // A template in the other style has a finding of its own.
        if (placeholders.Count == 0 && ForeignPlaceholders.FirstIn(template, PlaceholderStyle.DoubleBraces) is not null)
            yield break;
        var keys = mapping.Entries.Select(entry => entry.Key.Text).ToList();
        var missing = placeholders.Select(placeholder => placeholder.Name).Distinct(StringComparer.Ordinal)
            .Where(name => !name.StartsWith(Dataset, StringComparison.Ordinal) && !keys.Exists(key => Fills(key, name)))
            .ToList();
        var tags = PlaceholderReader.Tags(template).ToList();
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key.Text;
            if (string.IsNullOrWhiteSpace(key) || tags.Exists(tag => Fills(key, tag) || tag == Dataset + key))
                continue;
            // One slip is one finding: the variable that was meant is not missing besides.
            var meant = NearestName.Of(key, missing);
            missing.Remove(meant!);
            yield return Report(task, entry.Key.Place, PathOf(mapping, key),
                $"the template has no '{ForeignPlaceholders.Write(Excerpt.Of(key), PlaceholderStyle.DoubleBraces)}'{(meant is null ? "" : $"; did you mean '{meant}'")}")
                .FixedBy(meant is null ? null : new RenameKey($"Write '{Excerpt.Of(meant)}'", entry.Key, meant));
        }

        foreach (var name in missing)
            yield return Report(task, mapping.KeyPlace, PathOf(mapping, name), $"the template's variable '{Excerpt.Of(name)}' has no entry in 'column_mapping'");
    }

    private static bool Fills(string key, string name) => name == key || name.StartsWith(key + ".", StringComparison.Ordinal);

    private static string PathOf(FieldValue mapping, string key)
    {
        var path = new FieldPath();
        path.Enter(TaskFields.RunConfiguration.Name);
        path.Enter(mapping.Spec!.Name);
        return path.To(key);
    }
}
