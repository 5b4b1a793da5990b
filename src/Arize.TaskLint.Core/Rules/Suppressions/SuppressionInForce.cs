using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Suppressions;

/// <summary>ATL9002: a suppression or an <c>ignore</c> entry whose last day has passed; what it accepted counts again.</summary>
public sealed class SuppressionInForce : Rule
{
    private SuppressionInForce()
        : base("ATL9002", Severity.Warning, "A suppression or ignore entry that has expired", new RuleTraits { IsForToolOnly = true })
    {
    }

    public static SuppressionInForce Rule { get; } = new();

    /// <summary>The finding of a suppression that has ended.</summary>
    internal Finding Report(Suppression suppression) =>
        new(this, suppression.Place,
            $"the suppression of {suppression.RuleId ?? "all rules"} "
                + $"{Ended(suppression.Until!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}");

    /// <summary>The finding of an <c>ignore</c> entry that has expired.</summary>
    /// <param name="task">The task; null if the entry is in the settings.</param>
    internal Finding Report(TaskDeclaration? task, IgnoreEntry entry) =>
        new(this, entry.Place, $"the ignore entry for '{Excerpt.Of(entry.ShownPath)}' {Ended(entry.ShownUntil!)}") { Task = task?.Label };

    /// <summary>The finding of an <c>unmanaged</c> entry that has expired.</summary>
    internal Finding Report(UnmanagedEntry entry) => new(this, entry.Place, $"the unmanaged entry for {entry.What} {Ended(entry.ShownUntil!)}");

    private static string Ended(string last) =>
        $"ended on {last} and counts no more; remove it, or give it a new date";
}
