using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Trials;

/// <summary>The fields of <c>try</c> in <c>tasklint.yaml</c>.</summary>
public static class TrialFields
{
    public static readonly FieldSpec MaxDropped = new("max_dropped", ValueKind.Number,
        "The share of the selected rows, 0 to 1, that may be dropped for a missing value before ATL7012 says so")
    { Role = FieldRole.Local, Default = "0.1", Minimum = 0, Maximum = 1 };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("try", MaxDropped);
}

/// <summary>When a trial is reported.</summary>
/// <param name="MaxDropped">The share of the selected rows that may be dropped, 0 to 1.</param>
public sealed record TrialTerms(double MaxDropped)
{
    /// <summary>The terms without settings.</summary>
    public static readonly TrialTerms Default = new(0.1);

    /// <summary>Reads the terms of a settings file.</summary>
    /// <param name="view">The mapping; null without one.</param>
    /// <param name="problems">What is wrong with its values is added here.</param>
    public static TrialTerms Read(ObjectView? view, List<Problem> problems)
    {
        if (view?[TrialFields.MaxDropped] is not { Number: { } share } value)
            return Default;
        if (share is >= 0 and <= 1)
            return new TrialTerms(share);
        problems.Add(new WrongKind(value.Place, value.Path, $"'{value.Spec!.Name}'", "a share, 0 to 1", "a number", value.ShownText, null));
        return Default;
    }
}
