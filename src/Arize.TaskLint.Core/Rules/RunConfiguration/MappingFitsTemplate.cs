using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4009: a template and its mapping that name different variables, so that one stays empty.</summary>
public sealed class MappingFitsTemplate()
    : TaskRule("ATL4009", Severity.Warning, "column_mapping lacks a variable of the template, or maps one that it does not have",
        new RuleTraits { HasFix = true })
{
    private const string Dataset = "dataset.";

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { Type: ExperimentTypes.TemplateEvaluation } run)
            yield break;
        var mapping = run.View[RunConfigurationFields.ColumnMapping];
        if (mapping.Entries.Count == 0
            || run.View[RunConfigurationFields.TemplateText].Text is not { } template || string.IsNullOrWhiteSpace(template))
        {
            yield break;
        }

        var placeholders = PlaceholderReader.Read(template, PlaceholderStyle.DoubleBraces);
        // A template in the other style has a finding of its own.
        if (placeholders.Count == 0 && ForeignPlaceholders.FirstIn(template, PlaceholderStyle.DoubleBraces) is not null)
            yield break;
        var names = new DottedNames(
            placeholders.Select(placeholder => placeholder.Name).Where(name => !name.StartsWith(Dataset, StringComparison.Ordinal)));
        foreach (var entry in mapping.Entries)
            names.Fill(entry.Key.Text);
        var missing = names.Unfilled();
        var near = new NearestNames(
            [.. placeholders.Select(placeholder => placeholder.Name).Where(new HashSet<string>(missing, StringComparer.Ordinal).Remove)]);
        var path = mapping.Path;
        var tags = new DottedNames(PlaceholderReader.Tags(template));
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key.Text;
            if (string.IsNullOrWhiteSpace(key) || tags.IsFilledBy(key) || tags.Has(Dataset + key))
                continue;
            // One mistake has one finding: the variable that was meant is not reported as missing as well.
            var meant = near.Of(key);
            if (meant is not null && !missing.Remove(meant))
                meant = null;
            var placeholder = ForeignPlaceholders.Write(Excerpt.Of(key), PlaceholderStyle.DoubleBraces);
            yield return Report(task, entry.Key.Place, path.Field(key),
                $"the template has no '{placeholder}'{(meant is null ? "" : $"; did you mean '{meant}'")}")
                .FixedBy(meant is null ? null : new RenameKey($"Write '{Excerpt.Of(meant)}'", entry.Key, meant));
        }

        foreach (var name in placeholders.Select(placeholder => placeholder.Name).Where(missing.Remove))
            yield return Report(task, mapping.KeyPlace, path.Field(name),
                $"the template's variable '{Excerpt.Of(name)}' has no entry in 'column_mapping'");
    }
}
