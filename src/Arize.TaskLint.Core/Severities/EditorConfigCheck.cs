using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Severities;

/// <summary>Finds settings of <c>.editorconfig</c> that are meant for these rules and set nothing.</summary>
public static class EditorConfigCheck
{
    private const string IdPrefix = "atl";
    private const string CategoryPrefix = "arize.";

    /// <summary>The problems of a file's severities. Severities before the first section apply in a global file only.</summary>
    public static IEnumerable<Finding> Check(EditorConfig config, bool isGlobal = false) =>
        (isGlobal ? config.Preamble : config.Sections.SelectMany(section => section.Entries))
            .Select(Check)
            .OfType<Problem>()
            .Select(ProblemRules.Describe)
            .OfType<Finding>();

    private static UnknownSetting? Check(EditorConfigEntry entry)
    {
        if (SeverityKey.IdOf(entry.Key) is { } id && IsMeantForUs(id))
        {
            return RuleCatalogue.Find(id) is { } rule
                ? CheckWord(entry, rule.Id)
                : UnknownSetting.Rule(entry.KeyPlace, Written(entry, id), RuleCatalogue.All.Select(one => one.Id));
        }

        if (SeverityKey.CategoryOf(entry.Key) is { } category && category.StartsWith(CategoryPrefix, StringComparison.Ordinal))
        {
            return RuleCategory.All.Contains(category, StringComparer.OrdinalIgnoreCase)
                ? CheckWord(entry, Written(entry, category))
                : new UnknownSetting(
                    entry.KeyPlace,
                    $"there is no category '{Excerpt.Of(Written(entry, category))}', only {string.Join(", ", RuleCategory.All)}",
                    NearestName.Of(category, RuleCategory.All));
        }

        // Nobody else has keys of this name, so that one which is not known was meant otherwise.
        return SeverityKey.IsOwn(entry.Key)
            ? new UnknownSetting(entry.KeyPlace,
                $"there is no setting '{Excerpt.Of(Written(entry, entry.Key))}'; one that sets a severity is 'tasklint.ATL2003.severity'")
            : null;
    }

    private static UnknownSetting? CheckWord(EditorConfigEntry entry, string subject) => SeverityWord.TryRead(entry.Value, out _)
        ? null
        : SeverityWord.Unknown(entry.Value.Length > 0 ? entry.ValuePlace : entry.KeyPlace, subject, entry.Value);

    // Other analyzers have IDs of their own, some with the same first letters. An ID that is one slip away from ATL and digits is meant as one of
    // this tool's.
    private static bool IsMeantForUs(string id) =>
        id.StartsWith(IdPrefix, StringComparison.Ordinal) && id.Length is >= 6 and <= 8 && id.Skip(IdPrefix.Length).Count(c => !char.IsDigit(c)) <= 1;

    // In the letter case of the file.
    private static string Written(EditorConfigEntry entry, string part)
    {
        var start = entry.KeyPlace.Start + entry.Key.IndexOf(part, StringComparison.Ordinal);
        return entry.KeyPlace.File!.Text.Substring(start, part.Length);
    }
}
