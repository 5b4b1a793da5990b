using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;

namespace Arize.TaskLint.Core.Severities;

/// <summary>Finds settings of <c>.editorconfig</c> that are meant for these rules and set nothing.</summary>
public static class EditorConfigCheck
{
    private const string IdPrefix = "atl";
    private const string CategoryPrefix = "arize.";

    /// <summary>What is wrong with a file's severities.</summary>
    public static IEnumerable<Finding> Check(EditorConfig config) =>
        config.Sections.SelectMany(section => section.Entries).Select(Check).OfType<Finding>();

    private static Finding? Check(EditorConfigEntry entry)
    {
        if (SeverityKey.IdOf(entry.Key) is { } id && IsMeantForUs(id))
        {
            return RuleCatalogue.Find(id) is null ? KnownSetting.Rule.UnknownRule(entry.KeyPlace, Written(entry, id))
                : SeverityWord.TryRead(entry.Value, out _) ? null
                : KnownSetting.Rule.UnknownSeverity(entry.Value.Length > 0 ? entry.ValuePlace : entry.KeyPlace, RuleCatalogue.Find(id)!.Id, entry.Value);
        }

        if (SeverityKey.CategoryOf(entry.Key) is { } category && category.StartsWith(CategoryPrefix, StringComparison.Ordinal))
        {
            return !RuleCategory.All.Contains(category, StringComparer.OrdinalIgnoreCase) ? KnownSetting.Rule.UnknownCategory(entry.KeyPlace, Written(entry, category))
                : SeverityWord.TryRead(entry.Value, out _) ? null
                : KnownSetting.Rule.UnknownSeverity(entry.Value.Length > 0 ? entry.ValuePlace : entry.KeyPlace, Written(entry, category), entry.Value);
        }

        return null;
    }

    // Other analyzers have IDs of their own, and some may begin with the same letters: what is but for one slip ATL and digits is meant.
    private static bool IsMeantForUs(string id) =>
        id.StartsWith(IdPrefix, StringComparison.Ordinal) && id.Length is >= 6 and <= 8 && id.Skip(IdPrefix.Length).Count(c => !char.IsDigit(c)) <= 1;

    // In the letter case of the file.
    private static string Written(EditorConfigEntry entry, string part)
    {
        var (place, start) = (entry.KeyPlace, entry.Key.IndexOf(part, StringComparison.Ordinal));
        return place.File!.Text.Substring(place.Start + start, part.Length);
    }
}
