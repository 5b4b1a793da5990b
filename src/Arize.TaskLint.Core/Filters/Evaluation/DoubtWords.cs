namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>Says what is not documented, as parts of messages.</summary>
internal static class DoubtWords
{
    private static readonly (FilterDoubts Doubt, string Words)[] All =
    [
        (FilterDoubts.CaseOfEquality, "whether '=' and IN distinguish upper and lower case"),
        (FilterDoubts.CaseOfContains, "whether CONTAINS distinguishes upper and lower case"),
        (FilterDoubts.CaseOfLike, "whether LIKE distinguishes upper and lower case"),
        (FilterDoubts.Like, "whether LIKE works in the filter of a task"),
        (FilterDoubts.NumbersAndTexts, "whether a number is compared with a text"),
        (FilterDoubts.BooleansAndTexts, "whether true and false are compared with a text"),
        (FilterDoubts.OtherKinds, "whether values of different kinds differ or have no comparison"),
        (FilterDoubts.TimeZones, "whether a time without an offset is in UTC"),
        (FilterDoubts.TimesAsTexts, "whether a time in such a column is compared as a text"),
        (FilterDoubts.Structures, "whether a list or an object is compared as its JSON text"),
        (FilterDoubts.ForeignSigns, "whether an operator of another language works"),
        (FilterDoubts.DoubleQuotes, "whether a value in double quotes is a text or a column"),
    ];

    /// <summary>The questions that are not documented: <c>whether CONTAINS distinguishes upper and lower case</c>.</summary>
    internal static IEnumerable<string> Of(FilterDoubts doubts) => All.Where(one => (doubts & one.Doubt) != 0).Select(one => one.Words);
}
